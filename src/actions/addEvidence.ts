/** Makes evidence of what somebody said: the words as a block quote, verbatim. */
import * as z from 'zod/mini';
import { day, filled, words } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { evidence } from '../core/kinds/evidence.ts';
import { blockQuote } from '../core/text/quotedText.ts';
import { action } from './action.ts';
import { fieldInput } from './fieldInput.ts';
import { initiativeNamed, recordOfKind } from './named.ts';

export const addEvidence = action({
  name: 'addEvidence',
  title: () => t('Add Evidence'),
  input: z
    .object({
      /** What was said, word for word. */
      quote: z.string().check(z.refine((said) => said.trim() !== '')),
      source: z.optional(z.httpUrl()),
      /** The problem it speaks to; where there is none, the initiative. One of the two is needed. */
      problem: z.optional(filled),
      initiative: z.optional(filled),
      /** Who said it; stands below the quote. */
      name: z.optional(words),
      customer: z.optional(words),
      date: z.optional(day),
      /** Whether it was said in confidence. */
      sensitive: z.optional(z.boolean()),
      kind: z.optional(fieldInput(evidence.fields.kind)),
    })
    .check(
      z.refine(({ problem, initiative }) => problem !== undefined || initiative !== undefined, {
        path: ['problem'],
        message: 'problem or initiative is needed',
      }),
    ),
  signs: () => true,
  async run(because, { quote, problem, initiative, name, kind = 'quote', ...fields }) {
    if (problem !== undefined) await recordOfKind(because, 'problem', problem);
    const served = initiative === undefined ? undefined : await initiativeNamed(because, initiative);
    const [{ id, path }] = await because.write([
      {
        create: 'evidence',
        title: titleOf(quote),
        fields: { kind, problem, initiative: served?.id, ...fields },
        body: [blockQuote(quote), ...(name ? ['', `— ${name}`] : []), ''].join('\n'),
      },
    ]);
    return { id, path };
  },
});

const LONGEST_TITLE = 60;

/** The first words that were said. */
function titleOf(quote: string): string {
  const words = quote.trim().split(/\s+/);
  let title = '';
  for (const word of words) {
    if (title.length + word.length + 1 > LONGEST_TITLE) return title ? `${title}…` : word.slice(0, LONGEST_TITLE);
    title = title ? `${title} ${word}` : word;
  }
  return title;
}
