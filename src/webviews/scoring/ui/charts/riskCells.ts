/** The risks of items as a matrix of five by five: how likely, how bad, how many, and which have no numbers yet. */
import { compareTexts } from '../../../../core/base/order.ts';
import type { Item, RiskPoint } from '../../../../core/scoring/item.ts';
import { type Severity, severityOf } from '../../../../core/scoring/severity.ts';

export interface RiskOf extends RiskPoint {
  /** The items it is a risk of, by id. */
  readonly of: readonly string[];
}

export interface Cell {
  readonly likelihood: number;
  readonly impact: number;
  readonly severity: Severity;
  /** Open ones, unanswered first. */
  readonly risks: readonly RiskOf[];
}

export interface Matrix {
  /** All 25, likelihood by likelihood. */
  readonly cells: readonly Cell[];
  /** Open ones nobody gave both numbers. */
  readonly unrated: readonly RiskOf[];
  /** How many are closed, and so not in the matrix. */
  readonly closed: number;
}

/** What likelihood and impact may be. */
export const steps = [1, 2, 3, 4, 5];

/** The matrix of these items' risks; one risk of several items counts once. */
export function riskMatrix(items: readonly Item[]): Matrix {
  const all = [...distinct(items)].sort(byNeed);
  const open = all.filter((risk) => risk.open);
  const cells = steps.flatMap((likelihood) =>
    steps.map((impact) => ({
      likelihood,
      impact,
      severity: severityOf(likelihood * impact),
      risks: open.filter(
        (risk) => isRated(risk) && step(risk.likelihood) === likelihood && step(risk.impact) === impact,
      ),
    })),
  );
  return { cells, unrated: open.filter((risk) => !isRated(risk)), closed: all.length - open.length };
}

function distinct(items: readonly Item[]): Iterable<RiskOf> {
  const byId = new Map<string, RiskOf>();
  for (const item of items) {
    for (const risk of item.risks) {
      byId.set(risk.id, { ...risk, of: [...(byId.get(risk.id)?.of ?? []), item.id] });
    }
  }
  return byId.values();
}

const byNeed = (a: RiskOf, b: RiskOf): number =>
  Number(a.answered) - Number(b.answered) || compareTexts(a.title, b.title);

function isRated({ likelihood, impact }: RiskPoint): boolean {
  return likelihood !== undefined && impact !== undefined;
}

/** A number between steps belongs to the nearest one; files may say anything. */
function step(value: number | undefined): number {
  return Math.min(5, Math.max(1, Math.round(value ?? 1)));
}
