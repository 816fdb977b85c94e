/** `Because: Challenge Estimate`: beside the numbers as everybody sees them. */
import { challenge } from '../../actions/challenge.ts';
import { dayWords } from '../../core/base/dayWords.ts';
import { t } from '../../core/base/l10n.ts';
import { publicNumbers } from '../../core/board/item.ts';
import { nameOf } from '../../core/face/names.ts';
import type { Evidence, Initiative } from '../../core/kinds/all.ts';
import { byStance, dateOf, evidenceFor } from '../../core/library/query.ts';
import { type Factor, factorName, factors, type Numbers } from '../../core/scoring/factors.ts';
import type { Scales } from '../../core/scoring/item.ts';
import { dotted, spaced } from '../../core/text/joined.ts';
import { choosing } from '../ask/fieldSteps.ts';
import { gesture, type Meant } from '../ask/gesture.ts';
import { type Answers, type Choice, grouped, textStep } from '../ask/steps.ts';
import { firstLine, seen } from '../ask/subject.ts';
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
    const { item, ...units } = await seen({ folder, initiative });
    const numbers = publicNumbers(library, initiative);
    const view: View = { numbers, agreed: item.agreed, ...units };
    const evidence = evidenceFor(library, initiative).filter(({ withheld }) => !withheld);
    const factorIn = (answers: Answers) => (given.factor ?? answers.factor) as Factor;
    return {
      steps: (plain) => [
        choosing(plain.factor, () => factors.map((factor) => factorChoice(factor, view))),
        textStep('to', (answers) => standing(factorIn(answers), view), {
          placeholder: t('What the number should be'),
          validate: (text, answers) => {
            const factor = factorIn(answers);
            const same = numbers[factor] !== undefined && numberIn(factor, text) === numbers[factor];
            return numberProblem(factor, text) ?? (same ? t('That is already the value.') : undefined);
          },
        }),
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

/** The question, and how the number stands. */
const standing = (factor: Factor, view: View): string =>
  spaced(questionOf(factor, view), t('It is {0} now.', inWords(factor, view.numbers[factor], view)));

function factorChoice(factor: Factor, view: View): Choice {
  const value = view.numbers[factor];
  const origin =
    value === undefined ? undefined : view.agreed[factor] === undefined ? t('median of the estimates') : t('agreed');
  return { value: factor, label: factorName(factor), description: dotted(inWords(factor, value, view), origin) };
}

/** Evidence to check or open, for and against apart, the newest first. */
export function evidenceChoices(evidence: readonly Evidence[]): Choice[] {
  const { supports, contradicts, neutral } = byStance(evidence);
  return grouped(
    [t('For'), supports.map(evidenceChoice)],
    [t('Against'), contradicts.map(evidenceChoice)],
    [t('Neutral'), neutral.map(evidenceChoice)],
  );
}

function evidenceChoice(piece: Evidence): Choice {
  const { kind, customer, count } = piece.values;
  const many = count > 1 ? `${count} × ${kind}` : kind;
  return {
    value: piece.id,
    label: nameOf(piece),
    description: firstLine(dotted(many, customer, dayWords(dateOf(piece)))),
  };
}
