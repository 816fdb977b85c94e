/** What an initiative opens into: why it is done, what should change, what may hurt, and the work that serves it. */
import { plural, t } from '../base/l10n.ts';
import type { Evidence, Initiative, Problem } from '../kinds/all.ts';
import { sectioned } from '../kinds/all.ts';
import { outcomeText } from '../kinds/initiative.ts';
import type { Library } from '../library/library.ts';
import { byStance, evidenceFor, inSection, isWritten } from '../library/query.ts';
import { oneLine } from '../text/foreignText.ts';
import { dotted, joined } from '../text/joined.ts';
import { type Fold, missing, note, type OutlineNode, type Rows, recordRow, section } from './node.ts';
import { scoresRow } from './scores.ts';

/** The row of an initiative, closed, with everything below it. */
export function initiativeRow(library: Library, initiative: Initiative, below: string, me?: string): OutlineNode {
  const row = recordRow(library, initiative, below);
  // Nothing is known of a file that could not be read, so there is nothing to unfold.
  if (initiative.broken) return row;
  return { ...row, fold: 'closed', children: () => initiativeParts(library, initiative, row.id, 'closed', { me }) };
}

/** How the parts of an initiative start. */
type Start = Exclude<Fold, 'leaf'>;

/** For whom, and on which branch, the parts of an initiative are shown. */
interface Seeing {
  /** Scores show what this member may see; to nobody in particular nothing. */
  readonly me?: string | undefined;
  /** The branch that serves the initiative by its name alone, so that no record tells. */
  readonly named?: string | undefined;
}

/** Why, Outcome, the sections of kinds, Scores, and the sections behind them; `fold` tells how they start. */
export function initiativeParts(
  library: Library,
  initiative: Initiative,
  below: string,
  fold: Start,
  { me, named }: Seeing = {},
): Rows {
  return [
    whyRow(library, initiative, below, fold),
    outcomeRow(initiative, below),
    ...sectionRows(library, initiative, below, fold, { isLast: false }),
    scoresRow(library, initiative, below, me),
    ...sectionRows(library, initiative, below, fold, { isLast: true, named }),
  ];
}

/** What evidence may say, as a group of rows, and in the words of a row above it. */
const stances = [
  { name: 'supports', label: () => t('Supports'), icon: 'thumbsup', said: (count: number) => t('{0} for', count) },
  {
    name: 'contradicts',
    label: () => t('Contradicts'),
    icon: 'thumbsdown',
    said: (count: number) => t('{0} against', count),
  },
  { name: 'neutral', label: () => t('Neutral'), icon: 'dash', said: (count: number) => t('{0} neutral', count) },
] as const;

/** The evidence that is there of each stance. */
function byStances(evidence: readonly Evidence[]) {
  const sorted = byStance(evidence);
  return stances
    .map((stance) => ({ ...stance, pieces: sorted[stance.name] }))
    .filter(({ pieces }) => pieces.length > 0);
}

function whyRow(library: Library, initiative: Initiative, below: string, fold: Start): OutlineNode {
  const id = `${below}/why`;
  const evidence = evidenceFor(library, initiative);
  const said = byStances(evidence.filter(isWritten)).map(({ said, pieces }) => said(pieces.length));
  const description = dotted(...said) || t('no evidence yet');
  const row = { id, label: t('Why'), description, icon: 'question', context: 'section.why', record: initiative, fold };
  // Where the initiative itself is open already, evidence starts folded, so that outcome and risks are seen at a glance.
  const groups = fold === 'open' ? 'closed' : 'open';
  const problems = initiative.values.problem ?? [];
  const own = evidence.filter(({ values }) => !values.problem?.some((id) => problems.includes(id)));
  return section(row, () => [
    ...problemRows(library, initiative, evidence, id, groups),
    ...evidenceRows(library, own, id, groups),
  ]);
}

function problemRows(
  library: Library,
  initiative: Initiative,
  evidence: readonly Evidence[],
  below: string,
  groups: Start,
): Rows {
  const ids = initiative.values.problem ?? [];
  if (ids.length === 0) {
    const hint = t('Say who hurts, how badly, and how you know it: name a problem in this initiative.');
    return [missing(below, initiative, t('No problem yet'), hint)];
  }
  return [...new Set(ids)].flatMap((id) => {
    const problem = library.findOf('problem', id);
    if (!problem) return missingRow(library, initiative, id, below);
    return problem.archived ? [] : problemRow(library, problem, evidence, below, groups);
  });
}

