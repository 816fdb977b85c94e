/** Forms whose half-typed input is part of the page's state: nothing typed is lost until it is saved or discarded. */
import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../core/base/l10n.ts';
import { Button } from './button.tsx';
import { announce } from './live.tsx';
import { Problem } from './notice.tsx';
import { type Acting, type Draft, setDraft, useActing, type Work } from './work.ts';

export interface Form extends Acting {
  readonly name: string;
  /** What was typed into a field; undefined while nobody touched it. */
  readonly typed: (field: string) => string | undefined;
  readonly type: (field: string, value: string) => void;
  /** What the control of a field takes; until somebody types, it shows the other text. */
  readonly field: (
    name: string,
    otherwise?: string,
  ) => { readonly value: string; readonly onInput: (value: string) => void };
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

/** The draft of a form, kept under this name over reloads. What is done is no draft any more. */
export function useForm(work: Work, name: string): Form {
  const draft = useComputed(() => work.drafts.value[name] ?? nothing).value;
  const acting = useActing(work);
  const type: Form['type'] = (field, value) => setDraft(work, name, { ...work.drafts.value[name], [field]: value });
  const discard = (): void => setDraft(work, name, undefined);
  return {
    ...acting,
    act: async (action, input) => {
      const done = await acting.act(action, input);
      if (done) discard();
      return done;
    },
    name,
    typed: (field) => draft[field],
    type,
    field: (field, otherwise = '') => ({
      value: draft[field] ?? otherwise,
      onInput: (value) => type(field, value),
    }),
    dirty: draft !== nothing,
    discard,
    isOpen: draft.open !== undefined,
    open: () => openForm(work, name),
  };
}

/** Shows the form of this name, with what is known already, and puts the focus into it once it is drawn. */
export function openForm(work: Work, name: string, known: Draft = {}): void {
  opening = name;
  setDraft(work, name, { ...work.drafts.value[name], ...known, open: '' });
}

interface FieldsProps {
  readonly form: Form;
  /** What is filled in, for screen readers. */
  readonly label: string;
  readonly class?: string;
  /** What saving is called. */
  readonly save: string;
  readonly onSave: () => void;
  /** Why it cannot be saved now, as a sentence that is spoken to who tries. */
  readonly blocked: string | undefined;
  /** What stands beside the buttons. */
  readonly beside?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** The fields of a form, and below them: save, discard, and why saving failed. Enter in a field saves as well. */
export function Fields({ form, label, class: look, save, onSave, blocked, beside, children }: FieldsProps) {
  const around = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    if (opening !== form.name) return;
    opening = undefined;
    around.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  });
  return (
    <form
      ref={around}
      class={look}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (blocked !== undefined) announce(blocked);
        else if (!form.busy) onSave();
      }}
    >
      {children}
      <div class="foot">
        <Button primary submits disabled={form.busy || blocked !== undefined}>
          {form.busy ? t('Saving…') : save}
        </Button>
        {form.dirty ? (
          <Button disabled={form.busy} onClick={form.discard}>
            {t('Discard')}
          </Button>
        ) : null}
        {beside}
        <Problem text={form.problem} />
      </div>
    </form>
  );
}
