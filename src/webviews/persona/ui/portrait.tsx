/** The fields of a persona, each with what carries it, and saving them. */
import { useId, useState } from 'preact/hooks';
import { t } from '../../../core/base/l10n.ts';
import { carriedWords } from '../../../core/persona/personaWords.ts';
import type { PersonaDraft, PersonaField, PersonaPiece } from '../../../core/persona/told.ts';
import { dotted } from '../../../core/text/joined.ts';
import { LinkButton } from '../../kit/button.tsx';
import { Check, TextArea, TextField } from '../../kit/field.tsx';
import { Fields, type Form, useForm } from '../../kit/form.tsx';
import { announce } from '../../kit/live.tsx';
import { Part } from '../../kit/part.tsx';
import { inputOf, toggled, withoutWords, withWords, wordsFor } from './draft.ts';
import { useSession } from './session.ts';

export function Portrait({ draft }: { readonly draft: PersonaDraft }) {
  const session = useSession();
  const { persona, fields, problems } = draft;
  const form = useForm(session, `persona:${persona?.id ?? ''}`);
  const unlinked = problems.filter(({ chosen, linked }) => chosen && !linked);
  const links = form.typed('link') !== 'no' && unlinked.length > 0;
  const name = form.field('name', draft.name);
  const blocked = persona?.trouble ?? (name.value.trim() === '' ? t('Enter a name for the persona first.') : undefined);
  return (
    <Part title={t('Who this is')}>
      <Fields
        form={form}
        label={t('Who this is')}
        save={t('Save Persona')}
        blocked={blocked}
        onSave={() => void form.act('savePersona', inputOf(draft, form, links ? unlinked.map(({ id }) => id) : []))}
      >
        <TextField label={t('Name')} hint={t('A first name that the team can use.')} {...name} />
        {fields.map((field) => (
          <OneField key={field.name} {...{ draft, field, form }} />
        ))}
        {unlinked.length === 0 ? null : (
          <Check
            checked={links}
            onChange={(on) => form.type('link', on ? 'yes' : 'no')}
            label={t('Add this persona to: {0}', unlinked.map(({ title }) => title).join(', '))}
          />
        )}
      </Fields>
    </Part>
  );
}

interface OneProps {
  readonly draft: PersonaDraft;
  readonly field: PersonaField;
  readonly form: Form;
}

const idsIn = (text: string): readonly string[] => text.split(' ').filter(Boolean);

/** A field, whether it is observed or assumed, and the evidence that may carry it. */
function OneField({ draft, field, form }: OneProps) {
  const { name, label, help, isList, value } = field;
  const carriedKey = `carried.${name}`;
  const carried = idsIn(form.typed(carriedKey) ?? field.carried.join(' '));
  const pieces = draft.pieces.filter(({ id }) => carried.includes(id));
  const given = form.field(name, value);
  const isEmpty = given.value.trim() === '' && carried.length === 0;
  const words = isEmpty ? t('Nothing yet') : carriedWords(pieces, carried.length - pieces.length, draft);
  const choose = (piece: PersonaPiece, on: boolean): void => {
    const now = toggled(carried, piece.id, on);
    form.type(carriedKey, now.join(' '));
    const put = wordsFor(field, piece);
    if (put !== undefined) form.type(name, (on ? withWords : withoutWords)(given.value, put, isList));
    announce(`${label}: ${now.length === 0 ? t('Assumed') : t('Observed')}`);
  };
  const Control = isList || name === 'portrait' ? TextArea : TextField;
  return (
    <div class="one">
      <div>
        <Control label={label} hint={help} {...given} />
        <p class={carried.length === 0 ? 'mark assumed' : 'mark'}>
          <span aria-hidden="true">{carried.length === 0 ? '○' : '●'} </span>
          {words}
        </p>
      </div>
      <Carriers {...{ draft, field, carried, choose }} />
    </div>
  );
}

interface CarriersProps {
  readonly draft: PersonaDraft;
  readonly field: PersonaField;
  readonly carried: readonly string[];
  readonly choose: (piece: PersonaPiece, on: boolean) => void;
}

/** Pieces that are shown before somebody asks for all. */
const FIRST = 5;

/** The evidence that may carry a field: what speaks of it first. */
function Carriers({ draft: { pieces, persona }, field, carried, choose }: CarriersProps) {
  const session = useSession();
  const [isAll, setAll] = useState(false);
  const id = useId();
  if (pieces.length === 0) return null;
  const speaking = pieces.filter((piece) => speaksOf(field, piece));
  const rest = pieces.filter((piece) => !speaking.includes(piece));
  const shown = isAll
    ? [...speaking, ...rest]
    : [
        ...speaking.filter((piece, at) => at < FIRST || carried.includes(piece.id)),
        ...rest.filter((piece) => carried.includes(piece.id)),
      ];
  return (
    <details open={persona === undefined && speaking.length > 0}>
      <summary id={id}>{t('Evidence: {0} of {1} chosen', carried.length, pieces.length)}</summary>
      <ul class="plain pieces" aria-labelledby={id}>
        {shown.map((piece) => (
          <li key={piece.id}>
            <Check
              checked={carried.includes(piece.id)}
              onChange={(on) => choose(piece, on)}
              label={piece.isQuote ? `“${piece.said}”` : piece.said}
            />
            <LinkButton onClick={() => session.open(piece.id)}>
              {dotted(piece.sort, piece.source, piece.stance === 'contradicts' && t('against')) || t('Open')}
            </LinkButton>
          </li>
        ))}
      </ul>
      {shown.length === pieces.length && !isAll ? null : (
        <LinkButton onClick={() => setAll(!isAll)}>
          {isAll ? t('Show fewer') : t('Show all {0}', pieces.length)}
        </LinkButton>
      )}
    </details>
  );
}

/** Whether a piece is offered first: its words lean to the field; a portrait lives of what was said word for word. */
const speaksOf = ({ name }: PersonaField, { leans, quote }: PersonaPiece): boolean =>
  name === 'portrait' ? quote !== undefined : leans === name;
