/** The evidence beside the confidence it supports: what it suggests and why, what is stated, and the pieces themselves. */
import { t } from '../../../core/base/l10n.ts';
import type { Piece } from '../../../core/scoring/detail.ts';
import { factorList } from '../../../core/scoring/factors.ts';
import { scoreText } from '../../../core/scoring/scoreText.ts';
import { isAboveSuggestion } from '../../../core/scoring/suggestedConfidence.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import type { About } from './about.tsx';
import { useSession } from './model/session.ts';
import { dotted } from './model/words.ts';

export function Evidence({ item, detail, numbers: { confidence: stated } }: About) {
  const session = useSession();
  const { confidence, evidenced } = item.suggested;
  return (
    <section>
      <h3>{t('Evidence and confidence')}</h3>
      <p>
        <strong>{t('Suggested {0}%', confidence)}</strong>{' '}
        {evidenced.length === 0
          ? t('because nothing speaks for reach, impact or effort yet.')
          : t('because {0} of 3 are backed: {1}.', evidenced.length, factorList(evidenced))}{' '}
        {stated === undefined ? null : t('Stated: {0}%.', scoreText(stated))}
      </p>
      {isAboveSuggestion(stated, item.suggested) ? (
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
      <span class="quiet">{dotted(kind, customer, date)}</span>
      {quote === undefined || quote === title ? null : <blockquote>{quote}</blockquote>}
    </li>
  );
}
