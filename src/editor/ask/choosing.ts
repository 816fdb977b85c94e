/** Several verbs behind one command: what it is about is chosen first, then what is done. */
import * as vscode from 'vscode';
import type { Action } from '../../actions/action.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { fieldsOfInput } from '../../core/base/input.ts';
import { t } from '../../core/base/l10n.ts';
import { nameOf } from '../../core/face/names.ts';
import { recordsTaken } from '../../core/library/inputs.ts';
import type { Library } from '../../core/library/library.ts';
import { recordRow } from '../../core/outline/node.ts';
import { initiativeOfRecord } from '../../core/outline/sprint.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { dotted } from '../../core/text/joined.ts';
import { openRecords } from '../../core/waiting/needs.ts';
import { command } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { folderMeant, locatedOf, Meaning } from '../commands/meant.ts';
import { commandId, isCommand } from '../doors/commands/all.ts';
import type { Folder } from '../workspace/folder.ts';
import { type Choice, grouped } from './steps.ts';
import { brief, pickOne } from './subject.ts';

/** An action, named as its command is. */
type Verb = Pick<Action, 'name' | 'title'> & { readonly input: Parameters<typeof fieldsOfInput>[0] };

/** Asks which of the verbs is meant. Undefined where the person turned away. */
async function verbMeant(title: string, prompt: string, verbs: readonly Verb[]): Promise<string | undefined> {
  return pickOne(
    title,
    prompt,
    verbs.map((verb) => ({ value: verb.name, label: verb.title() })),
  );
}

const call = (name: string | undefined, meaning?: Meaning) =>
  name !== undefined && isCommand(name) ? vscode.commands.executeCommand(commandId(name), meaning) : undefined;

/** Asks which of the verbs is meant, and begins it. */
export const oneOf =
  (title: () => string, prompt: () => string, verbs: readonly Verb[]): Opens =>
  () =>
    command(async () => call(await verbMeant(title(), prompt(), verbs)));

/** Asks for an open record to which verbs can be done, then which of these is meant, and begins it; the only one at once. */
export const answering =
  (title: () => string, verbs: readonly Verb[]): Opens =>
  ({ workspace }) =>
    command(async (source) => {
      await workspace.ready();
      const folder = folderMeant(workspace, { source });
      const me = await folder.because.me();
      const waysOf = waysIn(folder.library, me, verbs);
      const clicked = locatedOf(workspace, source)?.record;
      const record = clicked ?? (await openMeant(title(), { folder, me, waysOf }));
      if (!record) return undefined;
      const ways = waysOf(record);
      if (ways.length === 0) throw nothingWaits();
      const named = `${title()}: ${brief(nameOf(record))}`;
      const name = ways.length > 1 ? await verbMeant(named, t('What is your answer?'), ways) : ways[0]?.name;
      return call(name, new Meaning({ folder, record }));
    });

type WaysOf = (record: ContextRecord) => readonly Verb[];

/** Which of the verbs can be done to a record. */
function waysIn(library: Library, me: string | undefined, verbs: readonly Verb[]): WaysOf {
  const known = verbs.map((verb) => {
    const [taken] = fieldsOfInput(verb.input).flatMap((one) => recordsTaken(one) ?? []);
    return { verb, taken };
  });
  return (record) =>
    known.flatMap(({ verb, taken }) => {
      const fits = taken?.kind === record.kind && (taken.fits?.(record as never, library, me) ?? true);
      return fits ? verb : [];
    });
}

interface Asked {
  readonly folder: Folder;
  readonly me: string | undefined;
  readonly waysOf: WaysOf;
}

/** Asks which open record is meant: the one in front first, then what waits for the person. Throws `not-found` for none. */
async function openMeant(title: string, { folder, me, waysOf }: Asked): Promise<ContextRecord | undefined> {
  const { library, because } = folder;
  const now = because.now();
  const uri = vscode.window.activeTextEditor?.document.uri;
  const inFront = uri && folder.recordAt(uri);
  const { yours, all } = openRecords(library, me, now.getTime());
  const possible = [...all].filter((record) => waysOf(record).length > 0);
  if (possible.length === 0) throw nothingWaits();
  const choicesOf = (fits: (record: ContextRecord) => boolean) =>
    possible.filter(fits).map((record) => choiceOf(library, record, now));
  const choices = grouped(
    [t('In the editor'), choicesOf((record) => record === inFront)],
    [t('Waiting for you'), choicesOf((record) => record !== inFront && yours.has(record))],
    [t('Also open'), choicesOf((record) => record !== inFront && !yours.has(record))],
  );
  const path = await pickOne(title, t('What do you want to answer?'), choices);
  return possible.find((record) => record.path === path);
}

const nothingWaits = () => new BecauseError('not-found', t('Nothing waits for an answer.'));

/** As its row in the sidebar, behind the initiative it is about. */
function choiceOf(library: Library, record: ContextRecord, now: Date): Choice {
  const { label, description, icon } = recordRow(library, record, '', now);
  const initiative = initiativeOfRecord(library, record);
  return { value: record.path, label, description: dotted(initiative?.shownId, description), icon };
}
