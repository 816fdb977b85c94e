/** `Because: Record a Result`: what was measured, typed as a value or a count, and the verdict the numbers suggest. */
import { recordResult } from '../../actions/recordResult.ts';
import { t } from '../../core/base/l10n.ts';
import { scalesOf } from '../../core/board/scales.ts';
import { measure } from '../../core/board/summary.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import { outcomeText } from '../../core/kinds/initiative.ts';
import { amountIn, type Comparison, compare, type Method, verdictOf } from '../../core/measure/comparison.ts';
import { readSide, readWindow } from '../../core/measure/reading.ts';
import { suggestionText } from '../../core/measure/words.ts';
import { predictedFor } from '../../core/results/predicted.ts';
import { typedNumber } from '../../core/scoring/factors.ts';
import { spaced } from '../../core/text/joined.ts';
import { gesture, type Meant, type Plain } from '../ask/gesture.ts';
import { type Answers, pickStep, type Step, type TextStep, textStep } from '../ask/steps.ts';
import { callFor } from '../commands/calls.ts';
import type { Opens } from '../commands/live.ts';
import type { Folder } from '../workspace/folder.ts';

type Input = Parameters<typeof recordResult.run>[1];

export const recordResultCommand: Opens = gesture(recordResult, {
  ways({ folder, record: initiative, given }: Meant<Initiative>) {
    const compared = (answers: Answers) => comparisonIn(initiative, answers, given as Partial<Input>);
    return {
      steps: (plain) => stepsFor(folder, initiative, plain, compared),
      read: (answers) => readIn(answers),
    };
  },
  done: ({ input: { initiative } }, { folder }) => callFor(folder, 'openResults', { id: initiative }),
});

function stepsFor(
  { library }: Folder,
  initiative: Initiative,
  plain: Plain<Input>,
  compared: (answers: Answers) => Comparison,
): readonly Step[] {
  const promised = outcomeText(initiative);
  const baseline = amountIn(initiative.values.outcome?.baseline);
  return [
    plain.method,
    sideStep('baseline', spaced(promised && `${promised}.`, t('What was it before?')), baseline),
    sideStep('after', t('What is it now?')),
    windowStep('window', t('When was that measured? The first and the last day (optional).')),
    windowStep(
      'windowBefore',
      t('And when was it measured before? The first and the last day (optional).'),
      (answers) => textIn(answers, 'window').trim() !== '' && isBeforeAfter(compared, answers),
    ),
    pickStep('samePeople', t('Were the same people counted twice?'), () => SAME(), {
      when: (answers) =>
        compared({ ...answers, samePeople: 'false' }).change !== undefined && isBeforeAfter(compared, answers),
    }),
    verdictStep(plain.verdict, compared),
    numberStep('reach', library, initiative),
    numberStep('impact', library, initiative),
    numberStep('effort', library, initiative),
    plain.body,
    plain.next,
  ];
}

const isBeforeAfter = (compared: (answers: Answers) => Comparison, answers: Answers): boolean =>
  compared(answers).method === 'before-after';

const SAME = () => [
  { value: 'false', label: t('No, other people'), picked: true },
  { value: 'true', label: t('Yes, the same people'), detail: t('Then no interval can be given.') },
];

const sideStep = (name: 'baseline' | 'after', prompt: string, before?: number): TextStep =>
  textStep(name, prompt, {
    placeholder: t('A value such as 20, or a count such as 40 of 100'),
    ...(before !== undefined && { value: () => String(before) }),
    validate: (text) =>
      text.trim() === '' ? t('Give a value such as 20, or a count such as 40 of 100.') : readSide(text).problem,
  });

const windowStep = (name: string, prompt: string, when?: (answers: Answers) => boolean): TextStep =>
  textStep(name, prompt, {
    placeholder: t('2026-11-01 to 2026-11-28'),
    validate: (text) => readWindow(text).problem,
    ...(when && { when }),
  });

/** The verdict the numbers suggest is the first choice; the person decides. */
function verdictStep(step: Step, compared: (answers: Answers) => Comparison): Step {
  const suggested = (answers: Answers) => verdictOf(compared(answers));
  if (step.kind !== 'pick') return step;
  return {
    ...step,
    prompt: (answers) => spaced(suggestionText(compared(answers)), t('What does it say about the outcome?')),
    choices: async (answers) => {
      const all = await step.choices(answers);
      const wanted = suggested(answers);
      const isWanted = ({ value }: { readonly value: string }) => value === wanted;
      const first = all.filter(isWanted).map((one) => ({ ...one, description: t('suggested'), picked: true }));
      return [...first, ...all.filter((one) => !isWanted(one))];
    },
  };
}

/** What a factor turned out to be, beside what was predicted. */
function numberStep(
  factor: 'reach' | 'impact' | 'effort',
  library: Folder['library'],
  initiative: Initiative,
): TextStep {
  const scales = scalesOf(library);
  const predicted = predictedFor(library, initiative)?.numbers[factor];
  const unit = factor === 'reach' ? (initiative.values.rice?.unit ?? scales.reachUnit) : scales.effortUnit;
  const questions = {
    reach: t('How many {0} did it reach per {1}? (optional)', unit, scales.period),
    impact: t('What was its impact? 3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal. (optional)'),
    effort: t('How many {0} did it take? (optional)', unit),
  };
  const before =
    predicted === undefined
      ? undefined
      : t('Predicted: {0}.', measure(factor, String(predicted), { ...scales, reachUnit: unit }));
  return textStep(factor, spaced(questions[factor], before), {
    validate: (text) =>
      text.trim() === '' || typedNumber(text) >= 0 ? undefined : t('Give one number, or leave it empty.'),
  });
}

const textIn = (answers: Answers, name: string): string => String(answers[name] ?? '');

/** What is said so far, or was known before anybody was asked. */
function comparisonIn({ values }: Initiative, answers: Answers, given: Partial<Input>): Comparison {
  const { baseline = given.baseline, after = given.after, samePeople = given.samePeople } = readIn(answers);
  return compare(
    {
      method: given.method ?? (textIn(answers, 'method') as Method),
      samePeople: samePeople === true,
      baseline: baseline ?? {},
      after: after ?? {},
    },
    values.outcome,
  );
}

function readIn(answers: Answers): Partial<Input> {
  const { read: baseline } = readSide(textIn(answers, 'baseline'));
  const { read: after } = readSide(textIn(answers, 'after'));
  const windowIn = (name: string) => readWindow(textIn(answers, name)).read;
  return {
    ...(baseline && { baseline: { ...baseline, ...windowIn('windowBefore') } }),
    ...(after && { after: { ...after, ...windowIn('window') } }),
    ...(answers.samePeople === 'true' && { samePeople: true }),
  };
}
