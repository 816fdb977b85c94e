/** Agreed numbers and snapshots, for whoever does without the board. */
import { agreeScore } from '../../actions/rounds.ts';
import { takeSnapshot } from '../../actions/takeSnapshot.ts';
import { t } from '../../core/base/l10n.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import { scopeOptions } from '../../core/outline/scope.ts';
import { type Factor, factors, isRange } from '../../core/scoring/factors.ts';
import type { Item } from '../../core/scoring/item.ts';
import { numbersOf } from '../../core/scoring/ranking.ts';
import { isBlind } from '../../core/scoring/readiness.ts';
import { spreadOf } from '../../core/scoring/spread.ts';
import { spaced } from '../../core/text/joined.ts';
import { gesture, type Meant } from '../ask/gesture.ts';
import { type Answers, pickStep, type TextStep, textStep } from '../ask/steps.ts';
import { seen } from '../ask/subject.ts';
import { numberIn, numberProblem, questionOf } from './guessSteps.ts';

export const agreeCommand = gesture(agreeScore, {
  saysTooLittle: (given) => factors.every((factor) => given[factor] === undefined),
  async ways({ folder, record: initiative }: Meant<Initiative>) {
    const looked = await seen({ folder, initiative });
    return {
      steps: () => factors.map((factor) => agreeStep(factor, looked)),
      read: (answers) => answered(answers, looked.item),
    };
  },
});

function agreeStep(factor: Factor, { item, ...units }: Awaited<ReturnType<typeof seen>>): TextStep {
  const { median } = spreadOf(factor, item.voices);
  const question = questionOf(factor, units);
  return textStep(factor, spaced(question, spreadWords(factor, item), agreedWords(item.agreed[factor])), {
    placeholder: t('Leave empty if nothing is agreed'),
    value: () => String(median ?? numbersOf(item, units.scales)[factor] ?? ''),
    validate: (text, answers) => {
      const last = factor === 'effort' && text.trim() === '' && factors.every((each) => (answers[each] ?? '') === '');
      const isNothing = last && factors.every((each) => item.agreed[each] === undefined);
      return isNothing ? t('Enter at least one number.') : numberProblem(factor, text, false);
    },
  });
}

const agreedWords = (agreed: number | undefined): string =>
  agreed === undefined ? '' : t('Agreed so far: {0}.', agreed);

/** What the others said, as far as the person may know it. */
export function spreadWords(factor: Factor, item: Item): string {
  if (item.round.given > 0 && isBlind(item)) return t('The estimates are hidden until you give yours.');
  const { min, max, median, numbers, unsure } = spreadOf(factor, item.voices);
  const ranges = item.voices.some(({ guesses }) => isRange(guesses[factor] ?? '?'));
  const said =
    median === undefined
      ? undefined
      : min === max
        ? t('Estimated: {0}.', median)
        : t('{0} estimates from {1} to {2}, median {3}.', numbers, min ?? 0, max ?? 0, median);
  return spaced(said, ranges && t('Some estimates are ranges.'), unsure > 0 && t('{0} unsure.', unsure));
}

/** An agreed number that was emptied is taken back. */
const answered = (answers: Answers, { agreed }: Item): { [F in Factor]?: number | null } =>
  Object.fromEntries(
    factors.flatMap((factor) => {
      if (!(factor in answers)) return [];
      const value = numberIn(factor, String(answers[factor] ?? ''));
      return value === undefined && agreed[factor] === undefined ? [] : [[factor, value ?? null]];
    }),
  );

/** Which ranking is kept, as the answer says it: by its place in the list. */
const SCOPE = 'scope';

export const snapshotCommand = gesture(takeSnapshot, {
  ways({ folder: { library, because } }: Meant) {
    const options = scopeOptions(library, because.now()).filter(({ choice }) => choice.kind !== 'current');
    const choices = options.map(({ label, description }, index) => ({ value: String(index), label, description }));
    const prompt = t('Which ranking do you want to save?');
    return {
      steps: () => [pickStep(SCOPE, prompt, () => choices)],
      read: ({ [SCOPE]: picked }) => {
        const choice = options[Number(picked)]?.choice ?? { kind: 'all' };
        if (choice.kind === 'sprint') return { sprint: choice.id };
        return choice.kind === 'quarter' ? { quarter: choice.quarter } : {};
      },
    };
  },
});
