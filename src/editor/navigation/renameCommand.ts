/** The command that renames a record without a text at hand: which record, then its new id. */

import { renameRecord } from '../../actions/renameRecord.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import type { Library } from '../../core/library/library.ts';
import { checkNewId } from '../../core/library/rename.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { gesture, type Meant } from '../ask/gesture.ts';

export const renameCommand = gesture(renameRecord, {
  ways: ({ folder: { library }, record: { id, shownId } }: Meant<ContextRecord>) => ({
    title: t('Rename {0}', shownId),
    steps: ({ newId }) => [
      {
        ...newId,
        kind: 'text',
        value: () => id,
        validate: (text) => (text.trim() === id ? undefined : problemWith(library, text.trim())),
      },
    ],
    // Confirmed as it was, it is renamed to nothing.
    read: ({ newId }) => (newId === id ? undefined : {}),
  }),
});

function problemWith(library: Library, newId: string): string | undefined {
  try {
    checkNewId(library, newId);
    return undefined;
  } catch (error) {
    if (error instanceof BecauseError) return error.message;
    throw error;
  }
}
