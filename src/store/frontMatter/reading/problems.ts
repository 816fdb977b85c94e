/** What both readers of YAML say of what is wrong. */

import { t } from '../../../core/base/l10n.ts';
import type { Problem } from './shape.ts';

/** How many of a text's problems are told. */
export const MOST_PROBLEMS = 20;

/** A text starts with a character that YAML keeps for itself, such as `@`. */
export function needsQuotes(character: string, at: number): Problem {
  const message = t('A text that starts with {0} needs quotes around it.', character);
  return { code: 'yaml', message, span: { start: at, end: at + 1 } };
}
