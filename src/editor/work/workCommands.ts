/** The commands that link work to its why, and ask for it; each is loaded when first called. */
import * as vscode from 'vscode';
import type { Feature } from '../commands/feature.ts';
import { lazily } from '../commands/lazily.ts';

const linking = [
  'because.linkBranch',
  'because.linkCommit',
  'because.linkPullRequest',
  'because.linkFile',
  'because.unlink',
];

const saying = ['because.copyPullRequestDescription', 'because.insertWhyBlock', 'because.createPullRequest'];

const asking = ['because.explainLine', 'because.explainCommit', 'because.openCommit'];

const all: readonly Feature[] = [
  lazily(linking, async () => (await import('./linkCommands.ts')).linkCommands),
  lazily(saying, async () => (await import('./pullRequest.ts')).pullRequests),
  lazily(asking, async () => (await import('./explain.ts')).explaining),
  lazily(['because.explainFile'], async () => (await import('./shaped.ts')).fileExplaining),
  lazily(['because.startBranch'], async () => (await import('./startBranch.ts')).branchStarting),
  lazily(['because.unlinkedWork'], async () => (await import('./recent.ts')).unlinkedList),
  lazily(['because.fillCommitMessage'], async () => (await import('./fillMessage.ts')).commitMessageFilling),
];

export const workCommands: Feature = (workspace, context) =>
  vscode.Disposable.from(...all.map((feature) => feature(workspace, context)));
