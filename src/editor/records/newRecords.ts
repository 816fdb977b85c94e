/** `Because: New …`: a few questions, then the new record's file with the cursor where the next word goes. */
import * as vscode from 'vscode';
import { newRecord } from '../../actions/newRecord.ts';
import { problemSaid } from '../../actions/saidProblem.ts';
import { t } from '../../core/base/l10n.ts';
import { fillingOf } from '../../core/editing/recordSnippet.ts';
import { type KindName, kindOf, kinds } from '../../core/kinds/all.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { spaced } from '../../core/text/joined.ts';
import { keyTitle } from '../../questions/keyTitle.ts';
import { choosing } from '../ask/fieldSteps.ts';
import { gesture, lead, type Particular } from '../ask/gesture.ts';
import { Row } from '../ask/row.ts';
import type { Answers } from '../ask/steps.ts';
import { initiativeClicked } from '../ask/subject.ts';
import { callFor } from '../commands/calls.ts';
import type { Opens } from '../commands/live.ts';
import { folderMeant } from '../commands/meant.ts';
import type { Folder } from '../workspace/folder.ts';
import { rangeIn } from '../workspace/texts.ts';
import { everyStep, keysNamed, kindChoices, readAnswers, saidStep, stepsOf } from './newSteps.ts';

type Input = Parameters<typeof newRecord.run>[1];

/** The command that makes a record: of the kind, where one settles it; else that is asked first. */
export const newRecordCommand = (kind?: KindName): Opens => {
  const opens = gesture(newRecord, makes(kind));
  return (live) => {
    const handler = opens(live);
    return (call) => handler({ ...call, input: call.input && { ...call.input, ...(kind && { kind }) } });
  };
};

/** The same questions as for any new initiative, where a key stands in a text: it is known, and what the text calls it. */
export const createInitiative: Opens = (live) => async (call) => {
  const { id, folder: address, title } = (call.input ?? {}) as Partial<Record<string, string>>;
  if (id === undefined) return undefined;
  await live.workspace.ready();
  const folder = folderMeant(live.workspace, { address });
  return lead(live, newRecord, makes('initiative', { key: id, title }), { given: { id }, folder });
};

/** A key that stands in a text and has no initiative yet, and what the text calls it. */
interface KeyInText {
  readonly key: string;
  readonly title: string | undefined;
}

/** How a record is asked for. */
const makes = (preset?: KindName, wanted?: KeyInText): Particular<Input, Made, ContextRecord> => ({
  known: () => (preset ? { kind: preset } : {}),
  async ways(meant) {
    const { workspace, folder, given, source, live } = meant;
    const { kind = preset, fields = fieldsOfRow(source) } = given as Partial<Input>;
    const served = kindOf(kind ?? '')?.saidAtOnce ? initiativeClicked(workspace, source)?.initiative : undefined;
    const history = keysNamed(workspace, folder);
    const setting = { workspace, folder, memory: live.memory, title: await titleOf(folder, wanted), history };
    return {
      key: [kind, wanted?.key ?? served?.id].join(':'),
      title: spaced(kind ? t('New {0}', kinds[kind].label()) : newRecord.title(), wanted?.key ?? served?.id),
      steps: (plain) => {
        if (served) return [saidStep('said')];
        const steps = kind ? stepsOf(setting, kind) : [choosing(plain.kind, kindChoices), ...everyStep(setting)];
        return steps.filter(({ name }) => !(name in fields));
      },
      read: (answers) =>
        served
          ? { ...said(folder, answers), for: served.id }
          : readAnswers(kind ?? (answers.kind as KindName), answers, fields),
    };
  },
  done: ({ output, input }, { folder }) =>
    isWhole(input)
      ? callFor(folder, 'revealInSidebar', { id: output.id, unfolded: true })
      : openToWrite(folder, output),
});

/** What a row that plans a record knows of it, such as its sprint. */
function fieldsOfRow(source: unknown): NonNullable<Input['fields']> {
  const given: Partial<Input> | undefined = source instanceof Row ? source.node.given : undefined;
  return given?.fields ?? {};
}

/** What was said in a sentence, as a record. */
function said({ library }: Folder, answers: Answers): Pick<Input, 'id' | 'title' | 'body'> {
  const { id, title, body } = problemSaid(library, String(answers.said));
  return { id, title, body };
}

interface Made {
  readonly id: string;
  readonly path: string;
}

/** Whether all that matters at first was answered, so that nothing is left to write by hand. */
const isWhole = ({ kind, for: served }: Input): boolean => kindOf(kind)?.keyed === true || served !== undefined;

/** What the newest commit that names the key says beside it, else what the text it was found in calls it. */
async function titleOf({ because }: Folder, wanted: KeyInText | undefined): Promise<string | undefined> {
  return wanted && ((await because.ask(keyTitle, { key: wanted.key })) ?? wanted.title);
}

/** Opens the new file with what its kind starts with still to be filled in, the cursor at the first of it. */
async function openToWrite(folder: Folder, { path }: Made): Promise<void> {
  const record = folder.library.files.get(path);
  if (!record) return;
  const document = await vscode.workspace.openTextDocument(folder.uriOf(record));
  const editor = await vscode.window.showTextDocument(document);
  const filling = document.getText() === record.source.text ? fillingOf(record) : undefined;
  // Only what was just written is added to: the file as another program left it is not.
  if (!filling) return;
  const place = rangeIn(document, { start: filling.start, end: record.source.text.length });
  await editor.insertSnippet(new vscode.SnippetString(filling.snippet), place);
}
