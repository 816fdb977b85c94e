/** The verbs on what stands on lines of code, from a thread, a row of the sidebar, or the palette. */
import * as vscode from 'vscode';
import type { Action } from '../../actions/action.ts';
import { flagRisk } from '../../actions/flagRisk.ts';
import { replyTo } from '../../actions/replyTo.ts';
import { acceptRisk, mitigateRisk, reopenRisk, resolveRisk } from '../../actions/settleRisk.ts';
import { takesAnchor, updateAnchor } from '../../actions/updateAnchor.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import type { Anchor } from '../../core/records/kind.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { answering } from '../ask/choosing.ts';
import { gesture, type Meant } from '../ask/gesture.ts';
import { keepDraft } from '../ask/quickInput.ts';
import { setContext } from '../commands/calls.ts';
import { command } from '../commands/commands.ts';
import type { Live, Opens } from '../commands/live.ts';
import { lineOfCursor, originalOf, type SeenLine } from '../lines/seenLine.ts';
import type { Located } from '../workspace/workspace.ts';
import { Threads } from './threads.ts';

/** `Because: Flag Feasibility Risk`, wherever it is called from; then at its line, or as the record it became. */
export const flagCommand = gesture(flagRisk, {
  async done({ output: { id }, line: about }, { live, folder }) {
    const flagged = folder.library.findOf('risk', id);
    if (!flagged) return;
    await setContext('flagged', true);
    await showAt(live, { folder, record: flagged }, about);
  },
});

/** Shows a record's thread on the line that somebody meant; else the record. */
async function showAt(live: Live, { folder, record }: Located, about: SeenLine | undefined): Promise<void> {
  const isAsSeen = about !== undefined && about.document.version === about.version;
  const line = isAsSeen ? (about.anchor.line ?? 1) - 1 : undefined;
  if (await live.the(Threads).reveal(folder, record, { line, uri: about?.document.uri })) return;
  await vscode.window.showTextDocument(folder.uriOf(record));
}

/** A verb on a record, whose words may stand in its thread's reply box. */
const onThread = <Input>(action: Action<Input>, words: keyof Input & string): Opens =>
  gesture<Input, unknown, ContextRecord>(action, {
    clicked,
    async known({ live, folder, source, record }) {
      const typed = replyText(source)?.trim();
      if (!typed) return {};
      // Until it is written: the editor has emptied the box by then.
      await keepDraft(live.memory, [action.name, folder.root, record?.id].join(':'), words, typed);
      return { [words]: typed } as Partial<Input>;
    },
    done: (_done, meant) => rememberPlace(meant),
  });

export const replyCommand = onThread(replyTo, 'text');
export const mitigateCommand = onThread(mitigateRisk, 'mitigation');
export const acceptCommand = onThread(acceptRisk, 'reason');
export const resolveCommand = onThread(resolveRisk, 'reason');
export const reopenCommand = onThread(reopenRisk, 'reason');

/** One answer to a risk, whichever it is. */
export const answerCommand = answering(
  () => t('Answer Risk'),
  [replyTo, mitigateRisk, acceptRisk, resolveRisk, reopenRisk],
);

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
  return String(source.text);
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
