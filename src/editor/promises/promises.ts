/** Promising, and what becomes of a promise: the day that is meant is shown before anything is written. */
import { breakPromise, keepPromise, promise, renegotiatePromise } from '../../actions/promise.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import type { Commitment } from '../../core/kinds/all.ts';
import { dueSaid, dueWords, isLate, sentenceOf, timeSaid } from '../../core/promises/due.ts';
import { dotted } from '../../core/text/joined.ts';
import { answering } from '../ask/choosing.ts';
import { gesture, type Meant, type Plain } from '../ask/gesture.ts';
import { memberChoices } from '../ask/members.ts';
import { type Answers, type Choice, pickStep, type Step } from '../ask/steps.ts';
import type { Folder } from '../workspace/workspace.ts';

/** `Because: Promise` */
export const promiseCommand = gesture<Parameters<typeof promise.run>[1], Made, never>(promise, {
  ways: ({ folder, me }) => ({
    steps: ({ text, due, to, initiative }) => [
      { ...text, ...(text.kind === 'text' && { means: (said: string) => wholeMeaning(folder, said) }) },
      dated(folder, due, (answers) => sentenceIn(folder, answers).when),
      toStep(folder, me, to.name),
      initiative,
    ],
  }),
});

type Made = Awaited<ReturnType<typeof promise.run>>;

/** `Because: Renegotiate Promise` */
export const renegotiateCommand = gesture<Parameters<typeof renegotiatePromise.run>[1], Made, Commitment>(
  renegotiatePromise,
  {
    ways: ({ folder }) => ({ steps: ({ due, reason }) => [dated(folder, due), reason] }),
  },
);

/** `Because: Promise Kept`: when it was is asked only where that may make it late. */
export const keepCommand = gesture<Parameters<typeof keepPromise.run>[1], Made, Commitment>(keepPromise, {
  ways: ({ folder, record }: Meant<Commitment>) => {
    const { due } = record.values;
    const isOverdue = due !== undefined && isLate(folder.library, due, folder.because.now().toISOString());
    return { steps: ({ done }: Plain<{ done?: string }>) => (isOverdue ? [meaning(folder, done)] : []) };
  },
});

/** `Because: Cannot Keep Promise` */
export const breakCommand = gesture(breakPromise);

/** What becomes of a promise, whichever it is. */
export const settleCommand = answering(() => t('Settle Promise'), [keepPromise, renegotiatePromise, breakPromise]);

const sentenceIn = ({ library, because }: Folder, { text = '' }: Answers) =>
  sentenceOf(library, String(text), because.now());

/** What the sentence says, with the day that its last words mean. */
function wholeMeaning(folder: Folder, text: string): string | undefined {
  const { what, when } = sentenceIn(folder, { text });
  const due = when === undefined ? undefined : timeSaid(folder.library, when, folder.because.now());
  return due === undefined ? undefined : dotted(what, dueWords(folder.library, due));
}

/** The question for a day to come: what is typed is told as the day it means, and refused where it means none or is over. */
function dated(folder: Folder, step: Step, value: (answers: Answers) => string | undefined = () => undefined): Step {
  const { library, because } = folder;
  const validate = (text: string) => {
    try {
      dueSaid(library, text, because.now());
      return undefined;
    } catch (error) {
      if (error instanceof BecauseError) return [error.message, error.next].filter(Boolean).join(' ');
      throw error;
    }
  };
  return { ...meaning(folder, step), ...(step.kind === 'text' && { prompt: t('By when?'), value, validate }) } as Step;
}

/** The same question, with the day that is meant. */
function meaning({ library, because }: Folder, step: Step): Step {
  if (step.kind !== 'text') return step;
  const means = (text: string) => {
    const time = timeSaid(library, text, because.now());
    return time === undefined ? undefined : dueWords(library, time);
  };
  return { ...step, means };
}

/** Whom it is promised to: one of the others, or all of them. */
function toStep({ library }: Folder, me: string | undefined, name: string): Step {
  const others = memberChoices(library).filter(({ value }) => value !== me);
  const everybody: Choice = { value: '', icon: 'organization', label: t('The whole team'), alwaysShow: true };
  return pickStep(name, t('Who waits for it?'), () => [...others, everybody], { when: () => others.length > 0 });
}
