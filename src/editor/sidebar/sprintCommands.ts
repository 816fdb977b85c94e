/** Switching, filtering, grouping and sorting the Sprint view. */
import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import type { Order } from '../../core/outline/order.ts';
import type { ScopeRequest } from '../../core/outline/requests.ts';
import {
  emptyRequest,
  filterRequest,
  groupRequest,
  orderRequest,
  recordRequest,
  scopeRequest,
} from '../../core/outline/requests.ts';
import { type ScopeChoice, type ScopeOption, scopeOf, scopeOptions } from '../../core/outline/scope.ts';
import type { Grouping } from '../../core/outline/sprint.ts';
import { dotted } from '../../core/text/joined.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { locatedOf, noFolder } from '../commands/meant.ts';
import { createInputBox, type PickRow, showQuickPick } from '../door/picks.ts';
import { plain } from '../door/words.ts';
import { SprintView } from './sprintView.ts';

export const switchSprint: Opens = (live) => {
  const sprint = live.the(SprintView);
  return gestureCommand(scopeRequest, async (input) => {
    const choice = await (input ? choiceOf(sprint, input) : pickChoice(sprint));
    if (choice) await sprint.change({ choice });
  });
};

export const filterSprint: Opens = (live) => {
  const sprint = live.the(SprintView);
  return gestureCommand(filterRequest, async (input) => {
    const filter = input ? input.text : await typeFilter(sprint);
    if (filter !== undefined) await sprint.change({ filter });
  });
};

export const clearFilter: Opens = (live) =>
  gestureCommand(emptyRequest, () => live.the(SprintView).change({ filter: '' }));

export const groupBy: Opens = (live) => {
  const sprint = live.the(SprintView);
  return gestureCommand(groupRequest, async (input) => {
    const grouping = input?.by ?? (await pickOf(t('Group Initiatives By'), groupingWords(), sprint.settings.grouping));
    if (grouping) await sprint.change({ grouping });
  });
};

export const sortBy: Opens = (live) => {
  const sprint = live.the(SprintView);
  return gestureCommand(orderRequest, async (input) => {
    const order = input?.by ?? (await pickOf(t('Sort Initiatives By'), orderWords(), sprint.settings.order));
    if (order) await sprint.change({ order });
  });
};

/** Puts the moment of a shipped initiative away, for whoever works here alone. */
export const hushShipped: Opens = (live) => {
  const sprint = live.the(SprintView);
  return gestureCommand(recordRequest, async (input, source) => {
    const id = input?.id ?? locatedOf(live.workspace, source)?.record.id;
    if (id !== undefined) await sprint.change({ hushed: [...new Set([...sprint.settings.hushed, id])] });
  });
};

async function choiceOf(sprint: SprintView, input: ScopeRequest): Promise<ScopeChoice> {
  if ('show' in input) return { kind: input.show };
  const folder = sprint.folder;
  if (!folder) throw noFolder();
  await folder.because.ready();
  const choice: ScopeChoice =
    'sprint' in input ? { kind: 'sprint', id: input.sprint } : { kind: 'quarter', quarter: input.quarter };
  const scope = scopeOf(folder.library, choice, folder.because.now());
  const isThere = JSON.stringify(scope) === JSON.stringify(choice);
  if (isThere) return choice;
  throw new BecauseError('not-found', t('There is no sprint or quarter {0}.', Object.values(input).join()));
}

interface ScopeItem extends PickRow {
  readonly choice?: ScopeChoice;
}

async function pickChoice(sprint: SprintView): Promise<ScopeChoice | undefined> {
  const folder = sprint.folder;
  if (!folder) throw noFolder();
  await folder.because.ready();
  const options = scopeOptions(folder.library, folder.because.now());
  const picked = await showQuickPick(scopeItems(options, sprint.settings.choice), {
    title: t('Switch Sprint'),
    placeHolder: t('A sprint, a quarter, or all'),
  });
  return picked?.choice;
}

function scopeItems(options: readonly ScopeOption[], chosen: ScopeChoice): ScopeItem[] {
  const titles = {
    current: '',
    sprint: t('Sprints'),
    quarter: t('Quarters'),
    all: t('Everything'),
  };
  const items: ScopeItem[] = [];
  let group: ScopeChoice['kind'] = 'current';
  for (const option of options) {
    const { choice } = option;
    if (choice.kind !== group) items.push({ label: titles[choice.kind], kind: vscode.QuickPickItemKind.Separator });
    group = choice.kind;
    const isChosen = JSON.stringify(choice) === JSON.stringify(chosen);
    items.push({
      label: option.label,
      description: dotted(option.description, isChosen && t('shown now')),
      iconPath: new vscode.ThemeIcon(isChosen ? 'check' : 'blank'),
      choice,
    });
  }
  return items;
}

/** A box whose text filters the view as it is typed; Enter keeps it, Esc brings back what was there. */
function typeFilter(sprint: SprintView): Promise<string | undefined> {
  const { filter } = sprint.settings;
  const box = createInputBox();
  box.title = plain(t('Filter Initiatives'));
  box.prompt = plain(t('Words of the key, title, problem, status or owner. Leave it empty to see all.'));
  box.value = filter;
  return new Promise((resolve) => {
    let accepted: string | undefined;
    box.onDidChangeValue((text) => sprint.preview(text));
    box.onDidAccept(() => {
      accepted = box.value.trim();
      box.hide();
    });
    box.onDidHide(() => {
      if (accepted === undefined) sprint.preview(filter);
      box.dispose();
      resolve(accepted);
    });
    box.show();
  });
}

const groupingWords = (): Readonly<Record<Grouping, string>> => ({
  none: t('No groups'),
  status: t('Status'),
  owner: t('Owner'),
});

const orderWords = (): Readonly<Record<Order, string>> => ({
  key: t('Key'),
  rank: t('Rank on the scoring board'),
  status: t('Status'),
});

/** One of a few ways to show the view; which it is now is marked. */
async function pickOf<Way extends string>(
  title: string,
  words: Readonly<Record<Way, string>>,
  now: Way,
): Promise<Way | undefined> {
  const items = (Object.keys(words) as Way[]).map((way) => ({
    label: words[way],
    description: way === now ? t('shown now') : '',
    iconPath: new vscode.ThemeIcon(way === now ? 'check' : 'blank'),
    way,
  }));
  return (await showQuickPick(items, { title }))?.way;
}
