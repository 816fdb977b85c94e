/** The slices of an item against its appetite: which to keep, and what it would score then. */
import { t } from '../../../core/base/l10n.ts';
import type { Detail } from '../../../core/scoring/detail.ts';
import type { Numbers } from '../../../core/scoring/factors.ts';
import type { Item, Scales } from '../../../core/scoring/item.ts';
import { riceScore } from '../../../core/scoring/rice.ts';
import { scoreText } from '../../../core/scoring/scoreText.ts';
import { appetiteEffort, cutOf, slicedNumbers, smallestSet } from '../../../core/scoring/slices.ts';
import { Button } from '../../kit/button.tsx';
import { Check } from '../../kit/field.tsx';
import { FormFoot, useForm } from '../../kit/form.tsx';
import { announceSaved } from './saved.ts';
import { useSession } from './session.ts';

interface Props {
  readonly item: Item;
  readonly detail: Detail;
  readonly numbers: Numbers;
  readonly scales: Scales;
}

/** Drawn only where there is something to cut. */
export function Slices({ item, detail, numbers, scales }: Props) {
  const session = useSession();
  const form = useForm(`slices:${item.id}`);
  const members = session.state.value?.members.length ?? 0;
  const { slices, appetite } = detail;
  if (slices.length === 0) return null;
  const musts = slices.filter(({ must }) => must).map(({ title }) => title);
  const typed = form.typed('keep');
  const keep = typed === undefined ? slices.map(({ title }) => title) : typed.split('\n').filter(Boolean);
  const cut = cutOf(slices, ({ title }) => keep.includes(title));
  const limit = appetiteEffort(appetite, members, scales.effortUnit);
  const objection = detail.objections.find(({ kind, state }) => kind === 'too-complex' && state === 'open');
  const choose = (titles: readonly string[]): void => form.type('keep', titles.join('\n'));
  const save = async (): Promise<void> => {
    const { reach, effort } = slicedNumbers(numbers, cut).numbers;
    const recomputed = { ...(reach === undefined ? {} : { reach }), ...(effort === undefined ? {} : { effort }) };
    const answered = objection === undefined ? {} : { objection: objection.id };
    if (!(await form.act('cutSlices', { initiative: item.id, keep, ...recomputed, ...answered }))) return;
    form.discard();
    announceSaved(session, item, t('Cut.'));
  };
  return (
    <section>
      <h3>{t('Slices')}</h3>
      <fieldset>
        <legend class="unseen">{t('What to keep')}</legend>
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
                  {[
                    must ? t('must') : [],
                    effort === undefined ? [] : t('{0} {1}', scoreText(effort), scales.effortUnit),
                    share === undefined ? [] : t('{0}% of the outcome', scoreText(share)),
                  ]
                    .flat()
                    .join(' · ')}
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
        <p class="flag">⚠ {t('Without a must the outcome is not reached.')}</p>
      )}
      <FormFoot
        form={form}
        save={t('Cut to These')}
        blocked={keep.length === 0 || typed === undefined}
        onSave={() => void save()}
      >
        <Button onClick={() => choose(smallestSet(slices, { appetiteEffort: limit }).kept.map(({ title }) => title))}>
          {t('Smallest Set')}
        </Button>
      </FormFoot>
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
