/** Rounds of estimates, agreed numbers and snapshots, for whoever does without the board. */
import type * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Action } from '../../actions/action.ts';
import { agreeScore, revealRound, startRound } from '../../actions/rounds.ts';
import { takeSnapshot } from '../../actions/takeSnapshot.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { plural } from '../../core/base/l10n.ts';
import { itemOf } from '../../core/board/item.ts';
import { pickName } from '../../core/face/names.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import { scopeOptions } from '../../core/outline/scope.ts';
import { byKey } from '../../core/outline/sprint.ts';
import { type Factor, factors, isRange } from '../../core/scoring/factors.ts';
import type { Item, Scales } from '../../core/scoring/item.ts';
import { numbersOf } from '../../core/scoring/ranking.ts';
import { isBlind } from '../../core/scoring/readiness.ts';
import { spreadOf } from '../../core/scoring/spread.ts';
import type { Answers, Choice, TextStep } from '../ask/quickInput.ts';
import { ask } from '../ask/quickInput.ts';
import { initiativeMeant, pickOne, reachUnitOf, seen, signed, titleAbout } from '../ask/subject.ts';
import type { Gather } from '../commands/commands.ts';
import { actionCommand, noFolder } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';
import { numberIn, numberProblem, questionOf } from './guessSteps.ts';

export const revealCommand: Opens = (live) =>
  actionCommand(
    live,
    revealRound,
    signed(
      gatherRound(revealRound, l10n.t('Whose estimates may everybody see now?'), ({ round }) => {
        return round.given > 0 && !round.revealed;
      }),
    ),
  );

export const startCommand: Opens = (live) =>
  actionCommand(
    live,
    startRound,
    signed(
      gatherRound(startRound, l10n.t('What is estimated anew? Everything said so far is kept.'), ({ round }) => {
        return round.given > 0;
      }),
    ),
  );

export const agreeCommand: Opens = (live) =>
  actionCommand(live, agreeScore, signed(gatherAgreed(live.memory)), {
    saysTooLittle: (given) => factors.every((factor) => given[factor] === undefined),
  });

export const snapshotCommand: Opens = (live) => actionCommand(live, takeSnapshot, signed(gatherSnapshot));

function gatherRound(
  action: Action<{ initiative: string }>,
  prompt: string,
  fits: (item: Item) => boolean,
): Gather<{ initiative: string }> {
  return async (workspace, given, source, named) => {
    const about = await initiativeMeant(workspace, {
      id: given.initiative,
      source,
      named,
      title: action.title(),
      prompt,
      choices: (folder) => roundChoices(folder, fits),
    });
    return about && { folder: about.folder, input: action.input.parse({ ...given, initiative: about.initiative.id }) };
  };
}

/** Who may see what plays no part here: how many gave an estimate is told to everybody. */
function roundChoices({ library }: Folder, fits: (item: Item) => boolean): readonly Choice[] {
  const some = library
    .ofKind('initiative')
    .filter((initiative) => fits(itemOf(library, initiative, undefined)))
    .sort(byKey);
  if (some.length > 0) return some.map((initiative) => roundChoice(initiative, itemOf(library, initiative, undefined)));
  throw new BecauseError('not-found', l10n.t('There is no initiative with such a round of estimates.'), {
    next: l10n.t('Give one with Because: Estimate.'),
  });
}

function roundChoice(initiative: Initiative, { round }: Item): Choice {
  const given = plural(round.given, '{0} has estimated', '{0} have estimated');
  const description = [l10n.t('round {0}', round.number), given].join(' · ');
  return { value: initiative.id, label: pickName(initiative), description };
}

type AgreeInput = Parameters<typeof agreeScore.run>[1];

