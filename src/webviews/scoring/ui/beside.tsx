/** The item that is open beside the ranking, with its own scrolling. */
import { useRef } from 'preact/hooks';
import { t } from '../../../core/base/l10n.ts';
import type { Entry } from '../../../core/scoring/ranking.ts';
import { useRescuedFocus } from '../../kit/steady.ts';
import type { BoardState } from '../protocol.ts';
import { ItemDetail } from './detail.tsx';
import { useSession } from './model/session.ts';

interface Props {
  readonly entry: Entry;
  readonly state: BoardState;
}

export function Beside({ entry, state }: Props) {
  const session = useSession();
  const body = useRef<HTMLElement>(null);
  useRescuedFocus(body);
  const { id, title } = entry.item;
  return (
    <aside class="beside" data-key={id} aria-label={t('About {0}', title)} ref={body}>
      <header>
        <h2>
          {id === title ? null : <span class="key">{id}</span>} {title}
        </h2>
        <button type="button" class="close" title={t('Close (Escape)')} onClick={() => session.dismiss(id)}>
          <span aria-hidden="true">✕</span>
          <span class="unseen">{t('Close')}</span>
        </button>
      </header>
      <ItemDetail {...{ entry, state }} />
    </aside>
  );
}
