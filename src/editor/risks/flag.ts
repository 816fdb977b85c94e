/** Flagging a risk: which initiative, what will hurt, how likely and how badly, asked in a row. */

import * as vscode from 'vscode';
import { flagRisk } from '../../actions/flagRisk.ts';
import { risk } from '../../core/kinds/risk.ts';
import type { Anchor } from '../../core/records/kind.ts';
import { folderOf, initiativeChoices } from '../ask/initiatives.ts';
import type { Answers, Choice, Step } from '../ask/quickInput.ts';
import { ask } from '../ask/quickInput.ts';
import type { Gather } from '../commands/commands.ts';
import { actionCommand, locatedOf, noFolder } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { lineOf, lineOfCursor, originalOf, type SeenLine } from '../lines/seenLine.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';
import { Threads } from './threads.ts';
import { impactWord, likelihoodWord } from './words.ts';

type Input = Parameters<typeof flagRisk.run>[1];

/** `Because: Flag Feasibility Risk`, wherever it is called from. */
export const flagCommand: Opens = (live) => actionCommand(live, flagRisk, gather(live.memory, live.the(Threads)));

function gather(memory: vscode.Memento, threads: Threads): Gather<Input> {
  return async (workspace, given, source, named) => {
    const located = locatedOf(workspace, source);
    const initiative = located?.folder.library.findOf('initiative', located.record.id)?.id ?? given.initiative;
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
