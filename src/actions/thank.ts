/** Thanking somebody for their part in an initiative, in one's own words. */
import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { field, filled, wordsElse } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { mayBeThanked } from '../core/credit/partsIn.ts';
import { memberName } from '../core/face/names.ts';
import { creditParts, partWords } from '../core/kinds/credit.ts';
import { recordInput } from '../core/library/inputs.ts';
import { action, written } from './action.ts';
import { memberAsking, memberNamed } from './members.ts';
import { initiativeNamed } from './named.ts';

export const thank = action({
  name: 'thank',
  title: () => t('Say Thanks'),
  input: z.object({
    initiative: recordInput('initiative', () => t('What do you want to say thanks for?')),
    to: field(filled, () => t('Who do you want to thank?')),
    for: field(z.array(z.enum(creditParts)).check(z.minLength(1)), () => t('What did they do?'), {
      options: () => creditParts.map((part) => ({ value: part, label: partWords(part) })),
    }),
    text: field(
      wordsElse(() => t('Say thanks in your own words.')),
      () => t('What would have been missing without them?'),
    ),
  }),
  needsMe: true,
  async run(because, { initiative: key, to, for: parts, text }) {
    const me = await memberAsking(because);
    const whom = memberNamed(because, to);
    if (whom === me) throw new BecauseError('bad-input', t('You cannot thank yourself. Somebody else can.'));
    if (!mayBeThanked(because.library, whom)) {
      const name = memberName(because.library, whom) ?? whom;
      throw new BecauseError('bad-input', t('{0} does not want credits.', name), {
        next: t('Tell them in person.'),
      });
    }
    const { id, withheld } = await initiativeNamed(because, key);
    const fields = { to: whom, initiative: id, for: [...new Set(parts)], sensitive: withheld || undefined };
    return written(because, [{ create: 'credit', by: me, fields, body: `${text}\n` }]);
  },
});
