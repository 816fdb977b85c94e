/** A few questions in a row at the top of the window: with a way back, a step count, and a draft that outlives Esc. */
import type * as vscode from 'vscode';
import { askStep } from './boxes.ts';
import type { Answers, Flow, Step } from './steps.ts';

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
    const offered = way.length === 0 && draft ? typedFirst(flow, draft) : undefined;
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
function typedFirst({ steps }: Flow, { answers, step, typed }: Draft): string {
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
