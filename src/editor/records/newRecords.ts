/** `Because: New …`: a few questions, then the new record's file with the cursor where the next word goes. */
import * as vscode from 'vscode';
import { neededFields, newRecord } from '../../actions/newRecord.ts';
import { slug } from '../../core/base/ids.ts';
import { fillingOf } from '../../core/editing/recordSnippet.ts';
import { nameOf, pickName } from '../../core/face/names.ts';
import type { KindName } from '../../core/kinds/all.ts';
import { fieldsOf, ID, kinds, newKinds } from '../../core/kinds/all.ts';
import { sprints, today } from '../../core/library/query.ts';
import { scopeOf } from '../../core/outline/scope.ts';
import type { Field } from '../../core/records/field.ts';
import type { Kind } from '../../core/records/kind.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { keyTitle } from '../../questions/keyTitle.ts';
import { initiativeChoices } from '../ask/initiatives.ts';
import type { Answers, Choice, Step } from '../ask/quickInput.ts';
import { ask } from '../ask/quickInput.ts';
import { settingsKept } from '../ask/sprintSettings.ts';
import type { Gather, Gathered } from '../commands/commands.ts';
import { actionCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { noFolder } from '../commands/meant.ts';
import { newName } from '../doors/commands.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';

type Input = Parameters<typeof newRecord.run>[1];

/** The kind that each command settles; one asks for it. */
const kindOfCommand: ReadonlyMap<string, KindName> = new Map(newKinds.map((kind) => [newName(kind), kind]));

export const newRecordCommand: Opens = (live) => (call) => {
  const kind = kindOfCommand.get(call.name);
  const preset = kind && { kind };
  const input = call.input && { ...call.input, ...preset };
  return actionCommand(live, newRecord, gather(live.memory, preset))({ ...call, input });
};

/** A key that stands in a text and has no initiative yet. */
interface KeyInText {
  readonly key: string;
  /** The workspace folder's address. */
  readonly folder: string | undefined;
  /** What the text calls it. */
  readonly title: string | undefined;
}

/** The same questions as for any new initiative, its key and what the text calls it known. */
export const createInitiative: Opens = (live) => (call) => {
  const { id, folder, title } = (call.input ?? {}) as Partial<Record<string, string>>;
  if (id === undefined) return undefined;
  const questions = gather(live.memory, { kind: 'initiative' }, { key: id, folder, title });
  return actionCommand(live, newRecord, questions)({ ...call, input: undefined });
};

function gather(memory: vscode.Memento, preset: Partial<Input> = {}, wanted?: KeyInText): Gather<Input> {
  return async (workspace, known, _source, named): Promise<Gathered<Input> | undefined> => {
    const folder = named ?? folderWith(workspace, wanted?.folder) ?? workspace.active;
    if (!folder) throw noFolder();
    const given = { ...preset, ...known, ...(wanted && { id: wanted.key }) };
    const setting = { workspace, folder, memory, title: await titleOf(folder, wanted) };
    const steps = given.kind ? stepsOf(setting, given.kind) : [kindStep(), ...everyStep(setting)];
    const answered: object = { ...given, ...given.fields };
    const asked = await ask(memory, {
      key: `newRecord:${given.kind ?? ''}:${folder.root.toString()}${wanted ? `:${wanted.key}` : ''}`,
      title: [given.kind ? newTitle(given.kind) : newRecord.title(), wanted?.key].filter(Boolean).join(' '),
      steps: steps.filter(({ name }) => !(name in answered)),
    });
    if (!asked) return undefined;
    const input = inputOf(given, asked.answers);
    return {
      folder,
      input,
      done: async (output) => {
        await asked.forget();
        await openToWrite(folder, (output as { path: string }).path);
      },
    };
  };
}

/** What questions are asked from. */
interface Setting {
  readonly workspace: Workspace;
  readonly folder: Folder;
  readonly memory: vscode.Memento;
  /** What a new record may be called, where something tells. */
  readonly title: string | undefined;
}

const folderWith = ({ folders }: Workspace, address: string | undefined): Folder | undefined =>
  folders.find(({ root }) => root.toString() === address);

/** What the newest commit that names the key says beside it, else the line it was found on. */
async function titleOf({ because }: Folder, wanted: KeyInText | undefined): Promise<string | undefined> {
  return wanted && ((await because.ask(keyTitle, { key: wanted.key })) ?? wanted.title);
}

const newTitle = (kind: KindName): string => vscode.l10n.t('New {0}', kinds[kind].label());

function inputOf(given: Partial<Input>, { kind, id, title, ...rest }: Answers): Input {
  const ofKind = (given.kind ?? kind) as KindName;
  const fields = Object.entries(rest).flatMap(([name, answer]) =>
    answer === '' ? [] : [[name, fieldsOf(ofKind)[name]?.many ? [answer] : answer] as const],
  );
  return newRecord.input.parse({
    ...(id ? { id } : {}),
    ...(title ? { title } : {}),
    ...given,
    kind: ofKind,
    fields: { ...Object.fromEntries(fields), ...given.fields },
  });
}

function kindStep(): Step {
  return {
    kind: 'pick',
    name: 'kind',
    prompt: vscode.l10n.t('What kind of record?'),
    choices: () =>
      newKinds.map((name) => ({
        value: name,
        icon: kinds[name].icon,
        label: kinds[name].label(),
        detail: kinds[name].help(),
      })),
  };
}

/** The questions of every kind; only those of the kind that was picked are asked. */
function everyStep(setting: Setting): Step[] {
  return newKinds.flatMap((kind) =>
    stepsOf(setting, kind).map((step) => ({ ...step, when: (answers: Answers) => answers.kind === kind })),
  );
}

/** The title, the id where people choose it, what the kind cannot be without, and the parents its snippet names. */
function stepsOf(setting: Setting, name: KindName): Step[] {
  const { workspace, folder, title } = setting;
  const kind = kinds[name] as Kind;
  const needed = neededFields(name);
  const parents = kind.starts.filter((field) => kind.fields[field]?.refers?.length);
  return [
    ...(kind.untitled ? [] : [titleStep(kind, title)]),
    ...(kind.readable ? [idStep(workspace, folder, kind)] : []),
    ...[...new Set([...needed, ...parents])].map((field) =>
      fieldStep(setting, field, kind.fields[field] as Field, needed.includes(field)),
    ),
  ];
}

function titleStep(kind: Kind, suggested: string | undefined): Step {
  return {
    kind: 'text',
    name: 'title',
    prompt: kind.help(),
    placeholder: vscode.l10n.t('A few words that name it'),
    value: () => suggested,
    validate: (text) => (text.trim() === '' ? vscode.l10n.t('Give it a few words.') : undefined),
  };
}

function idStep(workspace: Workspace, folder: Folder, { keyed: isKey }: Kind): Step {
  return {
    kind: 'text',
    name: 'id',
    prompt: isKey
      ? vscode.l10n.t('Its issue key, by which code and branches name it. Leave empty for a made-up id.')
      : vscode.l10n.t('Its id, by which other records name it. Leave empty for a made-up id.'),
    placeholder: isKey ? 'PAY-142' : '',
    value: ({ title }) => (isKey ? newKeyOfBranch(workspace, folder) : slug(String(title))),
    validate: (text) => wrongId(folder, text.trim()),
  };
}

/** The key the branch carries, where no initiative stands for it yet. */
function newKeyOfBranch(workspace: Workspace, { root, library }: Folder): string | undefined {
  const branch = workspace.git.branchOf(root);
  const keys = branch === undefined ? [] : library.keys.branchKeys(branch);
  return keys.find((key) => ID.test(key) && !library.initiativeOf(key));
}

function wrongId({ library }: Folder, id: string): string | undefined {
  if (id === '') return undefined;
  if (!ID.test(id)) return vscode.l10n.t('Use letters, digits, dots, dashes and underscores, at most 100.');
  return library.named(id).length > 0 ? vscode.l10n.t('There is already a record with the id {0}.', id) : undefined;
}

function fieldStep(setting: Setting, name: string, field: Field, isNeeded: boolean): Step {
  const { folder } = setting;
  const prompt = field.help();
  if (field.type === 'reference') {
    return { kind: 'pick', name, prompt, choices: () => parentChoices(setting, field, isNeeded) };
  }
  return {
    kind: 'text',
    name,
    prompt,
    placeholder: field.expected(),
    value: () => (field.type === 'day' ? today(folder.library, folder.because.now()) : undefined),
    validate: (text) =>
      text.trim() !== '' && field.read(text.trim()) !== undefined
        ? undefined
        : vscode.l10n.t('This must be {0}.', field.expected()),
  };
}

function parentChoices({ workspace, folder, memory }: Setting, { refers = [] }: Field, isNeeded: boolean): Choice[] {
  if (refers.includes('sprint')) return sprintChoices(folder, memory);
  const none = { value: '', icon: 'circle-slash', label: vscode.l10n.t('None yet'), alwaysShow: true };
  const { library } = folder;
  const choices =
    refers.includes('initiative') && library.ofKind('initiative').length > 0
      ? initiativeChoices(workspace, folder)
      : library.records.filter(({ kind }) => refers.length === 0 || refers.includes(kind)).map(choiceOf);
  return isNeeded ? choices : [...choices, none];
}

/** The sprint the Sprint view shows is preselected: what is made there is meant for it. */
function sprintChoices(folder: Folder, memory: vscode.Memento): Choice[] {
  const { library, because } = folder;
  const shown = scopeOf(library, settingsKept(memory, folder).choice, because.now());
  const none = { value: '', icon: 'circle-slash', label: vscode.l10n.t('No sprint yet'), alwaysShow: true };
  const choices = [...sprints(library)].reverse().map((sprint): Choice => {
    const picked = shown.kind === 'sprint' && shown.id === sprint.id;
    return {
      value: sprint.id,
      label: nameOf(sprint),
      description: kinds.sprint.describe?.(sprint.values) ?? '',
      picked,
    };
  });
  return [...choices, none];
}

function choiceOf(record: ContextRecord): Choice {
  return { value: record.id, label: pickName(record), description: record.kind };
}

/** Opens the new file with what its kind starts with still to be filled in, the cursor at the first of it. */
async function openToWrite(folder: Folder, path: string): Promise<void> {
  const record = folder.library.files.get(path);
  if (!record) return;
  const document = await vscode.workspace.openTextDocument(folder.uriOf(record));
  const editor = await vscode.window.showTextDocument(document);
  const filling = document.getText() === record.source.text ? fillingOf(record) : undefined;
  // Only what was just written is added to: the file as another program left it is not.
  if (!filling) return;
  const place = new vscode.Range(document.positionAt(filling.start), document.positionAt(record.source.text.length));
  await editor.insertSnippet(new vscode.SnippetString(filling.snippet), place);
}
