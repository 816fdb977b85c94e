/** The minutes of a walk-through: who has said what of which initiative, and what to mend before the work begins. */
import { dayWords } from '../base/dayWords.ts';
import { t } from '../base/l10n.ts';
import { openDisputes } from '../board/standing.ts';
import { tidy } from '../face/cardLines.ts';
import { nameOf } from '../face/names.ts';
import type { Initiative } from '../kinds/all.ts';
import { courseOf } from '../kinds/question.ts';
import type { Library } from '../library/library.ts';
import { inSection, today } from '../library/query.ts';
import { recordRow } from '../outline/node.ts';
import type { ContextRecord } from '../records/record.ts';
import { dotted } from '../text/joined.ts';
import { storyOf } from './story.ts';
import type { Story } from './told.ts';
import { countedVoices, peopleOf, tallyOf, walkList } from './walk.ts';
import type { Minutes, MinutesRow, WalkChoice, WalkMend } from './walkTold.ts';

/** Characters of a title, of a problem. */
const [TITLE, PROBLEM] = [200, 300];

/** For whom minutes are told, and when. */
interface Reader {
  readonly now: Date;
  readonly me: string | undefined;
}

export function minutesOf(library: Library, choice: WalkChoice, { now, me }: Reader): Minutes {
  const { label, initiatives } = walkList(library, choice, now);
  const day = today(library, now);
  const people = peopleOf(library, initiatives, me);
  const rows = initiatives.map((initiative) => rowOf(library, initiative, people, { day, me }));
  const voices = rows.flatMap((row) => row.voices);
  const names = new Map(voices.map(({ id, name }) => [id, name]));
  const spoken = new Set(voices.flatMap(({ id, said }) => (said === undefined ? [] : id)));
  const taking = people.filter((id) => names.has(id));
  return {
    label: tidy(label),
    day: dayWords(day),
    people: taking.map((id) => ({ id, name: names.get(id) ?? id })),
    rows,
    silent: taking.filter((id) => !spoken.has(id)).map((id) => names.get(id) ?? id),
  };
}

function rowOf(
  library: Library,
  initiative: Initiative,
  people: readonly string[],
  listener: Parameters<typeof storyOf>[2],
): MinutesRow {
  const story = storyOf(library, initiative, listener);
  const voices = countedVoices(library, initiative, people);
  return {
    id: initiative.id,
    called: tidy(initiative.shownId),
    title: tidy(nameOf(initiative), TITLE),
    problem: story.problems[0] && tidy(story.problems[0].statement, PROBLEM),
    voices,
    tally: tallyOf(voices),
    mend: [...waiting(library, initiative), ...missing(story), ...unclear(story)],
  };
}

/** Questions and objections that somebody has to answer. */
function waiting(library: Library, initiative: Initiative): WalkMend[] {
  const open = inSection(library, initiative, 'question').filter((each) => courseOf(each, library).isWaiting);
  const mend = (sort: string) => (record: ContextRecord) => {
    const { label, description } = recordRow(library, record, 'minutes');
    return { id: record.id, sort, says: tidy(dotted(label, description), PROBLEM) };
  };
  return [
    ...open.map(mend(t('Question'))),
    ...openDisputes(library, initiative, 'objection').map(mend(t('Objection'))),
  ];
}

/** What the story lacks; a branch is started when the work begins. */
function missing({ gaps }: Story): WalkMend[] {
  return [gaps.problem, gaps.evidence, gaps.outcome, gaps.estimates]
    .flat()
    .map(({ says, offer }) => ({ id: offer.id, sort: t('Missing'), says }));
}

function unclear({ wording, problems }: Story): WalkMend[] {
  return [...wording.title, ...problems.flatMap((each) => each.wording), ...wording.outcome, ...wording.body]
    .filter(({ dismissed }) => dismissed === undefined)
    .map(({ id, words, says }) => ({ id, sort: t('Wording'), says: `“${words}”: ${says}` }));
}
