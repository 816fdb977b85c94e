/** Flagging a risk: which initiative, what will hurt, how likely and how badly, asked in a row. */
import * as vscode from 'vscode';
import { flagRisk } from '../../actions/flagRisk.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { pickName } from '../../core/face/names.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import { risk } from '../../core/kinds/risk.ts';
import { currentSprint, initiativesIn } from '../../core/library/query.ts';
import { byKey } from '../../core/outline/sprint.ts';
import { anchorAt } from '../../core/records/anchor.ts';
import type { Anchor } from '../../core/records/kind.ts';
import type { Answers, Choice, Step } from '../ask/quickInput.ts';
import { ask } from '../ask/quickInput.ts';
import type { Gather } from '../commands/commands.ts';
import { actionCommand, locatedOf, noFolder } from '../commands/commands.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';
import { type Guess, guesses } from './guess.ts';
import { realPathIn } from './moves.ts';
import type { Originals } from './originals.ts';
import type { Threads } from './threads.ts';
import { linesIn } from './trackedLine.ts';
import { impactWord, likelihoodWord } from './words.ts';

type Input = Parameters<typeof flagRisk.run>[1];

/** `Because: Flag Feasibility Risk`, wherever it is called from. */
export function flagCommand(workspace: Workspace, memory: vscode.Memento, threads: Threads): vscode.Disposable {
  return actionCommand(workspace, flagRisk, gather(memory, threads));
}

function gather(memory: vscode.Memento, threads: Threads): Gather<Input> {
  return async (workspace, given, source, named) => {
    const located = locatedOf(workspace, source);
    const initiative = located?.record.kind === 'initiative' ? located.record.id : given.initiative;
    const folder = named ?? located?.folder ?? folderOf(workspace, initiative);
    if (!folder) throw noFolder();
    const seen = given.anchor ? undefined : lineOf(workspace, folder, source);
    const anchor = given.anchor ?? seen?.anchor;
    // From the palette or by a key, the line of the cursor is what is looked at, and may not be what is meant.
    const isAsked = anchor === undefined && source === undefined && Object.keys(given).length === 0;
    const cursor = isAsked ? lineOfCursor(workspace, folder) : undefined;
    const inCommit = originalOf(threads.originals, folder, seen ?? cursor);
    const known = { ...given, ...(initiative === undefined ? {} : { initiative }) };
    const asked = await ask(memory, {
      key: `flagRisk:${folder.root.toString()}`,
      title: anchor
        ? vscode.l10n.t('Flag Feasibility Risk on {0}:{1}', anchor.path ?? '', anchor.line ?? 1)
        : flagRisk.title(),
      steps: [...(cursor ? [lineStep(cursor.anchor)] : []), ...steps(workspace, folder)].filter(
        ({ name }) => !(name in known),
      ),
    });
    if (!asked) return undefined;
    const { line, ...answers } = asked.answers;
    const about = line === HERE ? cursor : seen;
    const written = about ? ((await inCommit) ?? about.anchor) : anchor;
    const input = flagRisk.input.parse({ ...read(answers), ...known, anchor: written });
    const done = async (output: unknown) => {
      await asked.forget();
      await show(folder, threads, (output as { id: string }).id, about);
    };
    return { folder, input, done };
  };
}

/** What was flagged is shown where it belongs: at its line, or as the record it became. */
async function show(folder: Folder, threads: Threads, id: string, about: SeenLine | undefined): Promise<void> {
  const flagged = folder.library.findOf('risk', id);
  const isAsSeen = about !== undefined && about.document.version === about.version;
  const line = isAsSeen ? (about.anchor.line ?? 1) - 1 : undefined;
  if (!flagged || (await threads.reveal(folder, flagged, { line, uri: about?.document.uri }))) return;
  await vscode.window.showTextDocument(folder.uriOf(flagged));
}

/** The folder that knows the initiative, else the active one. */
export function folderOf(workspace: Workspace, initiative: string | undefined): Folder | undefined {
  const { active, folders } = workspace;
  if (initiative === undefined || active?.library.initiativeOf(initiative)) return active;
  return folders.find(({ library }) => library.initiativeOf(initiative)) ?? active;
}

/** A line of a document, as it was when somebody meant it. */
export interface SeenLine {
  readonly anchor: Anchor;
  readonly document: vscode.TextDocument;
  readonly version: number;
}

/** The line as the checked-out commit has it, in so far as it does; undefined where none was meant. */
export async function originalOf(originals: Originals, folder: Folder, seen: SeenLine | undefined) {
  return seen && originals.inCommit(folder, seen.anchor, seen.document);
}

/** The line a menu was opened on, or that is selected; a bare cursor means no line. */
export function lineOf(workspace: Workspace, folder: Folder, source: unknown): SeenLine | undefined {
  const editor = vscode.window.activeTextEditor;
  const clicked = lineNumberOf(source);
  const onLine = source instanceof vscode.Uri || editor?.selection.isEmpty === false;
  const document = clicked ? documentAt(clicked.uri) : onLine ? editor?.document : undefined;
  return lineIn(workspace, folder, document, clicked?.line ?? editor?.selection.start.line ?? 0);
}

