/** The steps from a line of code to the customer, each with the words a person reads there. */
import { dayWords } from '../base/dayWords.ts';
import { t } from '../base/l10n.ts';
import { dayIn } from '../base/time.ts';
import { nameOf, pickName } from '../face/names.ts';
import type { Evidence, Initiative, Problem } from '../kinds/all.ts';
import { problemStatements } from '../kinds/initiative.ts';
import { ownQuestion } from '../kinds/problem.ts';
import type { Library } from '../library/library.ts';
import { dateOf, evidenceFor, problemsOf, strongestOf } from '../library/query.ts';
import { detailOf } from '../outline/node.ts';
import { oneLine, severalLines } from '../text/foreignText.ts';
import { dotted } from '../text/joined.ts';
import { cutAtWord, firstParagraph, gist, openQuestion, plainWords, quotes } from '../text/markdownText.ts';
import { type Commit, shortHash, subjectOf } from '../work/facts.ts';
import { mergedTitle } from '../work/mergeMessage.ts';
import type { Via, Why } from '../work/why.ts';
import { cutOff, earlierWords, type LookedBack, revertText, unknownText, viaText } from '../work/whyText.ts';
import type { WhyStep } from './step.ts';

/** Where the steps begin: a commit, or work that is not committed yet. */
export type Beginning =
  | {
      readonly commit: Commit;
      /** The merges that brought it in, the nearest to it first. */
      readonly merges?: readonly Commit[] | undefined;
      /** Whether a shallow clone ends at this commit. */
      readonly isCutOff?: boolean | undefined;
      /** What the line's earlier commits say, where they were asked; `pending` while they are. */
      readonly earlier?: LookedBack | 'pending' | undefined;
    }
  | { readonly branch: string | undefined };

/** Pieces of evidence the steps end with, where the work itself names none. */
const PIECES = 3;

/** Characters of a headline. */
const HEADLINE = 200;

/** Characters of a name: it stands on one line with what it names. */
const NAME = 30;

/** The steps from where the work begins to the evidence; sensitive evidence is left out. `pageOf` knows pull requests. */
export function whySteps(
  library: Library,
  beginning: Beginning,
  why: Why,
  pageOf: (pullRequest: number) => string | undefined = () => undefined,
): readonly WhyStep[] {
  const found = earlierIn(beginning)?.found;
  const known = found?.why ?? why;
  const problems = problemsBehind(library, known);
  const steps = [
    ...('commit' in beginning
      ? commitSteps(library, beginning, why, pageOf)
      : [uncommittedStep(library, beginning.branch, why)]),
    ...(found ? commitSteps(library, found.origin, found.why, pageOf) : []),
    ...known.initiatives.map((initiative) => initiativeStep(library, initiative)),
    ...problems.map((problem) => problemStep(library, problem)),
    ...evidenceBehind(library, known, problems).map((piece) => evidenceStep(piece)),
  ];
  return steps.map((step) => ({
    ...step,
    name: oneLine(step.name),
    headline: oneLine(step.headline),
    lines: step.lines.map(severalLines),
  }));
}

/** Whether anything says why: the commit itself, or an earlier one of its line. */
export function hasWhy(beginning: Beginning, why: Why): boolean {
  return why.via !== undefined || earlierIn(beginning)?.found !== undefined;
}

function earlierIn(beginning: Beginning): LookedBack | undefined {
  const earlier = 'commit' in beginning ? beginning.earlier : undefined;
  return earlier === 'pending' ? undefined : earlier;
}

/** The problems named, then those of the initiatives named; each once. */
function problemsBehind(library: Library, { problems, initiatives }: Why): readonly Problem[] {
  const all = [...problems, ...initiatives.flatMap((initiative) => problemsOf(library, initiative))];
  return [...new Set(all)].filter(({ archived }) => !archived);
}

/** The evidence named; where none is, the strongest behind the initiatives and problems. */
function evidenceBehind(library: Library, why: Why, problems: readonly Problem[]): readonly Evidence[] {
  const named = why.evidence.filter(({ withheld }) => !withheld);
  if (named.length > 0) return named;
  const all = [
    ...why.initiatives.flatMap((initiative) => evidenceFor(library, initiative)),
    ...problems.flatMap((problem) => evidenceFor(library, problem)),
  ];
  return strongestOf([...new Set(all)], PIECES);
}

const headlineOf = ({ message }: Commit): string => subjectOf({ message: message.trim() }).slice(0, HEADLINE);

