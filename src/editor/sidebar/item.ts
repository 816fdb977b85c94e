/**
 * One row as the editor draws it.
 *
 * Menus (`view/item/context`) go by `viewItem`, which is one of:
 * - `record.<kind>`, then the state where the kind has one (initiative and problem: status, evidence: stance, risk:
 *   state, challenge and objection: state), or `broken` when the file cannot be read, or `readonly` when a newer version
 *   wrote it; then `debt` on an initiative that is; then `url` when there is an address to open: `record.risk.open`,
 *   `record.initiative.building.debt.url`, `record.persona`, `record.link.url`;
 * - `section.why|outcome|risks|scores|work|supports|contradicts|neutral`, parts of an initiative, and below its scores
 *   `section.estimates|decided`;
 * - `score.factor`, one factor of an initiative's score: `row.node.factor` tells which, the located record the initiative;
 *   `note.estimate`, which says that the person has given no estimate in the round that goes on;
 * - `work.branch|commit`, work without a why: `row.node.work` tells which, and no record is located;
 * - `note.setUp|key|sample`, ways to begin in a folder without records, `note.plan|commit|all|filter`, ways on from a
 *   sprint without an initiative to show, `note.problem|evidence`, which say that an initiative has none, and a problem, and
 *   `note.scope`, which says that its scope changed and nobody said why;
 * - `group.status|owner|kind|others|broken|branches|commits`, which gather rows, and `note`, `note.missing` or
 *   `note.named`, which only say something.
 *
 * A menu's command is given the row; `locatedOf` tells the record it stands for, or for a section the one it belongs to.
 */
import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import { detailOf, type Fold, hasStory } from '../../core/outline/node.ts';
import type { Tone } from '../../core/records/face.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import type { Span } from '../../core/text/positions.ts';
import type { Row } from '../ask/row.ts';
import { type Markdown, markdown } from '../door/documents.ts';
import { type TreeItem, treeItem } from '../door/views.ts';
import { bold, paragraphs, words } from '../door/words.ts';
import { type CommandName, commandId, isCommand } from '../doors/commands/all.ts';
import type { Folder } from '../workspace/folder.ts';
import { rangeOf } from '../workspace/workspace.ts';
import { signOf } from './signs.ts';

const folds: Readonly<Record<Fold, vscode.TreeItemCollapsibleState>> = {
  leaf: vscode.TreeItemCollapsibleState.None,
  closed: vscode.TreeItemCollapsibleState.Collapsed,
  open: vscode.TreeItemCollapsibleState.Expanded,
};

const colors: Readonly<Record<Tone, string>> = {
  error: 'problemsErrorIcon.foreground',
  warning: 'problemsWarningIcon.foreground',
  quiet: 'descriptionForeground',
};

/** What a click on a note begins that asks for the rest; it knows what the note stands for. */
const verbs: { readonly [context: string]: CommandName } = {
  'note.plan': 'newInitiative',
  'note.estimate': 'estimate',
  'note.problem': 'newProblem',
  'note.evidence': 'addEvidence',
};

/** What a click on a note begins in its folder, with what the note gives. */
const beginnings: { readonly [context: string]: CommandName } = {
  'note.setUp': 'setUp',
  'note.key': 'setUp',
  'note.sample': 'addSample',
  'note.commit': 'commitToSprint',
};

/** What a click on a note changes in what the view shows. */
const changes: { readonly [context: string]: readonly [CommandName, object] } = {
  'note.all': ['switchSprint', { show: 'all' }],
  'note.filter': ['clearFilter', {}],
};

/** The row without its tooltip, which `tooltipOf` adds when somebody rests on it. */
export function itemOf(row: Row): TreeItem {
  const { node } = row;
  const item = treeItem(node, folds[node.fold]);
  item.id = node.id;
  item.iconPath = new vscode.ThemeIcon(node.icon, node.tone && new vscode.ThemeColor(colors[node.tone]));
  item.contextValue = node.context;
  if (node.urgent) item.resourceUri = signOf(node.urgent);
  const command = onClick(row);
  if (command) item.command = command;
  return item;
}

/** A click on a section unfolds it; where something is to be done it begins that; on anything else it opens its story or its file. */
function onClick(row: Row): vscode.Command | undefined {
  const { node } = row;
  const [verb, given] = begunBy(row) ?? [];
  if (verb) return { command: commandId(verb), title: node.label, arguments: [given] };
  const opens = node.record && (node.fold === 'leaf' || node.context.startsWith('record.'));
  if (!opens) return undefined;
  // The rows that stand for a record, and not those of its parts.
  if (node.context.startsWith('record.') && hasStory(node.record)) {
    return { command: commandId('openWhy'), title: t('Why This Initiative?'), arguments: [row] };
  }
  return openingOf(row.folder, node.record, node.at);
}

/** What a click begins, and what that is given. */
function begunBy(row: Row): readonly [CommandName, unknown] | undefined {
  const { node, folder } = row;
  if (node.work) return [node.work.target === 'branch' ? 'linkBranch' : 'linkCommit', row];
  const asked = verbs[node.context] ?? node.verb;
  if (asked !== undefined && isCommand(asked)) return [asked, row];
  const begun = beginnings[node.context];
  return begun ? [begun, { ...node.given, folder: folder.root.toString() }] : changes[node.context];
}

/**
 * Opens a record's file by the editor's own command: to it alone the workbench tells how the row was meant, so that one
 * click leaves the focus where it is, two or Enter move it and keep the file open, and Ctrl or Alt opens it to the side.
 */
function openingOf(folder: Folder, record: ContextRecord, at: Span | undefined): vscode.Command {
  const options = at ? { selection: startOf(record, at) } : {};
  return { command: 'vscode.open', title: t('Open Record'), arguments: [folder.uriOf(record), options] };
}

function startOf(record: ContextRecord, at: Span): vscode.Range {
  const { start } = rangeOf(record.source.text, at);
  return new vscode.Range(start, start);
}

/** Records come from anywhere: their text is escaped, and nothing in it can be clicked. */
export function tooltipOf({ node, folder }: Row): Markdown {
  const record = node.context.startsWith('record.') ? node.record : undefined;
  const detail = record && detailOf(folder.library, record, folder.me, folder.because.now());
  const lines = [
    node.hint ?? (record ? '' : node.description),
    node.urgent ?? '',
    ...(record?.broken ? [] : (detail?.lines ?? [])),
  ];
  return markdown(paragraphs([bold(detail?.title ?? node.label), ...lines.map(words)]));
}
