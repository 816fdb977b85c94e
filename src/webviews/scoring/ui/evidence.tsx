/** The evidence beside the confidence it supports: what it suggests and why, what is stated, and the pieces themselves. */
import { t } from '../../../core/base/l10n.ts';
import type { Detail, Piece } from '../../../core/scoring/detail.ts';
import { factorName } from '../../../core/scoring/factors.ts';
import type { Item } from '../../../core/scoring/item.ts';
import { scoreText } from '../../../core/scoring/scoreText.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { useSession } from './session.ts';

interface Props {
  readonly item: Item;
  readonly detail: Detail;
  /** The confidence the item is ranked by. */
  readonly stated: number | undefined;
}

export function Evidence({ item, detail, stated }: Props) {
  const session = useSession();
  const { confidence, evidenced } = item.suggested;
  const names = evidenced.map((factor) => factorName(factor).toLowerCase()).join(', ');
  const high = stated !== undefined && stated > confidence;
  return (
    <section>
      <h3>{t('Evidence and confidence')}</h3>
      <p>
        <strong>{t('Suggested {0}%', confidence)}</strong>{' '}
        {evidenced.length === 0
          ? t('because nothing speaks for reach, impact or effort yet.')
          : t('because {0} of 3 are backed: {1}.', evidenced.length, names)}{' '}
        {stated === undefined ? null : t('Stated: {0}%.', scoreText(stated))}
      </p>
      {high ? (
        <p class="flag">
          <span aria-hidden="true">⚠ </span>
          {t('The stated confidence is higher than the evidence speaks for.')}
        </p>
      ) : null}
      {detail.evidence.length === 0 ? (
        <p class="hint">{t('No evidence yet. Validate before building.')}</p>
      ) : (
        <ul class="plain">
          {detail.evidence.map((piece) => (
            <PieceLine key={piece.id} piece={piece} />
          ))}
        </ul>
      )}
      <Button onClick={() => session.run('addEvidence', item.id)}>{t('Add Evidence')}</Button>
    </section>
  );
}

function PieceLine({ piece: { id, title, stance, kind, customer, date, quote } }: { readonly piece: Piece }) {
  const session = useSession();
  const sign = stance === 'contradicts' ? t('contradicts') : stance === 'supports' ? t('supports') : t('neutral');
  return (
    <li class={`piece ${stance}`}>
      <span class="state">{sign}</span> <LinkButton onClick={() => session.run('openRecord', id)}>{title}</LinkButton>{' '}
      <span class="quiet">{[kind, customer ?? [], date ?? []].flat().join(' · ')}</span>
      {quote === undefined || quote === title ? null : <blockquote>{quote}</blockquote>}
    </li>
  );
}
