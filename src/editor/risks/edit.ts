/** Editing a comment edits the record it stands for. */
import * as vscode from 'vscode';
import { perform } from '../../actions/action.ts';
import { editText } from '../../actions/editText.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { command } from '../commands/commands.ts';
import type { Live, Opens } from '../commands/live.ts';
import type { RecordComment } from './comments.ts';
import { editableText, editedText } from './comments.ts';
import type { RiskThread } from './thread.ts';
import { Threads } from './threads.ts';

/** The pencil of a comment. */
export const editComment: Opens = (live) =>
  command((source) => {
    const found = commentOf(live, source);
    if (found?.comment.record.withheld) throw sensitive();
    if (found) open(found.thread, found.comment, editableText(found.comment.record));
  });

/** The buttons below its editor. */
export const saveComment: Opens = (live) =>
  command(async (source) => {
    const found = commentOf(live, source);
    if (found) await save(found.thread, found.comment);
  });

export const cancelComment: Opens = (live) => command((source) => commentOf(live, source)?.thread.redrawComments());

interface Found {
  readonly thread: RiskThread;
  readonly comment: RecordComment;
}

function commentOf(live: Live, source: unknown): Found | undefined {
  if (typeof source !== 'object' || source === null || !('record' in source)) return undefined;
  const comment = source as RecordComment;
  const thread = live.the(Threads).holding(comment);
  return thread && { thread, comment };
}

function sensitive(): BecauseError {
  return new BecauseError('not-editable', vscode.l10n.t('This is sensitive, and not shown here.'), {
    next: vscode.l10n.t('Open the record to edit it.'),
  });
}

function open(thread: RiskThread, comment: RecordComment, text: string): void {
  thread.replaceComment(comment, { ...comment, mode: vscode.CommentMode.Editing, body: text });
}

async function save(thread: RiskThread, comment: RecordComment): Promise<void> {
  const text = typeof comment.body === 'string' ? comment.body : comment.body.value;
  try {
    const { folder, record } = comment;
    const now = folder.library.files.get(record.path);
    if (now && editableText(now) !== editableText(record)) {
      throw new BecauseError('changed-underneath', vscode.l10n.t('Somebody changed this while you were writing.'), {
        next: vscode.l10n.t('Copy your text, cancel, look, and edit again.'),
      });
    }
    await perform(editText, folder.because, editedText(record, text));
    thread.redrawComments();
  } catch (error) {
    // The editor closes whatever comes of it: what was typed is put back.
    open(thread, comment, text);
    throw error;
  }
}
