/** Signals that outlive the page: through reload, hiding and restart. */
import { effect, type Signal, signal } from '@preact/signals';
import type * as z from 'zod/mini';
import type { PageState } from '../frame/channel.ts';

/** A signal for each field of a state. */
type Kept<State> = { readonly [Field in keyof State]-?: Signal<State[Field]> };

/** The state as it was left, or as its schema says it starts, where none can be read; every change is kept at once. */
export function kept<Shape extends z.core.$ZodShape>(keeper: PageState, schema: z.ZodMiniObject<Shape>) {
  const left: Readonly<Record<string, unknown>> = schema.safeParse(keeper.get()).data ?? schema.parse({});
  const fields = Object.keys(schema.shape).map((name) => [name, signal(left[name])] as const);
  effect(() => keeper.set(Object.fromEntries(fields.map(([name, field]) => [name, field.value]))));
  return Object.fromEntries(fields) as Kept<z.output<typeof schema>>;
}

/** What writes into a signal. */
export const setting =
  <Value>(field: Signal<Value>) =>
  (value: Value): void => {
    field.value = value;
  };