function commitSteps(
  library: Library,
  { commit, merges = [], isCutOff, earlier }: Extract<Beginning, { commit: Commit }>,
  why: Why,
  pageOf: (pullRequest: number) => string | undefined,
): WhyStep[] {
  const day = dayIn(library.team.hours?.zone, new Date(commit.authored));
  const first: WhyStep = {
    sort: 'commit',
    name: t('Commit {0}', shortHash(commit.hash)),
    headline: headlineOf(commit) || shortHash(commit.hash),
    lines: [
      ...(why.via && !isOfPullRequest(why.via) ? viaText(library, why.via) : []),
      ...unknownText(why),
      ...(why.reverts ? [revertText(why.reverts)] : []),
      ...(earlier ? [earlierWords(commit, earlier)] : []),
      ...(isCutOff ? [cutOff()] : []),
      ...bodyOf(commit),
      dotted(oneLine(commit.author), dayWords(day)),
    ],
    commit: commit.hash,
  };
  const step = pullRequestStep(library, merges[0], why, pageOf);
  return step ? [first, step] : [first];
}

/** The pull request the commit came with, or the merge that brought it in; undefined where nothing of that is known. */
function pullRequestStep(
  library: Library,
  merge: Commit | undefined,
  { via, pullRequest }: Why,
  pageOf: (pullRequest: number) => string | undefined,
): WhyStep | undefined {
  const link = via?.kind === 'pull-request' ? via.link : undefined;
  if (pullRequest === undefined && !merge && !link) return undefined;
  const title = link && link.title !== link.id ? oneLine(link.title) : undefined;
  const url = link?.values.pr ?? (pullRequest === undefined ? undefined : pageOf(pullRequest));
  return {
    sort: 'pull-request',
    name: nameOfRequest(pullRequest, link !== undefined),
    headline: title ?? (merge ? titleOf(merge) : undefined) ?? url ?? t('squashed into this commit'),
    lines: via && isOfPullRequest(via) ? viaText(library, via) : [],
    ...(merge && { commit: merge.hash }),
    ...(url !== undefined && { url }),
  };
}

function nameOfRequest(number: number | undefined, isLinked: boolean): string {
  if (number !== undefined) return t('Pull request #{0}', number);
  return isLinked ? t('Pull request') : t('Merge');
}

/** What a merge is called: hosts put the pull request's title into the subject, or below one of their own. */
const titleOf = (merge: Commit): string =>
  oneLine(mergedTitle(merge.message) ?? bodyOf(merge)[0]?.split('\n', 1)[0] ?? '') || headlineOf(merge);

function bodyOf({ message }: Commit): string[] {
  const end = message.trim().indexOf('\n');
  if (end < 0) return [];
  return message
    .trim()
    .slice(end + 1)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

const isOfPullRequest = ({ kind }: Via): boolean =>
  kind === 'pull-request' || kind === 'merge' || kind === 'merged-branch';

function uncommittedStep(library: Library, branch: string | undefined, { via }: Why): WhyStep {
  return {
    sort: 'uncommitted',
    name: t('Not committed yet'),
    headline: branch === undefined ? t('Not committed yet') : t('Work on {0}', oneLine(branch)),
    lines: via && via.kind !== 'branch' ? viaText(library, via) : [],
  };
}

/** What its problems say is told by steps of their own. */
function initiativeStep(library: Library, record: Initiative): WhyStep {
  const statements = problemStatements(library, record).map(oneLine);
  const lines = detailOf(library, record).lines.filter((line) => !statements.includes(line));
  return { sort: 'initiative', name: t('Initiative'), headline: pickName(record), lines, id: record.id };
}

function problemStep(library: Library, record: Problem): WhyStep {
  const statement = oneLine(plainWords(firstParagraph(record.body) ?? '')).slice(0, HEADLINE);
  const [open, own] = [openQuestion(record.body), ownQuestion(record.body)];
  const { lines } = detailOf(library, record);
  return {
    sort: 'problem',
    name: t('Problem'),
    headline: statement || nameOf(record),
    lines: [...lines.filter((line) => line !== statement && line !== open), ...(own ? [own] : [])],
    id: record.id,
  };
}

/** Who hurts, their words and when; without words, what the piece is called. */
function evidenceStep(record: Evidence): WhyStep {
  const { customer, segment, stance, kind: sort, source = '' } = record.values;
  const [said, ...more] = quotes(record.body).map(({ text }) => `“${oneLine(plainWords(text))}”`);
  const who = (customer && cutAtWord(oneLine(customer), NAME)) || t('Evidence');
  const day = dateOf(record);
  const words = said ?? nameOf(record);
  return {
    sort: 'evidence',
    name: stance === 'contradicts' ? t('{0} (against)', who) : who,
    headline: day === '' ? words : `${words} —\u00A0${dayWords(day)}`,
    lines: [...more, ...(said ? [] : [gist(record.body), dotted(sort, segment)]), source].filter((line) => line !== ''),
    id: record.id,
  };
}
