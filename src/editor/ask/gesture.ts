/** An action as a command: what is meant is found out, what is missing is asked as the input's schema says, and it is done. */

import * as vscode from 'vscode';
import type { Action } from '../../actions/action.ts';
import { fieldsOfInput, type InputField } from '../../core/base/input.ts';
import { nameOf, pickName } from '../../core/face/names.ts';
import { type Initiative, kindOf } from '../../core/kinds/all.ts';
import { isLine, recordsTaken } from '../../core/library/inputs.ts';
import type { Anchor } from '../../core/records/kind.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { actionCommand, type Gather, type Special } from '../commands/commands.ts';
import type { Given, Live, Opens } from '../commands/live.ts';
import { folderMeant, locatedOf } from '../commands/meant.ts';
import { lineOf, lineOfCursor, originalOf, type SeenLine } from '../lines/seenLine.ts';
import type { Folder, Located } from '../workspace/workspace.ts';
import { type Place, readAnswers, recordChoices, stepFor } from './fieldSteps.ts';
import { type Answers, ask, type Choice, type PickStep, type Step } from './quickInput.ts';
import { brief, knownMe, locatedByName, pickOne } from './subject.ts';

/** What a gesture is about, as far as it is known before anything is asked. */
export interface Meant<R = ContextRecord | undefined> extends Place {
  readonly live: Live;
  /** What a menu or key passed. */
  readonly source: unknown;
  readonly given: Given;
  /** The record it is done to. */
  readonly record: R;
  /** The line a menu was opened on, or that is selected. */
  readonly line: SeenLine | undefined;
}

/** The questions of the schema, by their fields. */
export type Plain<Input> = { readonly [Name in keyof Input]-?: Step };

/** What only one verb asks. */
export interface Ways<Input> {
  /** Other questions than those of the schema, in their order. */
  steps?(plain: Plain<Input>): readonly Step[];
  /** What the answers say where that is not what their fields hold; undefined where they lead elsewhere. */
  read?(
    answers: Answers,
    forget: () => Thenable<void>,
  ): Partial<Input> | undefined | Promise<Partial<Input> | undefined>;
  readonly title?: string | undefined;
  /** Where the draft is kept, where that is not with the record it is about. */
  readonly key?: string | undefined;
}

/** What was done. */
export interface Done<Input, Output> {
  readonly output: Output;
  readonly input: Input;
  readonly answers: Answers;
  /** The line it is about, as somebody saw it. */
  readonly line: SeenLine | undefined;
}

/** What is special about a verb, where anything is. `R`: the record it is done to, which is found out first where it has ways. */
export interface Particular<Input, Output, R extends ContextRecord> extends Special<Input> {
  /** What else than rows and files stands for a record. */
  clicked?(live: Live, source: unknown): Located | undefined;
  /** What is known without a question. */
  known?(meant: Meant<R | undefined>): Partial<Input> | Promise<Partial<Input>>;
  /** Its own ways; undefined where the person turned away meanwhile. */
  ways?(meant: Meant<R>): Ways<Input> | undefined | Promise<Ways<Input> | undefined>;
  /** Whether the record is found out before anything else, as it is where there are ways. */
  readonly recordFirst?: true;
  /** What the record is picked from then. */
  choices?(place: Place): readonly Choice[];
  /** What follows; `meant` has the record by then. */
  done?(done: Done<Input, Output>, meant: Meant<R | undefined>): unknown;
}

/** The command of an action, wherever it is called from. */
export const gesture =
  <Input, Output, R extends ContextRecord = Initiative>(
    action: Action<Input, Output>,
    particular: Particular<Input, Output, R> = {},
  ): Opens =>
  (live) =>
    actionCommand(live, action, gathers(live, action, particular), particular);

/** Finds out what is meant, and asks for the rest. */
export function gathers<Input, Output, R extends ContextRecord>(
  live: Live,
  action: Action<Input, Output>,
  particular: Particular<Input, Output, R>,
): Gather<Input, Output> {
  const fields = fieldsOfInput(action.input);
  const subject = fields.find((one) => one.needed && one.type !== 'array' && recordsTaken(one));
  return async (_workspace, given, source, named) => {
    const meant = await whatIsMeant(live, { action, particular, subject }, { given, source, named });
    const ways = meant && particular.ways ? await particular.ways(meant as Meant<R>) : {};
    if (!meant || !ways) return undefined;
    const { folder, record } = meant;
    const known: Given = {
      ...(await particular.known?.(meant as Meant<R | undefined>)),
      ...given,
      ...(record && subject && { [subject.name]: record.id }),
    };
    const lines = linesMeant(meant, fields, known);
    const plain = fields.flatMap((one) => stepFor(meant, one) ?? []);
    const steps = ways.steps?.(Object.fromEntries(plain.map((step) => [step.name, step])) as Plain<Input>);
    const asked = await ask(live.memory, {
      key: [action.name, folder.root, ways.key ?? record?.id].filter((part) => part !== undefined).join(':'),
      title: ways.title ?? titleFor(meant, action.title(), subject, lines.seen),
      steps: (steps ?? [...lines.steps, ...plain]).filter(({ name }) => !(name in known)),
    });
    if (!asked) return undefined;
    const { answers, forget } = asked;
    const read = ways.read ? await ways.read(answers, forget) : {};
    if (!read) return undefined;
    const { line, anchor } = await lines.chosen(answers);
    const input = action.input.parse({ ...readAnswers(fields, answers), ...anchor, ...known, ...read });
    const done = async (output: Output) => {
      await forget();
      const id = subject && (input as Given)[subject.name];
      const about = record ?? (typeof id === 'string' ? folder.library.find(id) : undefined);
      await particular.done?.({ output, input, answers, line }, { ...meant, record: about as R | undefined });
    };
    return { folder, input, done };
  };
}

