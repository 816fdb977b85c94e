/** What an initiative opens into: why it is done, what should change, what may hurt, and the work that serves it. */
import { plural, t } from '../base/l10n.ts';
import { nameOf } from '../face/names.ts';
import type { Evidence, Initiative, Problem } from '../kinds/all.ts';
import { sectioned } from '../kinds/all.ts';
import { againstText, quoteIn, stanceWord } from '../kinds/evidence.ts';
import { outcomeText } from '../kinds/initiative.ts';
import type { Library } from '../library/library.ts';
import { byStance, evidenceFor, inSection, isWritten, strongestOf } from '../library/query.ts';
import { unsaidWords } from '../scopeChanges/scopeHistory.ts';
import { oneLine } from '../text/foreignText.ts';
import { dotted, joined } from '../text/joined.ts';
import { firstParagraph, firstSentences } from '../text/markdownText.ts';
import { type Fold, missing, note, type OutlineNode, type Rows, recordRow, section } from './node.ts';
import { scoresRow } from './scores.ts';

/** The row of an initiative, closed, with everything below it. */
export function initiativeRow(
  library: Library,
  initiative: Initiative,
  below: string,
  seeing: Pick<Seeing, 'me' | 'now'> = {},
): OutlineNode {
  const row = recordRow(library, initiative, below, seeing.now);
  // Nothing is known of a file that could not be read, so there is nothing to unfold.
  if (initiative.broken) return row;
  return { ...row, fold: 'closed', children: () => initiativeParts(library, initiative, row.id, 'closed', seeing) };
}

/** How the parts of an initiative start. */
type Start = Exclude<Fold, 'leaf'>;

/** For whom, and on which branch, the parts of an initiative are shown. */
interface Seeing {
  /** Scores show what this member may see; to nobody in particular nothing. */
  readonly me?: string | undefined;
  /** When: questions say how long they wait, where it is given. */
  readonly now?: Date | undefined;
  /** The branch that serves the initiative by its name alone, so that no record tells. */
  readonly named?: string | undefined;
  /** Whether what its problem says is told elsewhere beside these rows, so that here its title is enough. */
  readonly told?: boolean;
}

/** Why, Outcome, the sections of kinds, Scores, and the sections behind them; `fold` tells how those of kinds start. */
export function initiativeParts(
  library: Library,
  initiative: Initiative,
  below: string,
  fold: Start,
  { me, now, named, told = false }: Seeing = {},
): Rows {
  return [
    whyRow(library, initiative, below, told ? nameOf : statementOf),
    outcomeRow(initiative, below),
    ...scopeRows(library, initiative, below),
    ...sectionRows(library, initiative, below, fold, { isLast: false, now }),
    scoresRow(library, initiative, below, me),
    ...sectionRows(library, initiative, below, fold, { isLast: true, now, named }),
  ];
}

/** What evidence may say, as a group of rows, and in the words of a row above it. */
const stances = [
  { name: 'supports', label: () => t('For'), icon: 'thumbsup', said: (count: number) => t('{0} for', count) },
  { name: 'contradicts', label: () => t('Against'), icon: 'thumbsdown', said: againstText },
  { name: 'neutral', label: () => t('Neutral'), icon: 'dash', said: (count: number) => t('{0} neutral', count) },
] as const;

/** The evidence that is there of each stance. */
function byStances(evidence: readonly Evidence[]) {
  const sorted = byStance(evidence);
  return stances
    .map((stance) => ({ ...stance, pieces: sorted[stance.name] }))
    .filter(({ pieces }) => pieces.length > 0);
}

/** The reason, unfolded: each problem in its own words, what says most about it below, and then the rest. */
function whyRow(library: Library, initiative: Initiative, below: string, told: Told): OutlineNode {
  const id = `${below}/why`;
  const evidence = evidenceFor(library, initiative);
  const said = byStances(evidence.filter(isWritten)).map(({ said, pieces }) => said(pieces.length));
  const description = dotted(...said) || t('no evidence yet');
  const row = { id, label: t('Why'), description, icon: 'question', context: 'section.why', record: initiative };
  const problems = initiative.values.problem ?? [];
  const own = evidence.filter(({ values }) => !values.problem?.some((id) => problems.includes(id)));
  return section({ ...row, fold: 'open' }, () => [
    ...problemRows(library, initiative, evidence, id, told),
    ...evidenceRows(library, own, id),
  ]);
}

