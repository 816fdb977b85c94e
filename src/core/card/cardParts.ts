/** The lines of a card about evidence, about scores, and about what is open. */
import { dayWords } from '../base/dayWords.ts';
import { t } from '../base/l10n.ts';
import { hiddenWords, measure, openWords, type Summary, scoreWords, spanText, summaryOf } from '../board/summary.ts';
import { type CardLine, labelled, line, type Segment, SIGN, seg, tidy } from '../face/cardLines.ts';
import { manyOf, saidIn, sumWords, whoSaid } from '../face/pieceWords.ts';
import type { Evidence, Initiative } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { dateOf, evidenceFor, isWritten, openBelow, strongestEvidence, sumOf } from '../library/query.ts';
import { type Factor, factorName, factors } from '../scoring/factors.ts';
import type { Item } from '../scoring/item.ts';
import { offScaleIn } from '../scoring/offScale.ts';
import { isOver } from '../scoring/readiness.ts';

/** The strongest two pieces and what all add up to; that there is nothing is said plainly. Sensitive pieces count for nothing. */
export function evidenceLines(library: Library, initiative: Initiative, day: string): readonly CardLine[] {
  const all = evidenceFor(library, initiative).filter(isWritten);
  const shown = all.filter(({ withheld }) => !withheld);
  if (all.length === 0) return [line('notice', seg(noEvidence(initiative), 'warning'))];
  if (shown.length === 0) {
    return [line('notice', seg(t('Its evidence is sensitive, and not shown here.'), 'quiet'))];
  }
  const strongest = strongestEvidence(library, initiative);
  return [
    ...strongest.map((piece, index) =>
      line('evidence', ...(index === 0 ? labelled(t('Evidence')) : []), ...pieceWords(library, piece, day)),
    ),
    line('totals', seg(totals(shown, strongest, day), 'quiet')),
  ];
}

const noEvidence = ({ values }: Initiative): string =>
  isOver(values.status) ? t('No evidence yet.') : t('No evidence yet. Validate before building.');

/** Characters of what was said: what is longer is read in the record. */
const SAID = 110;

function pieceWords(library: Library, piece: Evidence, day: string): readonly Segment[] {
  const { values } = piece;
  const words: Segment[] = [];
  if (values.stance === 'contradicts') words.push(seg(`${t('Against:')} `, 'warning'));
  const many = manyOf(piece);
  if (many !== undefined) words.push(seg(`${many}: `));
  const said = saidIn(piece, SAID);
  words.push(said.isQuote ? seg(`“${said.words}”`, 'quote') : seg(said.words));
  const { hits, of } = values.sample ?? {};
  if (hits !== undefined && of !== undefined) words.push(seg(` (${t('{0} of {1}', hits, of)})`));
  const source = [whoSaid(library, piece), dayWords(dateOf(piece), day)].filter(Boolean).join(', ');
  if (source !== '') words.push(seg(` — ${source}`, 'quiet'));
  return words;
}

/** What all add up to; how new the newest is, where no piece that is shown tells. */
function totals(evidence: readonly Evidence[], shown: readonly Evidence[], day: string): string {
  const sum = sumOf(evidence);
  const isSaid = shown.some((piece) => dateOf(piece) === sum.newest);
  return sumWords({ ...sum, newest: isSaid ? undefined : sum.newest }, day);
}

/** What is open in each section below the initiative, a line each; no line where nothing is. */
export function openLines(library: Library, initiative: Initiative): readonly CardLine[] {
  return openBelow(library, initiative).flatMap(({ place, open }) => {
    if (open.length === 0 || !place.open) return [];
    const sorts = place.sorts?.(open as never);
    const words = sorts ? t('{0} open ({1})', open.length, sorts) : t('{0} open', open.length);
    return line('open', ...labelled(place.label()), SIGN, seg(` ${words}`));
  });
}

/** `RICE 640 · effort 2–6 person-weeks, estimates disagree · 1 open challenge`; no line where nobody gave a number. */
export function scoreLine(library: Library, initiative: Initiative, me: string | undefined): readonly CardLine[] {
  const summary = summaryOf(library, initiative, me);
  if (!summary) return [];
  const { item, hidden, score, beside } = summary;
  const words = scoreWords(summary);
  const parts: Segment[][] = [
    // Of what is hidden and not agreed there is no more to say than that.
    hidden > 0 && score === undefined && beside === undefined
      ? []
      : [seg(score === undefined || beside !== undefined ? words : t('RICE {0}', words))],
    hidden > 0 ? [seg(hiddenWords(hidden))] : spreadSaid(summary),
    ...factors.map((factor) => offScaleSaid(item, factor)),
    ...openWords(item).map((open) => [seg(open)]),
  ].filter((part) => part.length > 0);
  return [line('scores', ...parts.flatMap((part, index) => (index > 0 ? [seg(' · '), ...part] : part)))];
}

/** A number that was hardly meant as it is written. */
function offScaleSaid(item: Item, factor: Factor): Segment[] {
  const word = offScaleIn(item, factor);
  return word === undefined ? [] : [seg(t('{0}: {1}', factorName(factor).toLowerCase(), word), 'warning')];
}

/** Where people disagree, at most two factors; where they do not, the effort. */
function spreadSaid({ spreads, disputed, scales }: Summary): Segment[] {
  const shown: readonly Factor[] = disputed.length > 0 ? disputed.toReversed().slice(0, 2) : ['effort'];
  const said = shown.flatMap((factor) => {
    const span = spanText(spreads[factor]);
    return span === undefined ? [] : `${factorName(factor).toLowerCase()} ${tidy(measure(factor, span, scales))}`;
  });
  if (said.length === 0) return [];
  const words = seg(said.join(', '));
  return disputed.length === 0 ? [words] : [words, seg(', '), seg(t('estimates disagree'), 'warning')];
}
