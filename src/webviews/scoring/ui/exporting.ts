/** Takes the ranking elsewhere: to the clipboard as a Markdown table, into files as CSV and JSON. */
import { useMemo } from 'preact/hooks';
import { t } from '../../../core/base/l10n.ts';
import { rankingCsv, rankingJson, rankingMarkdown } from '../../../core/scoring/exporting.ts';
import type { Item, Scales } from '../../../core/scoring/item.ts';
import type { Ranking } from '../../../core/scoring/ranking.ts';
import type { PageChannel } from '../../frame/channel.ts';
import { announce } from '../../kit/live.tsx';
import { sentenceOf } from '../../kit/work.ts';
import type { BoardState, Scoring } from '../protocol.ts';
import type { Line } from './model/lines.ts';
import { useSession } from './session.ts';

/** One way out of the board, as a menu shows it. */
export interface Export {
  readonly text: string;
  readonly run: () => void;
}

interface Exported {
  readonly ranking: Ranking;
  /** What is shown of it. */
  readonly lines: readonly Line[];
  readonly state: BoardState;
}

/** The ways out for what is shown of the ranking, with the ranks it has in the whole. What happened is spoken. */
export function useExports({ ranking, lines, state }: Exported): Export[] {
  const { channel } = useSession();
  return useMemo(() => exportsOf(channel, () => shownOf(ranking, lines), state), [channel, ranking, lines, state]);
}

/** The part of a ranking that has a line, in the order of ranks. */
function shownOf({ ranked, unscored, beside }: Ranking, lines: readonly Line[]): Ranking {
  const ids = new Set(lines.flatMap((line) => (line.type === 'item' ? line.entry.item.id : [])));
  const shown = ({ item }: { readonly item: Item }): boolean => ids.has(item.id);
  return { ranked: ranked.filter(shown), unscored: unscored.filter(shown), beside: beside.filter(shown) };
}

function exportsOf(
  channel: PageChannel<Scoring>,
  ranking: () => Ranking,
  { scales, scope, today }: BoardState,
): Export[] {
  const name = fileName(scope, today);
  const save = async (ending: string, write: (ranking: Ranking, scales: Scales) => string): Promise<string> => {
    const { saved } = await channel.request('save', { name: `${name}.${ending}`, text: write(ranking(), scales) });
    return saved ? t('Saved.') : t('Not saved.');
  };
  return [
    {
      text: t('Copy as Markdown'),
      run: spoken(async () => {
        await channel.request('copy', { text: rankingMarkdown(ranking(), scales) });
        return t('Copied.');
      }),
    },
    { text: t('Save as CSV…'), run: spoken(() => save('csv', rankingCsv)) },
    { text: t('Save as JSON…'), run: spoken(() => save('json', rankingJson)) },
  ];
}

function spoken(work: () => Promise<string>): () => void {
  return () => {
    void work().then(announce, (error: unknown) => announce(sentenceOf(error)));
  };
}

/** `scores-2026-q4-2026-11-23`: no letter that any disk refuses. */
function fileName(scope: BoardState['scope'], today: string): string {
  const about = scope.kind === 'all' ? [] : [scope.kind === 'sprint' ? scope.id : scope.quarter];
  const words = ['scores', ...about, today].join('-').toLowerCase();
  return words.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
}
