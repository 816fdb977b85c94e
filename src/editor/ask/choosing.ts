/** Several verbs behind one command: what it is about is chosen first, then what is done. */
import * as vscode from 'vscode';
import type { Action } from '../../actions/action.ts';
import { fieldsOfInput } from '../../core/base/input.ts';
import { t } from '../../core/base/l10n.ts';
import { type RecordsTaken, recordsTaken } from '../../core/library/inputs.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { command } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { folderMeant, locatedOf, Meaning } from '../commands/meant.ts';
import { commandId, isCommand } from '../doors/commands/all.ts';
import { recordChoices } from './fieldSteps.ts';
import { locatedByName, pickOne } from './subject.ts';

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

/** Asks for a record to which some of the verbs can be done, then which of them is meant, and begins it. */
export const answering =
  (title: () => string, verbs: readonly Verb[], prompt = () => t('What is your answer?')): Opens =>
  ({ workspace }) =>
    command(async (source) => {
      await workspace.ready();
      const folder = folderMeant(workspace, { source });
      const me = await folder.because.me();
      const fits = (verb: Verb, record: ContextRecord) =>
        takenBy(verb)?.fits?.(record as never, folder.library, me) ?? true;
      const [taken] = verbs.flatMap((verb) => takenBy(verb) ?? []);
      if (!taken) return undefined;
      const some = { ...taken, fits: (record: ContextRecord) => verbs.some((verb) => fits(verb, record)) };
      const clicked = locatedOf(workspace, source);
      const id = clicked
        ? undefined
        : await pickOne(title(), taken.help(), recordChoices({ workspace, folder, me }, some));
      const record = locatedByName({ folder, taken, id, clicked });
      if (!record) return undefined;
      const possible = verbs.filter((verb) => fits(verb, record));
      return call(await verbMeant(title(), prompt(), possible), new Meaning({ folder, record }));
    });

/** The records a verb is done to. */
function takenBy({ input }: Verb): RecordsTaken | undefined {
  return fieldsOfInput(input).flatMap((one) => recordsTaken(one) ?? [])[0];
}
