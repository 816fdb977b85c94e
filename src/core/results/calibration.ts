/** How well a team's predictions hold: how often what was measured lay within what was predicted, as counts. */
import { plural, t } from '../base/l10n.ts';
import type { Verdict } from '../measure/comparison.ts';
import { verdictName } from '../measure/words.ts';
import { dotted } from '../text/joined.ts';
import { type Fit, fitName, TOLERANCE } from './predicted.ts';
import type { Results } from './told.ts';

/** An initiative that was measured, as far as it tells of predictions. */
export interface Judged {
  readonly id: string;
  /** What it is called, and when it was measured. */
  readonly words: string;
  readonly verdict: Verdict;
  /** How sure people were, in percent. */
  readonly confidence: number | undefined;
  /** The factors of which both numbers are known, by their names. */
  readonly fits: readonly { readonly name: string; readonly fit: Fit }[];
}

/** Below so many nothing is said of a direction. */
const FEW = 3;

type Row = Results['calibration'][number];
type Mark = Row['marks'][number];

/**
 * A row for the outcome, for each factor of which anything was measured, and for each confidence that was stated; what was
 * measured first stands first.
 */
export function calibrationOf(all: readonly Judged[]): readonly Row[] {
  if (all.length === 0) return [];
  const open = all.filter(({ verdict }) => verdict === 'inconclusive').length;
  const levels = [...new Set(all.flatMap(({ confidence }) => confidence ?? []))].sort((a, b) => b - a);
  return [
    row(
      t('Outcome'),
      all.map(reached),
      dotted(t('reached the target'), open > 0 && plural(open, '{0} inconclusive', '{0} inconclusive')),
    ),
    ...factorRows(all),
    ...levels.map((level) => {
      const some = all.filter(({ confidence }) => confidence === level);
      return row(t('{0}% confident', level), some.map(reached), t('reached the target'));
    }),
  ];
}

/** Whether the outcome was reached, as a mark. */
function reached({ verdict, words }: Judged): Mark {
  const mark = verdict === 'confirmed' ? 'hit' : verdict === 'inconclusive' ? 'open' : 'miss';
  return { mark, words: dotted(words, verdictName(verdict)) };
}

function row(name: string, marks: readonly Mark[], note: string): Row {
  const within = marks.filter(({ mark }) => mark === 'hit').length;
  return { name, words: t('{0} of {1}', within, marks.length), note, marks };
}

const fitMarks = { within: 'hit', above: 'above', below: 'below' } as const;

function factorRows(all: readonly Judged[]): readonly Row[] {
  const fits = all.flatMap((each) => each.fits.map((one) => ({ ...one, words: each.words })));
  return [...new Set(fits.map(({ name }) => name))].map((name) => {
    const some = fits.filter((each) => each.name === name);
    const count = (fit: Fit) => some.filter((each) => each.fit === fit).length;
    const [above, below] = [count('above'), count('below')];
    const way = dotted(
      above > 0 && plural(above, '{0} more than predicted', '{0} more than predicted'),
      below > 0 && plural(below, '{0} less than predicted', '{0} less than predicted'),
    );
    const note = some.length < FEW ? t('too few to tell a direction') : way;
    const marks = some.map(({ fit, words }): Mark => ({ mark: fitMarks[fit], words: dotted(words, fitName(fit)) }));
    return row(name, marks, dotted(t('as predicted'), note));
  });
}

/** What counts as predicted. */
export const readingText = (): string =>
  t(
    '“As predicted” means within the range of the estimates, or within {0}% of the number if there is only one. Each initiative counts once, with its latest result. “Likely” and brackets give the 95% interval.',
    TOLERANCE * 100,
  );
