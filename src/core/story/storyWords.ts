/** Parts of a story in words, the same wherever they are read. */
import { t } from '../base/l10n.ts';
import { FEW } from '../measure/proportion.ts';
import { dotted } from '../text/joined.ts';
import type { StoryEstimates, StoryPiece, StoryShare } from './told.ts';

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** `30% (29–31%)`; of a few, how many: `5 of 6`. */
export function shareWords({ hits, of, low, high }: StoryShare): string {
  if (of < FEW) return t('{0} of {1}', hits, of);
  return t('{0} ({1} to {2})', percent(hits / of), percent(low), percent(high));
}

/** What a share is read out as, with what its limits mean. */
export function shareSpoken(share: StoryShare): string {
  const { hits, of, low, high } = share;
  const limits = t('Likely between {0} and {1}.', percent(low), percent(high));
  return `${t('{0} of {1}', hits.toLocaleString('en-US'), of.toLocaleString('en-US'))}. ${limits}`;
}

/** `“I found out from a shop owner.” — Acme Payments · 17 Nov`. */
export function pieceWords({ said, isQuote, sort, source, share }: StoryPiece): string {
  const words = isQuote ? `“${said}”` : said;
  return [[sort && `${sort}: `, words].join(''), dotted(share && shareWords(share), source)]
    .filter(Boolean)
    .join(' — ');
}

/** `Effort: 6 person-weeks (6, 6, 12)`. */
export function factorWords({ name, words, values }: StoryEstimates['factors'][number]): string {
  return values.length === 0 ? `${name}: ${words}` : `${name}: ${words} (${values.join(', ')})`;
}
