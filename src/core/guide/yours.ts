/** What a team's own records say of each rule: which initiatives it is about, as whoever asks may see them. */
import { plural, t } from '../base/l10n.ts';
import { itemOf } from '../board/item.ts';
import { scalesOf } from '../board/scales.ts';
import type { Initiative } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { evidenceFor, isWritten } from '../library/query.ts';
import { meter, rungName, rungOf } from '../scoring/evidenceMeter.ts';
import { isRange } from '../scoring/factors.ts';
import type { Item } from '../scoring/item.ts';
import { type Entry, entriesIn, type Ranking, rankingOf } from '../scoring/ranking.ts';
import { isOver } from '../scoring/readiness.ts';
import { riskSeverity } from '../scoring/severity.ts';
import { disputedIn } from '../scoring/spread.ts';
import { isAboveSuggestion } from '../scoring/suggestedConfidence.ts';
import { intro, rules } from './rules.ts';
import type { Guide, Own, RuleName } from './told.ts';

/** Initiatives that are named; more say no more. */
const NAMED = 5;

/** Below this confidence, in percent, something is a bet. Source: Intercom, "RICE". */
const BET = 50;

/** The rules with the numbers of the team beside them. */
export function guideOf(library: Library, me: string | undefined): Guide {
  const initiatives = library
    .ofKind('initiative')
    .filter(({ archived, values }) => !archived && !isOver(values.status));
  const items = initiatives.map((initiative) => itemOf(library, initiative, me));
  const ranking = rankingOf(items, scalesOf(library));
  const board = { library, initiatives, items, ranking };
  return {
    intro: intro(),
    rules: rules().map((rule) => ({ ...rule, yours: items.length === 0 ? [] : own[rule.name](board).filter(isThere) })),
  };
}

interface Board {
  readonly library: Library;
  readonly initiatives: readonly Initiative[];
  readonly items: readonly Item[];
  readonly ranking: Ranking;
}

const isThere = ({ says }: Own): boolean => says !== '';

/** What is said of some initiatives, which are named. */
const said = (says: string, about: readonly Pick<Item, 'id' | 'title'>[] = []): Own => ({
  says,
  about: about.slice(0, NAMED).map(({ id, title }) => ({ id, title })),
});

const itemsOf = (entries: readonly Entry[]): readonly Item[] => entries.map(({ item }) => item);

/** What is said of those for whom something holds; `none` where it holds for nobody. */
const counted = (all: readonly Item[], of: number, some: (count: number) => string, none = ''): Own =>
  all.length === 0 ? said(none && t(none, of)) : said(some(all.length), all);

const own: Readonly<Record<RuleName, (board: Board) => readonly Own[]>> = {
  score: ({ items, ranking: { ranked, unscored } }) => [
    said(t('{0} of {1} open initiatives are ranked.', ranked.length, items.length)),
    counted(itemsOf(unscored), items.length, (count) =>
      plural(count, '{0} still lacks a number.', '{0} still lack a number.'),
    ),
  ],
  confidence: ({ ranking }) => {
    const scored = entriesIn(ranking).filter(({ score }) => score !== undefined);
    const bare = scored.filter(({ item: { evidence } }) => evidence.supports + evidence.contradicts === 0);
    const above = scored.filter(({ item, numbers }) => isAboveSuggestion(numbers.confidence, item.suggested));
    return [
      scored.length === 0
        ? said('')
        : said(t('{0} of {1} scored without evidence.', bare.length, scored.length), itemsOf(bare)),
      counted(itemsOf(above), scored.length, (count) =>
        plural(
          count,
          '{0} states more confidence than its evidence supports.',
          '{0} state more confidence than their evidence supports.',
        ),
      ),
    ];
  },
  evidence: ({ library, initiatives }) => {
    const rungs = initiatives.map((initiative) => {
      const pieces = evidenceFor(library, initiative).filter((piece) => !piece.withheld && isWritten(piece));
      const against = pieces.filter(({ values }) => values.stance === 'contradicts').length;
      return { initiative, rung: rungOf(pieces.map(({ values }) => values)), against };
    });
    const counts = [...Map.groupBy(rungs, ({ rung }) => rung)];
    counts.sort(([a], [b]) => (b ? meter[b] : 0) - (a ? meter[a] : 0));
    return [
      ...counts.map(([rung, all]) =>
        said(
          rung === undefined
            ? plural(all.length, '{0} has no evidence.', '{0} have no evidence.')
            : plural(all.length, '{0} rests on {1}.', '{0} rest on {1}.', rungName(rung)),
          rung === undefined ? all.map(({ initiative }) => initiative) : [],
        ),
      ),
      said(
        plural(
          rungs.filter(({ against }) => against > 0).length,
          '{0} has evidence against it.',
          '{0} have evidence against them.',
        ),
        rungs.filter(({ against }) => against > 0).map(({ initiative }) => initiative),
      ),
    ];
  },
  disagreement: ({ items }) => {
    const voiced = items.filter(({ voices }) => voices.length > 1);
    const apart = voiced.filter(({ voices }) => disputedIn(voices).length > 0);
    return [
      voiced.length === 0
        ? said(t('No initiative has two estimates that you may see.'))
        : said(t('You disagree on {0} of {1} with several estimates.', apart.length, voiced.length), apart),
    ];
  },
  tiers: ({ ranking: { ranked } }) => {
    const first = ranked.filter(({ tier }) => tier === 1);
    return [
      first.length === 0
        ? said('')
        : said(plural(first.length, '{0} is alone in your first tier.', '{0} share your first tier.'), itemsOf(first)),
    ];
  },
  debt: ({ items, ranking: { beside } }) => {
    const debts = items.filter(({ kind }) => kind === 'debt');
    return [
      debts.length === 0
        ? said(t('None of your open initiatives is technical debt.'))
        : said(
            plural(debts.length, '{0} open initiative is technical debt.', '{0} open initiatives are technical debt.'),
          ),
      counted(itemsOf(beside), items.length, (count) =>
        plural(count, '{0} cannot be compared with the others yet.', '{0} cannot be compared with the others yet.'),
      ),
    ];
  },
  risk: ({ items }) => {
    const critical = (item: Item) => item.risks.filter((each) => each.open && riskSeverity(each) === 'critical');
    const risky = items.filter((item) => critical(item).length > 0);
    const silent = risky.filter((item) => critical(item).some(({ answered }) => !answered));
    return [
      said(plural(risky.length, '{0} has an open critical risk.', '{0} have an open critical risk.'), risky),
      counted(silent, items.length, (count) =>
        plural(
          count,
          '{0} of them has one that nobody has answered.',
          '{0} of them have one that nobody has answered.',
        ),
      ),
    ];
  },
  bets: ({ items, ranking }) => {
    const low = entriesIn(ranking).filter(({ numbers: { confidence = 100 } }) => confidence < BET);
    const wide = items.filter(({ voices }) =>
      voices.some(({ guesses }) => Object.values(guesses).some((guess) => guess !== undefined && isRange(guess))),
    );
    return [
      said(plural(low.length, '{0} is a bet below 50%.', '{0} are bets below 50%.'), itemsOf(low)),
      counted(wide, items.length, (count) =>
        plural(count, '{0} is estimated with a range.', '{0} are estimated with ranges.'),
      ),
    ];
  },
  ready: ({ items }) => {
    const ready = items.filter(({ missing }) => missing.length === 0);
    return [said(t('{0} of {1} are ready to commit.', ready.length, items.length), ready)];
  },
};