function problemRows(
  library: Library,
  initiative: Initiative,
  evidence: readonly Evidence[],
  below: string,
  told: Told,
): Rows {
  const ids = initiative.values.problem ?? [];
  if (ids.length === 0) {
    const hint = t('Click to say who has the problem, and how bad it is.');
    return [missing(below, initiative, t('No problem yet'), hint, 'note.problem')];
  }
  return [...new Set(ids)].flatMap((id) => {
    const problem = library.findOf('problem', id);
    if (!problem) return missingRow(library, initiative, id, below);
    return problem.archived ? [] : problemRow(library, problem, evidence, below, told);
  });
}

/** How a problem is told on its row. */
type Told = (problem: Problem) => string;

function problemRow(
  library: Library,
  problem: Problem,
  evidence: readonly Evidence[],
  below: string,
  told: Told,
): OutlineNode {
  const row = { ...recordRow(library, problem, below), label: told(problem), fold: 'open' } as const;
  const own = evidence.filter(({ values }) => values.problem?.includes(problem.id));
  if (own.length === 0) {
    const hint = t('Click to add what somebody said or did. Validate before building.');
    const children = () => [missing(row.id, problem, t('No evidence yet'), hint, 'note.evidence')];
    return { ...row, children };
  }
  const count = plural(own.length, '{0} piece of evidence', '{0} pieces of evidence');
  return { ...row, spoken: joined(row.spoken, count), children: () => evidenceRows(library, own, row.id) };
}

/** What a problem says, in its first sentence. */
function statementOf(problem: Problem): string {
  const statement = firstSentences(firstParagraph(problem.body) ?? '', 1);
  return statement === '' ? nameOf(problem) : statement;
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

/** The piece that says most; then the others by what they say, folded, the newest first. */
function evidenceRows(library: Library, evidence: readonly Evidence[], below: string): Rows {
  const strongest = strongestQuote(evidence);
  const first = strongest ? [strongestRow(library, strongest, below)] : [];
  const others = byStances(evidence.filter((piece) => piece !== strongest));
  return [
    ...first,
    ...others.map(({ name, label, icon, pieces }) => {
      const id = `${below}/${name}`;
      const count = String(pieces.length);
      const description = strongest?.values.stance === name ? t('{0} more', count) : count;
      return section({ id, label: label(), description, icon, context: `section.${name}` }, () =>
        pieces.map((piece) => recordRow(library, piece, id)),
      );
    }),
  ];
}

/** The strongest piece that quotes somebody, else the strongest; undefined where none may be shown. */
function strongestQuote(evidence: readonly Evidence[]): Evidence | undefined {
  const strongest = strongestOf(evidence, evidence.length);
  return strongest.find((piece) => quoteIn(piece) !== undefined) ?? strongest[0];
}

/** A piece as it stands below what it is about: in the customer's words, where it has any. */
function strongestRow(library: Library, piece: Evidence, below: string): OutlineNode {
  const row = recordRow(library, piece, below);
  const quote = quoteIn(piece, 2);
  const { stance } = piece.values;
  const description = dotted(stance !== 'supports' && stanceWord(stance), row.description);
  return { ...row, label: quote ?? row.label, description, spoken: joined(quote, row.spoken) };
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

/** The scope changed, and nobody said why: a click asks for that. */
function scopeRows(library: Library, initiative: Initiative, below: string): Rows {
  const description = unsaidWords(library, initiative);
  if (description === undefined) return [];
  const row = { id: `${below}/unsaid`, label: t('Scope changed'), description, icon: 'diff', context: 'note.scope' };
  return [
    note({ ...row, record: initiative, verb: 'recordScopeChange', hint: t('Click to say why, and who asked for it.') }),
  ];
}

/** The sections of kinds, those behind the scores or those before them. */
function sectionRows(
  library: Library,
  initiative: Initiative,
  below: string,
  fold: Start,
  { isLast, now, named }: Pick<Seeing, 'now' | 'named'> & { readonly isLast: boolean },
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
      const open = isOpen ? records.filter((record) => isOpen(record as never, library)).length : total;
      const counts = dotted(
        open > 0 ? t('{0} open', open) : undefined,
        open < total ? t('{0} closed', total - open) : undefined,
      );
      return section({ ...row, description: isOpen ? counts : String(total), fold: open > 0 ? fold : 'closed' }, () => [
        ...first,
        ...records.map((record) => recordRow(library, record, id, now)),
      ]);
    });
}

/** A problem that a link names by itself, with the evidence for and against it. */
export function linkedProblemRow(library: Library, problem: Problem, below: string): OutlineNode {
  return problemRow(library, problem, evidenceFor(library, problem), below, statementOf);
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
    hint: t('The name of the branch contains the key, so it needs no link.'),
  });
}
