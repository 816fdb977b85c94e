/** `Because: Score Technical Debt`: whom it hits or what it would save, so that it stands in the same ranking. */
import * as vscode from 'vscode';
import { scoreDebt } from '../../actions/scoreDebt.ts';
import { itemOf } from '../../core/board/item.ts';
import { scalesOf } from '../../core/board/scales.ts';
import { pickName } from '../../core/face/names.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import { byKey } from '../../core/outline/sprint.ts';
import type { Scales } from '../../core/scoring/item.ts';
import { whyBeside } from '../../core/scoring/ranking.ts';
import { isInComment } from '../../core/text/codeComment.ts';
import { folderOf } from '../ask/initiatives.ts';
import type { Answers, Choice, Step } from '../ask/quickInput.ts';
import { ask, separator } from '../ask/quickInput.ts';
import { initiativeClicked, knownInitiative, signed } from '../ask/subject.ts';
import type { Gather } from '../commands/commands.ts';
import { actionCommand, noFolder } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { commandId } from '../doors/commands.ts';
import { Originals } from '../lines/originals.ts';
import { documentAt, lineNumberOf, lineOf, originalOf } from '../lines/seenLine.ts';
import type { Folder } from '../workspace/workspace.ts';
import { numberIn } from './guessSteps.ts';

type Input = Parameters<typeof scoreDebt.run>[1];

/** The answer that makes a new initiative. */
const NEW = 'new';

/** `Because: Score Technical Debt`, wherever it is called from. */
export const debtCommand: Opens = (live) =>
  actionCommand(live, scoreDebt, signed(gatherDebt(live.memory)), {
    // A title alone is debt nobody has measured yet, and meant; an initiative alone is not.
    saysTooLittle: ({ title, customers, saved, because }) =>
      [title, customers, saved, because].every((value) => value === undefined),
  });

/** Asks for debt and what it costs. */
export function gatherDebt(memory: vscode.Memento): Gather<Input> {
  return async (workspace, given, source, named) => {
    const row = initiativeClicked(workspace, source);
    // From a feature's row, it is debt nobody has written down yet.
    const clicked = row?.initiative.values.kind === 'debt' ? row : undefined;
    const folder = named ?? row?.folder ?? folderOf(workspace, given.initiative);
    if (!folder) throw noFolder();
    const seen = given.anchor ? undefined : lineOf(workspace, folder, source);
    const anchor = given.anchor ?? seen?.anchor;
    const inCommit = originalOf(new Originals(workspace), folder, seen);
    const initiative = given.initiative === undefined ? clicked?.initiative : knownInitiative(folder, given.initiative);
    const asked = await ask(memory, {
      key: `scoreDebt:${folder.root.toString()}:${initiative?.id ?? (anchor ? `${anchor.path}:${anchor.line}` : '')}`,
      title: initiative
        ? `${scoreDebt.title()}: ${pickName(initiative)}`
        : anchor
          ? vscode.l10n.t('Score Technical Debt on {0}:{1}', anchor.path ?? '', anchor.line ?? 1)
          : scoreDebt.title(),
      steps: steps(folder, { initiative, isNew: anchor !== undefined, suggested: () => titleHere(source) }).filter(
        ({ name }) => !(name in given),
      ),
    });
    if (!asked) return undefined;
    const input = scoreDebt.input.parse({
      ...read(asked.answers),
      ...given,
      ...(initiative && { initiative: initiative.id }),
      ...(anchor && { anchor: (await inCommit) ?? anchor }),
    });
    return {
      folder,
      input,
      done: (output) => finish(folder, output as { id: string }, asked.answers, asked.forget),
    };
  };
}

interface Place {
  readonly initiative: Initiative | undefined;
  /** Whether it is about a place in code, which no debt written down before is. */
  readonly isNew: boolean;
  readonly suggested: () => string;
}

function steps(folder: Folder, { initiative, isNew, suggested }: Place): Step[] {
  const scales = scalesOf(folder.library);
  const debts = folder.library
    .ofKind('initiative')
    .filter(({ values }) => values.kind === 'debt')
    .sort(byKey);
  const asksWhich = !initiative && !isNew && debts.length > 0;
  const before = (answers: Answers) =>
    (initiative ?? folder.library.findOf('initiative', String(answers.initiative ?? '')))?.values.bridge;
  return [
    {
      kind: 'pick',
      name: 'initiative',
      prompt: vscode.l10n.t('Which debt?'),
      when: () => asksWhich,
      choices: () => debtChoices(folder, debts),
    },
    {
      kind: 'text',
      name: 'title',
      prompt: vscode.l10n.t('What is the debt? A few words.'),
      placeholder: vscode.l10n.t('Retries give up on a restart'),
      when: (answers) => !initiative && (answers.initiative ?? NEW) === NEW,
      value: suggested,
      validate: (text) => (text.trim() === '' ? vscode.l10n.t('Say what it is.') : undefined),
    },
    ...bridgeSteps(scales, before),
    {
      kind: 'pick',
      name: 'next',
      prompt: vscode.l10n.t('It is on the board once it has impact, confidence and effort. Estimate them now?'),
      choices: () => [
        { value: 'estimate', label: vscode.l10n.t('Estimate it now') },
        { value: 'later', label: vscode.l10n.t('Later') },
      ],
    },
  ];
}

