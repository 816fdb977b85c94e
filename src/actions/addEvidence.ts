/** Makes evidence of what somebody said: the words as a block quote, verbatim. */
import * as z from 'zod/mini';
import { day, field, filled, words } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { evidence } from '../core/kinds/evidence.ts';
import { fieldInput } from '../core/library/inputs.ts';
import { commonFields } from '../core/records/kind.ts';
import { blockQuote } from '../core/text/quotedText.ts';
import { action, written } from './action.ts';
import { initiativeNamed, recordOfKind } from './named.ts';

const { fields } = evidence;

const noQuote = () => t('Copy a quote first, or type it here.');

export const addEvidence = action({
  name: 'addEvidence',
  title: () => t('Add Evidence'),
  input: z
    .object({
      quote: field(z.string().check(z.refine((said) => said.trim() !== '', { error: noQuote })), () =>
        t('What was said, word for word?'),
      ),
      source: z.optional(field(z.httpUrl(), fields.source.help, { unasked: true })),
      // One of the two is needed.
      problem: z.optional(field(filled, fields.problem.help, { unasked: true })),
      initiative: z.optional(field(filled, fields.initiative.help, { unasked: true })),
      name: z.optional(field(words, () => t('Who said it. Shown below the quote.'), { unasked: true })),
      customer: z.optional(field(words, () => t('Which customer? (optional)'))),
      date: z.optional(field(day, fields.date.help, { unasked: true })),
      sensitive: z.optional(field(z.boolean(), commonFields.sensitive.help, { unasked: true })),
      kind: z.optional(fieldInput(fields.kind, { help: () => t('What kind of evidence is it?') })),
    })
    .check(
      z.refine(({ problem, initiative }) => problem !== undefined || initiative !== undefined, {
        path: ['problem'],
        message: 'problem or initiative is needed',
      }),
    ),
  signs: () => true,
  async run(because, { quote, problem, initiative, name, kind = 'quote', ...said }) {
    if (problem !== undefined) await recordOfKind(because, 'problem', problem);
    const served = initiative === undefined ? undefined : await initiativeNamed(because, initiative);
    return written(because, [
      {
        create: 'evidence',
        title: titleOf(quote),
        fields: { kind, problem, initiative: served?.id, ...said },
        body: [blockQuote(quote), ...(name ? ['', `— ${name}`] : []), ''].join('\n'),
      },
    ]);
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
