/** What the parts of an opened item share: what they are drawn from, their forms, links to records, and who did what when. */
import { Fragment } from 'preact';
import { dayWords } from '../../../core/base/dayWords.ts';
import { t } from '../../../core/base/l10n.ts';
import type { Detail, Mention } from '../../../core/scoring/detail.ts';
import type { Numbers } from '../../../core/scoring/factors.ts';
import type { Item } from '../../../core/scoring/item.ts';
import { entriesIn, type Ranking } from '../../../core/scoring/ranking.ts';
import { scoreText } from '../../../core/scoring/scoreText.ts';
import { LinkButton } from '../../kit/button.tsx';
import { type Form, useForm } from '../../kit/form.tsx';
import { announce } from '../../kit/live.tsx';
import type { Input } from '../../kit/work.ts';
import type { BoardState } from '../protocol.ts';
import { type Session, useSession } from './model/session.ts';

export interface About {
  readonly item: Item;
  /** The numbers the item is ranked by. */
  readonly numbers: Numbers;
  readonly detail: Detail;
  readonly state: BoardState;
}

export interface ItemForm extends Form {
  /** Has something done for the item, and says so, with the place the item has then. */
  readonly save: (action: string, input: Input, words: string) => Promise<void>;
}

/** A form about an item: its name carries the item's id behind a colon. `about` is what it is about, where that is no item. */
export function useItemForm(kind: string, item: Item, about = item.id): ItemForm {
  const session = useSession();
  const form = useForm(session, `${kind}:${about}`);
  return {
    ...form,
    save: async (action, input, words) => {
      if (await form.act(action, input)) announceSaved(session, item, words);
    },
  };
}

/** How long the host may take to tell of a change before only the success is said, in milliseconds. */
const PATIENCE = 1500;

/** Says what a change came to, once the host has told of it: "Saved. Rank 3, score 640." `before` is the item as it was. */
function announceSaved({ items, ranking }: Session, before: Item, words: string): void {
  const changed = (): boolean => items.value.find(({ id }) => id === before.id) !== before;
  const say = (): void => announce(`${words} ${placeIn(ranking.value, before.id)}`.trim());
  if (changed()) {
    say();
    return;
  }
  const late = setTimeout(() => {
    stop();
    say();
  }, PATIENCE);
  const stop = items.subscribe(() => {
    if (!changed()) return;
    clearTimeout(late);
    stop();
    say();
  });
}

function placeIn(ranking: Ranking, id: string): string {
  const place = entriesIn(ranking).find(({ item }) => item.id === id);
  if (!place) return '';
  return place.rank === undefined
    ? t('Not ranked yet.')
    : t('Rank {0}, score {1}.', place.rank, scoreText(place.score));
}

/** Opens a record. */
export function RecordLink({ id, title }: Mention) {
  const session = useSession();
  return <LinkButton onClick={() => session.run('openRecord', id)}>{title}</LinkButton>;
}

/** Links that open records, one after the other with a dot between them. */
export const RecordLinks = ({ records }: { readonly records: readonly Mention[] }) =>
  records.map((record, index) => (
    <Fragment key={record.id}>
      {index === 0 ? null : ' · '}
      <RecordLink {...record} />
    </Fragment>
  ));

/** `Ada Lovelace, 1 Nov 2026`, as far as it is known. */
export const signed = ({ nameOf }: Session, by: string | undefined, on: string | undefined): string =>
  [by && nameOf(by), on && dayWords(on)].filter(Boolean).join(', ');
