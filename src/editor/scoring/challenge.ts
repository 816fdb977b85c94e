/** `Because: Challenge a Number`, and what becomes of a challenge: accepted, rejected with words, withdrawn. */
import * as vscode from 'vscode';
import type { Action } from '../../actions/action.ts';
import { acceptChallenge, challenge, rejectChallenge, withdrawChallenge } from '../../actions/challenge.ts';
import { publicNumbers } from '../../core/board/publicNumbers.ts';
import { nameOf } from '../../core/face/names.ts';
import type { Evidence, Initiative } from '../../core/kinds/all.ts';
import { byStance, dateOf, evidenceFor } from '../../core/library/query.ts';
import { type Factor, factorName, factors, type Numbers } from '../../core/scoring/factors.ts';
import type { Scales } from '../../core/scoring/item.ts';
import type { Answers, Choice, Step } from '../ask/quickInput.ts';
import { ask, separator } from '../ask/quickInput.ts';
import {
  brief,
  firstLine,
  initiativeMeant,
  reachUnitOf,
  recordMeant,
  seen,
  signed,
  titleAbout,
} from '../ask/subject.ts';
import type { Gather } from '../commands/commands.ts';
import { actionCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import type { Folder } from '../workspace/workspace.ts';
import { inWords, numberIn, numberProblem, questionOf } from './guessSteps.ts';

type Input = Parameters<typeof challenge.run>[1];

/** `Because: Challenge a Number`, wherever it is called from. */
export const challengeCommand: Opens = (live) => actionCommand(live, challenge, signed(gather(live.memory)));

const settling =
  <Input extends SettleInput, Output>(action: Action<Input, Output>, how: () => Settling = () => ({})): Opens =>
  (live) =>
    actionCommand(live, action, signed(gatherSettling(action, live.memory, how())));

export const acceptCommand = settling(acceptChallenge);

export const rejectCommand = settling(rejectChallenge, () => ({
  words: vscode.l10n.t('Why does the number stay? Whoever challenged it reads this.'),
  isNeeded: true,
}));

export const withdrawCommand = settling(withdrawChallenge, () => ({
  words: vscode.l10n.t('Withdraw this challenge? Give a reason if you like; it is added as a reply.'),
  isOwn: true,
}));

function gather(memory: vscode.Memento): Gather<Input> {
  return async (workspace, given, source, named) => {
    const about = await initiativeMeant(workspace, {
      id: given.initiative,
      source,
      named,
      title: challenge.title(),
      prompt: vscode.l10n.t('Whose number is wrong?'),
    });
    if (!about) return undefined;
    const { folder, initiative } = about;
    const { item, scales } = await seen(about);
    const view = {
      numbers: publicNumbers(folder.library, initiative),
      agreed: item.agreed,
      reachUnit: reachUnitOf(item, scales),
      scales,
    };
    const asked = await ask(memory, {
      key: `challenge:${folder.root.toString()}:${initiative.id}`,
      title: titleAbout(challenge.title(), about),
      steps: steps(folder, initiative, view, given.factor).filter(({ name }) => !(name in given)),
    });
    if (!asked) return undefined;
    const answers = read(asked.answers, given.factor);
    const input = challenge.input.parse({ ...answers, ...given, initiative: initiative.id });
    return { folder, input, done: () => asked.forget() };
  };
}

/** The numbers as everybody sees them: a challenge must not tell what a round still hides. */
interface View {
  readonly numbers: Numbers;
  readonly agreed: Numbers;
  readonly reachUnit: string;
  readonly scales: Scales;
}

function steps({ library }: Folder, initiative: Initiative, view: View, named: Factor | undefined): Step[] {
  const evidence = evidenceFor(library, initiative).filter(({ withheld }) => !withheld);
  const factorIn = (answers: Answers) => named ?? (answers.factor as Factor);
  return [
    {
      kind: 'pick',
      name: 'factor',
      prompt: vscode.l10n.t('Which number is wrong?'),
      choices: () => factors.map((factor) => factorChoice(factor, view)),
    },
    {
      kind: 'text',
      name: 'to',
      prompt: (answers) => {
        const factor = factorIn(answers);
        const stands = vscode.l10n.t('It stands at {0}.', inWords(factor, view.numbers[factor], view));
        return `${questionOf(factor, view)} ${stands}`;
      },
      placeholder: vscode.l10n.t('What the number should be'),
      validate: (text, answers) => {
        const factor = factorIn(answers);
        const same = numberIn(factor, text) === view.numbers[factor] && view.numbers[factor] !== undefined;
        return numberProblem(factor, text) ?? (same ? vscode.l10n.t('That is what it is now.') : undefined);
      },
    },
    {
      kind: 'text',
      name: 'reason',
      prompt: vscode.l10n.t('Why? Whoever decides reads this first.'),
      validate: (text) => (text.trim() === '' ? vscode.l10n.t('Say why.') : undefined),
    },
    {
      kind: 'pick',
      name: 'evidence',
      many: true,
      prompt: vscode.l10n.t('What speaks for it? Check evidence, or press Enter to go without.'),
      when: () => evidence.length > 0,
      choices: () => evidenceChoices(evidence),
    },
  ];
}

function factorChoice(factor: Factor, view: View): Choice {
  const value = view.numbers[factor];
  const origin =
    value === undefined
      ? undefined
      : view.agreed[factor] === undefined
        ? vscode.l10n.t('middle of the estimates')
        : vscode.l10n.t('agreed');
  const description = [inWords(factor, value, view), origin].filter(Boolean).join(' · ');
  return { value: factor, label: factorName(factor), description };
}

/** Evidence to check or open, for and against apart, the newest first. */
export function evidenceChoices(evidence: readonly Evidence[]): Choice[] {
  const { supports, contradicts, neutral } = byStance(evidence);
  const groups = [
    [vscode.l10n.t('Supports'), supports],
    [vscode.l10n.t('Contradicts'), contradicts],
    [vscode.l10n.t('Neutral'), neutral],
  ] as const;
  return groups.flatMap(([label, some]) => (some.length === 0 ? [] : [separator(label), ...some.map(evidenceChoice)]));
}

function evidenceChoice(piece: Evidence): Choice {
  const { kind, customer, count } = piece.values;
  const many = count > 1 ? `${count} × ${kind}` : kind;
  const description = [many, customer, dateOf(piece)].filter(Boolean).join(' · ');
  return { value: piece.id, label: nameOf(piece), description: firstLine(description) };
}

function read(answers: Answers, named: Factor | undefined): { [name: string]: unknown } {
  const { to, evidence, ...rest } = answers;
  const factor = named ?? (answers.factor as Factor);
  return {
    ...rest,
    ...(to === undefined ? {} : { to: numberIn(factor, String(to)) }),
    ...(evidence === undefined || evidence.length === 0 ? {} : { evidence }),
  };
}

interface SettleInput {
  readonly id: string;
  readonly reason?: string | undefined;
}

interface Settling {
  /** The question for the reason, where there is one. */
  readonly words?: string;
  /** Whether there has to be a reason. */
  readonly isNeeded?: boolean;
  /** Whether it is for whoever challenged the number alone. */
  readonly isOwn?: boolean;
}

/** The challenge a row or pick names, and the reason. */
function gatherSettling<Input extends SettleInput, Output>(
  action: Action<Input, Output>,
  memory: vscode.Memento,
  { words, isNeeded = false, isOwn = false }: Settling,
): Gather<Input> {
  return async (workspace, given, source, named) => {
    const located = await recordMeant(workspace, {
      id: given.id,
      source,
      named,
      kind: 'challenge',
      fits: ({ values }, me) => values.state === 'open' && (!isOwn || values.by === me),
      none: isOwn ? vscode.l10n.t('You have no open challenge.') : vscode.l10n.t('There is no open challenge.'),
      title: action.title(),
      prompt: vscode.l10n.t('Which challenge?'),
    });
    if (!located) return undefined;
    const { folder, record } = located;
    const known = { ...given, id: record.id };
    if (words === undefined || given.reason !== undefined) return { folder, input: action.input.parse(known) };
    const asked = await ask(memory, {
      key: `${action.name}:${folder.root.toString()}:${record.id}`,
      title: `${action.title()}: ${brief(nameOf(record))}`,
      steps: [
        {
          kind: 'text',
          name: 'reason',
          prompt: words,
          validate: (text) => (isNeeded && text.trim() === '' ? vscode.l10n.t('This cannot be empty.') : undefined),
        },
      ],
    });
    if (!asked) return undefined;
    const input = action.input.parse({ ...known, reason: String(asked.answers.reason ?? '') });
    return { folder, input, done: () => asked.forget() };
  };
}
