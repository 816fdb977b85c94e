/** The name of a new branch: from a template and an initiative, as git and the hosts take it. */

import { slug } from '../base/ids.ts';
import type { Initiative } from '../kinds/all.ts';
import { withoutEnd } from '../text/endings.ts';

/** The template where the setting says nothing. */
const BRANCH_TEMPLATE = '{type}/{key}-{slug}';

/** Characters a name may have where the setting says nothing: fits beside a prompt, and in an environment's name. */
const BRANCH_LENGTH = 60;

/** More would not fit into a file name on most disks, together with what git adds to it. */
const LONGEST = 200;

/** How teams name branches of each kind of initiative. */
const types = { feature: 'feature', debt: 'refactor', enabler: 'chore', experiment: 'experiment' } as const;

export interface BranchParts {
  readonly template?: string | undefined;
  /** Who works on it, for `{user}`. */
  readonly user?: string | undefined;
  /** Characters; the slug gives way first. */
  readonly most?: number | undefined;
}

/**
 * Fills `{type}`, `{key}`, `{slug}` and `{user}` into the template and makes a name of it that git takes. The slug is cut
 * at a word to keep to `most` characters; the key is never cut, because it is what links the branch.
 */
export function branchName(initiative: Initiative, { template, user, most }: BranchParts = {}): string {
  const wanted = template?.trim() || BRANCH_TEMPLATE;
  const limit = Math.min(Math.max(most ?? BRANCH_LENGTH, 10), LONGEST);
  const key = keyFor(initiative.id);
  const filled = (words: string) =>
    branchSafe(
      wanted.replace(/\{(type|key|slug|user)\}/g, (_, part: string) => {
        if (part === 'type') return types[initiative.values.kind];
        if (part === 'key') return key;
        return part === 'slug' ? words : slug(user ?? '');
      }),
    );
  const title = initiative.title === initiative.id ? '' : initiative.title;
  const room = limit - filled('').length - 1;
  const whole = filled(room > 0 ? slug(title, room) : '');
  return whole.length <= limit ? whole : filled('');
}

/** A key as a branch can carry it: `#123` as `123`, `owner/repo#123` as `repo-123`. */
const keyFor = (id: string): string => id.replace(/^#/, '').replace(/^[^#]*\/([^/#]+)#/, '$1-');

/**
 * A text as a branch name: what git forbids (`git check-ref-format`), what shells and hosts trip over, and dashes around
 * nothing are taken out. Empty when nothing is left.
 */
export function branchSafe(text: string): string {
  const steps = text
    .normalize('NFC')
    // Git: no control characters, no space, nothing that is no text, none of ~ ^ : ? * [ \ and no @{. Hosts and shells: no quotes, no # % & ; | < > $ ! ` ( ) { } ,
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zs}\p{Zl}\p{Zp}~^:?*[\]\\"'`#%&;|<>$!(){},@=]+/gu, '-')
    .split('/')
    .map((step) =>
      withoutEnding(
        step
          .replace(/\.{2,}/g, '.')
          .replace(/-{2,}/g, '-')
          .replace(/^[-.]+/, ''),
      ),
    )
    .filter((step) => step !== '');
  const name = steps.join('/');
  // `HEAD` is no branch, and a name of 40 hex digits would be taken for a commit.
  return /^(?:HEAD|[0-9a-f]{40}|[0-9a-f]{64})$/i.test(name) ? `${name}-branch` : name;
}

/** Without what git forbids at the end of a step, or hosts do not show there. */
function withoutEnding(step: string): string {
  let kept = withoutEnd(step, /[-.]/);
  while (/^\.lock$/i.test(kept.slice(-5))) kept = withoutEnd(kept.slice(0, -5), /[-.]/);
  return kept;
}
