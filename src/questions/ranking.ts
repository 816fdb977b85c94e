/** How initiatives rank by their scores, as whoever asks may see them. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { itemsOf } from '../core/board/item.ts';
import { scalesOf } from '../core/board/scales.ts';
import { rankingOf } from '../core/scoring/ranking.ts';
import { question } from './question.ts';
import { scopeInput, scopeNamed } from './scope.ts';

export const ranking = question({
  name: 'ranking',
  title: () => t('Ranking'),
  help: () => t('The initiatives by score, the best first, and those that are not ranked, with the reason.'),
  input: z.object({
    ...scopeInput(() => t('The id of a sprint. Without a sprint or a quarter, all initiatives.')),
  }),
  async answer({ library, me }, named) {
    const scope = scopeNamed(named) ?? { kind: 'all' };
    return rankingOf(itemsOf(library, scope, await me()), scalesOf(library));
  },
});
