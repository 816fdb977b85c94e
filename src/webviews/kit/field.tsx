/** Fields with their label, hint and message: what is wrong stands at the field, and is spoken with it. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Shared {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string | undefined;
  /** What is wrong, as a sentence; nothing when all is well. */
  readonly problem?: string | undefined;
  readonly disabled?: boolean;
}

interface TextFieldProps extends Shared {
  readonly placeholder?: string;
  /** The kind of date field, where it is one. */
  readonly type?: 'text' | 'date';
  readonly onEnter?: () => void;
  /** Where the label would only repeat what stands beside the field, it is spoken alone. */
  readonly quietLabel?: boolean;
}

interface Spoken {
  readonly id: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: 'true' | undefined;
}

function Frame(props: {
  readonly field: Pick<Shared, 'label' | 'hint' | 'problem'>;
  readonly quiet?: boolean | undefined;
  readonly children: (spoken: Spoken) => ComponentChildren;
}) {
  const id = useId();
  const { label, hint, problem } = props.field;
  const notes = [hint === undefined ? [] : `${id}-hint`, problem === undefined ? [] : `${id}-problem`].flat();
  const spoken: Spoken = {
    id,
    'aria-describedby': notes.length === 0 ? undefined : notes.join(' '),
    'aria-invalid': problem === undefined ? undefined : 'true',
  };
  return (
    <div class={problem === undefined ? 'field' : 'field wrong'}>
      <label for={id} class={props.quiet ? 'unseen' : undefined}>
        {label}
      </label>
      {props.children(spoken)}
      {hint === undefined ? null : (
        <div class="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {problem === undefined ? null : (
        <div class="problem" id={`${id}-problem`}>
          <span aria-hidden="true">⚠ </span>
          {problem}
        </div>
      )}
    </div>
  );
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  return (
    <Frame field={props} quiet={props.quietLabel}>
      {(spoken) => (
        <input
          {...spoken}
          type={props.type ?? 'text'}
          value={props.value}
          placeholder={props.placeholder}
          disabled={props.disabled}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !props.onEnter) return;
            event.preventDefault();
            props.onEnter();
          }}
        />
      )}
    </Frame>
  );
}

/** Several lines of text. */
export function TextArea(props: Shared & { readonly rows?: number }) {
  return (
    <Frame field={props}>
      {(spoken) => (
        <textarea
          {...spoken}
          rows={props.rows ?? 2}
          value={props.value}
          disabled={props.disabled}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </Frame>
  );
}

export interface Choice {
  readonly value: string;
  readonly text: string;
}

interface SelectProps extends Shared {
  readonly choices: readonly Choice[];
  readonly quietLabel?: boolean;
}

/** One of several. */
export function Select(props: SelectProps) {
  return (
    <Frame field={props} quiet={props.quietLabel}>
      {(spoken) => (
        <select
          {...spoken}
          value={props.value}
          disabled={props.disabled}
          onChange={(event) => props.onInput(event.currentTarget.value)}
        >
          {props.choices.map(({ value, text }) => (
            <option key={value} value={value} selected={value === props.value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Frame>
  );
}

interface CheckProps {
  readonly label: ComponentChildren;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Yes or no. */
export function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
