/** What was agreed about an initiative, and what is still in dispute. */

import type { Challenge, Initiative, Objection } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { type Factor, factors, type Numbers } from '../scoring/factors.ts';

/** What the team agreed on, factor by factor; `?` is not agreed. */
export function agreedIn({ values }: Initiative): Numbers {
  const agreed: { [F in Factor]?: number } = {};
  for (const factor of factors) {
    const value = values.rice?.[factor];
    if (typeof value === 'number') agreed[factor] = value;
  }
  return agreed;
}

/** Every challenge of one of its numbers, by path. */
export function challengesOf(library: Library, { id }: Initiative): readonly Challenge[] {
  return library.children(id, 'challenge').filter(({ values }) => values.initiative === id);
}

/** The challenges nobody has decided. */
export function openChallenges(library: Library, initiative: Initiative): readonly Challenge[] {
  return challengesOf(library, initiative).filter(({ values }) => values.state === 'open');
}

/** Every objection to it; one that only names it as its outcome is not. */
export function objectionsTo(library: Library, { id }: Initiative): readonly Objection[] {
  return library.children(id, 'objection').filter(({ values }) => values.initiative === id);
}

/** The objections nobody has answered. */
export function openObjections(library: Library, initiative: Initiative): readonly Objection[] {
  return objectionsTo(library, initiative).filter(({ values }) => values.state === 'open');
}
