/** What one check says: the score, what to talk about first, what people wrote, and what will change. */
import { plural, t } from '../../../core/base/l10n.ts';
import { LinkButton } from '../../kit/button.tsx';
import { TextArea } from '../../kit/field.tsx';
import { Fields, useForm } from '../../kit/form.tsx';
import type { RoundTold } from '../protocol.ts';
import { useSession } from './session.ts';

interface Props {
  readonly round: RoundTold;
  readonly levels: readonly string[];
}

export function Results({ round, levels }: Props) {
  const session = useSession();
  return (
    <>
      <section aria-labelledby="score" class="score">
        <h2 id="score">{round.name}</h2>
        <p>
          <strong class="value">{round.score}</strong> {t('of 100')} <span class="quiet">· {round.peopleWords} ·</span>{' '}
          <LinkButton onClick={() => session.open(round.id)}>{t('Open Record')}</LinkButton>
        </p>
      </section>
      <section aria-labelledby="talk">
        <h2 id="talk">{t('Discuss')}</h2>
        <p class="quiet">
          {t(
            'The statements you disagree on most come first. 1 is “{0}”, 5 is “{1}”.',
            levels[0] ?? '',
            levels.at(-1) ?? '',
          )}
        </p>
        <ol class="talk">
          {round.items.map(({ item, ...told }) => (
            <Item key={item} {...told} people={round.people} levels={levels} />
          ))}
        </ol>
      </section>
      {round.comments.length + round.unreadable > 0 ? (
        <section aria-labelledby="comments">
          <h2 id="comments">{t('What people wrote')}</h2>
          <ul class="comments">
            {round.comments.map((comment, at) => (
              // Two people may have written the same.
              <li key={`${at} ${comment}`}>{comment}</li>
            ))}
          </ul>
          {round.unreadable > 0 ? (
            <p class="quiet">
              {plural(
                round.unreadable,
                '{0} comment was lost: it cannot be told apart from another.',
                '{0} comments were lost: they cannot be told apart.',
              )}
            </p>
          ) : null}
        </section>
      ) : null}
      <Outcome {...round} />
    </>
  );
}

interface ItemProps extends Pick<RoundTold['items'][number], 'sentence' | 'counts' | 'score' | 'agree'> {
  readonly people: number;
  readonly levels: readonly string[];
}

function Item({ sentence, counts, score, agree, people, levels }: ItemProps) {
  return (
    <li>
      <div class="said">
        <div>{sentence}</div>
        <div class="quiet">
          {agree} · {t('{0} of 100', score)}
        </div>
      </div>
      <div
        class="bars"
        role="img"
        aria-label={counts.map((count, at) => `${levels[at] ?? at + 1}: ${count}`).join(', ')}
      >
        {counts.map((count, at) => (
          <div key={levels[at]} class="bar" title={`${levels[at] ?? ''}: ${count}`}>
            <span class="count">{count}</span>
            <span class="fill" style={{ height: `${(count / people) * 40}px` }} />
            <span class="level">{at + 1}</span>
          </div>
        ))}
      </div>
    </li>
  );
}

/** What the team will change, which is the record's text. */
function Outcome({ id, outcome }: RoundTold) {
  const session = useSession();
  const form = useForm(session, `outcome.${id}`);
  const { value, onInput } = form.field('text', outcome);
  return (
    <section aria-labelledby="outcome">
      <h2 id="outcome">{t('What will you change?')}</h2>
      <Fields
        form={form}
        label={t('What will you change?')}
        save={t('Save')}
        blocked={form.dirty ? undefined : t('Nothing was changed.')}
        onSave={() => void form.act('note', { id, text: value })}
      >
        <TextArea label={t('One or two things, and who takes them on')} value={value} onInput={onInput} />
      </Fields>
    </section>
  );
}