/** From debt to customers, in plain words. */
function bridgeSteps(scales: Scales, before: (answers: Answers) => Initiative['values']['bridge']): Step[] {
  const { reachUnit, period } = scales;
  const isKnown = ({ bridge }: Answers) => bridge === 'customers' || bridge === 'saved';
  return [
    {
      kind: 'pick',
      name: 'bridge',
      prompt: vscode.l10n.t('What does it cost, in a number that can stand beside features?'),
      choices: (answers) => bridgeChoices(scales, before(answers)),
    },
    {
      kind: 'text',
      name: 'customers',
      prompt: vscode.l10n.t('Who is hit by it? How many {0} per {1}?', reachUnit, period),
      when: ({ bridge }) => bridge === 'customers',
      value: (answers) => String(before(answers)?.customers ?? ''),
      validate: amountProblem,
    },
    {
      kind: 'text',
      name: 'saved',
      prompt: vscode.l10n.t('How many person-weeks per {0} would it save?', period),
      when: ({ bridge }) => bridge === 'saved',
      value: (answers) => String(before(answers)?.saved ?? ''),
      validate: amountProblem,
    },
    {
      kind: 'text',
      name: 'because',
      prompt: vscode.l10n.t('How does anybody know? A log, a count, a ticket, a week somebody lost.'),
      when: isKnown,
      value: (answers) => before(answers)?.because ?? '',
      validate: (text) =>
        text.trim() === '' ? vscode.l10n.t('Say how anybody knows, so that others can check it.') : undefined,
    },
  ];
}

function bridgeChoices(scales: Scales, before: Initiative['values']['bridge']): Choice[] {
  const { reachUnit, period, customersPerPersonWeek: worth } = scales;
  return [
    {
      value: 'customers',
      label: vscode.l10n.t('How many {0} it hits per {1}', reachUnit, period),
      detail: vscode.l10n.t('Ranks beside features, which count {0} too.', reachUnit),
      picked: before?.customers !== undefined,
    },
    {
      value: 'saved',
      label: vscode.l10n.t('How many person-weeks it would save per {0}', period),
      detail:
        worth === undefined
          ? vscode.l10n.t('Beside the ranking until because.yml has customersPerPersonWeek.')
          : vscode.l10n.t('Ranks beside features: one is worth {0} {1}, as the team agreed.', worth, reachUnit),
      picked: before?.customers === undefined && before?.saved !== undefined,
    },
    {
      value: 'unknown',
      label: vscode.l10n.t('I don’t know yet'),
      detail: vscode.l10n.t('Beside the ranking, not in it: nothing compares it with features yet.'),
    },
  ];
}

function debtChoices({ library }: Folder, debts: readonly Initiative[]): Choice[] {
  const scales = scalesOf(library);
  return [
    { value: NEW, icon: 'add', label: vscode.l10n.t('Debt nobody has written down yet') },
    separator(vscode.l10n.t('Known debt')),
    ...debts.map((debt): Choice => {
      const isBeside = whyBeside(itemOf(library, debt, undefined), scales) !== undefined;
      const stands = isBeside ? vscode.l10n.t('beside the ranking') : vscode.l10n.t('ranked');
      const label = pickName(debt);
      return { value: debt.id, label, description: [debt.values.status, stands].join(' · ') };
    }),
  ];
}

function read({ initiative, title, customers, saved, because }: Answers): { [name: string]: unknown } {
  return {
    ...(initiative === undefined || initiative === NEW ? {} : { initiative }),
    ...(title === undefined ? {} : { title }),
    ...(customers === undefined ? {} : { customers: amountIn(String(customers)) }),
    ...(saved === undefined ? {} : { saved: amountIn(String(saved)) }),
    ...(because === undefined ? {} : { because }),
  };
}

// Both are plain amounts, from none to very many, as reach is.
const amountIn = (text: string): number | undefined => numberIn('reach', text);

const amountProblem = (text: string): string | undefined =>
  amountIn(text) === undefined ? vscode.l10n.t('Give one number; an estimate of yours will do.') : undefined;

/** New debt is shown as the file it became, unless its numbers are wanted first. */
async function finish(folder: Folder, { id }: { id: string }, answers: Answers, forget: () => Thenable<void>) {
  await forget();
  if (answers.next === 'estimate') {
    await vscode.commands.executeCommand(commandId('estimate'), { initiative: id, folder: folder.root.toString() });
    return;
  }
  const debt = folder.library.findOf('initiative', id);
  if (debt && answers.title !== undefined) await vscode.window.showTextDocument(folder.uriOf(debt));
}

/** What the selection or the comment at hand says, as a title. */
function titleHere(source: unknown): string {
  const clicked = lineNumberOf(source);
  const editor = vscode.window.activeTextEditor;
  const document = clicked ? documentAt(clicked.uri) : editor?.document;
  const line = clicked?.line ?? editor?.selection.start.line;
  if (!document || line === undefined || line >= document.lineCount) return '';
  const selected = !clicked && editor ? firstLine(document.getText(editor.selection)) : '';
  const { text } = document.lineAt(line);
  return commentIn(text) || commentIn(line > 0 ? document.lineAt(line - 1).text : '') || withoutMarks(selected);
}

const firstLine = (text: string): string => text.trim().split(/\r\n|\r|\n/, 1)[0] ?? '';

/** The words of the comment on a line; empty where there is none. */
function commentIn(line: string): string {
  const start = [...line.matchAll(/\/\/|\/\*+|<!--|#+|--|^\s*\*|;/g)].find(({ index }) =>
    isInComment(line, Math.min(line.length, index + 4)),
  );
  return start ? withoutMarks(line.slice(start.index)) : '';
}

/** Without what marks a comment, and without the word that says it is to be done. */
function withoutMarks(text: string): string {
  return text
    .trim()
    .replace(/^(?:\/\/+|\/\*+|<!--|#+|--|\*|;)\s*/, '')
    .replace(/(?:\*\/|-->)$/, '')
    .replace(/^(?:TODO|FIXME|HACK|XXX|DEBT)\b(?:\([^)]*\))?[:\s-]*/i, '')
    .trim()
    .slice(0, 80);
}
