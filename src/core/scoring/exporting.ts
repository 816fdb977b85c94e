/** The ranking for elsewhere: a Markdown table, CSV, and JSON of a stable shape. */
import { t } from '../base/l10n.ts';
import { oneLine } from '../text/foreignText.ts';
import { isTrackerKey, quietLine } from '../text/quietLine.ts';
import { type Factor, factorName, factors } from './factors.ts';
import type { Item, Scales } from './item.ts';
import type { Entry, Ranking } from './ranking.ts';
import { factorText, scoreText } from './scoreText.ts';

/**
 * One item of the exported ranking: ranks and tiers counted from 1, the score in reach units per effort unit, confidence in
 * percent; `note` says why it is not ranked. What is not known is null, never zero and never absent.
 */
interface ExportedItem
  extends Pick<Item, 'id' | 'title' | 'kind' | 'status'>,
    Readonly<Record<Factor | 'rank' | 'tier' | 'score', number | null>> {
  readonly note: string | null;
}

/** The exported ranking. Fields are only ever added; one that changes its meaning makes a new version. */
export interface ExportedRanking {
  readonly version: 1;
  readonly scales: Pick<Scales, 'reachUnit' | 'effortUnit' | 'period'>;
  /** The best first. */
  readonly ranked: readonly ExportedItem[];
  /** What lacks a number. */
  readonly unscored: readonly (ExportedItem & { readonly missing: readonly Factor[] })[];
  /** What counts in another unit than the rest. */
  readonly beside: readonly ExportedItem[];
}

/** The ranking as plain data. */
export function exportedRanking({ ranked, unscored, beside }: Ranking, scales: Scales): ExportedRanking {
  const { reachUnit, effortUnit, period } = scales;
  return {
    version: 1,
    scales: { reachUnit, effortUnit, period },
    ranked: ranked.map(exported),
    unscored: unscored.map((each) => ({ ...exported(each), missing: each.missing })),
    beside: beside.map(exported),
  };
}

function exported({ item, numbers, score, rank, tier, reason }: Entry): ExportedItem {
  const { id, title, kind, status } = item;
  const { reach, impact, confidence, effort } = numbers;
  return {
    ...{ id, title, kind, status, rank: rank ?? null, tier: tier ?? null, score: plain(score) },
    ...{ reach: plain(reach), impact: plain(impact), confidence: plain(confidence), effort: plain(effort) },
    note: reason ?? null,
  };
}

/** Without the dust of binary fractions. */
const plain = (value: number | undefined): number | null =>
  value === undefined ? null : Number(value.toPrecision(12));

/** The ranking as JSON: an `ExportedRanking`. */
export function rankingJson(ranking: Ranking, scales: Scales): string {
  return `${JSON.stringify(exportedRanking(ranking, scales), undefined, 2)}\n`;
}

const columns = [
  ...['rank', 'tier', 'id', 'title', 'kind', 'status', 'score'],
  ...['reach', 'impact', 'confidence', 'effort', 'note'],
] as readonly (keyof ExportedItem)[];

/**
 * The ranking as CSV (RFC 4180): the names of the columns are those of `ExportedItem`, unknown numbers are empty. Texts a
 * spreadsheet would take for a formula get an apostrophe in front. Source: OWASP, "CSV Injection".
 */
export function rankingCsv(ranking: Ranking, scales: Scales): string {
  const { ranked, unscored, beside } = exportedRanking(ranking, scales);
  const rows = [...ranked, ...unscored, ...beside].map((row) => columns.map((column) => csvCell(row[column])));
  return [columns, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('');
}

function csvCell(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const safe = /^(\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The ranking as a Markdown table, with the tier as a column and a note for what is not ranked. */
export function rankingMarkdown(ranking: Ranking, scales: Scales): string {
  const { ranked, unscored, beside } = exportedRanking(ranking, scales);
  const units = { reach: scales.reachUnit, effort: scales.effortUnit } as Readonly<Record<string, string>>;
  const numbers = factors.map((factor) =>
    units[factor] === undefined ? factorName(factor) : `${factorName(factor)} (${units[factor]})`,
  );
  const note = unscored.length + beside.length > 0;
  const heads = [t('Tier'), t('Rank'), t('Initiative'), t('Score'), ...numbers, ...(note ? [t('Note')] : [])];
  const rows = [...ranked, ...unscored, ...beside].map((row) => [
    row.tier === null ? '–' : String(row.tier),
    row.rank === null ? '–' : String(row.rank),
    nameCell(row),
    scoreText(row.score ?? undefined),
    ...factors.map((factor) => factorText(factor, row[factor] ?? undefined, '?')),
    ...(note ? [markdownCell(row.note ?? '')] : []),
  ]);
  const aligned = heads.map((_, index) => (index === 2 || index === 8 ? ':--' : '--:'));
  return [heads.map(markdownCell), aligned, ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** A text as it stands in a cell: on one line, and nothing in it means anything to Markdown or to whoever shows it. */
const markdownCell = (text: string): string => quietLine(oneLine(text));

/** A key and what it is called. The key stays whole, so that it can be searched for and copied. */
function nameCell({ id, title }: ExportedItem): string {
  const key = isTrackerKey(id) ? id : markdownCell(id);
  return title === id ? key : `${key} ${markdownCell(title)}`;
}
