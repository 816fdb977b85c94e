/** How the scores went over the last checks, as a table. */
import { t } from '../../../core/base/l10n.ts';
import type { HealthState } from '../protocol.ts';

export function Trend({ rounds, items }: NonNullable<HealthState['trend']>) {
  return (
    <section aria-labelledby="trend">
      <h2 id="trend">{t('Over time')}</h2>
      <p class="quiet">
        {t(
          'Scores from 0 to 100. Small changes mean little: one person changing their mind moves a score by a few points.',
        )}
      </p>
      <table class="trend" aria-labelledby="trend">
        <thead>
          <tr>
            <th scope="col">{t('Statement')}</th>
            {rounds.map(({ id, name }) => (
              <th key={id} scope="col" class="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr class="all">
            <th scope="row">{t('All')}</th>
            {rounds.map(({ id, score }) => (
              <td key={id} class="number">
                {score}
              </td>
            ))}
          </tr>
          {items.map(({ item, sentence, scores }) => (
            <tr key={item}>
              <th scope="row">{sentence}</th>
              {rounds.map(({ id }, at) => (
                <td key={id} class="number">
                  {scores[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
