/** Answering and settling risks, from a thread, a row of the sidebar, or the palette. */

import * as vscode from 'vscode';
import type { Action } from '../../actions/action.ts';
import { replyTo } from '../../actions/replyTo.ts';
import { acceptRisk, mitigateRisk, reopenRisk, resolveRisk } from '../../actions/settleRisk.ts';
import { takesAnchor, updateAnchor } from '../../actions/updateAnchor.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { pickName } from '../../core/face/names.ts';
import type { Risk } from '../../core/kinds/all.ts';
import { kindOf } from '../../core/kinds/all.ts';
import type { Library } from '../../core/library/library.ts';
import type { Anchor } from '../../core/records/kind.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { dotted } from '../../core/text/joined.ts';
import { ask, forgetDraft, keepDraft, type TextStep } from '../ask/quickInput.ts';
import type { Gather, Gathered } from '../commands/commands.ts';
import { actionCommand, command, locatedOf, noFolder } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { type PickRow, showQuickPick } from '../door/picks.ts';
import { lineOfCursor, originalOf } from '../lines/seenLine.ts';
import type { Folder, Located, Workspace } from '../workspace/workspace.ts';
import { Threads } from './threads.ts';
import { riskLine } from './words.ts';

type State = Risk['values']['state'];

const ALL: readonly State[] = ['open', 'mitigating', 'accepted', 'resolved'];

/** How one verb asks for the words that go with it. */
interface Asking {
  /** The input's name for the words. */
  readonly words: 'text' | 'reason' | 'mitigation';
  /** The input's name for the risk. */
  readonly risk: 'on' | 'id';
  readonly prompt: () => string;
  readonly needed: boolean;
  /** The states a risk can be in for this. */
  readonly states: readonly State[];
}

const why = () => vscode.l10n.t('Why? It becomes a reply; leave empty for none.');

const settling = { words: 'reason', risk: 'id', prompt: why, needed: false } as const;

const verb =
  <Input, Output>(action: Action<Input, Output>, asking: Asking): Opens =>
  (live) =>
    actionCommand(live, action, gather(action, asking, live.memory, live.the(Threads)));

export const replyCommand = verb(replyTo, {
  words: 'text',
  risk: 'on',
  prompt: () => vscode.l10n.t('What is your answer?'),
  needed: true,
  states: ALL,
});

export const mitigateCommand = verb(mitigateRisk, {
  words: 'mitigation',
  risk: 'id',
  prompt: () => vscode.l10n.t('What is done about it?'),
  needed: true,
  states: ['open', 'accepted', 'resolved'],
});

export const acceptCommand = verb(acceptRisk, { ...settling, states: ['open', 'mitigating'] });

export const resolveCommand = verb(resolveRisk, { ...settling, states: ['open', 'mitigating', 'accepted'] });

export const reopenCommand = verb(reopenRisk, { ...settling, states: ['mitigating', 'accepted', 'resolved'] });

export const updateAnchorCommand: Opens = (live) => actionCommand(live, updateAnchor, anchorHere(live.the(Threads)));

/** The record of the thread. */
export const openRisk: Opens = (live) =>
  command(async (source) => {
    const located = threadOf(live.the(Threads), source);
    if (located) await vscode.window.showTextDocument(located.folder.uriOf(located.record));
  });

function gather<Input>(
  action: Action<Input>,
  { words, risk, prompt, needed, states }: Asking,
  memory: vscode.Memento,
  threads: Threads,
): Gather<Input> {
  return async (workspace, given, source, named) => {
    const input = given as { readonly [name: string]: string | undefined };
    const located = await recordMeant(workspace, {
      id: input[risk],
      source,
      named,
      threads,
      list: risksIn(states),
      title: action.title(),
    });
    if (!located) return undefined;
    const { folder, record } = located;
    const key = `${action.name}:${folder.root.toString()}:${record.id}`;
    const text =
      input[words] ?? (await wordsFor({ source, memory, key, words, prompt, needed, title: action.title() }));
    if (text === undefined) return undefined;
    return {
      folder,
      input: action.input.parse({ ...given, [risk]: record.id, ...(text === '' ? {} : { [words]: text }) }),
      done: async () => {
        await forgetDraft(memory, key);
        await rememberPlace(threads, located);
      },
    };
  };
}

interface Wanted {
  readonly source: unknown;
  readonly memory: vscode.Memento;
  readonly key: string;
  readonly words: string;
  readonly prompt: () => string;
  readonly needed: boolean;
  readonly title: string;
}

/** What stands in the thread's reply box, else what the person types when asked. Kept until it is written. */
async function wordsFor({ source, memory, key, words, prompt, needed, title }: Wanted): Promise<string | undefined> {
  const typed = replyText(source)?.trim();
  if (typed) {
    await keepDraft(memory, key, words, typed);
    return typed;
  }
  const step: TextStep = {
    kind: 'text',
    name: words,
    prompt: prompt(),
    validate: (text) => (needed && text.trim() === '' ? vscode.l10n.t('This cannot be empty.') : undefined),
  };
  const asked = await ask(memory, { key, title, steps: [step] });
  return asked && String(asked.answers[words] ?? '');
}

