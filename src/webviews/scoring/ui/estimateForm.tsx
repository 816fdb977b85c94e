/** My estimate: four numbers, ranges or question marks, and the reasons; checked while one types. */
import { t } from '../../../core/base/l10n.ts';
import type { Detail } from '../../../core/scoring/detail.ts';
import { factorName, factors, type Guess, guessText, readGuess } from '../../../core/scoring/factors.ts';
import type { Item, Scales } from '../../../core/scoring/item.ts';
import { Button } from '../../kit/button.tsx';
import { TextArea, TextField } from '../../kit/field.tsx';
import { FormFoot, useForm } from '../../kit/form.tsx';
import { announce } from '../../kit/live.tsx';
import { Problem } from '../../kit/notice.tsx';
import { unitOf } from './model/words.ts';
import { announceSaved } from './saved.ts';
import { useSession } from './session.ts';

interface Props {
  readonly item: Item;
  readonly detail: Detail;
  readonly scales: Scales;
  readonly me: string | undefined;
}

/** The form; what is saved already stands in it until it is changed. */
export function EstimateForm({ item, detail, scales, me }: Props) {
  const session = useSession();
  const form = useForm(`estimate:${item.id}`);
  const mine = detail.estimates.find(({ by, round }) => by === me && round === item.round.number);
  if (me === undefined) {
    return (
      <div class="notice">
        <p>{t('Your estimate needs your name: say who you are, then give it.')}</p>
        <Button primary onClick={() => session.run('chooseMe')}>
          {t('Choose Who You Are')}
        </Button>
      </div>
    );
  }
  // What was said before the numbers were shown is kept as it was said; what is half-typed stays in sight.
  const stays =
    mine && item.round.revealed
      ? t('Round {0} is revealed, so your estimate in it stays. Start a new round to estimate anew.', item.round.number)
      : undefined;
  if (stays !== undefined && !form.dirty) return <p class="hint">{stays}</p>;
  const fields = factors.map((factor) => {
    const text = form.typed(factor) ?? guessText(mine?.guesses[factor]);
    return { factor, text, read: readGuess(factor, text) };
  });
  const reasons = form.typed('reasons') ?? mine?.reasons ?? '';
  const broken = fields.filter(({ read }) => 'problem' in read);
  const empty = fields.every(({ text }) => text.trim() === '');
  const save = async (): Promise<void> => {
    if (stays !== undefined) return announce(stays);
    if (broken.length > 0 || empty) return announce(t('Not saved: look at the fields with a message.'));
    const saved = await form.act('estimate', {
      initiative: item.id,
      // What nobody touched stays as it is in the file, whatever way it is written there.
      ...Object.fromEntries(
        fields
          .filter(({ factor }) => form.typed(factor) !== undefined)
          .map(({ factor, read }) => [factor, givenBy(read)]),
      ),
      ...(form.typed('reasons') === undefined ? {} : { reasons }),
    });
    if (!saved) return;
    form.discard();
    announceSaved(session, item, t('Your estimate is saved.'));
  };
  return (
    <form
      class="estimate"
      onSubmit={(event) => event.preventDefault()}
      aria-label={t('Your estimate of {0}', item.title)}
    >
      <div class="four">
        {fields.map(({ factor, text, read }) => (
          <TextField
            key={factor}
            label={factorName(factor)}
            value={text}
            hint={unitOf(factor, scales)}
            problem={'problem' in read ? read.problem : undefined}
            onInput={(value) => form.type(factor, value)}
            onEnter={() => void save()}
          />
        ))}
      </div>
      <p class="hint">{t('A number, a range such as 3 / 6 / 12, or ? when you cannot tell yet.')}</p>
      <TextArea label={t('WhyRecords')} value={reasons} onInput={(value) => form.type('reasons', value)} />
      <FormFoot
        form={form}
        save={mine ? t('Save Changes') : t('Save My Estimate')}
        blocked={broken.length > 0 || empty || !form.dirty || stays !== undefined}
        onSave={() => void save()}
      >
        <Problem text={stays} />
      </FormFoot>
      <p class="hint">
        {t('Saved in a file of your own. Files are open: not looking before giving yours is a courtesy.')}
      </p>
    </form>
  );
}

/** What the action takes: null takes a guess away. */
function givenBy(read: ReturnType<typeof readGuess>): Guess | null {
  return 'guess' in read ? (read.guess ?? null) : null;
}
