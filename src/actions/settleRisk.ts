/** What may become of a risk: it is worked on, lived with, over, or open again. */
import * as z from 'zod/mini';
import type { Because, FieldChange } from '../because.ts';
import { filled, trimmed, words } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import type { Risk } from '../core/kinds/all.ts';
import { action } from './action.ts';
import { recordOfKind } from './named.ts';
import { reply } from './replyTo.ts';

type State = Risk['values']['state'];

const input = z.object({
  id: filled,
  /** Why; becomes a reply. */
  reason: z.optional(trimmed),
});

async function settle(
  because: Because,
  { id: named, reason }: z.infer<typeof input>,
  state: State,
  more: readonly FieldChange[] = [],
) {
  const risk = await recordOfKind(because, 'risk', named);
  const settles = state === 'accepted' || state === 'resolved';
  const [{ id, path }] = await because.write([
    { edit: risk, fields: [[['state'], state], ...more] },
    ...(reason ? [reply(risk, reason, settles)] : []),
  ]);
  return { id, path };
}

/** Only the reply has an author. */
const signs = ({ reason }: { readonly reason?: string | undefined }): boolean => Boolean(reason);

export const mitigateRisk = action({
  name: 'mitigateRisk',
  title: () => t('Mitigate Risk'),
  input: z.object({ ...input.shape, mitigation: words }),
  signs,
  run: (because, { mitigation, ...rest }) => settle(because, rest, 'mitigating', [[['mitigation'], mitigation]]),
});

export const acceptRisk = action({
  name: 'acceptRisk',
  title: () => t('Accept Risk'),
  input,
  signs,
  run: (because, given) => settle(because, given, 'accepted'),
});

export const resolveRisk = action({
  name: 'resolveRisk',
  title: () => t('Resolve Risk'),
  input,
  signs,
  run: (because, given) => settle(because, given, 'resolved'),
});

export const reopenRisk = action({
  name: 'reopenRisk',
  title: () => t('Reopen Risk'),
  input,
  signs,
  run: (because, given) => settle(because, given, 'open'),
});
