/** The verbs on what stands on lines of code, from a thread, a row of the sidebar, or the palette. */
import * as vscode from 'vscode';
import type { Action } from '../../actions/action.ts';
import { acknowledgeQuestion, answerQuestion, askPm, reopenQuestion, withdrawQuestion } from '../../actions/askPm.ts';
import { flagRisk } from '../../actions/flagRisk.ts';
import { answerToEvidence, answerToNote } from '../../actions/keepAnswer.ts';
import { replyTo } from '../../actions/replyTo.ts';
import { acceptRisk, mitigateRisk, reopenRisk, resolveRisk } from '../../actions/settleRisk.ts';
import { takesAnchor, updateAnchor } from '../../actions/updateAnchor.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import type { Anchor } from '../../core/records/kind.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { type Done, gesture, type Meant } from '../ask/gesture.ts';
import { keepDraft } from '../ask/quickInput.ts';
import { setContext } from '../commands/calls.ts';
import { command } from '../commands/commands.ts';
import type { Live, Opens } from '../commands/live.ts';
import { lineOfCursor, originalOf } from '../lines/seenLine.ts';
import type { Located } from '../workspace/folder.ts';
import { Threads } from './threads.ts';

/** `Because: Flag Feasibility Risk`, wherever it is called from; then at its line, or as the record it became. */
export const flagCommand = gesture(flagRisk, {
  async done(done, meant) {
    await setContext('flagged', true);
    await showMade(done, meant);
  },
});

/** `Because: Ask the PM`, likewise. */
export const askCommand = gesture(askPm, { done: showMade });

/** Shows the thread of the record that was made, on the line that somebody meant; else the record. */
async function showMade({ output: { id }, line: about }: Pick<Done<unknown, Made>, 'output' | 'line'>, meant: Meant) {
  const { live, folder } = meant;
  const record = folder.library.find(id);
  if (!record) return;
  const isAsSeen = about !== undefined && about.document.version === about.version;
  const line = isAsSeen ? (about.anchor.line ?? 1) - 1 : undefined;
  if (await live.the(Threads).reveal(folder, record, { line, uri: about?.document.uri })) return;
  await vscode.window.showTextDocument(folder.uriOf(record));
}

interface Made {
  readonly id: string;
}

/** A verb on the record of a thread, whose words may stand in its reply box. */
const onThread = <Input>(
  action: Action<Input>,
  words?: keyof Input & string,
  done?: (meant: Meant) => unknown,
): Opens => {
  const opens = gesture<Input, unknown, ContextRecord>(action, {
    clicked,
    known: ({ source }) => {
      const typed = words && replyText(source);
      return typed ? ({ [words]: typed } as Partial<Input>) : {};
    },
    done: (_done, meant) => done?.(meant),
  });
  return (live) => {
    const handler = opens(live);
    return async (call) => {
      const [typed, located] = [replyText(call.source), clicked(live, call.source)];
      // Until it is written: the editor has emptied the box by then, and the person may be asked who they are.
      if (words && typed && located) {
        const { folder, record } = located;
        await keepDraft(live.memory, [action.name, folder.root, record.id].join(':'), words, typed);
      }
      return handler(call);
    };
  };
};

export const replyCommand = onThread(replyTo, 'text', rememberPlace);
export const mitigateCommand = onThread(mitigateRisk, 'mitigation', rememberPlace);
export const acceptCommand = onThread(acceptRisk, 'reason', rememberPlace);
export const resolveCommand = onThread(resolveRisk, 'reason', rememberPlace);
export const reopenCommand = onThread(reopenRisk, 'reason', rememberPlace);

// Whoever answers writes a file of their own, and leaves that of the question to whoever asked.
export const answerQuestionCommand = onThread(answerQuestion, 'text');
export const acknowledgeCommand = onThread(acknowledgeQuestion, 'text');
export const reopenQuestionCommand = onThread(reopenQuestion, 'reason');
export const withdrawCommand = onThread(withdrawQuestion);
export const answerToEvidenceCommand = onThread(answerToEvidence);
export const answerToNoteCommand = onThread(answerToNote);

/** Where the thread stands today; for one that moved, the line the cursor is on. */
export const updateAnchorCommand = gesture(updateAnchor, {
  clicked,
  recordFirst: true,
  async known(meant) {
    if (meant.given.anchor) return {};
    const anchor = (await placeToday(meant)) ?? (await placeAtCursor(meant));
    return { anchor: updateAnchor.input.parse({ id: '-', anchor }).anchor };
  },
});

/** The record of the thread. */
export const openThread: Opens = (live) =>
  command(async (source) => {
    const located = clicked(live, source);
    if (located) await vscode.window.showTextDocument(located.folder.uriOf(located.record));
  });

function replyText(source: unknown): string | undefined {
  if (typeof source !== 'object' || source === null || !('thread' in source) || !('text' in source)) return undefined;
  return String(source.text).trim();
}

/** The record of the thread a menu was opened on, or of the reply that was written in it. */
function clicked(live: Live, source: unknown): Located | undefined {
  const thread = typeof source === 'object' && source !== null && 'thread' in source ? source.thread : source;
  const found = live.the(Threads).from(thread);
  return found && { folder: found.folder, record: found.record };
}

/** Where a record's thread stands today, where its record says something else. */
async function placeToday({ live, folder, record }: Meant): Promise<Anchor | undefined> {
  const threads = live.the(Threads);
  return record && threads.of({ folder, record })?.placeToday(threads.originals);
}

/** A gesture on a record writes its record anyway: where its line went since is written with it. */
async function rememberPlace(meant: Meant): Promise<void> {
  const { folder, record } = meant;
  const anchor = await placeToday(meant);
  if (!record || !anchor || !takesAnchor(record.kind)) return;
  await updateAnchor.run(folder.because, updateAnchor.input.parse({ id: record.id, anchor }));
}

async function placeAtCursor({ workspace, folder }: Meant): Promise<Anchor> {
  const anchor = await originalOf(workspace, folder, lineOfCursor(workspace, folder));
  if (anchor) return anchor;
  throw new BecauseError('bad-input', t('Because cannot tell which line this is about now.'), {
    next: t('Put the cursor on the line, then choose Move Thread to This Line again.'),
  });
}
