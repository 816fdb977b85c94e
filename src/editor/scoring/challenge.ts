/** `Because: Challenge a Number`: beside the numbers as everybody sees them. */
import * as vscode from 'vscode';
import { challenge } from '../../actions/challenge.ts';
import { publicNumbers } from '../../core/board/item.ts';
import { nameOf } from '../../core/face/names.ts';
import type { Evidence, Initiative } from '../../core/kinds/all.ts';
import { byStance, dateOf, evidenceFor } from '../../core/library/query.ts';
import { type Factor, factorName, factors, type Numbers } from '../../core/scoring/factors.ts';
import type { Scales } from '../../core/scoring/item.ts';
import { choosing } from '../ask/fieldSteps.ts';
import { gesture, type Meant } from '../ask/gesture.ts';
import type { Answers, Choice } from '../ask/quickInput.ts';
import { separator } from '../ask/quickInput.ts';
import { firstLine, reachUnitOf, seen } from '../ask/subject.ts';
import { inWords, numberIn, numberProblem, questionOf } from './guessSteps.ts';

/** The numbers as everybody sees them: a challenge must not tell what a round still hides. */
interface View {
  readonly numbers: Numbers;
  readonly agreed: Numbers;
  readonly reachUnit: string;
  readonly scales: Scales;
}

export const challengeCommand = gesture(challenge, {
  async ways({ folder, record: initiative, given }: Meant<Initiative>) {
    const { library } = folder;
    const { item, scales } = await seen({ folder, initiative });
    const numbers = publicNumbers(library, initiative);
    const view: View = { numbers, agreed: item.agreed, reachUnit: reachUnitOf(item, scales), scales };
    const evidence = evidenceFor(library, initiative).filter(({ withheld }) => !withheld);
    const factorIn = (answers: Answers) => (given.factor ?? answers.factor) as Factor;
    return {
      steps: (plain) => [
        choosing(plain.factor, () => factors.map((factor) => factorChoice(factor, view))),
        {
          kind: 'text',
          name: 'to',
          prompt: (answers) => {
            const factor = factorIn(answers);
            const stands = vscode.l10n.t('It stands at {0}.', inWords(factor, numbers[factor], view));
            return `${questionOf(factor, view)} ${stands}`;
          },
          placeholder: vscode.l10n.t('What the number should be'),
          validate: (text, answers) => {
            const factor = factorIn(answers);
            const same = numbers[factor] !== undefined && numberIn(factor, text) === numbers[factor];
            return numberProblem(factor, text) ?? (same ? vscode.l10n.t('That is what it is now.') : undefined);
          },
        },
        plain.reason,
        ...(evidence.length === 0 ? [] : [choosing(plain.evidence, () => evidenceChoices(evidence))]),
      ],
      read: ({ to, ...answers }) => {
        const number = to === undefined ? undefined : numberIn(factorIn(answers), String(to));
        return number === undefined ? {} : { to: number };
      },
    };
  },
});

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
