/** Buttons that look like the editor's own. */
import type { ComponentChildren } from 'preact';

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onClick?: () => void;
  /** The one thing a person most likely wants next; every other button is quieter. */
  readonly primary?: boolean;
  /** Sends the form it stands in, which says why where it cannot be sent. */
  readonly submits?: boolean;
  readonly disabled?: boolean;
  /** Spoken instead of the text, where the text alone does not say what it is about. */
  readonly label?: string;
  /** The key that does the same, as it is announced. */
  readonly keys?: string;
}

/** A button. The name of what it does is its text. One that is disabled keeps the focus, and does nothing. */
export function Button({ children, onClick, primary, submits, disabled, label, keys }: ButtonProps) {
  return (
    <button
      type={submits ? 'submit' : 'button'}
      class={primary ? 'plain primary' : 'plain'}
      aria-disabled={disabled === true ? 'true' : undefined}
      aria-label={label}
      aria-keyshortcuts={keys}
      onClick={disabled ? undefined : onClick}
    >
      {children}
    </button>
  );
}

/** A quiet button that reads like a link, for opening a record. */
export function LinkButton({ children, onClick }: Pick<ButtonProps, 'children' | 'onClick'>) {
  return (
    <button type="button" class="link" onClick={onClick}>
      {children}
    </button>
  );
}
