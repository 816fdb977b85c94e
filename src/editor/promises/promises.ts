/** Promising, and what becomes of a promise: the day that is meant is shown before anything is written. */
import { breakPromise, keepPromise, promise, renegotiatePromise } from '../../actions/promise.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import type { Commitment } from '../../core/kinds/all.ts';
import { doneSaid, dueSaid, dueWords, isLate, sentenceOf, timeSaid } from '../../core/promises/due.ts';
import { dotted } from '../../core/text/joined.ts';
import { gesture, type Meant, type Plain } from '../ask/gesture.ts';
import { memberChoices } from '../ask/members.ts';
import { type Answers, type Choice, pickStep, type Step, type TextStep, textStep } from '../ask/steps.ts';
import type { Folder } from '../workspace/folder.ts';

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
    return { steps: ({ done }: Plain<{ done?: string }>) => (isOverdue ? [past(folder, done)] : []) };
  },
});

/** `Because: Cannot Keep Promise` */
export const breakCommand = gesture(breakPromise);

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
  const validate = (text: string) => complaint(() => dueSaid(library, text, because.now()));
  return { ...asText(step), prompt: t('By when?'), value, validate, means: meaningIn(folder) };
}

/** The question when something was done; nothing typed means now. */
function past(folder: Folder, step: Step): Step {
  const { library, because } = folder;
  const validate = (text: string) =>
    text.trim() === '' ? undefined : complaint(() => doneSaid(library, text, because.now()));
  return { ...asText(step), validate, means: meaningIn(folder) };
}

const asText = (step: Step): TextStep => (step.kind === 'text' ? step : textStep(step.name, step.prompt));

/** Why the words cannot be taken, in words. */
function complaint(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof BecauseError) return [error.message, error.next].filter(Boolean).join(' ');
    throw error;
  }
}

/** The day or time that is meant. */
const meaningIn =
  ({ library, because }: Folder) =>
  (text: string): string | undefined => {
    const time = timeSaid(library, text, because.now());
    return time === undefined ? undefined : dueWords(library, time);
  };

/** Whom it is promised to: one of the others, or all of them. */
function toStep({ library }: Folder, me: string | undefined, name: string): Step {
  const others = memberChoices(library).filter(({ value }) => value !== me);
  const everybody: Choice = { value: '', icon: 'organization', label: t('The whole team'), alwaysShow: true };
  return pickStep(name, t('Who waits for it?'), () => [...others, everybody], { when: () => others.length > 0 });
}
