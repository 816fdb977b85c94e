/** `Because: Score Technical Debt`: whom it hits or what it would save, so that it stands in the same ranking. */
import * as vscode from 'vscode';
import { scoreDebt } from '../../actions/scoreDebt.ts';
import { t } from '../../core/base/l10n.ts';
import { itemOf } from '../../core/board/item.ts';
import { scalesOf } from '../../core/board/scales.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import { initiativeKnown } from '../../core/library/query.ts';
import { byKey } from '../../core/outline/order.ts';
import type { Scales } from '../../core/scoring/item.ts';
import { whyBeside } from '../../core/scoring/ranking.ts';
import { isInComment } from '../../core/text/codeComment.ts';
import { gesture, type Particular, type Plain } from '../ask/gesture.ts';
import { choiceOf } from '../ask/initiatives.ts';
import { type Answers, type Choice, grouped, pickStep, type Step, textStep } from '../ask/steps.ts';
import { firstLine, initiativeClicked, titleAbout } from '../ask/subject.ts';
import { callFor } from '../commands/calls.ts';
import { lineNumberOf } from '../lines/seenLine.ts';
import type { Folder } from '../workspace/folder.ts';
import { documentAt } from '../workspace/texts.ts';
import { numberIn } from './guessSteps.ts';

/** The answer that makes a new initiative. */
const NEW = 'new';

type Input = Parameters<typeof scoreDebt.run>[1];

/** How debt is asked for, and what it costs. */
export const debtGesture: Particular<Input, { readonly id: string }, Initiative> = {
  // A title alone is debt nobody has measured yet, and meant; an initiative alone is not.
  saysTooLittle: ({ title, customers, saved, because }) =>
    [title, customers, saved, because].every((value) => value === undefined),
  ways({ workspace, folder, source, given: { initiative: id, anchor: told }, line }) {
    const row = initiativeClicked(workspace, source)?.initiative;
    // From a feature's row, it is debt nobody has written down yet.
    const clicked = row?.values.kind === 'debt' ? row : undefined;
    const initiative = id === undefined ? clicked : initiativeKnown(folder.library, String(id));
    const anchor = (told as Input['anchor']) ?? line?.anchor;
    return {
      key: initiative?.id ?? (anchor ? `${anchor.path}:${anchor.line}` : ''),
      title: initiative && titleAbout(scoreDebt.title(), { initiative }),
      steps: (plain) =>
        stepsFor(folder, plain, { initiative, isNew: anchor !== undefined, suggested: () => titleHere(source) }),
      read: ({ initiative: picked }) =>
        initiative ? { initiative: initiative.id } : picked === NEW ? { initiative: undefined } : {},
    };
  },
  done: ({ output, answers }, { folder }) => finish(folder, output, answers),
};

/** `Because: Score Technical Debt`, wherever it is called from. */
export const debtCommand = gesture(scoreDebt, debtGesture);

interface Setting {
  readonly initiative: Initiative | undefined;
  /** Whether it is about a place in code, which no debt written down before is. */
  readonly isNew: boolean;
  readonly suggested: () => string;
}

function stepsFor(folder: Folder, plain: Plain<Input>, { initiative, isNew, suggested }: Setting): Step[] {
  const scales = scalesOf(folder.library);
  const debts = folder.library
    .ofKind('initiative')
    .filter(({ values }) => values.kind === 'debt')
    .sort(byKey);
  const asksWhich = !initiative && !isNew && debts.length > 0;
  const before = (answers: Answers) =>
    (initiative ?? folder.library.findOf('initiative', String(answers.initiative ?? '')))?.values.bridge;
  return [
    pickStep('initiative', t('Which debt?'), () => debtChoices(folder, debts), { when: () => asksWhich }),
    {
      ...plain.title,
      kind: 'text',
      placeholder: t('Retries give up on a restart'),
      when: (answers) => !initiative && (answers.initiative ?? NEW) === NEW,
      value: suggested,
    },
    ...bridgeSteps(scales, plain, before),
    pickStep('next', t('It is ranked once it has impact, confidence and effort. Estimate them now?'), () => [
      { value: 'estimate', label: t('Estimate it now') },
      { value: 'later', label: t('Later') },
    ]),
  ];
}

/** From debt to customers, in plain words. */
function bridgeSteps(
  scales: Scales,
  plain: Plain<Input>,
  before: (answers: Answers) => Initiative['values']['bridge'],
): Step[] {
  const { reachUnit, period } = scales;
  const isKnown = ({ bridge }: Answers) => bridge === 'customers' || bridge === 'saved';
  const amountStep = (name: 'customers' | 'saved', prompt: string) =>
    textStep(name, prompt, {
      when: ({ bridge }) => bridge === name,
      value: (answers) => String(before(answers)?.[name] ?? ''),
      validate: amountProblem,
    });
  return [
    pickStep('bridge', t('How can it be compared with features?'), (answers) => bridgeChoices(scales, before(answers))),
    amountStep('customers', t('How many {0} does it affect per {1}?', reachUnit, period)),
    amountStep('saved', t('How many person-weeks per {0} would fixing it save?', period)),
    { ...plain.because, kind: 'text', when: isKnown, value: (answers) => before(answers)?.because ?? '' },
  ];
}

function bridgeChoices(scales: Scales, before: Initiative['values']['bridge']): Choice[] {
  const { reachUnit, period, customersPerPersonWeek: worth } = scales;
  return [
    {
      value: 'customers',
      label: t('How many {0} it affects per {1}', reachUnit, period),
      detail: t('Ranks beside features, which count {0} too.', reachUnit),
      picked: before?.customers !== undefined,
    },
    {
      value: 'saved',
      label: t('How many person-weeks fixing it would save per {0}', period),
      detail:
        worth === undefined
          ? t('Not ranked until because.yml has customersPerPersonWeek.')
          : t('Ranks beside features: a person-week is worth {0} {1}, as the team agreed.', worth, reachUnit),
      picked: before?.customers === undefined && before?.saved !== undefined,
    },
    {
      value: 'unknown',
      label: t('I don’t know yet'),
      detail: t('Not ranked: nothing compares it with features yet.'),
    },
  ];
}

function debtChoices({ library }: Folder, debts: readonly Initiative[]): Choice[] {
  const scales = scalesOf(library);
  const known = (debt: Initiative): Choice => {
    const isBeside = whyBeside(itemOf(library, debt, undefined), scales) !== undefined;
    return choiceOf(debt, isBeside ? t('not ranked') : t('ranked'));
  };
  return [{ value: NEW, icon: 'add', label: t('New debt…') }, ...grouped([t('Known debt'), debts.map(known)])];
}

// Both are plain amounts, from none to very many, as reach is.
const amountProblem = (text: string): string | undefined =>
  numberIn('reach', text) === undefined ? t('Enter one number. Your own estimate is enough.') : undefined;

/** New debt is shown as the file it became, unless its numbers are wanted first. */
async function finish(folder: Folder, { id }: { readonly id: string }, answers: Answers) {
  if (answers.next === 'estimate') {
    await callFor(folder, 'estimate', { initiative: id });
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
