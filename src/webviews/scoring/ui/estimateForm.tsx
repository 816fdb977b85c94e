/** My estimate: four numbers, ranges or question marks, and the reasons; checked while one types. */
import { t } from '../../../core/base/l10n.ts';
import { factorName, factors, guessText, readGuess } from '../../../core/scoring/factors.ts';
import { Button } from '../../kit/button.tsx';
import { TextArea, TextField } from '../../kit/field.tsx';
import { Fields } from '../../kit/form.tsx';
import { Problem } from '../../kit/notice.tsx';
import { type About, useItemForm } from './about.tsx';
import { useSession } from './model/session.ts';
import { unitOf } from './model/words.ts';

export function EstimateForm(about: About) {
  const session = useSession();
  const me = about.state.me?.id;
  return (
    <section>
      <h3>{t('Your estimate')}</h3>
      {me === undefined ? (
        <div class="notice">
          <p>{t('Because needs to know who you are before you estimate.')}</p>
          <Button primary onClick={() => session.run('chooseMe')}>
            {t('Set My Identity…')}
          </Button>
        </div>
      ) : (
        <MyEstimate {...about} me={me} />
      )}
    </section>
  );
}

/** The form; what is saved already stands in it until it is changed. */
function MyEstimate({ item, detail, state, me }: About & { readonly me: string }) {
  const form = useItemForm('estimate', item);
  const mine = detail.estimates.find(({ by, round }) => by === me && round === item.round.number);
  // What was said before the numbers were shown is kept as it was said; what is half-typed stays in sight.
  const stays =
    mine && item.round.revealed
      ? t(
          'Round {0} is revealed, so your estimate cannot change any more. Start a new round to estimate again.',
          item.round.number,
        )
      : undefined;
  if (stays !== undefined && !form.dirty) return <p class="hint">{stays}</p>;
  const fields = factors.map((factor) => {
    const field = form.field(factor, guessText(mine?.guesses[factor]));
    return { factor, field, ...readGuess(factor, field.value) };
  });
  const isWrong = fields.some(({ problem }) => problem) || fields.every(({ field }) => field.value.trim() === '');
  const untouched = form.dirty ? undefined : t('Nothing was changed.');
  const reasons = form.field('reasons', mine?.reasons);
  // What nobody touched stays as it is in the file, whatever way it is written there.
  const touched = fields.filter(({ factor }) => form.typed(factor) !== undefined);
  const given = {
    initiative: item.id,
    reasons: form.typed('reasons'),
    // Null takes a guess away.
    ...Object.fromEntries(touched.map(({ factor, guess = null }) => [factor, guess])),
  };
  return (
    <>
      <Fields
        form={form}
        class="estimate"
        label={t('Your estimate of {0}', item.title)}
        save={mine ? t('Save Changes') : t('Save My Estimate')}
        blocked={stays ?? (isWrong ? t('Not saved. Correct the fields with a message.') : untouched)}
        onSave={() => void form.save('estimate', given, t('Your estimate is saved.'))}
        beside={<Problem text={stays} />}
      >
        <div class="four">
          {fields.map(({ factor, field, problem }) => (
            <TextField
              key={factor}
              label={factorName(factor)}
              hint={unitOf(factor, state.scales)}
              problem={problem}
              {...field}
            />
          ))}
        </div>
        <p class="hint">{t('A number, a range such as 3 / 6 / 12, or ? if you do not know.')}</p>
        <TextArea label={t('Reasons')} {...reasons} />
      </Fields>
      <p class="hint">
        {t('Saved in your own file. Estimates are plain files, so please do not look at the others’ first.')}
      </p>
    </>
  );
}
