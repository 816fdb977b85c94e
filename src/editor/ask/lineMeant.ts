/** Which line of code a gesture is about: the one a menu was opened on or that is selected, or that of the cursor. */

import type { InputField } from '../../core/base/input.ts';
import { t } from '../../core/base/l10n.ts';
import { isLine } from '../../core/library/inputs.ts';
import type { Anchor } from '../../core/records/kind.ts';
import type { Given } from '../commands/live.ts';
import { lineOfCursor, originalOf, type SeenLine } from '../lines/seenLine.ts';
import type { Place } from './fieldSteps.ts';
import { type Answers, type PickStep, pickStep } from './steps.ts';

/** What was pointed at when a gesture was called. */
export interface Pointed extends Place {
  /** What a menu or key passed. */
  readonly source: unknown;
  readonly given: Given;
  /** The line a menu was opened on, or that is selected. */
  readonly line: SeenLine | undefined;
}

/** The answer that means the line of the cursor. */
const HERE = 'here';

/** The lines that may be meant, the question which one is, and what its answer says. */
export function linesMeant(
  { workspace, folder, source, given, line: seen }: Pointed,
  fields: readonly InputField[],
  known: Given,
) {
  const field = fields.find(isLine);
  const isGiven = field === undefined || field.name in known;
  // From the palette or by a key, the line of the cursor is what is looked at, and may not be what is meant.
  const isAsked = !isGiven && !seen && source === undefined && Object.keys(given).length === 0;
  const cursor = isAsked ? lineOfCursor(workspace, folder) : undefined;
  const inCommit = isGiven ? undefined : originalOf(workspace, folder, seen ?? cursor);
  return {
    seen: isGiven ? undefined : seen?.anchor,
    steps: cursor ? [lineStep(cursor.anchor)] : [],
    chosen: async (answers: Answers) => {
      const line = isGiven ? undefined : answers.line === HERE ? cursor : seen;
      return { line, anchor: line && field && { [field.name]: (await inCommit) ?? line.anchor } };
    },
  };
}

const lineStep = ({ path = '', line = 1, text = '' }: Anchor): PickStep =>
  pickStep('line', t('Is it about this line?'), () => [
    { value: HERE, icon: 'location', label: `${path}:${line}`, description: text.trim().slice(0, 80) },
    { value: 'none', icon: 'circle-slash', label: t('No line: it is about the initiative as a whole') },
  ]);
