/** Initiatives to pick from, and the folder that knows one. */

import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { pickName } from '../../core/face/names.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import { currentSprint, initiativesIn } from '../../core/library/query.ts';
import { byKey } from '../../core/outline/sprint.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';
import type { Guess } from './guess.ts';
import { guesses } from './guess.ts';
import type { Choice } from './quickInput.ts';
import { separator } from './quickInput.ts';

/** The guesses with their reasons, then the current sprint's, then all others, as far as they can be meant. */
export function initiativeChoices(
  workspace: Workspace,
  folder: Folder,
  fits: (initiative: Initiative) => boolean = () => true,
): Choice[] {
  const { library, because } = folder;
  const guessed = guesses(workspace, folder, vscode.window.activeTextEditor).filter(({ initiative }) =>
    fits(initiative),
  );
  const sprint = currentSprint(library, because.now());
  const inSprint = sprint ? initiativesIn(library, { kind: 'sprint', id: sprint.id }) : [];
  const seen = new Set(guessed.map(({ initiative }) => initiative));
  const unseen = (all: readonly Initiative[]) =>
    [...all].sort(byKey).filter((one) => fits(one) && !seen.has(one) && seen.add(one));
  const groups: readonly (readonly [string, readonly Choice[]])[] = [
    [vscode.l10n.t('Suggested'), guessed.map(choiceOfGuess)],
    [sprint?.title ?? '', unseen(inSprint).map((one) => choiceOf(one))],
    [vscode.l10n.t('Others'), unseen(library.ofKind('initiative')).map((one) => choiceOf(one))],
  ];
  const filled = groups.filter(([, choices]) => choices.length > 0);
  if (filled.length > 0) return filled.flatMap(([label, choices]) => [separator(label), ...choices]);
  throw new BecauseError('not-found', vscode.l10n.t('There is no initiative yet.'), {
    next: vscode.l10n.t('Make one with Because: New Initiative.'),
  });
}

const choiceOfGuess = ({ initiative, why }: Guess): Choice => choiceOf(initiative, why);

/** An initiative to pick, with its status and why it is offered. */
export function choiceOf(initiative: Initiative, why?: string): Choice {
  const description = [initiative.values.status, why].filter(Boolean).join(' · ');
  return { value: initiative.id, label: pickName(initiative), description };
}
