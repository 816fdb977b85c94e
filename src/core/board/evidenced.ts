/** How sure a team may be of an initiative's numbers, by what speaks for each of them. */
import type { Evidence } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import type { Suggestion, Voice } from '../scoring/item.ts';
import { spreadOf } from '../scoring/spread.ts';
import { suggestedConfidence } from '../scoring/suggestedConfidence.ts';

/** From here on something was counted, rather than met: five tickets are a pattern, one is a story. */
const COUNTED = 5;

/** One customer may be an exception; two said so independently of each other. */
const CUSTOMERS = 2;

/** From `importance` 2 on, the customer said that it matters. */
const MATTERS = 2;

/**
 * The confidence that speaks from evidence and engineers; a suggestion, the person decides.
 *
 * - Reach is evidenced by something counted that does not contradict: a usage figure, a sample, or what stands for at least
 *   five (tickets, answers of a survey). How many there are cannot be quoted, only counted.
 * - Impact is evidenced by at least two customers who said in their own words, or by an importance of 2 or 3, that it
 *   matters, while more pieces support than contradict. How much it means is for those who have the problem to say.
 * - Effort is evidenced by at least two engineers who gave a number and do not disagree.
 *
 * `evidence` holds nothing sensitive, `voices` what the person who asks may see.
 */
export function suggestionFor(library: Library, evidence: readonly Evidence[], voices: readonly Voice[]): Suggestion {
  const evidenced: Suggestion['evidenced'][number][] = [];
  if (evidence.some(isCounted)) evidenced.push('reach');
  if (isImportant(evidence)) evidenced.push('impact');
  if (isWeighed(library, voices)) evidenced.push('effort');
  return suggestedConfidence(evidenced);
}

function isCounted({ values }: Evidence): boolean {
  const { stance, kind, sample, count } = values;
  if (stance === 'contradicts') return false;
  return kind === 'usage' || (sample?.of ?? 0) >= COUNTED || count >= COUNTED;
}

function isImportant(evidence: readonly Evidence[]): boolean {
  const supports = evidence.filter(({ values }) => values.stance === 'supports');
  const contradicts = evidence.filter(({ values }) => values.stance === 'contradicts');
  if (supports.length <= contradicts.length) return false;
  const said = supports.filter(({ values }) => values.kind === 'quote' || (values.importance ?? 0) >= MATTERS);
  return new Set(said.flatMap(({ values }) => values.customer?.toLowerCase() ?? [])).size >= CUSTOMERS;
}

function isWeighed(library: Library, voices: readonly Voice[]): boolean {
  const { numbers, disagrees } = spreadOf(
    'effort',
    voices.filter(({ by }) => isEngineer(library, by)),
  );
  return numbers >= 2 && !disagrees;
}

/** Whether somebody builds things: an engineer or lead. Where because.yml gives nobody such a role, everybody may. */
export function isEngineer(library: Library, id: string): boolean {
  const engineers = library.memo(engineersOf);
  return engineers.size === 0 || engineers.has(id);
}

const engineersOf = ({ members }: Library): ReadonlySet<string> =>
  new Set(
    members.flatMap(({ id, role }) => (id !== undefined && (role === 'engineer' || role === 'lead') ? [id] : [])),
  );
