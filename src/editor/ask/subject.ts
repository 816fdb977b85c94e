/** What a quick path is about: the folder, the initiative or other record, and who is asking. */

import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { itemOf } from '../../core/board/item.ts';
import { scalesOf } from '../../core/board/scales.ts';
import { pickName } from '../../core/face/names.ts';
import type { Initiative, KindName, RecordOf } from '../../core/kinds/all.ts';
import { isOf } from '../../core/kinds/all.ts';
import { initiativeKnown } from '../../core/library/query.ts';
import { initiativeOfRecord } from '../../core/outline/sprint.ts';
import type { Item, Scales } from '../../core/scoring/item.ts';
import type { Gather } from '../commands/commands.ts';
import { locatedOf, noFolder } from '../commands/commands.ts';
import { NOT_LISTED, openTeam, pickMe } from '../commands/me.ts';
import { showWarningMessage } from '../door/messages.ts';
import { showQuickPick } from '../door/picks.ts';
import { commandId } from '../doors/commands.ts';
import { run } from '../workspace/report.ts';
import type { Folder, Located, Workspace } from '../workspace/workspace.ts';
import { folderOf, initiativeChoices } from './initiatives.ts';
import type { Choice } from './quickInput.ts';

export interface About {
  readonly folder: Folder;
  readonly initiative: Initiative;
}

export interface Wanted {
  /** The id or issue key that was named. */
  readonly id: string | undefined;
  /** What a menu passed. */
  readonly source: unknown;
  /** The folder that was named. */
  readonly named: Folder | undefined;
  readonly title: string;
  readonly prompt: string;
  /** What to pick from, where it is not all initiatives as the place in code suggests them. */
  readonly choices?: ((folder: Folder) => readonly Choice[] | Promise<readonly Choice[]>) | undefined;
}

/** The initiative a gesture is about: named, that of the row it came from, or picked. Undefined when the person turned away. */
export async function initiativeMeant(workspace: Workspace, wanted: Wanted): Promise<About | undefined> {
  const clicked = initiativeClicked(workspace, wanted.source);
  if (clicked) return clicked;
  const folder = wanted.named ?? folderOf(workspace, wanted.id);
  if (!folder) throw noFolder();
  if (wanted.id !== undefined) return { folder, initiative: knownInitiative(folder, wanted.id) };
  const choices = await (wanted.choices?.(folder) ?? initiativeChoices(workspace, folder));
  const id = await pickOne(wanted.title, wanted.prompt, choices);
  return id === undefined ? undefined : { folder, initiative: knownInitiative(folder, id) };
}

/** The initiative of the row or file a menu was opened on. */
export function initiativeClicked(workspace: Workspace, source: unknown): About | undefined {
  const located = locatedOf(workspace, source);
  const initiative = located && initiativeOfRecord(located.folder.library, located.record);
  return located && initiative && { folder: located.folder, initiative };
}

/** The initiative with the id or key. Throws `not-found`. */
export const knownInitiative = ({ library }: Folder, id: string): Initiative => initiativeKnown(library, id);

/** One choice out of a list; undefined when the person turned away. */
export async function pickOne(
  title: string,
  placeHolder: string,
  choices: readonly Choice[],
): Promise<string | undefined> {
  const picked = await showQuickPick(choices, {
    title,
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return picked?.value;
}

interface WantedRecord<K extends KindName> extends Omit<Wanted, 'choices'> {
  readonly kind: K;
  /** Which of them can be meant. */
  readonly fits: (record: RecordOf<K>, me: string | undefined) => boolean;
  /** What is said where there is none. */
  readonly none: string;
}

/** The record of a kind a gesture is about: named, the row it came from, or picked from those that fit. */
export async function recordMeant<K extends KindName>(
  workspace: Workspace,
  { id, source, named, kind, fits, none, title, prompt }: WantedRecord<K>,
): Promise<Located<RecordOf<K>> | undefined> {
  const clicked = locatedOf(workspace, source);
  if (clicked && isOf(clicked.record, kind)) return { folder: clicked.folder, record: clicked.record };
  const folder = named ?? workspace.folders.find(({ library }) => id && library.find(id)) ?? workspace.active;
  if (!folder) throw noFolder();
  const wanted = id ?? (await pickRecord(folder, { kind, fits, none, title, prompt }));
  if (wanted === undefined) return undefined;
  const record = folder.library.findOf(kind, wanted);
  if (record) return { folder, record };
  throw new BecauseError('not-found', vscode.l10n.t('No record has the id {0}.', wanted));
}

async function pickRecord<K extends KindName>(
  { library, because }: Folder,
  { kind, fits, none, title, prompt }: Omit<WantedRecord<K>, 'id' | 'source' | 'named'>,
): Promise<string | undefined> {
  const me = await because.me();
  const choices = library
    .ofKind(kind)
    .filter((record) => fits(record, me))
    .map((record): Choice => {
      const initiative = initiativeOfRecord(library, record);
      const words = record.title === record.id ? record.body.trim() : record.title;
      const label = firstLine(words) || record.id;
      return { value: record.id, label, description: initiative ? pickName(initiative) : '' };
    });
  if (choices.length === 0) throw new BecauseError('not-found', none);
  return pickOne(title, prompt, choices);
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

/** An initiative as the person may see it on the board, with the team's scales. */
export async function seen({ folder, initiative }: About): Promise<{ item: Item; scales: Scales }> {
  const me = await folder.because.me();
  return { item: itemOf(folder.library, initiative, me), scales: scalesOf(folder.library) };
}

/** What reach counts for an initiative. */
export const reachUnitOf = (item: Pick<Item, 'unit'>, scales: Scales): string => item.unit ?? scales.reachUnit;

/** The title of a quick path about an initiative. */
export const titleAbout = (title: string, { initiative }: Pick<About, 'initiative'>): string =>
  `${title}: ${pickName(initiative)}`;

/**
 * Asks who the person is before anything else is asked, where that is not known: all of scoring says by whom it is, and
 * what was typed should not be in vain.
 */
export function signed<Input>(gather: Gather<Input>): Gather<Input> {
  return async (workspace, given, source, named) => {
    const { initiative: id } = given as { readonly initiative?: string };
    const folder = named ?? locatedOf(workspace, source)?.folder ?? folderOf(workspace, id);
    if (!folder) throw noFolder();
    return (await knownMe(workspace, folder)) === undefined ? undefined : gather(workspace, given, source, named);
  };
}

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

/** An estimate is somebody's: without members there is nobody it could be of. */
async function offerTeam(folder: Folder): Promise<void> {
  const isThere = folder.library.teamFile !== undefined;
  const button = isThere ? vscode.l10n.t('Open because.yml') : vscode.l10n.t('Set Up Because');
  const words = vscode.l10n.t('Nobody can estimate yet: because.yml names no members. Write down who is in the team.');
  if ((await showWarningMessage(words, button)) !== button) return;
  if (isThere) await openTeam(folder);
  else await vscode.commands.executeCommand(commandId('setUp'), { folder: folder.root.toString() });
}
