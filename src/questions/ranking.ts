/** How initiatives rank by their scores, as whoever asks may see them. */
import * as z from 'zod/mini';
import { field, filled } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { itemsOf } from '../core/board/item.ts';
import { scalesOf } from '../core/board/scales.ts';
import type { Scope } from '../core/library/query.ts';
import { rankingOf } from '../core/scoring/ranking.ts';
import { question } from './question.ts';

export const ranking = question({
  name: 'ranking',
  title: () => t('Ranking'),
  help: () => t('The initiatives by score, the best first, and those that are not ranked, with the reason.'),
  input: z.object({
    sprint: z.optional(field(filled, () => t('The sprint to rank. Without a sprint or a quarter, all initiatives.'))),
    quarter: z.optional(field(filled, () => t('The quarter to rank, such as 2026-Q4.'))),
  }),
  async answer({ library, me }, { sprint, quarter }) {
    const scope: Scope =
      sprint !== undefined
        ? { kind: 'sprint', id: sprint }
        : quarter !== undefined
          ? { kind: 'quarter', quarter }
          : { kind: 'all' };
    return rankingOf(itemsOf(library, scope, await me()), scalesOf(library));
  },
});
