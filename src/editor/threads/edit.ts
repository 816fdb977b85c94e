/** Editing a comment edits the record it stands for. */
import * as vscode from 'vscode';
import { perform } from '../../actions/action.ts';
import { editOf, editText, textToEdit } from '../../actions/editText.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { command } from '../commands/commands.ts';
import type { Live, Opens } from '../commands/live.ts';
import type { RecordComment } from './comments.ts';
import type { RecordThread } from './thread.ts';
import { Threads } from './threads.ts';

/** The pencil of a comment. */
export const editComment: Opens = (live) =>
  command((source) => {
    const found = commentOf(live, source);
    if (found?.comment.record.withheld) {
      throw new BecauseError('not-editable', t('This is sensitive, and not shown here.'), {
        next: t('Open the record to edit it.'),
      });
    }
    if (found) open(found.thread, found.comment, textToEdit(found.comment.record));
  });

/** The buttons below its editor. */
export const saveComment: Opens = (live) =>
  command(async (source) => {
    const found = commentOf(live, source);
    if (found) await save(found.thread, found.comment);
  });

export const cancelComment: Opens = (live) => command((source) => commentOf(live, source)?.thread.redrawComments());

interface Found {
  readonly thread: RecordThread;
  readonly comment: RecordComment;
}

function commentOf(live: Live, source: unknown): Found | undefined {
  if (typeof source !== 'object' || source === null || !('record' in source)) return undefined;
  const comment = source as RecordComment;
  const thread = live.the(Threads).holding(comment);
  return thread && { thread, comment };
}

function open(thread: RecordThread, comment: RecordComment, text: string): void {
  thread.replaceComment(comment, { ...comment, mode: vscode.CommentMode.Editing, body: text });
}

async function save(thread: RecordThread, comment: RecordComment): Promise<void> {
  const text = typeof comment.body === 'string' ? comment.body : comment.body.value;
  try {
    const { folder, record } = comment;
    const now = folder.library.files.get(record.path);
    if (now && textToEdit(now) !== textToEdit(record)) {
      throw new BecauseError('changed-underneath', t('Somebody changed this while you were writing.'), {
        next: t('Copy your text, cancel, look at the change, then edit again.'),
      });
    }
    await perform(editText, folder.because, editOf(record, text));
    thread.redrawComments();
  } catch (error) {
    // The editor closes whatever comes of it: what was typed is put back.
    open(thread, comment, text);
    throw error;
  }
}
