/** Giving a record that moved its new place in the code. */
import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import { riskLine } from '../core/face/riskLine.ts';
import { fieldsOf, isOf, kindOf } from '../core/kinds/all.ts';
import { anchorInput, recordInput } from '../core/library/inputs.ts';
import type { Library } from '../core/library/library.ts';
import type { Anchor } from '../core/records/kind.ts';
import type { ContextRecord } from '../core/records/record.ts';
import { dotted } from '../core/text/joined.ts';
import { action, written } from './action.ts';
import { refuseOutside } from './flagRisk.ts';
import { recordNamed } from './named.ts';

/** Whether a record of the kind may be about a line of code. */
export const takesAnchor = (kind: string): boolean => Object.hasOwn(fieldsOf(kind), 'anchor');

/** Every risk, as each may be about a line, then what else is about one. */
function aboutLines(library: Library): readonly ContextRecord[] {
  const risks = library.ofKind('risk');
  const others = library.records.filter((record) => !isOf(record, 'risk') && !record.archived);
  return [...risks, ...others.filter((record) => takesAnchor(record.kind) && anchorIn(record)?.path !== undefined)];
}

const anchorIn = ({ values }: ContextRecord): Anchor | undefined => (values as { readonly anchor?: Anchor }).anchor;

function placeOf(record: ContextRecord): string {
  const { path = '', line = 1 } = anchorIn(record) ?? {};
  return dotted(kindOf(record.kind)?.label(), `${path}:${line}`);
}

export const updateAnchor = action({
  name: 'updateAnchor',
  title: () => t('Move Risk to This Line'),
  input: z.object({
    id: recordInput('risk', () => t('Which record is about the line at the cursor?'), {
      any: aboutLines,
      beside: (record, library) => (isOf(record, 'risk') ? riskLine(library, record) : placeOf(record)),
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
