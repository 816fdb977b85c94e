/** What somebody works on, told at a glance: the initiative of a branch, its problem and outcome, and what waits for an answer. */
import { t } from '../base/l10n.ts';
import { nameOf } from '../face/names.ts';
import type { Initiative } from '../kinds/all.ts';
import { outcomeText, problemStatements } from '../kinds/initiative.ts';
import type { Library } from '../library/library.ts';
import { dotted } from '../text/joined.ts';
import { statusText, unansweredCritical } from './currentWork.ts';

export interface WorkTold {
  /** In a few words, as the status bar has room for. */
  readonly brief: string;
  /** The id, the name and the status. */
  readonly name: string;
  /** The statements of its problems, the outcome, and what waits. */
  readonly lines: readonly string[];
  /** The names of the critical risks that wait for this member's answer. */
  readonly waiting: readonly string[];
}

/** What is told of an initiative that `me` works on. */
export function workTold(library: Library, initiative: Initiative, me: string | undefined): WorkTold {
  const waiting = unansweredCritical(library, initiative, me).map(nameOf);
  const outcome = outcomeText(initiative);
  return {
    brief: statusText(library, initiative),
    name: dotted(initiative.id, nameOf(initiative), initiative.values.status),
    lines: [
      ...problemStatements(library, initiative),
      ...(outcome ? [t('Outcome: {0}', outcome)] : []),
      ...waiting.map((name) => t('A critical risk waits for your answer: {0}', name)),
    ],
    waiting,
  };
}
