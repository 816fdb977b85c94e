/** The boxes in which the questions of a row are asked, one at a time. */
import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import {
  createInputBox,
  createQuickPick,
  type Drawn,
  drawn,
  type InputBox,
  type PickRow,
  type QuickPick,
} from '../door/picks.ts';
import { plain } from '../door/words.ts';
import type { Answers, Choice, Flow, PickStep, Step, TextStep } from './steps.ts';

type Answer = Answers[string];

/** How a box was left. */
export type Turn =
  | { readonly to: 'next'; readonly answer: Answer; readonly typed: string }
  | { readonly to: 'back' | 'end' | 'continue'; readonly typed: string };

interface Asking<S extends Step = Step> {
  readonly flow: Flow;
  readonly step: S;
  readonly way: readonly Step[];
  readonly answers: Answers;
  /** The answer given before, in this round or in the draft. */
  readonly before: Answer | undefined;
  /** What stood in the box before. */
  readonly text: string | undefined;
  /** What a draft says, where one is to be offered. */
  readonly offered: string | undefined;
}

/** Asks one question. */
export function askStep(asking: Asking): Promise<Turn> {
  const { step } = asking;
  return step.kind === 'text' ? askText({ ...asking, step }) : askPick({ ...asking, step });
}

const textOf = (text: string | ((answers: Answers) => string), answers: Answers): string =>
  typeof text === 'string' ? text : text(answers);

function askText({ step, answers, before, text, ...asking }: Asking<TextStep>): Promise<Turn> {
  const box = dressed(createInputBox(), asking.flow, asking.way, answers);
  box.prompt = plain(textOf(step.prompt, answers));
  box.placeholder = plain(step.placeholder);
  box.value = text ?? (typeof before === 'string' ? before : undefined) ?? step.value?.(answers) ?? '';
  const told = (value: string) => {
    const wrong = value === '' ? undefined : plain(step.validate?.(value, answers));
    box.validationMessage = wrong ?? understood(step.means?.(value, answers));
  };
  if (step.means) told(box.value);
  return turnOf(box, (settle) => [
    box.onDidChangeValue(told),
    box.onDidAccept(() => {
      const wrong = step.validate?.(box.value, answers);
      box.validationMessage = plain(wrong);
      if (wrong === undefined) settle({ to: 'next', answer: box.value.trim(), typed: box.value });
    }),
  ]);
}

/** What a text is understood as is no complaint. */
function understood(words: string | undefined): InputBox['validationMessage'] {
  return words === undefined ? undefined : { message: plain(words), severity: vscode.InputBoxValidationSeverity.Info };
}

function askPick({ step, answers, before, text, offered, ...asking }: Asking<PickStep>): Promise<Turn> {
  const pick = dressed(createQuickPick<Choice | Continue>(), asking.flow, asking.way, answers);
  pick.placeholder = plain(textOf(step.prompt, answers));
  pick.canSelectMany = step.many ?? false;
  pick.value = text ?? '';
  return turnOf(pick, (settle, fail) => {
    let items: readonly Shown[] = [];
    const list = (choices: readonly Choice[]): void => {
      const first = offered === undefined || step.many ? [] : [continueItem(offered)];
      items = [...first, ...choices].map(drawn);
      fill(pick, items, before);
    };
    const choices = step.choices(answers);
    pick.busy = choices instanceof Promise;
    // A list that is there is shown with the box: Enter, pressed at once, takes its first choice.
    if (choices instanceof Promise) choices.then(list, fail);
    else list(choices);
    return [
      pick.onDidChangeValue((value) => {
        if (!step.typed) return;
        const typed = typedItem(step, items, value);
        // Last, so that the others keep their places: the person may be choosing one of them at this moment.
        pick.items = typed ? [...items, typed] : items;
      }),
      pick.onDidAccept(() => {
        const typed = pick.selectedItems.length === 0 ? typedItem(step, items, pick.value) : undefined;
        const chosen = typed ? [typed] : pick.selectedItems;
        if (chosen.some(isContinue)) return settle({ to: 'continue', typed: '' });
        const values = chosen.flatMap((item) => (isContinue(item) ? [] : item.value));
        const answer = step.many ? values : values[0];
        const isEnough = !step.needed || values.length > 0;
        if (answer !== undefined && isEnough) settle({ to: 'next', answer, typed: pick.value });
      }),
    ];
  });
}

function typedItem(step: PickStep, items: readonly Shown[], text: string): Drawn<Choice> | undefined {
  const typed = text.trim() === '' ? undefined : step.typed?.(text);
  const isThere = items.some((item) => !isContinue(item) && item.value === typed?.value);
  return typed && !isThere ? drawn({ ...typed, alwaysShow: true }) : undefined;
}

function fill(pick: QuickPick<Choice | Continue>, items: readonly Shown[], before: Answer | undefined): void {
  const wanted = new Set(typeof before === 'string' ? [before] : before);
  const chosen = items.filter((item) => !isContinue(item) && wanted.has(item.value));
  pick.items = items;
  pick.busy = false;
  if (pick.canSelectMany) {
    pick.selectedItems = before === undefined ? items.filter(({ picked }) => picked) : chosen;
  } else if (!items.some(isContinue)) {
    const active = chosen[0] ?? (before === undefined ? items.find(({ picked }) => picked) : undefined);
    if (active) pick.activeItems = [active];
  }
}

interface Continue extends PickRow {
  readonly continues: true;
}

/** A choice as the list has it. */
type Shown = Drawn<Choice | Continue>;

const continueItem = (description: string): Continue => ({
  continues: true,
  icon: 'history',
  label: t('Continue where you left off'),
  description,
  alwaysShow: true,
});

const isContinue = (item: Choice | Continue): item is Continue => 'continues' in item;

/** What all boxes have in common. They stay when the focus leaves, so that code can be read while answering. */
function dressed<Box extends InputBox | QuickPick<Choice | Continue>>(
  box: Box,
  flow: Flow,
  way: readonly Step[],
  answers: Answers,
): Box {
  box.title = plain(textOf(flow.title, answers));
  const total = flow.steps.filter(({ when }) => when?.(answers) ?? true).length;
  box.step = total > 1 ? way.length + 1 : undefined;
  box.totalSteps = total > 1 ? total : undefined;
  box.ignoreFocusOut = true;
  box.buttons = way.length > 0 ? [vscode.QuickInputButtons.Back] : [];
  return box;
}

/** Shows a box until it is settled, by its own listeners, the way back, or Esc. */
function turnOf(
  box: InputBox | QuickPick<Choice | Continue>,
  listen: (settle: (turn: Turn) => void, fail: (error: unknown) => void) => readonly vscode.Disposable[],
): Promise<Turn> {
  const { promise, resolve, reject } = Promise.withResolvers<Turn>();
  const listeners = [
    ...listen(resolve, reject),
    box.onDidTriggerButton(() => resolve({ to: 'back', typed: box.value })),
    box.onDidHide(() => resolve({ to: 'end', typed: box.value })),
  ];
  box.show();
  return promise.finally(() => {
    for (const listener of [...listeners, box]) listener.dispose();
  });
}
