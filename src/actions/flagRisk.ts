/** Flagging a feasibility risk: somebody says what could go wrong, and somebody else must answer. */
import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { field, trimmed, wordsElse } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { risk } from '../core/kinds/risk.ts';
import { anchorInput, fieldInput, recordInput } from '../core/library/inputs.ts';
import { firstSentences } from '../core/text/markdownText.ts';
import { action, written } from './action.ts';
import { initiativeNamed } from './named.ts';

const { type, cause, likelihood, impact, owner } = risk.fields;

const input = z.object({
  initiative: recordInput('initiative', () => t('Which initiative does it threaten?')),
  text: field(
    wordsElse(() => t('Say what could go wrong.')),
    () => t('What could go wrong, and why?'),
    { example: () => t('One SMS sender is too slow for a real incident') },
  ),
  type: z.optional(fieldInput(type, { unasked: true })),
  cause: z.optional(fieldInput(cause, { help: () => t('What causes it?') })),
  // From the middle, either way is as near.
  likelihood: fieldInput(likelihood, { help: () => t('How likely is it?'), usual: 3 }),
  impact: fieldInput(impact, { help: () => t('How bad would it be?'), usual: 3 }),
  mitigation: z.optional(field(trimmed, () => t('What could be done about it? Leave empty if nobody knows yet.'))),
  owner: z.optional(field(z.string(), owner.help, { unasked: true })),
  anchor: z.optional(anchorInput),
});

/** Characters a title may have before the rest goes into the body. */
const LONGEST_TITLE = 80;

export const flagRisk = action({
  name: 'flagRisk',
  title: () => t('Flag Feasibility Risk'),
  input,
  signs: () => true,
  async run(because, { initiative, text, ...given }) {
    const threatened = await initiativeNamed(because, initiative);
    refuseOutside(given.anchor);
    const fields = {
      initiative: threatened.id,
      type: given.type ?? type.fallback,
      cause: given.cause ?? cause.fallback,
      likelihood: given.likelihood,
      impact: given.impact,
      state: 'open',
      owner: given.owner ?? threatened.values.owner,
      anchor: given.anchor,
      mitigation: given.mitigation || undefined,
    };
    return written(because, [{ create: 'risk', ...titled(text), fields }]);
  },
});

/** Throws `bad-input` for an anchor that is not in the folder. */
export function refuseOutside(anchor: { readonly path: string } | undefined): void {
  if (anchor && isOutside(anchor.path)) {
    throw new BecauseError('bad-input', t('{0} is not a path in this folder.', anchor.path));
  }
}

function isOutside(path: string): boolean {
  return path.startsWith('/') || /^[a-z]:/i.test(path) || path.split(/[\\/]/).includes('..');
}

/** What fits a title is the title; of more, the first sentence is, and the body holds all of it. */
function titled(text: string): { title: string; body?: string } {
  if (text.length <= LONGEST_TITLE && !text.includes('\n')) return { title: text };
  const [first = ''] = text.split('\n', 1);
  return { title: firstSentences(first.trim(), 1, LONGEST_TITLE).replace(/\.$/, ''), body: `${text}\n` };
}
