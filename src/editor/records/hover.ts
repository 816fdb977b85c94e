/** Help in record files: what a field is for, and who or what an id stands for. */

import * as vscode from 'vscode';
import { fieldAt, fieldHelp } from '../../core/editing/fieldHelp.ts';
import { type Part, partAt, recordNamed } from '../../core/editing/place.ts';
import { fieldsOf, kindNameOf } from '../../core/kinds/all.ts';
import { detailOf } from '../../core/outline/node.ts';
import { type Hover, hover, type Markdown, markdown } from '../door/documents.ts';
import { bold, paragraphs, words } from '../door/words.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';
import { recordFile } from './file.ts';

/** What the word at a place means; undefined where that is for others to say. */
export async function hoverAt(
  workspace: Workspace,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<Hover | undefined> {
  const file = recordFile(workspace, document);
  const part = file && partAt(file.text, document.offsetAt(position), file.whole);
  if (!file || !part) return undefined;
  await file.folder.because.ready();
  const kind = kindNameOf({ path: file.path, raw: { record: recordNamed(file.text) } });
  const lines = part.part === 'key' ? helpFor(kind, part) : meaningOf(file.folder, kind, part);
  if (!lines) return undefined;
  const range = new vscode.Range(document.positionAt(part.start), document.positionAt(part.end));
  return hover([card(lines)], range);
}

/** A heading and sentences. */
type Card = readonly [heading: string, ...rest: string[]];

function helpFor(kind: string, { path, text }: Part): Card | undefined {
  const field = fieldAt(fieldsOf(kind), path);
  return field && [text, ...fieldHelp(field)];
}

function meaningOf({ library, me }: Folder, kind: string, { path, text }: Part): Card | undefined {
  const field = fieldAt(fieldsOf(kind), path);
  if (field?.type === 'member') {
    const member = library.members.find(({ id }) => id === text);
    return member && [member.name ?? text, member.role];
  }
  // An initiative's key has its own card, wherever it stands.
  if (field?.type !== 'reference' || library.initiativeOf(text)) return undefined;
  const record = library.find(text);
  const detail = record && detailOf(library, record, me);
  return detail && [detail.title, ...detail.lines];
}

const card = ([heading, ...rest]: Card): Markdown => markdown(paragraphs([bold(heading), ...rest.map(words)]));
