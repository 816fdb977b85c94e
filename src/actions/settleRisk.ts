/** What may become of a risk: it is worked on, lived with, over, or open again. */

import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { field, trimmed, words } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { momentTold } from '../core/base/time.ts';
import { threadTitle } from '../core/face/threadTitle.ts';
import type { Risk } from '../core/kinds/all.ts';
import type { FieldChange } from '../core/library/change.ts';
import { recordInput } from '../core/library/inputs.ts';
import { action, written } from './action.ts';
import { recordOfKind } from './named.ts';
import { reply } from './replyTo.ts';

type State = Risk['values']['state'];

/** A risk in one of these states. */
const riskIn = (...states: readonly State[]) =>
  recordInput('risk', () => t('Which risk?'), {
    fits: ({ values }) => states.includes(values.state),
    beside: (record, library) => threadTitle(library, record),
    none: () => t('There is no risk to choose.'),
  });

const reason = z.optional(field(trimmed, () => t('Reason (optional, added as a reply)')));

interface Given {
  readonly id: string;
  readonly reason?: string | undefined;
}

async function settle(because: Because, { id: named, reason }: Given, state: State, more: readonly FieldChange[] = []) {
  const risk = await recordOfKind(because, 'risk', named);
  const settles = state === 'accepted' || state === 'resolved';
  const resolved = state === 'resolved' ? momentTold(because.now().getTime()) : undefined;
  return written(because, [
    { edit: risk, fields: [[['state'], state], [['resolved'], resolved], ...more] },
    ...(reason ? [reply(risk, reason, settles)] : []),
  ]);
}

/** Only the reply has an author. */
const signs = ({ reason }: { readonly reason?: string | undefined }): boolean => Boolean(reason);

export const mitigateRisk = action({
  name: 'mitigateRisk',
  title: () => t('Mitigate Risk'),
  input: z.object({
    id: riskIn('open', 'accepted', 'resolved'),
    mitigation: field(words, () => t('What will you do about it?')),
    reason: field(reason, () => t('Why. Added as a reply.'), { unasked: true }),
  }),
  signs,
  run: (because, { mitigation, ...rest }) => settle(because, rest, 'mitigating', [[['mitigation'], mitigation]]),
});

export const acceptRisk = action({
  name: 'acceptRisk',
  title: () => t('Accept Risk'),
  input: z.object({ id: riskIn('open', 'mitigating'), reason }),
  signs,
  run: (because, given) => settle(because, given, 'accepted'),
});

export const resolveRisk = action({
  name: 'resolveRisk',
  title: () => t('Resolve Risk'),
  input: z.object({
    id: riskIn('open', 'mitigating', 'accepted'),
    happened: z.optional(field(z.boolean(), () => t('Did it come true?'), { usual: 'false' })),
    reason,
  }),
  signs,
  run: (because, { happened, ...given }) =>
    // What is false needs no field.
    settle(because, given, 'resolved', happened === undefined ? [] : [[['happened'], happened || undefined]]),
});

export const reopenRisk = action({
  name: 'reopenRisk',
  title: () => t('Reopen Risk'),
  input: z.object({ id: riskIn('mitigating', 'accepted', 'resolved'), reason }),
  signs,
  run: (because, given) => settle(because, given, 'open'),
});
