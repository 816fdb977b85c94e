/** Buttons that look like the editor's own. */
import type { ComponentChildren } from 'preact';

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onClick: (event: MouseEvent) => void;
  /** The one thing a person most likely wants next; every other button is quieter. */
  readonly primary?: boolean;
  readonly disabled?: boolean;
  /** Spoken instead of the text, where the text alone does not say what it is about. */
  readonly label?: string;
  readonly expanded?: boolean | undefined;
  readonly describedBy?: string | undefined;
}

/** A button. The name of what it does is its text. One that is disabled keeps the focus, and does nothing. */
export function Button({ children, onClick, primary, disabled, label, expanded, describedBy }: ButtonProps) {
  return (
    <button
      type="button"
      class={primary ? 'plain primary' : 'plain'}
      aria-disabled={disabled === true ? 'true' : undefined}
      aria-label={label}
      aria-expanded={expanded}
      aria-describedby={describedBy}
      onClick={(event) => {
        if (!disabled) onClick(event);
      }}
    >
      {children}
    </button>
  );
}

/** A quiet button that reads like a link, for opening a record. */
export function LinkButton(props: Pick<ButtonProps, 'children' | 'onClick' | 'label'>) {
  return (
    <button type="button" class="link" aria-label={props.label} onClick={props.onClick}>
      {props.children}
    </button>
  );
}
