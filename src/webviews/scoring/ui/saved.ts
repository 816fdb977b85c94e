/** Says what a change came to, once the host has told of it: "Saved. Rank 3, score 640." */
import { t } from '../../../core/base/l10n.ts';
import type { Item } from '../../../core/scoring/item.ts';
import { rankingOf } from '../../../core/scoring/ranking.ts';
import { scoreText } from '../../../core/scoring/scoreText.ts';
import { announce } from '../../kit/live.tsx';
import type { BoardState } from '../protocol.ts';
import type { Session } from './session.ts';

/** How long the host may take to tell of a change before only the success is said, in milliseconds. */
const PATIENCE = 1500;

/** Announces that something about an item is saved, with its new place once it is known. `before` is it as it was. */
export function announceSaved({ items, state }: Session, before: Item, words: string): void {
  const now = (): Item | undefined => items.value.find(({ id }) => id === before.id);
  const say = (): void => announce(`${words} ${placeOf(now(), state.value, items.value)}`.trim());
  if (now() !== before) {
    say();
    return;
  }
  const late = setTimeout(() => {
    stop();
    say();
  }, PATIENCE);
  const stop = items.subscribe(() => {
    if (now() === before) return;
    clearTimeout(late);
    stop();
    say();
  });
}

function placeOf(item: Item | undefined, state: BoardState | undefined, items: readonly Item[]): string {
  if (!item || !state) return '';
  const ranked = rankingOf(items, state.scales).ranked.find((each) => each.item === item);
  return ranked ? t('Rank {0}, score {1}.', ranked.rank, scoreText(ranked.score)) : t('Not ranked yet.');
}
