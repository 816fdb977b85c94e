/** `Because: Commit to Sprint`: to which sprint, which initiatives, what each still lacks, and why it is committed anyway. */
import { commitToSprint } from '../../actions/commitToSprint.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { itemOf } from '../../core/board/item.ts';
import { pickName } from '../../core/face/names.ts';
import { type Initiative, kindOf, type Sprint } from '../../core/kinds/all.ts';
import { awayWords } from '../../core/kinds/sprint.ts';
import { currentSprint, initiativeKnown, sprintsAhead, today } from '../../core/library/query.ts';
import { byKey } from '../../core/outline/order.ts';
import { gapText } from '../../core/scoring/readiness.ts';
import { oneLine } from '../../core/text/foreignText.ts';
import { dotted } from '../../core/text/joined.ts';
import { gesture, type Meant, type Plain } from '../ask/gesture.ts';
import { type Answers, type Choice, grouped, pickStep, type Step } from '../ask/steps.ts';
import { initiativeClicked, titleAbout } from '../ask/subject.ts';
import type { Folder } from '../workspace/folder.ts';

/** `Because: Commit to Sprint`, wherever it is called from. */
export const commitCommand = gesture(commitToSprint, {
  choices: ({ folder }) => sprintChoices(folder),
  ways({ workspace, folder, source, given, record: sprint }: Meant<Sprint>) {
    const clicked = initiativeClicked(workspace, source)?.initiative.id;
    const ids = (given.initiatives as readonly string[] | undefined) ?? (clicked === undefined ? undefined : [clicked]);
    const initiatives = ids?.map((id) => initiativeKnown(folder.library, id));
    const [only, ...more] = initiatives ?? [];
    const title = commitToSprint.title();
    return {
      key: ids?.join() ?? '',
      title: only && more.length === 0 ? titleAbout(title, { initiative: only }) : title,
      steps: (plain) => stepsFor(folder, plain, initiatives, sprint.id),
      read: (answers) => ({ initiatives: chosenIn(folder, initiatives, answers).map(({ id }) => id) }),
    };
  },
});

/** The initiatives that stay after what is missing was looked at. */
function chosenIn(folder: Folder, given: readonly Initiative[] | undefined, answers: Answers): readonly Initiative[] {
  const ids = answers.anyway ?? answers.initiatives ?? [];
  const chosen = (typeof ids === 'string' ? [ids] : ids).map((id) => initiativeKnown(folder.library, id));
  return answers.anyway === undefined && given ? given : chosen;
}

function stepsFor(
  folder: Folder,
  plain: Plain<Parameters<typeof commitToSprint.run>[1]>,
  given: readonly Initiative[] | undefined,
  sprint: string,
): Step[] {
  const before = (answers: Answers) => chosenIn(folder, given, { initiatives: answers.initiatives ?? [] });
  const anyway = (answers: Answers) => before(answers).map((initiative) => missingChoice(folder, initiative));
  const several = { many: true, needed: true };
  const lacking = (some: readonly Initiative[]) => some.filter((one) => missingOf(folder, one).length > 0);
  return [
    pickStep('initiatives', plain.initiatives.prompt, () => candidates(folder, sprint), {
      ...several,
      when: () => given === undefined,
    }),
    pickStep('anyway', t('Not ready yet. Uncheck what you do not want to commit.'), anyway, {
      ...several,
      when: (answers) => lacking(before(answers)).length > 0,
    }),
    { ...plain.reason, when: (answers) => lacking(chosenIn(folder, given, answers)).length > 0 },
  ];
}

/** What a file says is missing is the same for everybody, so nobody needs to be known. */
const missingOf = ({ library }: Folder, initiative: Initiative) => itemOf(library, initiative, undefined).missing;

const missingWords = (folder: Folder, initiative: Initiative): string =>
  dotted(...missingOf(folder, initiative).map(gapText));

function missingChoice(folder: Folder, initiative: Initiative): Choice {
  const missing = missingWords(folder, initiative);
  return {
    value: initiative.id,
    label: pickName(initiative),
    detail: missing === '' ? t('Nothing is missing') : t('Missing: {0}', missing),
    picked: true,
  };
}

/** What is not built yet, without what is committed to the sprint already; candidates first, those planned for it before others. */
function candidates(folder: Folder, sprint: string): readonly Choice[] {
  const rank = ({ values }: Initiative) => RANK.indexOf(values.status);
  const isPlanned = ({ values }: Initiative) => values.sprint?.includes(sprint) ?? false;
  const some = folder.library
    .ofKind('initiative')
    .filter((one) => rank(one) >= 0 && !(isCommitted(one) && isPlanned(one)))

    .sort((a, b) => rank(a) - rank(b) || Number(isPlanned(b)) - Number(isPlanned(a)) || byKey(a, b));
  if (some.length === 0) throw new BecauseError('not-found', t('There is no initiative to commit.'));
  const choices = (all: readonly Initiative[]) => all.map((one) => candidateChoice(folder, one));
  return grouped(
    [t('Not committed yet'), choices(some.filter((one) => !isCommitted(one)))],
    [t('Committed before'), choices(some.filter(isCommitted))],
  );
}

const isCommitted = ({ values }: Initiative): boolean => values.status === 'committed' || values.status === 'building';

function candidateChoice(folder: Folder, initiative: Initiative): Choice {
  const missing = missingOf(folder, initiative).length;
  const lacks = missing === 0 ? t('nothing missing') : t('{0} missing', missing);
  const planned = initiative.values.sprint?.join(', ');
  return {
    value: initiative.id,
    label: pickName(initiative),
    description: dotted(initiative.values.status, planned, lacks),
  };
}

const RANK: readonly string[] = ['candidate', 'idea', 'committed', 'building'];

/** Sprints that are not over, the current one first; where all are over, all of them from the newest, which is said. */
function sprintChoices({ library, because }: Folder): readonly Choice[] {
  const day = today(library, because.now());
  const current = currentSprint(library, because.now());
  const shown = sprintsAhead(library, because.now());
  if (shown.length > 0) return shown.map((sprint) => sprintChoice(sprint, day, sprint === current));
  throw new BecauseError('not-found', t('There is no sprint yet.'), {
    next: t('Create one first.'),
    remedy: { verb: 'newSprint', title: t('New Sprint') },
  });
}

function sprintChoice(sprint: Sprint, day: string, isCurrent: boolean): Choice {
  const dates = kindOf('sprint')?.describe?.(sprint.values) ?? '';
  const away = awayWords(sprint.values, day);
  const description = dotted(oneLine(dates), away ?? (isCurrent && t('current')));
  return { value: sprint.id, label: sprint.title, description, picked: isCurrent && away === undefined };
}
