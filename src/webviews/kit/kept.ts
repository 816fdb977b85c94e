/** Signals that outlive the page: through reload, hiding and restart. */
import { effect, type Signal, signal } from '@preact/signals';
import type * as z from 'zod/mini';

/** A signal for each field of a state. */
export type Kept<State> = { readonly [Field in keyof State]-?: Signal<State[Field]> };

/** Where the editor keeps a page's state. */
interface Keeper {
  get(): unknown;
  set(state: unknown): void;
}

/** The state as it was left, or a fresh one, which names every field, where none can be read; every change is kept at once. */
export function kept<State extends object>(keeper: Keeper, schema: z.ZodMiniType<State>, fresh: State): Kept<State> {
  const left = schema.safeParse(keeper.get());
  const fields = Object.entries({ ...fresh, ...left.data }).map(
    ([name, value]) => [name, signal<unknown>(value)] as const,
  );
  effect(() => keeper.set(Object.fromEntries(fields.map(([name, field]) => [name, field.value]))));
  return Object.fromEntries(fields) as Kept<State>;
}

/** What writes into a signal. */
export const setting =
  <Value>(field: Signal<Value>) =>
  (value: Value): void => {
    field.value = value;
  };
