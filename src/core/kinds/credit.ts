/** A credit: thanks to one person for their part in an initiative. */
import { t } from '../base/l10n.ts';
import { saidBy } from '../records/face.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';
import { dotted, joined } from '../text/joined.ts';
import { gist } from '../text/markdownText.ts';

/** What a part in an initiative can be; none of them weighs more than another. */
const parts = {
  code: { label: () => t('Code') },
  review: { label: () => t('Review') },
  design: { label: () => t('Design') },
  test: { label: () => t('Tests') },
  ideas: { label: () => t('Ideas') },
  research: { label: () => t('Research') },
  risk: { label: () => t('A risk seen in time') },
  question: { label: () => t('Questions answered') },
  docs: { label: () => t('Documentation') },
} as const;

export type CreditPart = keyof typeof parts;

export const creditParts = Object.keys(parts) as readonly CreditPart[];

/** A part in words. */
export const partWords = (part: CreditPart): string => parts[part].label();

/** The parts among what is written, in words. */
const wordsOf = (written: readonly string[]): string =>
  joined(...written.map((one) => (Object.hasOwn(parts, one) ? partWords(one as CreditPart) : one)));

export const credit = kind({
  name: 'credit',
  prefix: 'cr',
  icon: 'heart',
  ownCommand: true,
  place: {
    name: 'credits',
    label: () => t('Credits'),
    icon: 'heart',
    isLast: true,
  },
  label: () => t('Credit'),
  labels: () => t('Credits'),
  help: () => t('Thanks to one person for their part in an initiative.'),
  bodyHelp: () => t('Your words of thanks.'),
  fields: {
    to: f.required(f.member(() => t('Who is thanked.'))),
    initiative: f.reference(() => t('The initiative they took part in.'), 'initiative'),
    for: { ...f.texts(() => t('What they did: {0}.', creditParts.join(', '))), values: creditParts, words: parts },
  },
  named: ({ id, values: { to } }) => t('Credit for {0}', to ?? id),
  describe: ({ for: written = [] }) => wordsOf(written),
  look({ values: { to, by, for: written = [] }, body }, name, around) {
    const whom = to === undefined ? name : around.memberName(to);
    const words = wordsOf(written);
    const thanks = gist(body);
    return {
      label: whom,
      description: dotted(words, thanks),
      spoken: joined(t('Credit'), whom, words, thanks, by && t('by {0}', around.memberName(by))),
    };
  },
  lines: (record, around) => [
    gist(record.body),
    dotted(wordsOf(record.values.for ?? []), ...(saidBy(around, record).filter(Boolean) as string[])),
  ],
  loose: () => t('This credit names no initiative. Add one, so that people know what it is for.'),
  starts: ['to', 'initiative', 'for'],
  snippetBody: '${0:What would have been missing without them.}',
});
