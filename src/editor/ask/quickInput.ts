/** A few questions in a row at the top of the window: with a way back, a step count, and a draft that outlives Esc. */

import * as vscode from 'vscode';
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

/** A picked or typed answer; a list where a question takes several. */
type Answer = string | readonly string[];

export type Answers = { readonly [step: string]: Answer };

export interface Choice extends PickRow {
  /** The answer, kept in drafts: a record's id, a value. */
  readonly value: string;
}

interface Question {
  /** The answer's name. */
  readonly name: string;
  /** The question, as one short sentence. */
  readonly prompt: string | ((answers: Answers) => string);
  /** Whether the question makes sense after the answers so far. */
  readonly when?: (answers: Answers) => boolean;
}

export interface TextStep extends Question {
  readonly kind: 'text';
  readonly placeholder?: string;
  /** What is typed in beforehand, where there is no draft. */
  readonly value?: (answers: Answers) => string | undefined;
  /** Why the text cannot be taken, or undefined. An empty text is taken unless this says no. */
  readonly validate?: (text: string, answers: Answers) => string | undefined;
}

export interface PickStep extends Question {
  readonly kind: 'pick';
  readonly choices: (answers: Answers) => readonly Choice[] | Promise<readonly Choice[]>;
  /** Several may be picked; the answer is a list. Choices with `picked` are checked beforehand; of one, it is preselected. */
  readonly many?: boolean;
  /** Of several, at least one has to be picked. */
  readonly needed?: boolean;
  /** The choice that what was typed stands for, where it is none of the others. */
  readonly typed?: (text: string) => Choice | undefined;
}

export type Step = TextStep | PickStep;

export interface Flow {
  /** Where the draft is kept: the command, and the folder it is for. */
  readonly key: string;
  readonly title: string | ((answers: Answers) => string);
  readonly steps: readonly Step[];
}

export interface Asked {
  readonly answers: Answers;
  /** Throws the draft away; call it when the work is done, so that nothing typed is lost by a failure either. */
  forget(): Thenable<void>;
}

/** What was answered, and what stood in the box when the person turned away. */
interface Draft {
  readonly answers: Answers;
  readonly step: string;
  readonly typed: string;
}

/** Keeps one typed text as if it had been typed into the flow, to be offered when the flow is next asked. */
export function keepDraft(memory: vscode.Memento, key: string, step: string, text: string): Thenable<void> {
  return memory.update(slotOf(key), { answers: {}, step, typed: text } satisfies Draft);
}

const slotOf = (key: string): string => `draft:${key}`;

type Turn =
  | { readonly to: 'next'; readonly answer: Answer; readonly typed: string }
  | { readonly to: 'back' | 'end' | 'continue'; readonly typed: string };

/**
 * Asks the steps one after the other. Returns undefined when the person turned away; what was typed by then is offered
 * again next time.
 */
export async function ask(memory: vscode.Memento, flow: Flow): Promise<Asked | undefined> {
  const slot = slotOf(flow.key);
  let draft = memory.get<Draft>(slot);
  let answers: Answers = {};
  const typed = new Map<string, string>();
  const way: Step[] = [];
  let step = nextStep(flow, way, answers);
  while (step) {
    const known = { ...draft?.answers, ...answers };
    const offered = way.length === 0 && draft ? wordsOf(flow, draft) : undefined;
    const text = typed.get(step.name) ?? (draft?.step === step.name && step.kind === 'text' ? draft.typed : undefined);
    const turn = await askStep({ flow, step, way, answers, before: known[step.name], text, offered });
    typed.set(step.name, turn.typed);
    if (turn.to === 'end') {
      const untouched = way.length === 0 && turn.typed === '';
      if (!untouched) await memory.update(slot, { answers: known, step: step.name, typed: turn.typed } satisfies Draft);
      return undefined;
    }
    if (turn.to === 'continue' && draft) {
      answers = resume(flow, way, draft);
      typed.set(draft.step, draft.typed);
      draft = undefined;
      step = nextStep(flow, way, answers);
      continue;
    }
    if (turn.to === 'next') {
      answers = { ...answers, [step.name]: turn.answer };
      way.push(step);
    } else step = way.pop();
    step = nextStep(flow, way, answers);
  }
  const last = way.at(-1)?.name;
  // Where nothing was asked, what was typed elsewhere is kept.
  if (last !== undefined)
    await memory.update(slot, { answers, step: last, typed: typed.get(last) ?? '' } satisfies Draft);
  return { answers: answersOf(way, answers), forget: () => memory.update(slot, undefined) };
}

/** The words by which a draft is known again: what was typed first. */
function wordsOf({ steps }: Flow, { answers, step, typed }: Draft): string {
  const texts = steps.flatMap(({ kind, name }) => (kind === 'text' ? (name === step ? typed : answers[name]) : []));
  return texts.filter((text) => typeof text === 'string').find((text) => text !== '') ?? '';
}

/** Walks the way of a draft up to the question it was left at, and gives its answers. */
function resume(flow: Flow, way: Step[], draft: Draft): Answers {
  way.length = 0;
  for (let step = nextStep(flow, way, draft.answers); step; step = nextStep(flow, way, draft.answers)) {
    if (step.name === draft.step || draft.answers[step.name] === undefined) break;
    way.push(step);
  }
  return draft.answers;
}

/** The first question after those on the way that makes sense. */
function nextStep(flow: Flow, way: readonly Step[], answers: Answers): Step | undefined {
  const last = way.at(-1);
  const rest = flow.steps.slice(last ? flow.steps.indexOf(last) + 1 : 0);
  return rest.find(({ when }) => when?.(answers) ?? true);
}

/** Only the answers to questions that were asked: a way back may have made others senseless. */
function answersOf(way: readonly Step[], answers: Answers): Answers {
  return Object.fromEntries(way.map(({ name }) => [name, answers[name] ?? '']));
}

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

function askStep(asking: Asking): Promise<Turn> {
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
  return turnOf(box, (settle) => [
    box.onDidChangeValue((value) => {
      box.validationMessage = value === '' ? undefined : plain(step.validate?.(value, answers));
    }),
    box.onDidAccept(() => {
      const wrong = step.validate?.(box.value, answers);
      box.validationMessage = plain(wrong);
      if (wrong === undefined) settle({ to: 'next', answer: box.value.trim(), typed: box.value });
    }),
  ]);
}

function askPick({ step, answers, before, text, offered, ...asking }: Asking<PickStep>): Promise<Turn> {
  const pick = dressed(createQuickPick<Choice | Continue>(), asking.flow, asking.way, answers);
  pick.placeholder = plain(textOf(step.prompt, answers));
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
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
  label: vscode.l10n.t('Continue where you left off'),
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

/** A heading between choices. */
export const separator = (label: string): Choice => ({ value: '', label, kind: vscode.QuickPickItemKind.Separator });