function gatherAgreed(memory: vscode.Memento): Gather<AgreeInput> {
  return async (workspace, given, source, named) => {
    const about = await initiativeMeant(workspace, {
      id: given.initiative,
      source,
      named,
      title: agreeScore.title(),
      prompt: l10n.t('Whose numbers did the team agree on?'),
    });
    if (!about) return undefined;
    const { folder, initiative } = about;
    const { item, scales } = await seen(about);
    const asked = await ask(memory, {
      key: `agreeScore:${folder.root.toString()}:${initiative.id}`,
      title: titleAbout(agreeScore.title(), about),
      steps: factors.map((factor) => agreeStep(factor, item, scales)).filter(({ name }) => !(name in given)),
    });
    if (!asked) return undefined;
    const input = agreeScore.input.parse({ ...read(asked.answers, item), ...given, initiative: initiative.id });
    return { folder, input, done: () => asked.forget() };
  };
}

function agreeStep(factor: Factor, item: Item, scales: Scales): TextStep {
  const { median } = spreadOf(factor, item.voices);
  const question = questionOf(factor, { reachUnit: reachUnitOf(item, scales), scales });
  return {
    kind: 'text',
    name: factor,
    prompt: [question, spreadWords(factor, item), agreedWords(item.agreed[factor])].filter(Boolean).join(' '),
    placeholder: l10n.t('Leave empty where nothing is agreed'),
    value: () => String(median ?? numbersOf(item, scales)[factor] ?? ''),
    validate: (text, answers) => {
      const last = factor === 'effort' && text.trim() === '' && factors.every((each) => (answers[each] ?? '') === '');
      const isNothing = last && factors.every((each) => item.agreed[each] === undefined);
      return isNothing ? l10n.t('Give at least one number.') : numberProblem(factor, text, false);
    },
  };
}

const agreedWords = (agreed: number | undefined): string =>
  agreed === undefined ? '' : l10n.t('Agreed so far: {0}.', agreed);

/** What the others said, as far as the person may know it. */
export function spreadWords(factor: Factor, item: Item): string {
  if (item.round.given > 0 && isBlind(item)) return l10n.t('The estimates are hidden until you give yours.');
  const { min, max, median, numbers, unsure } = spreadOf(factor, item.voices);
  const ranges = item.voices.some(({ guesses }) => isRange(guesses[factor] ?? '?'));
  const said =
    median === undefined
      ? undefined
      : min === max
        ? l10n.t('Estimated: {0}.', median)
        : l10n.t('{0} estimates from {1} to {2}, middle {3}.', numbers, min ?? 0, max ?? 0, median);
  return [
    said,
    ranges ? l10n.t('Some gave ranges.') : undefined,
    unsure > 0 ? l10n.t('{0} said ?.', unsure) : undefined,
  ]
    .filter(Boolean)
    .join(' ');
}

/** An agreed number that was emptied is taken back. */
const read = (answers: Answers, { agreed }: Item): { [F in Factor]?: number | null } =>
  Object.fromEntries(
    factors.flatMap((factor) => {
      const value = numberIn(factor, String(answers[factor] ?? ''));
      return value === undefined && agreed[factor] === undefined ? [] : [[factor, value ?? null]];
    }),
  );

type SnapshotInput = Parameters<typeof takeSnapshot.run>[1];

const gatherSnapshot: Gather<SnapshotInput> = async (workspace: Workspace, given, _source, named) => {
  const folder = named ?? workspace.active;
  if (!folder) throw noFolder();
  const { library, because } = folder;
  const options = scopeOptions(library, because.now()).filter(({ choice }) => choice.kind !== 'current');
  const choices = options.map(
    ({ label, description }, index): Choice => ({
      value: String(index),
      label,
      description,
    }),
  );
  const picked = await pickOne(takeSnapshot.title(), l10n.t('Which ranking shall be kept as it stands?'), choices);
  const choice = picked === undefined ? undefined : options[Number(picked)]?.choice;
  if (!choice) return undefined;
  const scope =
    choice.kind === 'sprint' ? { sprint: choice.id } : choice.kind === 'quarter' ? { quarter: choice.quarter } : {};
  return { folder, input: takeSnapshot.input.parse({ ...given, ...scope }) };
};
