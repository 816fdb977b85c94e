/** Buttons that look like the editor's own. */
import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { ComponentChildren, JSX } from 'preact';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'vscode-button': HTMLAttributes<HTMLElement> & { secondary?: boolean; disabled?: boolean };
    }
  }
}

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

/** A button. The name of what it does is its text. */
export function Button({ children, onClick, primary, disabled, label, expanded, describedBy }: ButtonProps) {
  return (
    <vscode-button
      role="button"
      secondary={!primary}
      disabled={disabled === true}
      aria-disabled={disabled === true ? 'true' : undefined}
      aria-label={label}
      aria-expanded={expanded}
      aria-describedby={describedBy}
      onClick={(event: MouseEvent) => {
        if (!disabled) onClick(event);
      }}
      onKeyDown={(event: KeyboardEvent) => {
        // It is clicked as the key goes down: the rest of the key would open what gets the focus then.
        if (event.key === 'Enter' || event.key === ' ') event.preventDefault();
      }}
    >
      {children}
    </vscode-button>
  );
}

/** A quiet button that reads like a link, for opening a record. */
export function LinkButton(props: Pick<ButtonProps, 'children' | 'onClick' | 'label'>): JSX.Element {
  return (
    <button type="button" class="link" aria-label={props.label} onClick={props.onClick}>
      {props.children}
    </button>
  );
}
