/** Initiatives to pick from, and the folder that knows one. */
import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { pickName } from '../../core/face/names.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import { currentSprint, initiativesIn } from '../../core/library/query.ts';
import { byKey } from '../../core/outline/order.ts';
import { dotted } from '../../core/text/joined.ts';
import type { Folder } from '../workspace/folder.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { guesses } from './guess.ts';
import { type Choice, grouped } from './steps.ts';

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
  const choices = grouped(
    [t('Suggested'), guessed.map(({ initiative, why }) => choiceOf(initiative, why))],
    [sprint?.title ?? '', unseen(inSprint).map((one) => choiceOf(one))],
    [t('Others'), unseen(library.ofKind('initiative')).map((one) => choiceOf(one))],
  );
  if (choices.length > 0) return choices;
  throw new BecauseError('not-found', t('There is no initiative yet.'), {
    next: t('Create one first.'),
    remedy: { verb: 'newInitiative', title: t('New Initiative') },
  });
}

/** An initiative to pick, with its status and why it is offered. */
export const choiceOf = (initiative: Initiative, why?: string): Choice => ({
  value: initiative.id,
  label: pickName(initiative),
  description: dotted(initiative.values.status, why),
});
