/** Flagging a feasibility risk: somebody says what will hurt, and somebody else must answer. */
import * as z from 'zod';
import { BecauseError } from '../core/errors.ts';
import { t } from '../core/l10n.ts';
import { firstSentences } from '../core/markdownText.ts';
import { risk } from '../core/records/risk.ts';
import { action } from './action.ts';
import { initiativeNamed } from './named.ts';

const { type, cause, likelihood, impact } = risk.fields;

/** A place in code: the line (from 1) and the text by which it is found again. */
export const anchorInput = z.object({
  path: z.string().min(1),
  line: z.int().min(1),
  text: z.string().optional(),
  commit: z.string().optional(),
});

const input = z.object({
  initiative: z.string().min(1),
  /** What will hurt: one line, or more. */
  text: z.string().trim().min(1),
  type: z.enum(type.values as [string, ...string[]]).optional(),
  cause: z.enum(cause.values as [string, ...string[]]).optional(),
  likelihood: likelihood.schema,
  impact: impact.schema,
  mitigation: z.string().trim().optional(),
  owner: z.string().optional(),
  anchor: anchorInput.optional(),
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
    if (given.anchor && isOutside(given.anchor.path)) {
      throw new BecauseError('bad-input', t('{0} is not a path in the folder.', given.anchor.path));
    }
    const { id, path } = await because.create('risk', {
      ...titled(text),
      fields: {
        initiative: threatened.id,
        type: given.type ?? type.fallback,
        cause: given.cause ?? cause.fallback,
        likelihood: given.likelihood,
        impact: given.impact,
        state: 'open',
        owner: given.owner ?? threatened.values.owner,
        anchor: given.anchor,
        mitigation: given.mitigation || undefined,
      },
    });
    return { id, path };
  },
});

function isOutside(path: string): boolean {
  return path.startsWith('/') || /^[a-z]:/i.test(path) || path.split(/[\\/]/).includes('..');
}

/** What fits a title is the title; of more, the first sentence is, and the body holds all of it. */
function titled(text: string): { title: string; body?: string } {
  if (text.length <= LONGEST_TITLE && !text.includes('\n')) return { title: text };
  const [first = ''] = text.split('\n', 1);
  return { title: firstSentences(first.trim(), 1, LONGEST_TITLE).replace(/\.$/, ''), body: `${text}\n` };
}
