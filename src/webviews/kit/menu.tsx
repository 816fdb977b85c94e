/** A button that opens a short list of things to do. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { goBetween } from './arrows.ts';

interface MenuProps {
  readonly text: string;
  readonly items: readonly { readonly text: string; readonly run: () => void }[];
  readonly disabled?: boolean;
}

const steps = { ArrowDown: 1, ArrowUp: -1 };

/** The button and, while it is open, its list; Escape or leaving it closes it and gives the focus back. */
export function Menu({ text, items, disabled }: MenuProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  // With the list and not some time later: a key that is pressed at once is meant for its first choice.
  useLayoutEffect(() => {
    if (open) list.current?.querySelector('button')?.focus();
  }, [open]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <fieldset
      class="menu"
      aria-label={text}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) close();
        else goBetween(event, [...(list.current?.querySelectorAll('button') ?? [])], steps, true);
      }}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        class="plain"
        disabled={disabled}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {text} <span aria-hidden="true">▾</span>
      </button>
      {open ? (
        <div role="menu" id={id} aria-label={text} ref={list}>
          {items.map((item) => (
            <button
              key={item.text}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                item.run();
              }}
            >
              {item.text}
            </button>
          ))}
        </div>
      ) : null}
    </fieldset>
  );
}
