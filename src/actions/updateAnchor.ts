/** Giving a record that moved its new place in the code. */
import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { filled } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { fieldsOf } from '../core/kinds/all.ts';
import { action } from './action.ts';
import { anchorInput, refuseOutside } from './flagRisk.ts';
import { recordNamed } from './named.ts';

/** Whether a record of the kind may be about a line of code. */
export const takesAnchor = (kind: string): boolean => Object.hasOwn(fieldsOf(kind), 'anchor');

export const updateAnchor = action({
  name: 'updateAnchor',
  title: () => t('Update Anchor'),
  input: z.object({ id: filled, anchor: anchorInput }),
  async run(because, { id, anchor }) {
    const record = await recordNamed(because, id);
    if (!takesAnchor(record.kind)) {
      throw new BecauseError(
        'bad-input',
        t('{0} is of the kind {1}, which is about no line of code.', record.shownId, record.kind),
      );
    }
    refuseOutside(anchor);
    // A part that is not given is removed: an old commit would not be the one this line was seen in.
    const parts = ['path', 'line', 'text', 'commit'] as const;
    const fields = parts.map((part) => [['anchor', part], anchor[part]] as const);
    const [edited] = await because.write([{ edit: record, fields }]);
    return { id: edited.id, path: edited.path };
  },
});
