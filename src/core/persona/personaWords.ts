/** What carries a field of a persona, in words, the same wherever it is read. */
import { dayWords } from '../base/dayWords.ts';
import { plural, t } from '../base/l10n.ts';
import { dotted } from '../text/joined.ts';
import type { PersonaDraft, PersonaPiece } from './told.ts';

/** What is known of the persona that a field belongs to. */
type Known = Pick<PersonaDraft, 'day' | 'isUnnamed'>;

/** `Observed · 2 customers · newest 17 Nov`, or that it is assumed; `unseen` pieces are there, but cannot be shown. */
export function carriedWords(pieces: readonly PersonaPiece[], unseen: number, { day, isUnnamed }: Known): string {
  const count = pieces.length + unseen;
  if (count === 0) return isUnnamed ? t('Observed, but no evidence is listed') : t('Assumed');
  const customers = new Set(pieces.flatMap(({ customer }) => customer ?? [])).size;
  const newest =
    pieces
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? '';
  return dotted(
    t('Observed'),
    plural(count, '{0} piece', '{0} pieces'),
    customers > 0 && plural(customers, '{0} customer', '{0} customers'),
    newest !== '' && t('newest {0}', dayWords(newest, day)),
  );
}
