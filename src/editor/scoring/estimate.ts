/** `Because: Estimate`: reach, impact, confidence and effort in a row, then the reasons. */
import { estimate } from '../../actions/estimate.ts';
import { startRound } from '../../actions/rounds.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { plural, t } from '../../core/base/l10n.ts';
import { itemOf } from '../../core/board/item.ts';
import { estimateBy, roundsOf } from '../../core/board/rounds.ts';
import { pickName } from '../../core/face/names.ts';
import type { Estimate, Initiative } from '../../core/kinds/all.ts';
import { currentSprint } from '../../core/library/query.ts';
import { byKey } from '../../core/outline/order.ts';
import { factors } from '../../core/scoring/factors.ts';
import { isOver } from '../../core/scoring/readiness.ts';
import { dotted } from '../../core/text/joined.ts';
import { gesture, type Meant } from '../ask/gesture.ts';
import { type Answers, type Choice, grouped, type TextStep, textStep } from '../ask/steps.ts';
import { type About, pickOne, seen, titleAbout } from '../ask/subject.ts';
import type { Folder } from '../workspace/folder.ts';
import { guessIn, guessSteps, type Known, namesOf } from './guessSteps.ts';

type Input = Parameters<typeof estimate.run>[1];

/** `Because: Estimate`, wherever it is called from. */
export const estimateCommand = gesture(estimate, {
  saysTooLittle: (given) => [...factors, 'reasons' as const].every((name) => given[name] === undefined),
  choices: ({ folder, me = '' }) => waitingFirst(folder, me),
  async ways({ folder, me = '', record: initiative, given }: Meant<Initiative>) {
    const about = { folder, initiative };
    const { item, ...units } = await seen(about);
    const isClosed = item.round.revealed && item.round.mine;
    if (isClosed && !(await wantsNewRound(about, item.round.number))) return undefined;
    const mine = latestBy(folder, initiative, me);
    const known = { agreed: item.agreed, earlier: mine?.values ?? {}, ...units };
    const isGiven = factors.some((factor) => factor in given);
    return {
      steps: () => [...factors.flatMap((factor) => guessSteps(factor, known)), reasonStep(known, mine, isGiven)],
      async read(answers) {
        // Only now: a round that is begun and not estimated in would hide everybody's numbers for nothing.
        if (isClosed) await startRound.run(folder.because, { initiative: initiative.id });
        return answered(answers, known, mine);
      },
    };
  },
});

/** What was said before the numbers were shown stays as it was said; a new round is for what was learned since. */
async function wantsNewRound(about: About, round: number): Promise<boolean> {
  const prompt = t('Round {0} is revealed, so your estimate cannot change any more. Estimate again?', round);
  const picked = await pickOne(titleAbout(estimate.title(), about), prompt, [
    {
      value: 'start',
      label: t('Start round {0} with my estimate', round + 1),
      detail: t('Round {0} is kept. The others see your new estimate once they have given theirs.', round),
    },
  ]);
  return picked !== undefined;
}

/** What I said last, in this round or before it: the numbers a person knows best are their own. */
function latestBy({ library }: Folder, initiative: Initiative, me: string): Estimate | undefined {
  const rounds = roundsOf(library, initiative);
  return estimateBy(rounds, me) ?? rounds.all.find(({ by, idle }) => by === me && idle === undefined)?.record;
}

/** Asks for the reasons; where a factor is not known, for what would have to be known. */
function reasonStep(known: Known, mine: Estimate | undefined, isGiven: boolean): TextStep {
  const before = mine?.body.trim() ?? '';
  const isLong = isKeptOnEmpty(mine);
  const prompt = (answers: Answers) => {
    const unsure = factors.filter((factor) => guessIn(factor, answers, known) === '?');
    const question =
      unsure.length === 0
        ? t('Why these numbers?')
        : t('What would you need to know? You do not know yet: {0}.', namesOf(unsure).toLowerCase());
    return `${question} ${isLong ? t('Leave empty to keep what you wrote.') : t('Leave empty for none.')}`;
  };
  return textStep('reasons', prompt, {
    value: () => (isLong ? '' : before),
    validate: (_text, answers) =>
      isGiven || factors.some((factor) => (guessIn(factor, answers, known) ?? undefined) !== undefined)
        ? undefined
        : t('Nothing is estimated yet. Go back and enter at least one number, or ?.'),
  });
}

/** A box of one line would lose the line breaks of a longer text, and must not show a sensitive one. */
const isKeptOnEmpty = (mine: Estimate | undefined): boolean =>
  mine !== undefined && (mine.withheld || mine.body.trim().includes('\n'));

function answered(answers: Answers, known: Known, mine: Estimate | undefined): Partial<Input> {
  const guesses = factors.flatMap((factor) => {
    const guess = factor in answers ? guessIn(factor, answers, known) : undefined;
    return guess === undefined ? [] : [[factor, guess] as const];
  });
  const reasons = String(answers.reasons ?? '');
  const isKept =
    answers.reasons === undefined || reasons === (mine?.body.trim() ?? '') || (reasons === '' && isKeptOnEmpty(mine));
  return { ...Object.fromEntries(guesses), ...(isKept ? {} : { reasons }) };
}

/** The initiatives that wait for my estimate, those of the current sprint first; then those I may correct. */
function waitingFirst(folder: Folder, me: string): readonly Choice[] {
  const { library, because } = folder;
  const sprint = currentSprint(library, because.now())?.id;
  const isSoon = ({ values }: Initiative) => (sprint !== undefined && values.sprint?.includes(sprint) ? 1 : 0);
  const open = library
    .ofKind('initiative')
    .filter(({ values }) => !isOver(values.status))
    .sort((a, b) => isSoon(b) - isSoon(a) || byKey(a, b));
  const isMine = (initiative: Initiative) => itemOf(library, initiative, me).round.mine;
  const choicesOf = (some: readonly Initiative[]) => some.map((one) => choiceOf(folder, one, me));
  const choices = grouped(
    [t('Waiting for your estimate'), choicesOf(open.filter((one) => !isMine(one)))],
    [t('Estimated by you'), choicesOf(open.filter(isMine))],
  );
  if (choices.length > 0) return choices;
  throw new BecauseError('not-found', t('There is no initiative to estimate.'), {
    next: t('Create one first.'),
    remedy: { verb: 'newInitiative', title: t('New Initiative') },
  });
}

/** How many gave an estimate is told to everybody; which numbers is not. */
function choiceOf({ library }: Folder, initiative: Initiative, me: string): Choice {
  const { round, status } = itemOf(library, initiative, me);
  const given =
    round.given === 0 ? t('nobody has estimated') : plural(round.given, '{0} has estimated', '{0} have estimated');
  const description = dotted(status, round.number > 1 && t('round {0}', round.number), given);
  return { value: initiative.id, label: pickName(initiative), description };
}
