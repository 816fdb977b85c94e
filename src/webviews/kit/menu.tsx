/** A button that opens a short list of things to do. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface MenuProps {
  readonly text: string;
  readonly items: readonly { readonly text: string; readonly run: () => void }[];
  readonly disabled?: boolean;
}

/** The button and, while it is open, its list; Escape or leaving it closes it and gives the focus back. */
export function Menu({ text, items, disabled }: MenuProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const frame = useRef<HTMLFieldSetElement>(null);
  const choices = (): HTMLElement[] => [...(frame.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  // With the list and not some time later: a key that is pressed at once is meant for its first choice.
  useLayoutEffect(() => {
    if (open) choices()[0]?.focus();
  }, [open]);
  const close = (): void => {
    setOpen(false);
    frame.current?.querySelector<HTMLElement>('button')?.focus();
  };
  const move = (event: KeyboardEvent): void => {
    if (!open) return;
    const all = choices();
    const at = all.indexOf(event.target as HTMLElement);
    const to: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
    const next = to[event.key];
    if (event.key === 'Escape') close();
    else if (next === undefined) return;
    else all[(next + all.length) % all.length]?.focus();
    event.preventDefault();
  };
  const left = (event: FocusEvent): void => {
    if (!frame.current?.contains(event.relatedTarget as Node | null)) setOpen(false);
  };
  return (
    <fieldset class="menu" aria-label={text} ref={frame} onKeyDown={move} onFocusOut={left}>
      <button
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
        <div role="menu" id={id} aria-label={text}>
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
