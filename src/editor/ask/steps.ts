/** Questions in a row: what each is, what may be chosen, and what was answered. */
import * as vscode from 'vscode';
import type { PickRow } from '../door/picks.ts';

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
  /** What the text is understood as, for whoever types it. */
  readonly means?: (text: string, answers: Answers) => string | undefined;
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

/** A question whose answer is typed. */
export const textStep = (name: string, prompt: Question['prompt'], more: Partial<TextStep> = {}): TextStep => ({
  kind: 'text',
  name,
  prompt,
  ...more,
});

/** A question whose answer is picked. */
export const pickStep = (
  name: string,
  prompt: Question['prompt'],
  choices: PickStep['choices'],
  more: Partial<PickStep> = {},
): PickStep => ({ kind: 'pick', name, prompt, choices, ...more });

export interface Flow {
  /** Where the draft is kept: the command, and the folder it is for. */
  readonly key: string;
  readonly title: string | ((answers: Answers) => string);
  readonly steps: readonly Step[];
}

/** Choices in groups, each below its heading; a group without any is left out. */
export const grouped = (...groups: readonly (readonly [heading: string, choices: readonly Choice[]])[]): Choice[] =>
  groups.flatMap(([label, choices]) => (choices.length === 0 ? [] : [separator(label), ...choices]));

/** A heading between choices. */
export const separator = (label: string): Choice => ({ value: '', label, kind: vscode.QuickPickItemKind.Separator });
