/** Forms whose half-typed input is part of the page's state: nothing typed is lost until it is saved or discarded. */
import { useComputed } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../core/base/l10n.ts';
import { Button } from './button.tsx';
import { Problem } from './notice.tsx';
import { type Acting, type Draft, setDraft, useActing, useWork } from './work.ts';

export interface Form extends Acting {
  /** What was typed into a field; undefined while nobody touched it. */
  readonly typed: (field: string) => string | undefined;
  readonly type: (field: string, value: string) => void;
  /** Whether anything was typed. */
  readonly dirty: boolean;
  readonly discard: () => void;
  /** Shows the form, and puts the focus into it. */
  readonly open: () => void;
  readonly isOpen: boolean;
}

const nothing: Draft = {};

/** The form a gesture has just opened; one that comes back with the page takes no focus. */
let opening: string | undefined;

/** Puts the focus into a form that was just opened by hand: give it to the element around its fields. */
export function useFocusWhenOpened(name: string): RefObject<HTMLFormElement> {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    if (opening !== name) return;
    opening = undefined;
    form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [name]);
  return form;
}

/** The draft of a form, kept under this name over reloads, and a way to have it done. */
export function useForm(name: string): Form {
  const work = useWork();
  const draft = useComputed(() => work.drafts.value[name] ?? nothing).value;
  const acting = useActing();
  return {
    ...acting,
    typed: (field) => draft[field],
    type: (field, value) => setDraft(work, name, { ...work.drafts.value[name], [field]: value }),
    dirty: draft !== nothing,
    discard: () => setDraft(work, name, undefined),
    isOpen: draft.open !== undefined,
    open: () => {
      opening = name;
      setDraft(work, name, { ...work.drafts.value[name], open: '' });
    },
  };
}

interface FootProps {
  readonly form: Form;
  readonly save: string;
  readonly onSave: () => void;
  /** Why it cannot be saved now; the button then only says so. */
  readonly blocked?: boolean;
  readonly children?: ComponentChildren;
  readonly onDiscard?: () => void;
}

/** The end of a form: save, discard, and why saving failed. */
export function FormFoot({ form, save, onSave, blocked, children, onDiscard }: FootProps) {
  return (
    <div class="foot">
      <Button primary disabled={form.busy || blocked === true} onClick={onSave}>
        {form.busy ? t('Saving…') : save}
      </Button>
      {form.dirty || onDiscard ? (
        <Button
          disabled={form.busy}
          onClick={() => {
            form.discard();
            onDiscard?.();
          }}
        >
          {t('Discard')}
        </Button>
      ) : null}
      {children}
      <Problem text={form.problem} />
    </div>
  );
}
