/** What can be done with one record: open it, copy its key, go to its tracker, find it in the sidebar. */

import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { pickName, troubleOf } from '../../core/face/names.ts';
import { kindOf } from '../../core/kinds/all.ts';
import { addressOf } from '../../core/outline/node.ts';
import type { RecordRequest } from '../../core/outline/requests.ts';
import { recordRequest } from '../../core/outline/requests.ts';
import { byKey } from '../../core/outline/sprint.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import type { Span } from '../../core/text/positions.ts';
import { browse } from '../ask/browser.ts';
import { Row } from '../ask/row.ts';
import { command, gestureCommand } from '../commands/commands.ts';
import type { Live, Opens } from '../commands/live.ts';
import { locatedOf, noFolder } from '../commands/meant.ts';
import { setStatusBarMessage } from '../door/messages.ts';
import { showQuickPick } from '../door/picks.ts';
import type { Located, Workspace } from '../workspace/workspace.ts';
import { rangeOf } from '../workspace/workspace.ts';
import { CurrentWorkView } from './currentWorkView.ts';
import { SprintView } from './sprintView.ts';
import { recordWithId, subjectOf } from './subject.ts';

async function meant(live: Live, input: RecordRequest | undefined, source: unknown): Promise<Located> {
  const located = input ? await recordWithId(live.workspace, input) : await subjectOf(live, source);
  if (located) return located;
  throw new BecauseError('not-found', vscode.l10n.t('No record is selected.'), {
    next: vscode.l10n.t('Put the cursor on an issue key, open a record, or select one in the sidebar.'),
  });
}

const openIn =
  (column: vscode.ViewColumn): Opens =>
  ({ workspace }) =>
    gestureCommand(recordRequest, async (input, source) => {
      const given = input ? await recordWithId(workspace, input) : locatedOf(workspace, source);
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
  setStatusBarMessage(vscode.l10n.t('Copied {0}', record.shownId), 3000);
});

export const openTracker = withRecord(async (_live, { record }) => {
  const address = addressOf(record);
  if (!address) throw withoutAddress(record);
  await browse(address);
});

export const revealInSidebar = withRecord(async (live, located) => {
  if (!(await live.the(SprintView).reveal(located))) throw notListed(located.record.shownId);
});

export const showCurrentWork: Opens = (live) => command(() => live.the(CurrentWorkView).reveal());

const unlinked =
  (isShown: boolean): Opens =>
  (live) =>
    command(() => live.the(CurrentWorkView).showUnlinked(isShown));

export const showUnlinked = unlinked(true);
export const hideUnlinked = unlinked(false);

export const refresh: Opens = ({ workspace }) =>
  command(() => Promise.all(workspace.folders.map(({ because }) => because.refresh())));

function withoutAddress({ shownId, withheld }: ContextRecord): BecauseError {
  const next = withheld ? vscode.l10n.t('Open the record to read it.') : vscode.l10n.t('Add a url to its record.');
  return new BecauseError('not-found', vscode.l10n.t('{0} has no link to open.', shownId), { next });
}

function notListed(id: string): BecauseError {
  return new BecauseError('not-found', vscode.l10n.t('{0} is not listed in the sidebar.', id), {
    next: vscode.l10n.t('Archived records are hidden.'),
  });
}

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
  await workspace.ready();
  const folder = workspace.active;
  if (!folder) throw noFolder();
  const items = [...folder.library.records]
    .sort((a, b) => Number(isKeyed(b)) - Number(isKeyed(a)) || byKey(a, b))
    .map((record) => ({
      label: pickName(record),
      description: kindOf(record.kind)?.label() ?? record.kind,
      record,
    }));
  const placeHolder = vscode.l10n.t('Which record?');
  const picked = await showQuickPick(items, { placeHolder, matchOnDescription: true });
  return picked && { folder, record: picked.record };
}
