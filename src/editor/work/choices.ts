/** Branches and commits to choose from, as git lists them. */
import { t } from '../../core/base/l10n.ts';
import { oneLine } from '../../core/text/foreignText.ts';
import { dotted } from '../../core/text/joined.ts';
import { type Branch, type Commit, shortHash, subjectOf } from '../../core/work/facts.ts';
import { isHash } from '../../core/work/links.ts';
import { localName } from '../../core/work/unlinked.ts';
import { branches } from '../../questions/branches.ts';
import { commits } from '../../questions/commits.ts';
import { type Choice, grouped } from '../ask/steps.ts';
import { dayOf } from '../ask/words.ts';
import type { WorkPlace } from './place.ts';

/** A branch or commit to choose. */
export interface WorkChoice extends Choice {
  readonly work: 'branch' | 'commit';
}

/** Branches by the names people call them: the one checked out, then the others, newest first. */
export async function branchChoices({ folder, uri }: WorkPlace): Promise<Choice[]> {
  const { checkedOut, others } = await folder.because.ask(branches, { file: uri.fsPath });
  return grouped([t('Checked out'), checkedOut.map(branchChoice)], [t('Others'), others.map(branchChoice)]);
}

export function branchChoice(branch: Branch): WorkChoice {
  const name = localName(branch);
  return {
    work: 'branch',
    value: name,
    icon: 'git-branch',
    label: name,
    description: dotted(dayOf(branch.committed), oneLine(branch.subject)),
  };
}

/** The newest commits of what is checked out; of a file, where any hold it and they are meant. */
export async function commitChoices({ folder, uri }: WorkPlace, ofFile = false): Promise<Choice[]> {
  return (await folder.because.ask(commits, { file: uri.fsPath, ofFile })).map(commitChoice);
}

export function commitChoice(commit: Commit): WorkChoice {
  const { hash, author, authored } = commit;
  return {
    work: 'commit',
    value: hash,
    icon: 'git-commit',
    label: subjectOf(commit).slice(0, 100),
    description: dotted(shortHash(hash), oneLine(author), dayOf(authored)),
  };
}

/** A hash that was typed instead. */
export function hashTyped(text: string): Choice | undefined {
  const hash = text.trim();
  return isHash(hash) ? { value: hash, icon: 'git-commit', label: hash } : undefined;
}
