/** Answering and settling risks, from a thread, a row of the sidebar, or the palette. */

import * as vscode from 'vscode';
import type { Action } from '../../actions/action.ts';
import { replyTo } from '../../actions/replyTo.ts';
import { acceptRisk, mitigateRisk, reopenRisk, resolveRisk } from '../../actions/settleRisk.ts';
import { updateAnchor } from '../../actions/updateAnchor.ts';
import { anchorAt } from '../../core/anchor.ts';
import { BecauseError } from '../../core/errors.ts';
import type { Risk } from '../../core/records/all.ts';
import { isOf } from '../../core/records/all.ts';
import type { Gather, Gathered } from '../commands.ts';
import { actionCommand, locatedOf, noFolder } from '../commands.ts';
import { showQuickPick } from '../door/picks.ts';
import { ask, forgetDraft, keepDraft, type TextStep } from '../quickInput.ts';
import type { Folder, Located, Workspace } from '../workspace.ts';
import { pathIn } from './moves.ts';
import type { Threads } from './threads.ts';
import { linesIn } from './trackedLine.ts';
import { riskLine } from './words.ts';

type State = Risk['values']['state'];

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

/** The commands `because.reply`, `mitigateRisk`, `acceptRisk`, `resolveRisk`, `reopenRisk` and `updateAnchor`. */
export function settleCommands(workspace: Workspace, memory: vscode.Memento, threads: Threads): vscode.Disposable {
  const verb = <Input, Output>(action: Action<Input, Output>, asking: Asking) =>
    actionCommand(workspace, action, gather(action, asking, memory, threads));
  return vscode.Disposable.from(
    verb(replyTo, {
      words: 'text',
      risk: 'on',
      prompt: () => vscode.l10n.t('What is your answer?'),
      needed: true,
      states: ['open', 'mitigating', 'accepted', 'resolved'],
    }),
    verb(mitigateRisk, {
      words: 'mitigation',
      risk: 'id',
      prompt: () => vscode.l10n.t('What is done about it?'),
      needed: true,
      states: ['open', 'accepted', 'resolved'],
    }),
    verb(acceptRisk, { ...settling, states: ['open', 'mitigating'] }),
    verb(resolveRisk, { ...settling, states: ['open', 'mitigating', 'accepted'] }),
    verb(reopenRisk, { ...settling, states: ['mitigating', 'accepted', 'resolved'] }),
    actionCommand(workspace, updateAnchor, anchorHere(threads)),
  );
}

function gather<Input>(
  action: Action<Input>,
  { words, risk, prompt, needed, states }: Asking,
  memory: vscode.Memento,
  threads: Threads,
): Gather<Input> {
  return async (workspace, given, source, named) => {
    const input = given as { readonly [name: string]: string | undefined };
    const located = await riskMeant(workspace, {
      id: input[risk],
      source,
      named,
      threads,
      states,
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
  readonly states: readonly State[];
  readonly title: string;
}

/** The record a gesture is about: named, clicked on, or picked from a list. */
async function riskMeant(
  workspace: Workspace,
  { id, source, named, threads, ...list }: Meant,
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
  return pickRisk(folder, list);
}

async function pickRisk(
  folder: Folder,
  { states, title }: Pick<Meant, 'states' | 'title'>,
): Promise<Located | undefined> {
  const { library } = folder;
  const items = library
    .ofKind('risk')
    .filter(({ values }) => states.includes(values.state))
    .map((record) => ({ label: record.title, description: riskLine(library, record), record }));
  if (items.length === 0) throw new BecauseError('not-found', vscode.l10n.t('There is no such risk.'));
  const placeHolder = vscode.l10n.t('Which risk?');
  const picked = await showQuickPick(items, { title, placeHolder, matchOnDescription: true });
  return picked && { folder, record: picked.record };
}

/** The risk of the thread a menu was opened on, or of the reply that was written in it. */
export function threadOf(threads: Threads, source: unknown): Located | undefined {
  const thread = typeof source === 'object' && source !== null && 'thread' in source ? source.thread : source;
  const found = threads.from(thread);
  return found && { folder: found.folder, record: found.risk };
}

/** A gesture on a risk writes its record anyway: where its line went since is written with it. */
async function rememberPlace(threads: Threads, located: Located): Promise<void> {
  const found = threads.of(located);
  const today = await found?.placeToday(threads.originals);
  const record = located.folder.library.files.get(located.record.path);
  if (!found || !today || !record || !isOf(record, 'risk')) return;
  await updateAnchor.run(located.folder.because, updateAnchor.input.parse({ id: record.id, anchor: today }));
}

type AnchorInput = Parameters<typeof updateAnchor.run>[1];

/** Where the thread stands today; for one that moved, the line the cursor is on. */
function anchorHere(threads: Threads): Gather<AnchorInput> {
  return async (workspace, given, source, named): Promise<Gathered<AnchorInput> | undefined> => {
    const title = updateAnchor.title();
    const states = ['open', 'mitigating', 'accepted', 'resolved'] as const;
    const located = await riskMeant(workspace, { id: given.id, source, named, threads, states, title });
    if (!located) return undefined;
    const found = threads.of(located);
    const followed = await found?.placeToday(threads.originals);
    const anchor = given.anchor ?? followed ?? (await anchorAtCursor(located.folder, threads));
    return { folder: located.folder, input: updateAnchor.input.parse({ id: located.record.id, anchor }) };
  };
}

async function anchorAtCursor(folder: Folder, { originals }: Threads) {
  const editor = vscode.window.activeTextEditor;
  const path = editor && pathIn(folder, editor.document.uri);
  const isCode = editor && path !== undefined && !folder.pathOf(editor.document.uri);
  const anchor = isCode ? anchorAt(linesIn(editor.document), editor.selection.active.line, path) : undefined;
  if (anchor && editor) return originals.inCommit(folder, anchor, editor.document);
  throw new BecauseError('bad-input', vscode.l10n.t('Nobody can tell which line this is about now.'), {
    next: vscode.l10n.t('Put the cursor on the line, then choose Update Anchor again.'),
  });
}
