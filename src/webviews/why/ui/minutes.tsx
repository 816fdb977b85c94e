/** The last page of a walk-through: who has said what, and what to mend before the work begins. */
import { plural, t } from '../../../core/base/l10n.ts';
import type { Minutes, MinutesRow, WalkVoice } from '../../../core/story/walkTold.ts';
import { tallyWords, titleWords } from '../../../core/story/walkWords.ts';
import { dotted } from '../../../core/text/joined.ts';
import { LinkButton } from '../../kit/button.tsx';
import { useSession } from './session.ts';
import { SIGNS } from './voices.tsx';

export function MinutesOf({ minutes }: { readonly minutes: Minutes }) {
  const { label, day, rows, silent } = minutes;
  const unready = rows.filter(({ mend }) => mend.length > 0);
  return (
    <article>
      <header>
        <h1>{t('Walk-through: {0}', label)}</h1>
        <p class="quiet">{dotted(day, plural(rows.length, '{0} initiative', '{0} initiatives'))}</p>
      </header>
      <Who {...minutes} />
      {silent.length === 0 ? null : <p class="quiet">{t('Nothing yet from {0}.', silent.join(', '))}</p>}
      <h2>{t('To fix before the work starts')}</h2>
      {unready.length === 0 ? <p>{t('Nothing. No reason is missing, and nobody is waiting for an answer.')}</p> : null}
      {unready.map((row) => (
        <Mend key={row.id} {...row} />
      ))}
    </article>
  );
}

function Who({ people, rows }: Minutes) {
  const session = useSession();
  return (
    // It scrolls by itself where there is no room, and so it must be reached by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class="wide" tabIndex={0} aria-label={t('Who said what')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('Initiative')}</th>
            {people.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <LinkButton onClick={() => void session.open(row.id)}>{titleWords(row)}</LinkButton>
                <span class="quiet tally">{tallyWords(row.tally)}</span>
              </th>
              {people.map(({ id }) => (
                <Cell key={id} voice={row.voices.find((each) => each.id === id)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ voice }: { readonly voice: WalkVoice | undefined }) {
  if (!voice) return <td class="quiet">–</td>;
  const { said, says, words } = voice;
  return (
    <td class={said ?? 'quiet'}>
      {said ? <span aria-hidden="true">{SIGNS[said]} </span> : null}
      {says}
      {words === '' ? null : <span class="quiet own">{`“${words}”`}</span>}
    </td>
  );
}

function Mend(row: MinutesRow) {
  const session = useSession();
  return (
    <div class="mend">
      <h3>
        <LinkButton onClick={() => void session.open(row.id)}>{titleWords(row)}</LinkButton>
      </h3>
      <ul class="plain">
        {row.mend.map(({ id, sort, says }) => (
          <li key={`${id} ${sort} ${says}`}>
            <span class="quiet">{sort}</span>
            <LinkButton onClick={() => session.run('openRecordToSide', id)}>{says}</LinkButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
