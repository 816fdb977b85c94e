/** Taking a snapshot: the ranking as it stands today, to be compared with a later one. */
import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { BecauseError } from '../core/base/errors.ts';
import { field, filled, trimmed, words } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { itemsOf } from '../core/board/item.ts';
import { scalesOf } from '../core/board/scales.ts';
import { snapshotScores } from '../core/board/snapshot.ts';
import { snapshot } from '../core/kinds/snapshot.ts';
import { type Scope, today } from '../core/library/query.ts';
import { commonFields } from '../core/records/kind.ts';
import { rankingOf } from '../core/scoring/ranking.ts';
import { action, written } from './action.ts';
import { recordOfKind } from './named.ts';

export const takeSnapshot = action({
  name: 'takeSnapshot',
  title: () => t('Take Snapshot of the Ranking'),
  input: z
    .object({
      quarter: z.optional(field(words, snapshot.fields.quarter.help)),
      sprint: z.optional(field(filled, snapshot.fields.sprint.help)),
      title: z.optional(field(words, commonFields.title.help)),
      body: z.optional(field(trimmed, snapshot.bodyHelp)),
    })
    .check(
      z.refine(({ quarter, sprint }) => quarter === undefined || sprint === undefined, {
        path: ['quarter'],
        message: 'a quarter or a sprint, not both',
      }),
    ),
  // Numbers of the team are nobody's: the name is written where it is known.
  signs: () => true,
  async run(because, { quarter, sprint, title, body }) {
    await because.ready();
    const [scope, name] = await scopeOf(because, quarter, sprint);
    const { library } = because;
    const day = today(library, because.now());
    // Without a person, so that the file tells nobody what a round still hides from them.
    const items = itemsOf(library, scope, undefined);
    if (items.length === 0) {
      throw new BecauseError('bad-input', t('There is no initiative in {0}.', name), {
        next: t('Choose another quarter or sprint.'),
      });
    }
    const scores = snapshotScores(rankingOf(items, scalesOf(library)));
    return written(because, [
      {
        create: 'snapshot',
        title: title ?? t('{0} on {1}', name, day),
        fields: { quarter, sprint, taken: day, scores },
        body: body ? `${body}\n` : '',
      },
    ]);
  },
});

async function scopeOf(because: Because, quarter?: string, sprint?: string): Promise<readonly [Scope, string]> {
  if (quarter !== undefined) return [{ kind: 'quarter', quarter }, quarter];
  if (sprint === undefined) return [{ kind: 'all' }, t('All initiatives')];
  const { id, title } = await recordOfKind(because, 'sprint', sprint);
  return [{ kind: 'sprint', id }, title];
}
