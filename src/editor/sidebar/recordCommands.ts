/** What can be done with one record: open it, copy its key, go to its tracker, find it in the sidebar. */

import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { pickName, troubleOf } from '../../core/face/names.ts';
import { kindOf } from '../../core/kinds/all.ts';
import { addressOf } from '../../core/outline/records.ts';
import type { RecordRequest } from '../../core/outline/requests.ts';
import { recordRequest } from '../../core/outline/requests.ts';
import { byKey } from '../../core/outline/sprint.ts';
import type { ContextRecord, Span } from '../../core/records/record.ts';
import { browse } from '../ask/browser.ts';
import { Row } from '../ask/row.ts';
import { command, gestureCommand, locatedOf, noFolder } from '../commands/commands.ts';
import { setStatusBarMessage } from '../door/messages.ts';
import { showQuickPick } from '../door/picks.ts';
import type { Located, Workspace } from '../workspace/workspace.ts';
import { rangeOf } from '../workspace/workspace.ts';
import type { Views } from './subject.ts';
import { named, subjectOf } from './subject.ts';

export function recordCommands(workspace: Workspace, views: Views): vscode.Disposable {
  const meant = async (input: RecordRequest | undefined, source: unknown): Promise<Located> => {
    const located = input ? await named(workspace, input) : await subjectOf(workspace, views, source);
    if (located) return located;
    throw new BecauseError('not-found', vscode.l10n.t('No record is meant here.'), {
      next: vscode.l10n.t('Put the cursor on an issue key, open a record, or select one in the sidebar.'),
    });
  };
  const openIn = (id: string, column: vscode.ViewColumn) =>
    gestureCommand(id, recordRequest, async (input, source) => {
      const given = input ? await named(workspace, input) : locatedOf(workspace, source);
      const located = given ?? (await pickRecord(workspace));
      if (!located) return undefined;
      await show(located, source instanceof Row ? source.node.at : undefined, column);
      return { id: located.record.id };
    });
  return vscode.Disposable.from(
    openIn('because.openRecord', vscode.ViewColumn.Active),
    openIn('because.openRecordToSide', vscode.ViewColumn.Beside),
    gestureCommand('because.copyKey', recordRequest, async (input, source) => {
      const { record } = await meant(input, source);
      await vscode.env.clipboard.writeText(record.id);
      setStatusBarMessage(vscode.l10n.t('Copied {0}', record.shownId), 3000);
      return { id: record.id };
    }),
    gestureCommand('because.openTracker', recordRequest, async (input, source) => {
      const { record } = await meant(input, source);
      const address = addressOf(record);
      if (!address) throw withoutAddress(record);
      await browse(address);
      return { id: record.id };
    }),
    gestureCommand('because.revealInSidebar', recordRequest, async (input, source) => {
      const located = await meant(input, source);
      if (!(await views.sprint.reveal(located))) throw notListed(located.record.shownId);
      return { id: located.record.id };
    }),
    command('because.showCurrentWork', () => views.currentWork.reveal()),
    command('because.refresh', () => Promise.all(workspace.folders.map(({ because }) => because.refresh()))),
  );
}

function withoutAddress({ shownId, withheld }: ContextRecord): BecauseError {
  const next = withheld ? vscode.l10n.t('Open the record to read it.') : vscode.l10n.t('Give the record a url.');
  return new BecauseError('not-found', vscode.l10n.t('{0} has no address to open.', shownId), { next });
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

async function pickRecord(workspace: Workspace): Promise<Located | undefined> {
  await workspace.ready();
  const folder = workspace.active;
  if (!folder) throw noFolder();
  const items = [...folder.library.records]
    .sort((a, b) => Number(b.kind === 'initiative') - Number(a.kind === 'initiative') || byKey(a, b))
    .map((record) => ({
      label: pickName(record),
      description: kindOf(record.kind)?.label() ?? record.kind,
      record,
    }));
  const placeHolder = vscode.l10n.t('Which record?');
  const picked = await showQuickPick(items, { placeHolder, matchOnDescription: true });
  return picked && { folder, record: picked.record };
}
