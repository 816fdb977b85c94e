/** The persona page: whom to build, where to look, what is known of them, and what contradicts. */
import { useEffect, useId } from 'preact/hooks';
import { plural, t } from '../../../core/base/l10n.ts';
import type { PersonaDraft } from '../../../core/persona/told.ts';
import { dotted } from '../../../core/text/joined.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Check, Select } from '../../kit/field.tsx';
import { Empty, Problem } from '../../kit/notice.tsx';
import { Part } from '../../kit/part.tsx';
import { useActing } from '../../kit/work.ts';
import { toggled } from './draft.ts';
import { Portrait } from './portrait.tsx';
import { useSession } from './session.ts';

interface Props {
  readonly draft: PersonaDraft;
}

export function App() {
  const session = useSession();
  const draft = session.state.value;
  useEffect(() => void session.start(), [session]);
  if (!draft) return <Empty trouble={session.trouble.value} onRetry={() => void session.start()} />;
  return (
    <main>
      <Head draft={draft} />
      <Where draft={draft} />
      <Portrait key={draft.persona?.id ?? ''} draft={draft} />
      <Against draft={draft} />
    </main>
  );
}

function Head({ draft: { personas, persona } }: Props) {
  const session = useSession();
  return (
    <header>
      <h1>{t('Build a Persona')}</h1>
      <div class="whom">
        <Select
          label={t('Persona')}
          value={persona?.id ?? ''}
          choices={[
            { value: '', text: t('New persona') },
            ...personas.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          onInput={(id) => void session.look(id === '' ? {} : { persona: id })}
        />
        {persona ? (
          <>
            <span class="quiet">{persona.basis}</span>
            <LinkButton onClick={() => session.open(persona.id)}>{t('Open Record')}</LinkButton>
          </>
        ) : null}
      </div>
      {persona ? <Checked {...persona} /> : null}
    </header>
  );
}

/** That nobody has checked it for long, or that somebody has today. */
function Checked({ id, isStale, trouble }: NonNullable<PersonaDraft['persona']>) {
  const session = useSession();
  const { busy, problem, act } = useActing(session);
  return (
    <div class={isStale ? 'notice' : 'checked'}>
      {isStale ? (
        <p>{t('Nobody has checked this persona with real people for over a year. Talk to some of them again.')}</p>
      ) : null}
      <Button disabled={busy || trouble !== undefined} onClick={() => void act('validatePersona', { persona: id })}>
        {t('Mark as Validated Today')}
      </Button>
      <Problem text={trouble ?? problem} />
    </div>
  );
}

/** The problems and segments whose evidence is gathered. */
function Where({ draft }: Props) {
  const session = useSession();
  const { persona, problems, segments, totals, left } = draft;
  const chosen = problems.filter((one) => one.chosen).map(({ id }) => id);
  const named = segments.filter((one) => one.chosen).map(({ name }) => name);
  const look = (changed: { readonly problems?: string[]; readonly segments?: string[] }) =>
    void session.look({ persona: persona?.id, problems: chosen, segments: named, ...changed });
  return (
    <Part title={t('Where to look')}>
      <div class="where">
        <fieldset>
          <legend>{t('Problems this persona has')}</legend>
          {problems.map(({ id, title, pieces, chosen: isChosen }) => (
            <Check
              key={id}
              checked={isChosen}
              onChange={(on) => look({ problems: toggled(chosen, id, on) })}
              label={<Counted name={title} count={plural(pieces, '{0} piece', '{0} pieces')} />}
            />
          ))}
          {problems.length === 0 ? <p class="quiet">{t('There is no problem yet. Create one first.')}</p> : null}
        </fieldset>
        {segments.length === 0 ? null : (
          <fieldset>
            <legend>{t('Segments (all if you choose none)')}</legend>
            {segments.map(({ name, customers, chosen: isChosen }) => (
              <Check
                key={name}
                checked={isChosen}
                onChange={(on) => look({ segments: toggled(named, name, on) })}
                label={<Counted name={name} count={plural(customers, '{0} customer', '{0} customers')} />}
              />
            ))}
          </fieldset>
        )}
      </div>
      <p class="totals">
        {totals === '' ? t('Choose a problem or a segment to see what customers said.') : t('Evidence: {0}', totals)}
      </p>
      {left.length === 0 ? null : <p class="quiet">{left.join(' ')}</p>}
    </Part>
  );
}

const Counted = ({ name, count }: { readonly name: string; readonly count: string }) => (
  <>
    {name} <span class="quiet">{count}</span>
  </>
);

type Said = PersonaDraft['against'][number]['supports'];

/** What speaks for each problem and against it, beside each other. */
function Against({ draft: { against } }: Props) {
  const session = useSession();
  if (against.length === 0) return null;
  return (
    <Part title={t('For and against')}>
      {against.map(({ id, title, supports, contradicts }) => (
        <div key={id} class="against">
          <h3>
            <LinkButton onClick={() => session.open(id)}>{title}</LinkButton>
          </h3>
          <div class="sides">
            <Side title={t('For')} pieces={supports} />
            <Side title={t('Against')} pieces={contradicts} />
          </div>
        </div>
      ))}
    </Part>
  );
}

function Side({ title, pieces }: { readonly title: string; readonly pieces: Said }) {
  const session = useSession();
  const id = useId();
  return (
    <div>
      <h4 id={id}>{title}</h4>
      <ul class="plain" aria-labelledby={id}>
        {pieces.map((piece) => (
          <li key={piece.id}>
            {piece.isQuote ? `“${piece.said}”` : piece.said}{' '}
            <LinkButton onClick={() => session.open(piece.id)}>
              {dotted(piece.sort, piece.source) || t('Open')}
            </LinkButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
