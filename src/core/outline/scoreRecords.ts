/** How estimates, challenges, objections, decisions and snapshots look as rows. */

import { plural, t } from '../base/l10n.ts';
import { dotted, joined } from '../face/joined.ts';
import type { Challenge, Decision, Estimate, Objection, Snapshot } from '../kinds/all.ts';
import { isOf, kindOf } from '../kinds/all.ts';
import type { ContextRecord } from '../records/record.ts';
import { factorName } from '../scoring/factors.ts';
import { challengeStateName, objectionName, objectionStateName } from '../scoring/words.ts';
import type { Look } from './node.ts';

export type ScoreRecord = Estimate | Challenge | Objection | Decision | Snapshot;

const kinds = ['estimate', 'challenge', 'objection', 'decision', 'snapshot'] as const;

export function isScoreRecord(record: ContextRecord): record is ScoreRecord {
  return kinds.some((kind) => isOf(record, kind));
}

/** What a row's look needs of the library, as plain words. */
export interface Known {
  /** What the record is called. */
  readonly label: string;
  readonly replies: number;
  /** What a sprint is called. */
  readonly sprintOf: (id: string) => string;
  /** What a member is called. */
  readonly memberOf: (id: string) => string;
}

/** The look of a record about scores. An estimate shows no number: whoever may show them adds them. */
export function scoreLook(record: ScoreRecord, known: Known): Look {
  const look = partsOf(record, known);
  const { by } = record.values;
  const replies = known.replies > 0 ? plural(known.replies, '{0} reply', '{0} replies') : undefined;
  const kind = kindOf(record.kind)?.label() ?? record.kind;
  const who = by === undefined || isOf(record, 'estimate') ? undefined : t('by {0}', known.memberOf(by));
  return {
    icon: kindOf(record.kind)?.icon ?? 'file',
    ...look,
    spoken: joined(kind, look.label, look.description, who, replies),
  };
}

type Parts = Pick<Look, 'label' | 'description'> & Partial<Look>;

function partsOf(record: ScoreRecord, known: Known): Parts {
  if (isOf(record, 'estimate')) return estimateParts(record, known);
  if (isOf(record, 'challenge')) return challengeParts(record, known);
  if (isOf(record, 'objection')) return objectionParts(record, known);
  if (isOf(record, 'decision')) {
    const { sprint, missing: { length: missing } = [] } = record.values;
    const isTitled = record.title !== record.id || sprint === undefined;
    return {
      label: isTitled ? known.label : t('Committed to {0}', known.sprintOf(sprint)),
      description: missing > 0 ? plural(missing, '{0} thing was missing', '{0} things were missing') : '',
    };
  }
  const { quarter, sprint, taken } = (record as Snapshot).values;
  return { label: known.label, description: dotted(quarter, sprint, taken) };
}

function estimateParts({ values: { by, round } }: Estimate, { label, memberOf }: Known): Parts {
  return {
    label: by === undefined ? label : memberOf(by),
    description: round > 1 ? t('round {0}', round) : '',
  };
}

function challengeParts({ values }: Challenge, { label }: Known): Parts {
  const { factor, from, to, state } = values;
  const change = factor === undefined ? undefined : `${factorName(factor)} ${from ?? '?'} → ${to ?? '?'}`;
  return {
    label,
    description: dotted(change, challengeStateName(state)),
    state,
    icon: state === 'open' ? 'comment-unresolved' : 'comment',
    tone: state === 'open' ? 'warning' : 'quiet',
  };
}

function objectionParts({ values: { kind, state } }: Objection, { label }: Known): Parts {
  return {
    label,
    description: dotted(objectionName(kind), objectionStateName(state)),
    state,
    icon: 'stop',
    tone: state === 'open' ? 'warning' : 'quiet',
  };
}
