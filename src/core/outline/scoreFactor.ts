/** One factor of a score as a row: what was agreed, what people think, and whether they disagree. */

import { t } from '../base/l10n.ts';
import { measure, type Summary, shortGuess, spanText } from '../board/summary.ts';
import { memberName } from '../face/names.ts';
import type { Initiative } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { type Factor, factorName, isRange } from '../scoring/factors.ts';
import type { Item, Scales, Voice } from '../scoring/item.ts';
import { offScaleIn } from '../scoring/offScale.ts';
import { bridgedReach } from '../scoring/ranking.ts';
import { scoreText } from '../scoring/scoreText.ts';
import { FEW, outliersFirst } from '../scoring/spread.ts';
import { oneLine } from '../text/foreignText.ts';
import { dotted, joined } from '../text/joined.ts';
import { note, type OutlineNode } from './node.ts';

/** What a factor's row is made from. */
interface Seen {
  readonly library: Library;
  readonly initiative: Initiative;
  readonly item: Item;
  readonly scales: Scales;
  readonly summary: Summary;
}

const icons: Readonly<Record<Factor, string>> = {
  reach: 'broadcast',
  impact: 'zap',
  confidence: 'verified',
  effort: 'watch',
};

/** `Effort  disagree: 6–12 · 6 person-weeks agreed · 1 × ?`. */
export function factorRow(
  { library, initiative, item, scales, summary }: Seen,
  factor: Factor,
  below: string,
): OutlineNode {
  const { disagrees, unsure } = summary.spreads[factor];
  const label = factorName(factor);
  const voices = voicesWords(item, summary, factor);
  const words = [
    // In a narrow sidebar the end is cut off, so the disagreement comes first.
    disagrees ? t('disagree: {0}', voices ?? '') : undefined,
    mainWords({ item, scales, summary }, factor),
    offScaleIn(item, factor),
    disagrees ? undefined : voices,
    unsure > 0 ? t('{0} × ?', unsure) : undefined,
  ];
  const description = dotted(...words);
  const isUnknown = summary.numbers[factor] === undefined;
  return note({
    id: `${below}/${factor}`,
    label,
    description,
    icon: disagrees ? 'warning' : isUnknown ? 'circle-outline' : icons[factor],
    tone: disagrees ? 'warning' : isUnknown ? 'quiet' : undefined,
    context: 'score.factor',
    spoken: joined(label, ...words),
    factor,
    record: initiative,
    at: initiative.source.raw.rice === undefined ? undefined : initiative.source.locate(['rice', factor], 'value'),
    hint: hintOf(library, item, scales, factor) || description,
  });
}

/** The number that counts and where it comes from. */
function mainWords({ item, scales, summary }: Pick<Seen, 'item' | 'scales' | 'summary'>, factor: Factor): string {
  const units = { ...scales, reachUnit: item.unit ?? scales.reachUnit };
  const number = summary.numbers[factor];
  if (number === undefined) return summary.spreads[factor].unsure > 0 ? t('nobody knows yet') : t('no number yet');
  const words = oneLine(measure(factor, scoreText(number), units));
  if (item.agreed[factor] !== undefined) return t('{0} agreed', words);
  if (factor === 'reach' && bridgedReach(item, scales) !== undefined) return t('{0} by its bridge', words);
  return summary.spreads[factor].numbers < FEW ? words : t('{0} in the middle', words);
}

/** From the lowest to the highest; of few, each one's own, as a middle of two says less. */
function voicesWords({ voices }: Item, { spreads }: Summary, factor: Factor): string | undefined {
  const { min, max, numbers } = spreads[factor];
  if (numbers < 2 || min === max) return undefined;
  if (numbers >= FEW) return spanText({ min, max });
  return voices
    .flatMap(({ guesses }) => guesses[factor] ?? [])
    .filter((guess) => guess !== '?')
    .map(shortGuess)
    .join(', ');
}

/** Who said what, the farthest from the middle first, and who agreed when. */
function hintOf(library: Library, item: Item, scales: Scales, factor: Factor): string {
  const name = (id: string) => oneLine(memberName(library, id) ?? id);
  const said = outliersFirst(factor, item.voices).map(
    ({ by, guesses }) => `${name(by)}: ${wholeGuess(guesses, factor)}`,
  );
  const agreed = item.agreed[factor];
  const agreement =
    agreed === undefined
      ? undefined
      : dotted(
          t('{0} agreed', measure(factor, scoreText(agreed), { ...scales, reachUnit: item.unit ?? scales.reachUnit })),
          item.agreedOn,
          item.agreedBy && name(item.agreedBy),
        );
  return oneLine([agreement, said.join('; ')].filter(Boolean).join(' — '));
}

function wholeGuess(guesses: Voice['guesses'], factor: Factor): string {
  const guess = guesses[factor] ?? '?';
  const text = shortGuess(guess);
  return isRange(guess) ? t('{0}, likely {1}', text, scoreText(guess.likely)) : text;
}
