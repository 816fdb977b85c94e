/** What inputs take for the fields of records, told with the words findings have for them. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import type { Field } from '../core/records/field.ts';

/** A value that is right for the field, as it is. */
export const fieldInput = <T>(field: Field<T>): z.ZodMiniType<T> =>
  z.custom<T>((value) => field.read(value) !== undefined, { error: () => t('must be {0}', field.expected()) });