function problemRow(
  library: Library,
  problem: Problem,
  evidence: readonly Evidence[],
  below: string,
  groups: Start,
): OutlineNode {
  const row = recordRow(library, problem, below);
  const own = evidence.filter(({ values }) => values.problem?.includes(problem.id));
  if (own.length === 0) {
    const children = () => [missing(row.id, problem, t('No evidence yet'), t('Validate before building.'))];
    return { ...row, fold: 'open', children };
  }
  const count = plural(own.length, '{0} piece of evidence', '{0} pieces of evidence');
  return {
    ...row,
    fold: 'open',
    spoken: joined(row.spoken, count),
    children: () => evidenceRows(library, own, row.id, groups),
  };
}

/** The initiative names a problem that is not there: the row leads to where it says so. */
function missingRow(library: Library, initiative: Initiative, id: string, below: string): OutlineNode {
  const finding = library.findings(initiative).find(({ span }) => {
    return initiative.source.text.slice(span.start, span.end).includes(id);
  });
  const description = finding?.message ?? t('No record has the id {0}.', oneLine(id));
  return note({
    id: `${below}/missing/${id}`,
    label: oneLine(id),
    description,
    icon: 'warning',
    tone: 'warning',
    context: 'note.missing',
    record: initiative,
    at: finding?.span,
    hint: description,
  });
}

/** Evidence by what it says, the newest first; what it comes to is on the group's row. */
function evidenceRows(library: Library, evidence: readonly Evidence[], below: string, fold: Start): Rows {
  return byStances(evidence).map(({ name, label, icon, pieces }) => {
    const id = `${below}/${name}`;
    return section(
      { id, label: label(), description: String(pieces.length), icon, context: `section.${name}`, fold },
      () => pieces.map((piece) => recordRow(library, piece, id)),
    );
  });
}

function outcomeRow(initiative: Initiative, below: string): OutlineNode {
  const text = outcomeText(initiative);
  return note({
    id: `${below}/outcome`,
    label: t('Outcome'),
    description: text ?? t('none yet'),
    icon: 'target',
    context: 'section.outcome',
    record: initiative,
    at: initiative.source.raw.outcome === undefined ? undefined : initiative.source.locate(['outcome'], 'key'),
    hint: text ?? t('Say what changes for people, and by how much.'),
  });
}

/** The sections of kinds, those behind the scores or those before them. */
function sectionRows(
  library: Library,
  initiative: Initiative,
  below: string,
  fold: Start,
  { isLast, named }: { readonly isLast: boolean; readonly named?: string | undefined },
): Rows {
  return sectioned
    .filter(({ place }) => Boolean(place.isLast) === isLast)
    .flatMap(({ name, place, isOpen }) => {
      const id = `${below}/${place.name}`;
      const records = inSection(library, initiative, name);
      const first = place.name === 'work' && named !== undefined ? [namedRow(named, initiative, id)] : [];
      const total = records.length + first.length;
      const row = {
        id,
        label: place.label(),
        icon: place.icon,
        context: `section.${place.name}`,
        record: initiative,
      };
      if (total === 0) return place.none ? note({ ...row, description: place.none() }) : [];
      const open = isOpen ? records.filter((record) => isOpen(record as never)).length : total;
      const counts = dotted(
        open > 0 ? t('{0} open', open) : undefined,
        open < total ? t('{0} settled', total - open) : undefined,
      );
      return section({ ...row, description: isOpen ? counts : String(total), fold: open > 0 ? fold : 'closed' }, () => [
        ...first,
        ...records.map((record) => recordRow(library, record, id)),
      ]);
    });
}

/** A problem that a link names by itself, with the evidence for and against it. */
export function linkedProblemRow(library: Library, problem: Problem, below: string): OutlineNode {
  return problemRow(library, problem, evidenceFor(library, problem), below, 'open');
}

/** The branch that carries the initiative's key: linked without a record. */
function namedRow(branch: string, initiative: Initiative, below: string): OutlineNode {
  return note({
    id: `${below}/named`,
    label: oneLine(branch),
    description: t('by its name'),
    icon: 'git-branch',
    context: 'note.named',
    record: initiative,
    hint: t('The name of the branch carries the key, so no record is needed.'),
  });
}
