/** Giving a record that moved its new place in the code. */
import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import { threadTitle } from '../core/face/threadTitle.ts';
import { fieldsOf, kindOf, threaded } from '../core/kinds/all.ts';
import { anchorOf } from '../core/library/anchored.ts';
import { anchorInput, recordInput } from '../core/library/inputs.ts';
import type { Library } from '../core/library/library.ts';
import type { ContextRecord } from '../core/records/record.ts';
import { dotted } from '../core/text/joined.ts';
import { action, written } from './action.ts';
import { refuseOutside } from './flagRisk.ts';
import { recordNamed } from './named.ts';

/** Whether a record of the kind may be about a line of code. */
export const takesAnchor = (kind: string): boolean => Object.hasOwn(fieldsOf(kind), 'anchor');

/** Whatever stands on lines as threads, as each may be about one, then what else is about one. */
function aboutLines(library: Library): readonly ContextRecord[] {
  const others = library.records.filter(({ kind, archived }) => !hasThread(kind) && !archived && takesAnchor(kind));
  return [
    ...threaded.flatMap((kind): readonly ContextRecord[] => library.ofKind(kind)),
    ...others.filter((record) => anchorOf(record)?.path !== undefined),
  ];
}

const hasThread = (kind: string): boolean => kindOf(kind)?.thread !== undefined;

function placeOf(record: ContextRecord): string {
  const { path = '', line = 1 } = anchorOf(record) ?? {};
  return dotted(kindOf(record.kind)?.label(), `${path}:${line}`);
}

export const updateAnchor = action({
  name: 'updateAnchor',
  title: () => t('Move Thread to This Line'),
  input: z.object({
    id: recordInput('risk', () => t('Which record is about the line at the cursor?'), {
      any: aboutLines,
      beside: (record, library) => (hasThread(record.kind) ? threadTitle(library, record) : placeOf(record)),
      none: () => t('No record is about a line of code.'),
    }),
    anchor: anchorInput,
  }),
  async run(because, { id, anchor }) {
    const record = await recordNamed(because, id);
    if (!takesAnchor(record.kind)) {
      throw new BecauseError(
        'bad-input',
        t('{0} is of kind “{1}”, which has no line of code.', record.shownId, record.kind),
      );
    }
    refuseOutside(anchor);
    // A part that is not given is removed: an old commit would not be the one this line was seen in.
    const parts = ['path', 'line', 'text', 'commit'] as const;
    const fields = parts.map((part) => [['anchor', part], anchor[part]] as const);
    return written(because, [{ edit: record, fields }]);
  },
});
