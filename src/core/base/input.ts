/** What inputs of actions and commands are made of. */

import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { isDay } from './time.ts';

// The small build of zod, a fifth of the other in a bundle, says what is wrong only where it is given the words.
z.config(en());

/** A text that is there. */
export const filled = z.string().check(z.minLength(1));

/** A text without the white space around it. */
export const trimmed = z.string().check(z.trim());

/** Words of a person: some are there once the white space around them is gone. */
export const words = z.string().check(z.trim(), z.minLength(1));

export const day = z.string().check(z.refine(isDay, 'must be a day such as 2026-11-23'));

/** What a schema lets through, all of it read only. */
export type Told<S extends z.ZodMiniType> = Immutable<z.output<S>>;

type Immutable<T> = T extends object ? { readonly [K in keyof T]: Immutable<T[K]> } : T;
