/** Makes evidence of what somebody said: the words as a block quote, verbatim. */
import * as z from 'zod';
import { t } from '../core/l10n.ts';
import { blockQuote } from '../core/quotedText.ts';
import { evidence } from '../core/records/evidence.ts';
import { isDay } from '../core/time.ts';
import { action } from './action.ts';
import { initiativeNamed, recordOfKind } from './named.ts';

const id = z.string().min(1);

export const addEvidence = action({
  name: 'addEvidence',
  title: () => t('Add Evidence'),
  input: z
    .object({
      /** What was said, word for word. */
      quote: z.string().refine((words) => words.trim() !== ''),
      source: z.httpUrl().optional(),
      /** The problem it speaks to; where there is none, the initiative. One of the two is needed. */
      problem: id.optional(),
      initiative: id.optional(),
      /** Who said it; stands below the quote. */
      name: z.string().trim().min(1).optional(),
      customer: z.string().trim().min(1).optional(),
      date: z.string().refine(isDay).optional(),
      kind: z.enum(evidence.fields.kind.values as [string, ...string[]]).optional(),
    })
    .refine(({ problem, initiative }) => problem !== undefined || initiative !== undefined, {
      path: ['problem'],
      message: 'problem or initiative is needed',
    }),
  signs: () => true,
  async run(because, { quote, problem, initiative, name, kind = 'quote', ...fields }) {
    if (problem !== undefined) await recordOfKind(because, 'problem', problem);
    const served = initiative === undefined ? undefined : await initiativeNamed(because, initiative);
    const record = await because.create('evidence', {
      title: titleOf(quote),
      fields: { kind, problem, initiative: served?.id, ...fields },
      body: [blockQuote(quote), ...(name ? ['', `— ${name}`] : []), ''].join('\n'),
    });
    return { id: record.id, path: record.path };
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