function replyText(source: unknown): string | undefined {
  if (typeof source !== 'object' || source === null || !('thread' in source) || !('text' in source)) return undefined;
  return String(source.text);
}

interface Meant {
  readonly id: string | undefined;
  readonly source: unknown;
  readonly named: Folder | undefined;
  readonly threads: Threads;
  readonly list: List;
  readonly title: string;
}

interface RecordRow extends PickRow {
  readonly record: ContextRecord;
}

/** What is offered where nothing is named or clicked on. */
interface List {
  readonly question: string;
  /** What is said where there is nothing to offer. */
  readonly none: string;
  readonly rows: (library: Library) => readonly RecordRow[];
}

/** The risks in one of these states. */
const risksIn = (states: readonly State[]): List => ({
  question: vscode.l10n.t('Which risk?'),
  none: vscode.l10n.t('There is no such risk.'),
  rows: (library) =>
    library
      .ofKind('risk')
      .filter(({ values }) => states.includes(values.state))
      .map((record) => ({ label: record.title, description: riskLine(library, record), record })),
});

/** Every risk, as each may be about a line, then what else is about one. */
const anchored = (): List => ({
  question: vscode.l10n.t('Which one is about the line of the cursor?'),
  none: vscode.l10n.t('Nothing in the records is about a line of code.'),
  rows: (library) => {
    const risks = risksIn(ALL).rows(library);
    const known = new Set(risks.map(({ record }) => record));
    return [...risks, ...library.records.filter((record) => !known.has(record)).flatMap(rowOfAnchored)];
  },
});

function rowOfAnchored(record: ContextRecord): RecordRow[] {
  const { anchor } = record.values as { readonly anchor?: Anchor };
  if (!takesAnchor(record.kind) || record.archived || anchor?.path === undefined) return [];
  const description = dotted(kindOf(record.kind)?.label(), `${anchor.path}:${anchor.line ?? 1}`);
  return [{ label: pickName(record), description, record }];
}

/** The record a gesture is about: named, clicked on, or picked from a list. */
async function recordMeant(
  workspace: Workspace,
  { id, source, named, threads, list, title }: Meant,
): Promise<Located | undefined> {
  const clicked = locatedOf(workspace, source) ?? threadOf(threads, source);
  if (clicked) return clicked;
  const folder = named ?? workspace.folders.find(({ library }) => id && library.find(id)) ?? workspace.active;
  if (!folder) throw noFolder();
  if (id !== undefined) {
    const record = folder.library.find(id);
    if (record) return { folder, record };
    throw new BecauseError('not-found', vscode.l10n.t('No record has the id {0}.', id));
  }
  const rows = list.rows(folder.library);
  if (rows.length === 0) throw new BecauseError('not-found', list.none);
  const picked = await showQuickPick(rows, { title, placeHolder: list.question, matchOnDescription: true });
  return picked && { folder, record: picked.record };
}

/** The risk of the thread a menu was opened on, or of the reply that was written in it. */
function threadOf(threads: Threads, source: unknown): Located | undefined {
  const thread = typeof source === 'object' && source !== null && 'thread' in source ? source.thread : source;
  const found = threads.from(thread);
  return found && { folder: found.folder, record: found.risk };
}

/** A gesture on a risk writes its record anyway: where its line went since is written with it. */
async function rememberPlace(threads: Threads, located: Located): Promise<void> {
  const found = threads.of(located);
  const today = await found?.placeToday(threads.originals);
  const record = located.folder.library.files.get(located.record.path);
  if (!found || !today || !record || !takesAnchor(record.kind)) return;
  await updateAnchor.run(located.folder.because, updateAnchor.input.parse({ id: record.id, anchor: today }));
}

type AnchorInput = Parameters<typeof updateAnchor.run>[1];

/** Where the thread stands today; for one that moved, the line the cursor is on. */
function anchorHere(threads: Threads): Gather<AnchorInput> {
  return async (workspace, given, source, named): Promise<Gathered<AnchorInput> | undefined> => {
    const title = updateAnchor.title();
    const located = await recordMeant(workspace, { id: given.id, source, named, threads, list: anchored(), title });
    if (!located) return undefined;
    const found = threads.of(located);
    const followed = await found?.placeToday(threads.originals);
    const anchor = given.anchor ?? followed ?? (await anchorAtCursor(workspace, located.folder, threads));
    return { folder: located.folder, input: updateAnchor.input.parse({ id: located.record.id, anchor }) };
  };
}

async function anchorAtCursor(workspace: Workspace, folder: Folder, { originals }: Threads): Promise<Anchor> {
  const anchor = await originalOf(originals, folder, lineOfCursor(workspace, folder));
  if (anchor) return anchor;
  throw new BecauseError('bad-input', vscode.l10n.t('Nobody can tell which line this is about now.'), {
    next: vscode.l10n.t('Put the cursor on the line, then choose Update Anchor again.'),
  });
}
