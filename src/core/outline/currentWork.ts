/** The Current Work view and the status bar as data: what the checked-out branch is for. */
import { t } from '../l10n.ts';
import type { Library } from '../library.ts';
import { firstParagraph, firstSentences } from '../markdownText.ts';
import { initiativeOfBranch, isUnanswered, problemsOf, risksFor } from '../query.ts';
import type { Initiative, Risk } from '../records/all.ts';
import { riskSeverity } from '../scoring/severity.ts';
import { initiativeParts } from './initiative.ts';
import type { OutlineNode } from './node.ts';
import { nameOf, oneLine, recordRow } from './records.ts';

/** What is known about the place the person works in. */
export type Place =
  | { readonly kind: 'branch'; readonly branch: string }
  | { readonly kind: 'detached' }
  | { readonly kind: 'no-git' }
  | { readonly kind: 'restricted' }
  | { readonly kind: 'unknown' };

/** The initiative worked on in a place, unless it is archived. */
export function initiativeAt(library: Library, place: Place): Initiative | undefined {
  const initiative = place.kind === 'branch' ? initiativeOfBranch(library, place.branch) : undefined;
  return initiative?.archived ? undefined : initiative;
}

/** The initiative of the branch, opened; nothing where there is none. */
export function currentWorkOutline(library: Library, place: Place, me?: string): readonly OutlineNode[] {
  const initiative = initiativeAt(library, place);
  if (!initiative) return [];
  const row = recordRow(library, initiative, 'work');
  if (initiative.broken) return [row];
  return [row, ...initiativeParts(library, initiative, row.id, 'open', me)];
}

/** Why there is nothing to show, and what to do; undefined where that is a matter of setting up or trusting. */
export function currentWorkMessage(library: Library, place: Place): string | undefined {
  if (place.kind === 'detached') {
    return t('No branch is checked out (HEAD is detached). Check out a branch to see what it is for.');
  }
  if (place.kind === 'no-git') {
    return t(
      'This folder is not in a git repository, so there is no branch to show. The Sprint view has every initiative.',
    );
  }
  if (place.kind !== 'branch' || initiativeAt(library, place)) return undefined;
  const branch = oneLine(place.branch);
  const keys = new Set(library.keys.branchKeys(place.branch).flatMap((key) => library.initiativeOf(key)?.id ?? []));
  if (keys.size > 1) {
    return t('{0} names several initiatives ({1}), so none is shown.', branch, [...keys].map(oneLine).join(', '));
  }
  return t(
    '{0} belongs to no initiative. A branch whose name carries a key, such as {1}, is linked by itself.',
    branch,
    example(library),
  );
}

function example(library: Library): string {
  const known = library.ofKind('initiative').find(({ id, values }) => values.status === 'building' && /-\d+$/.test(id));
  const prefix = library.team.keys?.find((key) => key !== '#');
  return `feature/${known?.id ?? (prefix ? `${prefix}-142` : 'PAY-142')}-…`;
}

/** Characters of the status bar item, the sign aside. */
const STATUS = 58;

/** `PAY-142 30% of users miss urgent updates`: the key and the problem (else the title) in a few words. */
export function statusText(library: Library, initiative: Initiative): string {
  const key = oneLine(initiative.id);
  const problem = problemsOf(library, initiative)[0];
  const name = problem && nameOf(problem) !== problem.id ? nameOf(problem) : nameOf(initiative);
  if (name === key) return key;
  return `${key} ${firstSentences(name, 1, Math.max(20, STATUS - key.length))}`;
}

/** The initiative in whole words: title, problem statements. For a tooltip. */
export function problemStatements(library: Library, initiative: Initiative): readonly string[] {
  return problemsOf(library, initiative).map((problem) =>
    firstSentences(firstParagraph(problem.body) ?? problem.title, 2),
  );
}

/** The critical risks to an initiative that nobody has answered and this member answers for. */
export function unansweredCritical(library: Library, initiative: Initiative, me: string | undefined): readonly Risk[] {
  if (me === undefined) return [];
  return risksFor(library, initiative).filter(
    (risk) =>
      riskSeverity(risk.values) === 'critical' &&
      isUnanswered(library, risk) &&
      (risk.values.owner === me || initiative.values.owner === me),
  );
}
