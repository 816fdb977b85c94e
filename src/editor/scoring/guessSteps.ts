/** The questions for the four factors: typed numbers, ranges and `?`, and the rungs of the scales to pick from. */
import { t } from '../../core/base/l10n.ts';
import {
  type Factor,
  factorName,
  type Guess,
  guessText,
  isRange,
  type Numbers,
  readGuess,
  rungsOf,
} from '../../core/scoring/factors.ts';
import type { Scales } from '../../core/scoring/item.ts';
import { dotted, spaced } from '../../core/text/joined.ts';
import {
  type Answers,
  type Choice,
  type PickStep,
  pickStep,
  type Step,
  type TextStep,
  textStep,
} from '../ask/steps.ts';

/** What a question about a factor says beside the question. */
export interface Known {
  readonly agreed: Numbers;
  /** What the person said before. */
  readonly earlier: { readonly [F in Factor]?: Guess | undefined };
  readonly reachUnit: string;
  readonly scales: Scales;
}

/** The answer that leads to a box to type in. */
const OTHER = 'other';

const otherName = (factor: Factor): string => `${factor}Other`;

/** The question for one factor, and where it is picked from a scale, the box for everything beside the scale. */
export function guessSteps(factor: Factor, known: Known): Step[] {
  if (rungsOf(factor) === undefined) return [typedStep(factor, factor, known)];
  return [
    rungStep(factor, known),
    { ...typedStep(factor, otherName(factor), known), when: (answers) => answers[factor] === OTHER },
  ];
}

const typedStep = (factor: Factor, name: string, known: Known): TextStep =>
  textStep(name, prompt(factor, known), {
    placeholder: example(factor),
    value: () => guessText(known.earlier[factor]),
    validate: (text) => problemOf(factor, text),
  });

const rungStep = (factor: Factor, known: Known): PickStep =>
  pickStep(factor, spaced(prompt(factor, known), t('Pick, or type your own.')), () => rungChoices(factor, known), {
    typed: (text) => typedChoice(factor, text),
  });

function rungChoices(factor: Factor, { agreed, earlier }: Known): readonly Choice[] {
  const mine = guessText(earlier[factor]);
  const rungs = [...(rungsOf(factor) ?? [])].reverse().map(String);
  const values = mine === '' || mine === '?' || rungs.includes(mine) ? rungs : [mine, ...rungs];
  return [
    ...values.map((value): Choice => {
      const isMine = value === mine;
      const isAgreed = value === String(agreed[factor]);
      const marks = dotted(isAgreed && t('agreed'), isMine && t('yours so far'));
      return { value, label: spaced(value, rungWord(factor, value)), description: marks, picked: isMine };
    }),
    { value: '?', label: t('? I do not know yet'), picked: mine === '?' },
    { value: OTHER, label: t('Another number, or a range…') },
    { value: '', label: t('Leave it out') },
  ];
}

function typedChoice(factor: Factor, text: string): Choice | undefined {
  const typed = readGuess(factor, text);
  if ('problem' in typed || typed.guess === undefined) return undefined;
  const value = guessText(typed.guess);
  return { value, label: value, description: isRange(typed.guess) ? t('low / likely / high') : '' };
}

/** Why a typed guess cannot be taken. */
function problemOf(factor: Factor, text: string): string | undefined {
  const typed = readGuess(factor, text);
  return 'problem' in typed ? typed.problem : undefined;
}

/** Why a typed text is not one plain number. `needed` says so of an empty text. */
export function numberProblem(factor: Factor, text: string, needed = true): string | undefined {
  const typed = readGuess(factor, text);
  if ('problem' in typed) return typed.problem;
  if (typed.guess === undefined) return needed ? t('Enter one number.') : undefined;
  return typeof typed.guess === 'number' ? undefined : t('Enter one number, not a range or ?.');
}

/** The number that was typed, where it is one. */
export function numberIn(factor: Factor, text: string): number | undefined {
  const typed = readGuess(factor, text);
  return 'guess' in typed && typeof typed.guess === 'number' ? typed.guess : undefined;
}

/** The guess an answer stands for: null where one given before was taken back, undefined where none was ever given. */
export function guessIn(
  factor: Factor,
  answers: Answers,
  { earlier }: Pick<Known, 'earlier'>,
): Guess | null | undefined {
  const answer = answers[factor] === OTHER ? answers[otherName(factor)] : answers[factor];
  const typed = readGuess(factor, String(answer ?? ''));
  const guess = 'problem' in typed ? undefined : typed.guess;
  return guess ?? (earlier[factor] === undefined ? undefined : null);
}

/** The question, and what the team agreed on so far. */
function prompt(factor: Factor, known: Known): string {
  const agreed = known.agreed[factor];
  const question = questionOf(factor, known);
  return agreed === undefined ? question : `${question} ${t('Agreed: {0}.', agreed)}`;
}

/** What a factor asks, in the units the team counts in. */
export function questionOf(factor: Factor, { reachUnit, scales }: Pick<Known, 'reachUnit' | 'scales'>): string {
  switch (factor) {
    case 'reach':
      return t('How many {0} does it reach per {1}?', reachUnit, scales.period);
    case 'impact':
      return t('How much does it change for each of them?');
    case 'confidence':
      return t('How sure are you of these numbers, in percent?');
    case 'effort':
      return t('How many {0} does it take in total?', scales.effortUnit);
  }
}

function example(factor: Factor): string {
  const range = { reach: '100 / 250 / 400', impact: '0.5 / 1 / 2', confidence: '50 / 80 / 100', effort: '3 / 6 / 12' };
  return t('A number, a range such as {0}, or ? if you do not know', range[factor]);
}

/** The word for a rung of a scale; empty for other values. */
function rungWord(factor: Factor, value: string): string {
  const words: { readonly [rung: string]: string } =
    factor === 'impact'
      ? {
          '3': t('massive'),
          '2': t('high'),
          '1': t('medium'),
          '0.5': t('low'),
          '0.25': t('minimal'),
        }
      : { '100': t('high'), '80': t('medium'), '50': t('low') };
  return rungsOf(factor) === undefined ? '' : (words[value] ?? '');
}

/** A number of a factor with what it counts: `240 customers per quarter`. */
export function inWords(
  factor: Factor,
  value: number | undefined,
  { reachUnit, scales }: Omit<Known, 'earlier' | 'agreed'>,
) {
  if (value === undefined) return t('not known yet');
  switch (factor) {
    case 'reach':
      return t('{0} {1} per {2}', value, reachUnit, scales.period);
    case 'impact':
      return spaced(String(value), rungWord(factor, String(value)));
    case 'confidence':
      return `${value} %`;
    case 'effort':
      return `${value} ${scales.effortUnit}`;
  }
}

/** The factors as the sentence says them: `Reach, Effort`. */
export const namesOf = (some: readonly Factor[]): string => some.map(factorName).join(', ');
