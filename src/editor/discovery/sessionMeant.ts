/** Which session a gesture is about: the one that was clicked on or named, else the one that is picked. */
import { fieldsOfInput } from '../../core/base/input.ts';
import { datedSessions } from '../../core/discovery/exposure.ts';
import type { Session } from '../../core/kinds/all.ts';
import { recordsTaken } from '../../core/library/inputs.ts';
import type { Library } from '../../core/library/library.ts';
import type { SessionRequest } from '../../core/outline/requests.ts';
import { captureSheet } from '../../questions/capture.ts';
import { recordChoices } from '../ask/fieldSteps.ts';
import type { Choice } from '../ask/steps.ts';
import { locatedByName, pickOne } from '../ask/subject.ts';
import { folderMeant, locatedOf } from '../commands/meant.ts';
import type { Folder } from '../workspace/folder.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What tells which session is meant. */
interface Told {
  readonly input: SessionRequest | undefined;
  /** What a menu or key passed. */
  readonly source: unknown;
}

export interface SessionMeant {
  readonly folder: Folder;
  readonly id: string;
}

/** The session that is meant. Undefined where the person turned away; throws `not-found`. */
export async function sessionMeant(
  workspace: Workspace,
  title: string,
  { input, source }: Told,
): Promise<SessionMeant | undefined> {
  await workspace.ready();
  const { folder: address, ...given } = input ?? {};
  const folder = folderMeant(workspace, { address, source, given });
  const [taken] = fieldsOfInput(captureSheet.input).flatMap((one) => recordsTaken(one) ?? []);
  if (!taken) throw new Error('A sheet for notes is of a session.');
  const clicked = locatedOf(workspace, source);
  const record = locatedByName({ folder, taken, id: given.session, clicked });
  if (record) return { folder, id: record.id };
  const choices = recordChoices({ workspace, folder, me: await folder.because.me() }, taken);
  const id = await pickOne(title, taken.help(), nearestFirst(folder.library, choices, folder.because.now()));
  return id === undefined ? undefined : { folder, id };
}

/** What is today comes before what was or will be. */
function nearestFirst(library: Library, choices: readonly Choice[], now: Date): readonly Choice[] {
  const times = new Map(datedSessions(library).map(({ session, from }): [Session['id'], number] => [session.id, from]));
  const far = ({ value }: Choice) => Math.abs((times.get(value) ?? Infinity) - now.getTime());
  return [...choices].sort((a, b) => (far(a) === far(b) ? 0 : far(a) - far(b)));
}