interface Verb<Input, Output, R extends ContextRecord> {
  readonly action: Action<Input, Output>;
  readonly particular: Particular<Input, Output, R>;
  /** The field that says which record it is done to. */
  readonly subject: InputField | undefined;
}

interface Called {
  readonly given: Given;
  readonly source: unknown;
  readonly named: Folder | undefined;
}

/** The folder, who signs, and the record and line: before anything is asked. Undefined when the person turned away. */
async function whatIsMeant<Input, Output, R extends ContextRecord>(
  live: Live,
  { action, particular, subject }: Verb<Input, Output, R>,
  { given, source, named }: Called,
): Promise<Meant | undefined> {
  const { workspace } = live;
  const clicked = particular.clicked?.(live, source) ?? locatedOf(workspace, source);
  const folder = named ?? clicked?.folder ?? folderMeant(workspace, { source, given });
  const me = action.needsMe ? await knownMe(workspace, folder) : undefined;
  if (action.needsMe && me === undefined) return undefined;
  const line = lineOf(workspace, folder, source);
  const meant = { live, workspace, folder, me, source, given, line };
  const taken = subject && recordsTaken(subject);
  if (!taken) return { ...meant, record: undefined };
  const id = given[subject.name];
  const record = locatedByName({ folder, taken, id, clicked });
  if (record || !(particular.ways || particular.recordFirst)) return { ...meant, record };
  const choices = particular.choices?.(meant) ?? recordChoices(meant, taken);
  const picked = await pickOne(action.title(), taken.help(), choices);
  return picked === undefined ? undefined : { ...meant, record: locatedByName({ folder, taken, id: picked }) };
}

/** The answer that means the line of the cursor. */
const HERE = 'here';

/** The lines that may be meant, the question which one is, and what its answer says. */
function linesMeant(
  { workspace, folder, source, given, line: seen }: Meant,
  fields: readonly InputField[],
  known: Given,
) {
  const field = fields.find(isLine);
  const isGiven = field === undefined || field.name in known;
  // From the palette or by a key, the line of the cursor is what is looked at, and may not be what is meant.
  const isAsked = !isGiven && !seen && source === undefined && Object.keys(given).length === 0;
  const cursor = isAsked ? lineOfCursor(workspace, folder) : undefined;
  const inCommit = isGiven ? undefined : originalOf(workspace, folder, seen ?? cursor);
  return {
    seen: isGiven ? undefined : seen?.anchor,
    steps: cursor ? [lineStep(cursor.anchor)] : [],
    chosen: async (answers: Answers) => {
      const line = isGiven ? undefined : answers.line === HERE ? cursor : seen;
      return { line, anchor: line && field && { [field.name]: (await inCommit) ?? line.anchor } };
    },
  };
}

const lineStep = ({ path = '', line = 1, text = '' }: Anchor): PickStep => ({
  kind: 'pick',
  name: 'line',
  prompt: vscode.l10n.t('Is it about this line?'),
  choices: () => [
    { value: HERE, icon: 'location', label: `${path}:${line}`, description: text.trim().slice(0, 80) },
    { value: 'none', icon: 'circle-slash', label: vscode.l10n.t('No line: it is about the initiative as a whole') },
  ],
});

/** The title of the questions: the verb, and what it is about. */
function titleFor({ folder: { library }, record }: Meant, title: string, subject?: InputField, line?: Anchor) {
  const onLine = line ? vscode.l10n.t('{0} on {1}:{2}', title, line.path ?? '', line.line ?? 1) : title;
  return (answers: Answers): string => {
    const about = record ?? library.find(String(answers[subject?.name ?? ''] ?? ''));
    if (!about) return onLine;
    return `${onLine}: ${kindOf(about.kind)?.keyed ? pickName(about) : brief(nameOf(about))}`;
  };
}
