/** The question for a field of an input, as its schema has it, and what its answer stands for. */
import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import type { InputField } from '../../core/base/input.ts';
import { t } from '../../core/base/l10n.ts';
import { nameOf, pickName } from '../../core/face/names.ts';
import { kindOf } from '../../core/kinds/all.ts';
import { type RecordsTaken, recordsTaken, type Taken } from '../../core/library/inputs.ts';
import { byKey } from '../../core/outline/order.ts';
import { initiativeOfRecord } from '../../core/outline/sprint.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { typedNumber } from '../../core/scoring/factors.ts';
import { dotted } from '../../core/text/joined.ts';
import type { Folder } from '../workspace/folder.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { initiativeChoices } from './initiatives.ts';
import { type Answers, type Choice, pickStep, type Step, textStep } from './steps.ts';

/** Where something is asked. */
export interface Place {
  readonly workspace: Workspace;
  readonly folder: Folder;
  readonly me: string | undefined;
}

/** Asks for a field; undefined for one that people are not asked for. */
export function stepFor(place: Place, field: InputField): Step | undefined {
  const { name, said, needed, type } = field;
  if (!said || said.unasked) return undefined;
  const prompt = said.help();
  const taken = recordsTaken(field);
  const many = type === 'array';
  if (taken) {
    const none = needed || many ? [] : [leftOut(t('None'))];
    return pickStep(name, prompt, () => [...recordChoices(place, taken), ...none], { many, needed });
  }
  const choices = choicesOf(field);
  if (choices) return pickStep(name, prompt, () => choices, { many, needed: many && needed });
  const placeholder = (said.example ?? said.expected)?.();
  const validate = (text: string) => problemOf(field, text);
  return textStep(name, prompt, { ...(placeholder !== undefined && { placeholder }), validate });
}

const leftOut = (label: string): Choice => ({ value: '', icon: 'circle-slash', label, alwaysShow: true });

/** The same question with other choices. */
export const choosing = (
  step: Step,
  choices: (plain: () => Promise<readonly Choice[]>) => readonly Choice[] | Promise<readonly Choice[]>,
): Step =>
  step.kind === 'pick' ? { ...step, choices: (answers) => choices(async () => step.choices(answers)) } : step;

function choicesOf({ options, type, said }: InputField): readonly Choice[] | undefined {
  if (options) {
    return options().map((option) => ({
      ...option,
      value: String(option.value),
      picked: option.value === said?.usual,
    }));
  }
  if (type === 'boolean') {
    return [
      { value: 'true', label: t('Yes') },
      { value: 'false', label: t('No'), picked: said?.usual === 'false' },
    ];
  }
  return undefined;
}

/** Why a text cannot be what the field takes. */
function problemOf(field: InputField, text: string): string | undefined {
  const value = readAnswer(field, text.trim());
  if (value === undefined && !field.needed) return field.said?.wanted?.();
  const { success, error } = field.schema.safeParse(value ?? '');
  if (success) return undefined;
  const { expected } = field.said ?? {};
  return expected && text.trim() !== '' ? t('This must be {0}.', expected()) : error.issues[0]?.message;
}

/** The value an answer stands for; undefined for an empty one. */
function readAnswer({ options, type }: InputField, answer: string | readonly string[]): unknown {
  if (answer.length === 0) return undefined;
  if (typeof answer !== 'string') return answer;
  if (options) return options().find(({ value }) => String(value) === answer)?.value;
  if (type === 'boolean') return answer === 'true';
  return type === 'number' ? typedNumber(answer) : answer;
}

/** What was answered, as an input has it; answers that are no fields are left out. */
export function readAnswers(fields: readonly InputField[], answers: Answers): { readonly [name: string]: unknown } {
  const values = fields.map((field) => [field.name, readAnswer(field, answers[field.name] ?? '')] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** The records a field takes, to choose from. Throws `not-found` where there is none. */
export function recordChoices({ workspace, folder, me }: Place, taken: RecordsTaken): readonly Choice[] {
  const { library } = folder;
  const kind = kindOf(taken.kind);
  const fits = (record: ContextRecord) => taken.fits?.(record as never, library, me) ?? true;
  // What code and branches name is offered as the place in code suggests it.
  if (kind?.keyed && !taken.beside) return initiativeChoices(workspace, folder, fits);
  const ofKind = () => taken.from?.(library) ?? (library.ofKind(taken.kind) as readonly ContextRecord[]);
  const all = taken.any?.(library) ?? ofKind();
  const some = kind?.keyed ? all.filter(fits).sort(byKey) : all.filter(fits);
  const uri = vscode.window.activeTextEditor?.document.uri;
  const inFront = uri && folder.recordAt(uri);
  const sorted = [...some].sort((a, b) => Number(b === inFront) - Number(a === inFront));
  if (sorted.length > 0) return sorted.map((record) => choiceOf(folder, record, taken));
  const missing = taken.none?.() ?? t('There is no such record: {0}.', kind?.label() ?? taken.kind);
  throw new BecauseError('not-found', missing);
}

function choiceOf({ library }: Folder, record: ContextRecord, { beside, any }: Taken): Choice {
  const kind = kindOf(record.kind);
  const initiative = initiativeOfRecord(library, record);
  const words = beside ? beside(record as never, library) : kind?.describe?.(record.values as never);
  const about = beside || !initiative || initiative === record ? undefined : pickName(initiative);
  return {
    value: record.id,
    label: kind?.keyed ? pickName(record) : nameOf(record),
    description: dotted(words, about),
    ...(any && { iconPath: new vscode.ThemeIcon(kind?.icon ?? 'file') }),
  };
}
