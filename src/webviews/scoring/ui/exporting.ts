/** Takes the ranking elsewhere: to the clipboard as a Markdown table, into files as CSV and JSON. */
import { t } from '../../../core/base/l10n.ts';
import { rankingCsv, rankingJson, rankingMarkdown } from '../../../core/scoring/exporting.ts';
import type { Item } from '../../../core/scoring/item.ts';
import type { Ranking } from '../../../core/scoring/ranking.ts';
import { announce } from '../../kit/live.tsx';
import { sayTrouble } from '../../kit/work.ts';
import type { BoardState } from '../protocol.ts';
import type { Line } from './model/lines.ts';
import type { Session } from './model/session.ts';

/** The ways out for what is shown of the ranking, with the ranks it has in the whole. What happened is spoken. */
export function exportsOf({ channel, ranking, lines }: Session, { scales, scope, today }: BoardState) {
  const name = fileName(scope, today);
  const write = (how: typeof rankingCsv): string => how(shownOf(ranking.value, lines.value), scales);
  const save = async (ending: string, how: typeof rankingCsv): Promise<string> => {
    const { saved } = await channel.request('save', { name: `${name}.${ending}`, text: write(how) });
    return saved ? t('Saved.') : t('Not saved.');
  };
  const copy = async (): Promise<string> => {
    await channel.request('copy', { text: write(rankingMarkdown) });
    return t('Copied.');
  };
  return [
    { text: t('Copy as Markdown'), run: spoken(copy) },
    { text: t('Save as CSV…'), run: spoken(() => save('csv', rankingCsv)) },
    { text: t('Save as JSON…'), run: spoken(() => save('json', rankingJson)) },
  ];
}

/** The part of a ranking that has a line, in the order of ranks. */
function shownOf({ ranked, unscored, beside }: Ranking, lines: readonly Line[]): Ranking {
  const ids = new Set(lines.map(({ key }) => key));
  const shown = ({ item }: { readonly item: Item }): boolean => ids.has(item.id);
  return { ranked: ranked.filter(shown), unscored: unscored.filter(shown), beside: beside.filter(shown) };
}

function spoken(work: () => Promise<string>): () => void {
  return () => {
    void work().then(announce, sayTrouble);
  };
}

/** `scores-2026-q4-2026-11-23`: no letter that any disk refuses. */
function fileName(scope: BoardState['scope'], today: string): string {
  const about = scope.kind === 'all' ? [] : [scope.kind === 'sprint' ? scope.id : scope.quarter];
  const words = ['scores', ...about, today].join('-').toLowerCase();
  return words.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
}