/** The line of the cursor in a file of code, unless there is nothing on it. */
export function lineOfCursor(workspace: Workspace, folder: Folder): SeenLine | undefined {
  const editor = vscode.window.activeTextEditor;
  return lineIn(workspace, folder, editor?.document, editor?.selection.active.line ?? 0);
}

function lineIn(
  workspace: Workspace,
  folder: Folder,
  document: vscode.TextDocument | undefined,
  line: number,
): SeenLine | undefined {
  if (!document || workspace.folderOf(document.uri) !== folder || folder.pathOf(document.uri)) return undefined;
  const path = realPathIn(folder, document.uri);
  if (path === undefined) return undefined;
  const anchor = anchorAt(linesIn(document), line, path);
  return anchor && { anchor, document, version: document.version };
}

/** The menu of the line numbers passes where it was opened. */
export function lineNumberOf(source: unknown): { uri: string; line: number } | undefined {
  if (typeof source !== 'object' || source === null || !('lineNumber' in source) || !('uri' in source))
    return undefined;
  return { uri: String(source.uri), line: Number(source.lineNumber) - 1 };
}

/** An open document by its address. */
export function documentAt(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

/** The answer that means the line of the cursor. */
const HERE = 'here';

function lineStep({ path = '', line = 1, text = '' }: Anchor): Step {
  return {
    kind: 'pick',
    name: 'line',
    prompt: vscode.l10n.t('Is it about this line?'),
    choices: () => [
      { value: HERE, icon: 'location', label: `${path}:${line}`, description: text.trim().slice(0, 80) },
      { value: 'none', icon: 'circle-slash', label: vscode.l10n.t('No line: it is about the initiative as a whole') },
    ],
  };
}

function steps(workspace: Workspace, folder: Folder): Step[] {
  const { cause } = risk.fields;
  return [
    {
      kind: 'pick',
      name: 'initiative',
      prompt: vscode.l10n.t('Which initiative does it threaten?'),
      choices: () => initiativeChoices(workspace, folder),
    },
    {
      kind: 'text',
      name: 'text',
      prompt: vscode.l10n.t('What will hurt, and why?'),
      placeholder: vscode.l10n.t('One SMS sender is too slow for a real incident'),
      validate: (text) => (text.trim() === '' ? vscode.l10n.t('Say what will hurt.') : undefined),
    },
    {
      kind: 'pick',
      name: 'cause',
      prompt: vscode.l10n.t('Where does it come from?'),
      choices: () => cause.values?.map((value) => ({ value, label: value })) ?? [],
    },
    {
      kind: 'pick',
      name: 'likelihood',
      prompt: vscode.l10n.t('How likely is it?'),
      choices: () => scale(likelihoodWord),
    },
    {
      kind: 'pick',
      name: 'impact',
      prompt: vscode.l10n.t('How badly would it hurt?'),
      choices: () => scale(impactWord),
    },
    {
      kind: 'text',
      name: 'mitigation',
      prompt: vscode.l10n.t('What could be done about it? Leave empty if nobody knows yet.'),
    },
  ];
}

const scale = (word: (value: number) => string): Choice[] =>
  [1, 2, 3, 4, 5].map((value) => ({ value: String(value), label: `${value} ${word(value)}` }));

function read({ likelihood, impact, ...rest }: Answers): { [name: string]: unknown } {
  const numbers = { ...(likelihood && { likelihood: Number(likelihood) }), ...(impact && { impact: Number(impact) }) };
  return { ...rest, ...numbers };
}

/** The guesses with their reasons, then the current sprint's, then all others. */
export function initiativeChoices(workspace: Workspace, folder: Folder): Choice[] {
  const { library, because } = folder;
  const guessed = guesses(workspace, folder, vscode.window.activeTextEditor);
  const sprint = currentSprint(library, because.now());
  const inSprint = sprint ? initiativesIn(library, { kind: 'sprint', id: sprint.id }) : [];
  const seen = new Set(guessed.map(({ initiative }) => initiative));
  const unseen = (all: readonly Initiative[]) => [...all].sort(byKey).filter((one) => !seen.has(one) && seen.add(one));
  const groups: readonly (readonly [string, readonly Choice[]])[] = [
    [vscode.l10n.t('Suggested'), guessed.map(choiceOfGuess)],
    [sprint?.title ?? '', unseen(inSprint).map((one) => choiceOf(one))],
    [vscode.l10n.t('Others'), unseen(library.ofKind('initiative')).map((one) => choiceOf(one))],
  ];
  const filled = groups.filter(([, choices]) => choices.length > 0);
  if (filled.length > 0) return filled.flatMap(([label, choices]) => [separator(label), ...choices]);
  throw new BecauseError('not-found', vscode.l10n.t('There is no initiative yet.'), {
    next: vscode.l10n.t('Make one with Because: New Initiative.'),
  });
}

const choiceOfGuess = ({ initiative, why }: Guess): Choice => choiceOf(initiative, why);

/** An initiative to pick, with its status and why it is offered. */
export function choiceOf(initiative: Initiative, why?: string): Choice {
  const description = [initiative.values.status, why].filter(Boolean).join(' · ');
  return { value: initiative.id, label: pickName(initiative), description };
}

/** A heading between choices. */
export const separator = (label: string): Choice => ({ value: '', label, kind: vscode.QuickPickItemKind.Separator });
