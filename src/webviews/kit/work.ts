/** What the parts of every page share: half-typed input, and a way to have something done. */
import type { Signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { RequestError } from '../frame/channel.ts';
import { announce } from './live.tsx';

/** Half-typed input, form by form, field by field; kept with the page's state. */
export const drafts = z.record(z.string(), z.record(z.string(), z.string()));

export type Draft = Readonly<Record<string, string>>;

/** What an action is told. */
export type Input = Readonly<Record<string, unknown>>;

export interface Work {
  readonly drafts: Signal<Readonly<Record<string, Draft>>>;
  /** Has the host perform an action; rejects with what the host says. */
  perform(action: string, input: Input): Promise<unknown>;
}

/** What was typed into one form; nothing once it is saved or discarded. */
export function setDraft({ drafts }: Work, form: string, draft: Draft | undefined): void {
  const { [form]: _, ...others } = drafts.value;
  drafts.value = draft ? { ...others, [form]: draft } : others;
}

/** What happened and what to do about it, as the host or the channel said. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof RequestError)) return error instanceof Error ? error.message : String(error);
  return error.next === undefined ? error.message : `${error.message} ${error.next}`;
}

/** Says a failure aloud. */
export const sayTrouble = (error: unknown): void => announce(sentenceOf(error));

export interface Acting {
  readonly busy: boolean;
  /** Why the last try failed, with what to do next. */
  readonly problem: string | undefined;
  /** Has something done; true when it was. */
  readonly act: (action: string, input: Input) => Promise<boolean>;
}

/** Has actions performed, one at a time, and says at the place of the gesture when one fails. */
export function useActing(work: Work): Acting {
  const [{ busy, problem }, set] = useState<Omit<Acting, 'act'>>({ busy: false, problem: undefined });
  const act: Acting['act'] = async (action, input) => {
    if (busy) return false;
    set({ busy: true, problem: undefined });
    try {
      await work.perform(action, input);
      set({ busy: false, problem: undefined });
      return true;
    } catch (error) {
      set({ busy: false, problem: sentenceOf(error) });
      sayTrouble(error);
      return false;
    }
  };
  return { busy, problem, act };
}
