/** One factor of a score as a row: what was agreed, what people think, and whether they disagree. */
import { dayWords } from '../base/dayWords.ts';
import { t } from '../base/l10n.ts';
import { measure, type Summary, shortGuess, spanText } from '../board/summary.ts';
import { memberName } from '../face/names.ts';
import type { Initiative } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { type Factor, factorName, isRange } from '../scoring/factors.ts';
import type { Voice } from '../scoring/item.ts';
import { offScaleIn } from '../scoring/offScale.ts';
import { bridgedReach } from '../scoring/ranking.ts';
import { scoreText } from '../scoring/scoreText.ts';
import { FEW, outliersFirst } from '../scoring/spread.ts';
import { oneLine } from '../text/foreignText.ts';
import { dotted, joined } from '../text/joined.ts';
import { note, type OutlineNode } from './node.ts';

const icons = { reach: 'broadcast', impact: 'zap', confidence: 'verified', effort: 'watch' } as const;

/** `Effort  disagree: 6–12 · 6 person-weeks agreed · 1 × ?`. */
export function factorRow(
  library: Library,
  initiative: Initiative,
  summary: Summary,
  factor: Factor,
  below: string,
): OutlineNode {
  const { disagrees, unsure } = summary.spreads[factor];
  const label = factorName(factor);
  const voices = voicesWords(summary, factor);
  const words = [
    // In a narrow sidebar the end is cut off, so the disagreement comes first.
    disagrees ? t('disagree: {0}', voices ?? '') : undefined,
    mainWords(summary, factor),
    offScaleIn(summary.item, factor),
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
    hint: hintOf(library, summary, factor) || description,
  });
}

/** The number that counts and where it comes from. */
function mainWords({ item, scales, numbers, spreads }: Summary, factor: Factor): string {
  const number = numbers[factor];
  const spread = spreads[factor];
  if (number === undefined) return spread.unsure > 0 ? t('nobody knows yet') : t('no number yet');
  const words = oneLine(measure(factor, scoreText(number), scales));
  if (item.agreed[factor] !== undefined) return t('{0} agreed', words);
  if (factor === 'reach' && bridgedReach(item, scales) !== undefined) return t('{0} from what the debt costs', words);
  return spread.numbers < FEW ? words : t('median {0}', words);
}

/** From the lowest to the highest; of few, each one's own, as a middle of two says less. */
function voicesWords({ item, spreads }: Summary, factor: Factor): string | undefined {
  const { min, max, numbers } = spreads[factor];
  if (numbers < 2 || min === max) return undefined;
  if (numbers >= FEW) return spanText({ min, max });
  return item.voices
    .flatMap(({ guesses }) => guesses[factor] ?? [])
    .filter((guess) => guess !== '?')
    .map(shortGuess)
    .join(', ');
}

/** Who said what, the farthest from the middle first, and who agreed when. */
function hintOf(library: Library, { item, scales }: Summary, factor: Factor): string {
  const name = (id: string) => memberName(library, id) ?? id;
  const said = outliersFirst(factor, item.voices).map(
    ({ by, guesses }) => `${name(by)}: ${wholeGuess(guesses, factor)}`,
  );
  const agreed = item.agreed[factor];
  const agreement = agreed !== undefined && [
    t('{0} agreed', measure(factor, scoreText(agreed), scales)),
    item.agreedOn && dayWords(item.agreedOn),
    item.agreedBy && name(item.agreedBy),
  ];
  return oneLine([agreement && dotted(...agreement), said.join('; ')].filter(Boolean).join(' — '));
}

function wholeGuess(guesses: Voice['guesses'], factor: Factor): string {
  const guess = guesses[factor] ?? '?';
  const text = shortGuess(guess);
  return isRange(guess) ? t('{0}, likely {1}', text, scoreText(guess.likely)) : text;
}
