/** What can be done with one record: open it, copy its key, go to its tracker, find it in the sidebar. */
import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { pickName, troubleOf } from '../../core/face/names.ts';
import { kindOf } from '../../core/kinds/all.ts';
import { TEAM_FILE } from '../../core/kinds/team.ts';
import { addressOf } from '../../core/outline/node.ts';
import { byKey } from '../../core/outline/order.ts';
import { type RecordRequest, recordRequest, revealRequest } from '../../core/outline/requests.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import type { Span } from '../../core/text/positions.ts';
import { browse } from '../ask/browser.ts';
import { Row } from '../ask/row.ts';
import { command, gestureCommand } from '../commands/commands.ts';
import type { Live, Opens } from '../commands/live.ts';
import { folderMeant, locatedOf } from '../commands/meant.ts';
import { setStatusBarMessage } from '../door/messages.ts';
import { showQuickPick } from '../door/picks.ts';
import type { Located } from '../workspace/folder.ts';
import { rangeOf, type Workspace } from '../workspace/workspace.ts';
import { CurrentWorkView } from './currentWorkView.ts';
import { SprintView } from './sprintView.ts';

/** The record meant by a gesture; throws `not-found`. */
async function meant(live: Live, input: RecordRequest | undefined, source: unknown): Promise<Located> {
  const { workspace } = live;
  await workspace.ready();
  const located = input
    ? recordWithId(workspace, input)
    : (locatedOf(workspace, source) ?? recordAtCursor(workspace) ?? live.the(CurrentWorkView).initiative);
  if (located) return located;
  throw new BecauseError('not-found', t('No record is selected.'), {
    next: t('Put the cursor on an issue key, open a record, or select one in the sidebar.'),
  });
}

const openIn =
  (column: vscode.ViewColumn): Opens =>
  ({ workspace }) =>
    gestureCommand(recordRequest, async (input, source) => {
      await workspace.ready();
      const given = input ? recordWithId(workspace, input) : locatedOf(workspace, source);
      const located = given ?? (await pickRecord(workspace));
      if (!located) return undefined;
      await show(located, source instanceof Row ? source.node.at : undefined, column);
      return { id: located.record.id };
    });

export const openRecord = openIn(vscode.ViewColumn.Active);
export const openRecordToSide = openIn(vscode.ViewColumn.Beside);

/** A gesture on the record that is meant, whose id it gives. */
const withRecord =
  (done: (live: Live, located: Located) => unknown): Opens =>
  (live) =>
    gestureCommand(recordRequest, async (input, source) => {
      const located = await meant(live, input, source);
      await done(live, located);
      return { id: located.record.id };
    });

export const copyKey = withRecord(async (_live, { record }) => {
  await vscode.env.clipboard.writeText(record.id);
  setStatusBarMessage(t('Copied {0}', record.shownId), 3000);
});

export const openTracker = withRecord(async (_live, { record }) => {
  const address = addressOf(record);
  if (address) return browse(address);
  const { shownId, withheld } = record;
  const next = withheld ? t('Open the record to read it.') : t('Add a url to its record.');
  throw new BecauseError('not-found', t('{0} has no link to open.', shownId), { next });
});

export const revealInSidebar: Opens = (live) =>
  gestureCommand(revealRequest, async (input, source) => {
    const located = await meant(live, input, source);
    const { id, shownId } = located.record;
    if (await live.the(SprintView).reveal(located, input?.unfolded)) return { id };
    throw new BecauseError('not-found', t('{0} is not listed in the sidebar.', shownId), {
      next: t('Archived records are hidden.'),
    });
  });

const unlinked =
  (isShown: boolean): Opens =>
  (live) =>
    command(() => live.the(CurrentWorkView).showUnlinked(isShown));

export const showUnlinked = unlinked(true);
export const hideUnlinked = unlinked(false);

export const refresh: Opens = ({ workspace }) =>
  command(() => Promise.all(workspace.folders.map(({ because }) => because.refresh())));

/** Opens the record's file, at what is wrong with it if anything is. */
async function show({ folder, record }: Located, at: Span | undefined, viewColumn: vscode.ViewColumn): Promise<void> {
  const span = at ?? troubleOf(folder.library, record)?.span;
  const selection = span && rangeOf(record.source.text, span);
  await vscode.commands.executeCommand('vscode.open', folder.uriOf(record), {
    viewColumn,
    preview: true,
    ...(selection && { selection: new vscode.Range(selection.start, selection.start) }),
  });
}

const isKeyed = ({ kind }: ContextRecord): boolean => kindOf(kind)?.keyed === true;

async function pickRecord(workspace: Workspace): Promise<Located | undefined> {
  const folder = folderMeant(workspace);
  const items = [...folder.library.records]
    .sort((a, b) => Number(isKeyed(b)) - Number(isKeyed(a)) || byKey(a, b))
    .map((record) => ({ label: pickName(record), description: kindOf(record.kind)?.label() ?? record.kind, record }));
  const placeHolder = t('Which record?');
  const picked = await showQuickPick(items, { placeHolder });
  return picked && { folder, record: picked.record };
}

/** The record with the id; throws `not-found`. */
function recordWithId({ active, folders }: Workspace, { id, folder: address }: RecordRequest): Located {
  const wanted = address
    ? folders.filter(({ root }) => root.toString() === address)
    : [active, ...folders].filter((folder) => folder !== undefined);
  for (const folder of wanted) {
    const { library } = folder;
    const record = id === TEAM_FILE ? library.teamFile : (library.find(id) ?? library.initiativeOf(id));
    if (record) return { folder, record };
  }
  throw new BecauseError('not-found', t('No record has the id {0}.', id));
}

/** The record of the file in front, or of the key at its cursor. */
function recordAtCursor(workspace: Workspace): Located | undefined {
  const editor = vscode.window.activeTextEditor;
  const folder = editor && workspace.folderFor(editor.document.uri);
  if (!editor || !folder) return undefined;
  const here = workspace.recordAt(editor.document.uri);
  if (here) return here;
  const { line, character } = editor.selection.active;
  const match = folder.library.keys.at(editor.document.lineAt(line).text, character);
  const record = match && folder.library.initiativeOf(match.key);
  return record && { folder, record };
}
