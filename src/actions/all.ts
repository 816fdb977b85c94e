/** Every action of the product. */
import type { Action } from './action.ts';

export const actions: readonly Action<never>[] = [];
