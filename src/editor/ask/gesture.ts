/** An action as a command: what is meant is found out, what is missing is asked as the input's schema says, and it is done. */
import type * as z from 'zod/mini';
import { type Action, perform } from '../../actions/action.ts';
import { fieldsOfInput, type InputField } from '../../core/base/input.ts';
import { t } from '../../core/base/l10n.ts';
import { nameOf, pickName } from '../../core/face/names.ts';
import { type Initiative, kindOf } from '../../core/kinds/all.ts';
import { recordsTaken } from '../../core/library/inputs.ts';
import type { Anchor } from '../../core/records/kind.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import type { Given, Live, Opens } from '../commands/live.ts';
import { performAs } from '../commands/me.ts';
import { folderMeant, locatedOf } from '../commands/meant.ts';
import { lineOf, type SeenLine } from '../lines/seenLine.ts';
import type { Folder, Located } from '../workspace/folder.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Place, readAnswers, recordChoices, stepFor } from './fieldSteps.ts';
import { linesMeant, type Pointed } from './lineMeant.ts';
import { ask } from './quickInput.ts';
import type { Answers, Choice, Step } from './steps.ts';
import { brief, knownMe, locatedByName, pickOne } from './subject.ts';

/** What a gesture is about, as far as it is known before anything is asked. */
export interface Meant<R = ContextRecord | undefined> extends Pointed {
  readonly live: Live;
  /** The record it is done to. */
  readonly record: R;
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
  /** Nothing is asked any more. */
  end?(): void;
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
export interface Particular<Input, Output, R extends ContextRecord> {
  /** Whether an input from code says too little to be meant as it is, although nothing in it has to be there. */
  saysTooLittle?(given: Partial<Input>): boolean;
  /** The folder it is for, where none is named; undefined where the person turned away. */
  folder?(workspace: Workspace): Folder | undefined | Promise<Folder | undefined>;
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
  /** How it is done where the person may have to say more meanwhile; undefined where they turned away. */
  act?(input: Input, folder: Folder): Promise<Output | undefined>;
  /** What follows; `meant` has the record by then. */
  done?(done: Done<Input, Output>, meant: Meant<R | undefined>): unknown;
}

/** What is known when it is called. */
interface Called {
  readonly given: Given;
  /** What a menu passed: a row, a file, a comment thread. */
  readonly source?: unknown;
  /** The folder that was named. */
  readonly folder?: Folder | undefined;
}

/**
 * The command of an action, wherever it is called from. Called with a plain object, it is the action's input (and optionally
 * `folder`, a workspace folder's address): complete, it is performed without a question and its result returned; incomplete,
 * the rest is asked; wrong, it rejects with an error whose message starts with the code. Otherwise a person is asked.
 */
export const gesture =
  <Input, Output, R extends ContextRecord = Initiative>(
    action: Action<Input, Output>,
    particular: Particular<Input, Output, R> = {},
  ): Opens =>
  (live) =>
  async ({ input, source }) => {
    const { workspace } = live;
    await workspace.ready();
    if (!input) return lead(live, action, particular, { given: {}, source });
    const { folder: address, ...given } = input;
    const folder = address === undefined ? undefined : folderMeant(workspace, { address });
    return lacksSomething(action, particular, given)
      ? lead(live, action, particular, { given, folder })
      : perform(action, (folder ?? folderMeant(workspace, { given })).because, given);
  };

/** Whether the person is asked for the rest: where an input is wrong in something, code is told. */
function lacksSomething<Input, Output, R extends ContextRecord>(
  action: Action<Input, Output>,
  { saysTooLittle }: Particular<Input, Output, R>,
  given: Given,
): boolean {
  const bare = saysTooLittle?.(given as Partial<Input>) ?? false;
  const { error: wrong } = action.input.safeParse(given);
  // What is wrong with the input as a whole is that it says too little.
  const isMissing = ({ path }: z.core.$ZodIssue) =>
    path.length === 0 ? bare : path.reduce(step, given as unknown) === undefined;
  return wrong ? wrong.issues.every(isMissing) : bare;
}

const step = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? (value as { [key: PropertyKey]: unknown })[key] : undefined;

/** Finds out what is meant, asks for the rest, and does it. Undefined where the person turned away. */
export async function lead<Input, Output, R extends ContextRecord>(
  live: Live,
  action: Action<Input, Output>,
  particular: Particular<Input, Output, R>,
  called: Called,
): Promise<Output | undefined> {
  const fields = fieldsOfInput(action.input);
  const subject = fields.find((one) => one.needed && one.type !== 'array' && recordsTaken(one));
  const meant = await whatIsMeant(live, { action, particular, subject }, called);
  const ways = meant && particular.ways ? await particular.ways(meant as Meant<R>) : {};
  if (!meant || !ways) return undefined;
  try {
    const asked = await askFor({ action, particular, subject }, fields, meant, ways);
    if (!asked) return undefined;
    const { input, answers, line, forget } = asked;
    const { folder, record } = meant;
    const output = await (particular.act?.(input, folder) ?? performAs(live.workspace, folder, action, input));
    if (output === undefined) return undefined;
    await forget();
    const id = subject && (input as Given)[subject.name];
    const about = record ?? (typeof id === 'string' ? folder.library.find(id) : undefined);
    await particular.done?.({ output, input, answers, line }, { ...meant, record: about as R | undefined });
    return output;
  } finally {
    ways.end?.();
  }
}

/** Asks for what is not known. Undefined where the person turned away, or the answers lead elsewhere. */
async function askFor<Input, Output, R extends ContextRecord>(
  { action, particular, subject }: Verb<Input, Output, R>,
  fields: readonly InputField[],
  meant: Meant,
  ways: Ways<Input>,
) {
  const { folder, record, live } = meant;
  const known: Given = {
    ...(await particular.known?.(meant as Meant<R | undefined>)),
    ...meant.given,
    ...(record && subject && { [subject.name]: record.id }),
  };
  const lines = linesMeant(meant, fields, known);
  const plain = fields.flatMap((one) => stepFor(meant, one) ?? []);
  const steps = ways.steps?.(Object.fromEntries(plain.map((each) => [each.name, each])) as Plain<Input>);
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
  return { input, answers, line, forget };
}

interface Verb<Input, Output, R extends ContextRecord> {
  readonly action: Action<Input, Output>;
  readonly particular: Particular<Input, Output, R>;
  /** The field that says which record it is done to. */
  readonly subject: InputField | undefined;
}

/** The folder, who signs, and the record and line: before anything is asked. Undefined when the person turned away. */
async function whatIsMeant<Input, Output, R extends ContextRecord>(
  live: Live,
  { action, particular, subject }: Verb<Input, Output, R>,
  { given, source, folder: named }: Called,
): Promise<Meant | undefined> {
  const { workspace } = live;
  const clicked = particular.clicked?.(live, source) ?? locatedOf(workspace, source);
  const chosen =
    named ?? clicked?.folder ?? particular.folder?.(workspace) ?? folderMeant(workspace, { source, given });
  const folder = await chosen;
  if (!folder) return undefined;
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

/** The title of the questions: the verb, and what it is about. */
function titleFor({ folder: { library }, record }: Meant, title: string, subject?: InputField, line?: Anchor) {
  const onLine = line ? t('{0} on {1}:{2}', title, line.path ?? '', line.line ?? 1) : title;
  return (answers: Answers): string => {
    const about = record ?? library.find(String(answers[subject?.name ?? ''] ?? ''));
    if (!about) return onLine;
    return `${onLine}: ${kindOf(about.kind)?.keyed ? pickName(about) : brief(nameOf(about))}`;
  };
}
