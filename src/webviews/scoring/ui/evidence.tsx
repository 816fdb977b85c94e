/** The evidence beside the confidence it supports: what it suggests and why, what is stated, and the pieces themselves. */
import { dayWords } from '../../../core/base/dayWords.ts';
import { t } from '../../../core/base/l10n.ts';
import type { Piece } from '../../../core/scoring/detail.ts';
import { scoreText } from '../../../core/scoring/scoreText.ts';
import { isAboveSuggestion, whySuggested } from '../../../core/scoring/suggestedConfidence.ts';
import { dotted } from '../../../core/text/joined.ts';
import { Button } from '../../kit/button.tsx';
import { type About, RecordLink } from './about.tsx';
import { useSession } from './model/session.ts';

export function Evidence({ item, detail, numbers: { confidence: stated } }: About) {
  const session = useSession();
  return (
    <section>
      <h3>{t('Evidence and confidence')}</h3>
      <p>
        <strong>{t('Suggested {0}%', item.suggested.confidence)}</strong> {whySuggested(item.suggested)}{' '}
        {stated === undefined ? null : t('Stated: {0}%.', scoreText(stated))}
      </p>
      {isAboveSuggestion(stated, item.suggested) ? (
        <p class="flag">
          <span aria-hidden="true">⚠ </span>
          {t('The stated confidence is higher than the evidence supports.')}
        </p>
      ) : null}
      {detail.evidence.length === 0 ? (
        <p class="hint">{t('No evidence yet. Validate before building.')}</p>
      ) : (
        <ul class="plain">
          {detail.evidence.map((piece) => (
            <PieceLine key={piece.id} {...piece} />
          ))}
        </ul>
      )}
      <Button onClick={() => session.run('addEvidence', item.id)}>{t('Add Evidence')}</Button>
    </section>
  );
}

function PieceLine({ id, title, stance, kind, customer, date, quote }: Piece) {
  const sign = stance === 'contradicts' ? t('against') : stance === 'supports' ? t('for') : t('neutral');
  return (
    <li class={`piece ${stance}`}>
      <span class="state">{sign}</span> <RecordLink {...{ id, title }} />{' '}
      <span class="quiet">{dotted(kind, customer, date && dayWords(date))}</span>
      {quote === undefined || quote === title ? null : <blockquote>{quote}</blockquote>}
    </li>
  );
}
