/** Branches and commits to choose from, as git lists them. */
import * as vscode from 'vscode';
import { oneLine } from '../../core/text/foreignText.ts';
import { dotted } from '../../core/text/joined.ts';
import { shortHash, subjectOf } from '../../core/work/commitText.ts';
import type { Branch, Commit } from '../../core/work/facts.ts';
import { isHash } from '../../core/work/links.ts';
import { localName } from '../../core/work/unlinked.ts';
import { branches } from '../../git/branches.ts';
import { recentCommits } from '../../git/commits.ts';
import { fileHistory } from '../../git/fileHistory.ts';
import type { GitFolder } from '../../git/program.ts';
import type { Choice } from '../ask/quickInput.ts';
import { separator } from '../ask/quickInput.ts';
import { dayOf } from '../ask/words.ts';
import { nameInGit } from './place.ts';

/** Commits offered: further back, people know the hash. */
const COMMITS = 300;

/** A branch or commit to choose. */
export interface WorkChoice extends Choice {
  readonly work: 'branch' | 'commit';
}

/** Branches by the names people call them: the one checked out, then the others, newest first. */
export async function branchChoices(git: GitFolder, current: string | undefined): Promise<Choice[]> {
  const all = await branches(git);
  const byName = new Map<string, Branch>();
  for (const branch of all) {
    const name = localName(branch);
    // A local branch counts before what a remote has under its name.
    if (name !== 'HEAD' && (branch.remote === undefined || !byName.has(name))) byName.set(name, branch);
  }
  const shown = [...byName.values()];
  const mine = shown.filter((branch) => localName(branch) === current);
  const others = shown.filter((branch) => localName(branch) !== current);
  const heading = mine.length > 0 ? [separator(vscode.l10n.t('Checked out'))] : [];
  return [...heading, ...mine.map(branchChoice), separator(vscode.l10n.t('Others')), ...others.map(branchChoice)];
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

/** The newest commits of what is checked out. */
export async function commitChoices(git: GitFolder): Promise<Choice[]> {
  return (await recentCommits(git, COMMITS)).map(commitChoice);
}

/** The commits of the file in front, newest first, else of what is checked out. */
export async function commitsOf(git: GitFolder, uri: vscode.Uri): Promise<Choice[]> {
  const changes = await fileHistory(git, nameInGit(uri), { most: COMMITS });
  return changes.length > 0 ? changes.map(({ commit }) => commitChoice(commit)) : commitChoices(git);
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
