/** How much a kind of evidence says. Source: Itamar Gilad, "The Confidence Meter"; retellings of it disagree in the numbers. */
import { t, wordsFor } from '../base/l10n.ts';

/** From least to most, each with its weight. */
export const meter = {
  conviction: 0.01,
  pitch: 0.03,
  themes: 0.1,
  opinions: 0.2,
  estimates: 0.5,
  anecdotes: 1,
  market: 3,
  interviews: 3,
  tests: 5,
  launch: 10,
} as const;

export type Rung = keyof typeof meter;

export const rungName = wordsFor<Rung>({
  conviction: () => t('your own conviction'),
  pitch: () => t('a pitch'),
  themes: () => t('a theme or trend'),
  opinions: () => t('opinions of others'),
  estimates: () => t('estimates'),
  anecdotes: () => t('stories of one to three customers'),
  market: () => t('something counted: a survey, usage, tickets'),
  interviews: () => t('20 or more interviews or usability tests'),
  tests: () => t('tests and experiments'),
  launch: () => t('data after a launch'),
});

/** What is asked of a piece of evidence. */
export interface Weighed {
  readonly kind: string;
  /** What it stands for, such as 14 tickets. */
  readonly count: number;
  readonly customer?: string | undefined;
}

/** Distinct customers from whom on stories are a pattern. */
const MANY = 20;

/** From here on tickets are counted, rather than told. */
const COUNTED = 5;

/** The rung of the strongest piece: never the sum, as ten stories are still stories. Undefined without any. */
export function rungOf(pieces: readonly Weighed[]): Rung | undefined {
  if (pieces.length === 0) return undefined;
  if (pieces.some(({ kind }) => kind === 'experiment')) return 'tests';
  const customers = new Set(pieces.flatMap(({ customer }) => customer?.toLowerCase() ?? []));
  if (customers.size >= MANY) return 'interviews';
  const isCounted = ({ kind, count }: Weighed) => kind === 'survey' || kind === 'usage' || count >= COUNTED;
  return pieces.some(isCounted) ? 'market' : 'anecdotes';
}
