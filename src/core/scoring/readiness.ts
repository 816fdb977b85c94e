/** What is missing before an initiative can be committed in good conscience, in words; how far it and its round are. */
import { t, wordsFor } from '../base/l10n.ts';

/** What may be missing; who says what is, is core/board. */
export const gaps = [
  'estimates',
  'critical-risk',
  'challenge',
  'objection',
  'problem',
  'outcome',
  'evidence',
  'score',
] as const;

export type Gap = (typeof gaps)[number];

/** Whether others' numbers are kept from the person who asks: until they gave theirs, or the round is revealed. */
export function isBlind({ round }: { readonly round: Readonly<Record<'revealed' | 'mine', boolean>> }): boolean {
  return !round.revealed && !round.mine;
}

/** Whether nobody commits an initiative any more: it is with its customers, or given up. */
export function isOver(status: string): boolean {
  return status === 'shipped' || status === 'measured' || status === 'dropped';
}

/** A gap in a few words, as it stands in a list of what is missing. */
export const gapText = wordsFor<Gap>({
  estimates: () => t('estimates from two engineers'),
  'critical-risk': () => t('an answer to a critical risk'),
  challenge: () => t('a decision on a challenge'),
  objection: () => t('an answer to an objection'),
  problem: () => t('a problem with a statement'),
  outcome: () => t('an outcome with baseline and target'),
  evidence: () => t('evidence or a validation'),
  score: () => t('a score'),
});
