/** Fields with their label, hint and message: what is wrong stands at the field, and is spoken with it. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  readonly label: string;
  /** Where the label would only repeat what stands beside the field, it is spoken alone. */
  readonly quietLabel?: boolean;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string | undefined;
  /** What is wrong, as a sentence; nothing when all is well. */
  readonly problem?: string | undefined;
}

interface FrameProps extends FieldProps {
  /** The control, given what makes it speak of its label, its hint and what is wrong. */
  readonly children: (spoken: Readonly<Record<string, string | undefined>>) => ComponentChildren;
}

function Frame({ label, quietLabel, hint, problem, children }: FrameProps) {
  const id = useId();
  const notes = [hint === undefined ? [] : `${id}-hint`, problem === undefined ? [] : `${id}-problem`].flat();
  return (
    <div class={problem === undefined ? 'field' : 'field wrong'}>
      <label for={id} class={quietLabel ? 'unseen' : undefined}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': notes.length === 0 ? undefined : notes.join(' '),
        'aria-invalid': problem === undefined ? undefined : 'true',
      })}
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

interface TextFieldProps extends FieldProps {
  readonly placeholder?: string;
  /** The kind of date field, where it is one. */
  readonly type?: 'text' | 'date';
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  return (
    <Frame {...props}>
      {(spoken) => (
        <input
          {...spoken}
          type={props.type ?? 'text'}
          value={props.value}
          placeholder={props.placeholder}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </Frame>
  );
}

/** Several lines of text. */
export function TextArea(props: FieldProps) {
  return (
    <Frame {...props}>
      {(spoken) => (
        <textarea
          {...spoken}
          rows={2}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </Frame>
  );
}

interface SelectProps extends FieldProps {
  readonly choices: readonly { readonly value: string; readonly text: string }[];
}

/** One of several. */
export function Select(props: SelectProps) {
  return (
    <Frame {...props}>
      {(spoken) => (
        <select {...spoken} value={props.value} onChange={(event) => props.onInput(event.currentTarget.value)}>
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
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
        // In a form, Enter would send it.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <span>{label}</span>
    </label>
  );
}
