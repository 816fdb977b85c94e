/** The slices of an item against its appetite: which to keep, and what it would score then. */
import { t } from '../../../core/base/l10n.ts';
import type { Numbers } from '../../../core/scoring/factors.ts';
import type { Scales } from '../../../core/scoring/item.ts';
import { riceScore } from '../../../core/scoring/rice.ts';
import { scoreText } from '../../../core/scoring/scoreText.ts';
import { appetiteEffort, cutOf, slicedNumbers, smallestSet } from '../../../core/scoring/slices.ts';
import { dotted } from '../../../core/text/joined.ts';
import { Button } from '../../kit/button.tsx';
import { Check } from '../../kit/field.tsx';
import { Fields } from '../../kit/form.tsx';
import { type About, useItemForm } from './about.tsx';

/** Drawn only where there is something to cut. */
export function Slices({ item, detail, numbers, state: { scales, members } }: About) {
  const form = useItemForm('slices', item);
  const { slices, appetite } = detail;
  if (slices.length === 0) return null;
  const musts = slices.filter(({ must }) => must).map(({ title }) => title);
  const typed = form.typed('keep');
  const keep = typed === undefined ? slices.map(({ title }) => title) : typed.split('\n').filter(Boolean);
  const cut = cutOf(slices, ({ title }) => keep.includes(title));
  const limit = appetiteEffort(appetite, members.length, scales.effortUnit);
  const objection = detail.objections.find(({ kind, state }) => kind === 'too-complex' && state === 'open');
  const choose = (titles: readonly string[]): void => form.type('keep', titles.join('\n'));
  const { reach, effort } = slicedNumbers(numbers, cut).numbers;
  const input = { initiative: item.id, keep, reach, effort, objection: objection?.id };
  const blocked = keep.length === 0 || typed === undefined;
  return (
    <section>
      <h3>{t('Slices')}</h3>
      <fieldset>
        <legend class="unseen">{t('Slices to keep')}</legend>
        {slices.map(({ title, must, effort, share }) => (
          <Check
            key={title}
            checked={keep.includes(title)}
            onChange={(on) => choose([...keep.filter((each) => each !== title), ...(on ? [title] : [])])}
            label={
              <>
                {title}
                <span class="quiet">
                  {' · '}
                  {dotted(
                    must ? t('must-have') : undefined,
                    effort === undefined ? undefined : t('{0} {1}', scoreText(effort), scales.effortUnit),
                    share === undefined ? undefined : t('{0}% of the outcome', scoreText(share)),
                  )}
                </span>
              </>
            }
          />
        ))}
      </fieldset>
      <p>{cutText(numbers, cut, scales)}</p>
      {limit === undefined ? null : (
        <p class="quiet">{t('Appetite: {0}, at most {1} {2}.', appetite ?? '', scoreText(limit), scales.effortUnit)}</p>
      )}
      {musts.every((title) => keep.includes(title)) ? null : (
        <p class="flag">⚠ {t('The outcome cannot be reached without every must-have.')}</p>
      )}
      <Fields
        form={form}
        label={t('Slices of {0}', item.title)}
        save={t('Cut to These Slices')}
        blocked={blocked ? t('Nothing was cut. Choose the slices to keep.') : undefined}
        onSave={() => void form.save('cutSlices', input, t('Cut.'))}
        beside={
          <Button onClick={() => choose(smallestSet(slices, { appetiteEffort: limit }).kept.map(({ title }) => title))}>
            {t('Smallest Set')}
          </Button>
        }
      />
    </section>
  );
}

function cutText(numbers: Numbers, cut: ReturnType<typeof cutOf>, { effortUnit }: Scales): string {
  const now = cut.share === 100 ? undefined : riceScore(numbers);
  const { score } = slicedNumbers(numbers, cut);
  const effort = cut.effort === undefined ? t('effort unknown') : t('{0} {1}', scoreText(cut.effort), effortUnit);
  const share = cut.share === undefined ? t('share unknown') : t('{0}% of the outcome', scoreText(cut.share));
  return score === undefined || now === undefined
    ? t('{0}, {1}.', share, effort)
    : t('{0}, {1}: score {2} → {3}.', share, effort, scoreText(now), scoreText(score));
}
