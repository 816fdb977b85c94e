/** What a quick path is about: the folder, the initiative or other record, and who is asking. */
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { itemOf } from '../../core/board/item.ts';
import { scalesOf } from '../../core/board/scales.ts';
import { pickName } from '../../core/face/names.ts';
import { type Initiative, isOf, kindOf } from '../../core/kinds/all.ts';
import type { RecordsTaken } from '../../core/library/inputs.ts';
import { initiativeKnown } from '../../core/library/query.ts';
import { initiativeOfRecord } from '../../core/outline/sprint.ts';
import { callFor } from '../commands/calls.ts';
import { NOT_LISTED, openTeam, pickMe } from '../commands/me.ts';
import { locatedOf } from '../commands/meant.ts';
import { showWarningMessage } from '../door/messages.ts';
import { showQuickPick } from '../door/picks.ts';
import type { Folder, Located } from '../workspace/folder.ts';
import { run } from '../workspace/report.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Choice } from './steps.ts';

export interface About {
  readonly folder: Folder;
  readonly initiative: Initiative;
}

/** The initiative of the row or file a menu was opened on. */
export function initiativeClicked(workspace: Workspace, source: unknown): About | undefined {
  const located = locatedOf(workspace, source);
  const initiative = located && initiativeOfRecord(located.folder.library, located.record);
  return located && initiative && { folder: located.folder, initiative };
}

/** What tells which record is meant, before anybody is asked. */
interface NamedRecord {
  readonly folder: Folder;
  readonly taken: Pick<RecordsTaken, 'kind' | 'any'>;
  readonly id?: unknown;
  readonly clicked?: Located | undefined;
}

/** The record that was clicked on, or that belongs to what was; else the one with the id. Throws `not-found`. */
export function locatedByName({ folder: { library }, taken: { kind, any }, id, clicked }: NamedRecord) {
  // What code and branches name is meant by every row that is about it.
  const isKeyed = kindOf(kind)?.keyed;
  if (clicked && isKeyed) return initiativeOfRecord(library, clicked.record);
  if (clicked && (any || isOf(clicked.record, kind))) return clicked.record;
  if (id === undefined) return undefined;
  const name = String(id);
  if (isKeyed) return initiativeKnown(library, name);
  const record = any ? library.find(name) : library.findOf(kind, name);
  if (record) return record;
  throw new BecauseError('not-found', t('No record has the id {0}.', name));
}

/** One choice out of a list; undefined when the person turned away. */
export async function pickOne(
  title: string,
  placeHolder: string,
  choices: readonly Choice[],
): Promise<string | undefined> {
  return (await showQuickPick(choices, { title, placeHolder, ignoreFocusOut: true }))?.value;
}

/** The first line of a text, cut where a list would cut it anyway. */
export const firstLine = (text: string): string =>
  text
    .trim()
    .split(/\r\n|\r|\n/, 1)[0]
    ?.slice(0, 120) ?? '';

/** As much of a text as a title can hold. */
export const brief = (text: string): string => {
  const line = firstLine(text);
  return line.length <= 60 ? line : `${line.slice(0, 59).trimEnd()}…`;
};

/** An initiative as the person may see it on the board, with the team's scales, and what its reach counts. */
export async function seen({ folder: { library, because }, initiative }: About) {
  const item = itemOf(library, initiative, await because.me());
  const scales = scalesOf(library);
  return { item, scales, reachUnit: item.unit ?? scales.reachUnit };
}

/** The title of a quick path about an initiative. */
export const titleAbout = (title: string, { initiative }: Pick<About, 'initiative'>): string =>
  `${title}: ${pickName(initiative)}`;

/**
 * The member who is asking, for what cannot be written without a name. Undefined when the person turned away, or went to
 * write down who is in the team.
 */
export async function knownMe(workspace: Workspace, folder: Folder): Promise<string | undefined> {
  const known = await folder.because.me();
  const { memberIds } = folder.library;
  if (known !== undefined && (memberIds.size === 0 || memberIds.has(known))) return known;
  if (folder.library.members.length === 0) {
    run(() => offerTeam(folder));
    return undefined;
  }
  const picked = await pickMe(folder);
  if (picked === NOT_LISTED) await openTeam(folder);
  if (picked === undefined || picked === NOT_LISTED) return undefined;
  await workspace.remember(folder, picked);
  return picked;
}

/** Without members there is nobody it could be of. */
async function offerTeam(folder: Folder): Promise<void> {
  const isThere = folder.library.teamFile !== undefined;
  const button = isThere ? t('Open because.yml') : t('Set Up Because');
  const words = t('Because needs to know who you are, and because.yml lists no team members yet. Add them first.');
  if ((await showWarningMessage(words, button)) !== button) return;
  if (isThere) await openTeam(folder);
  else await callFor(folder, 'setUp');
}
