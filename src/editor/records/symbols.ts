/** The outline and breadcrumbs of a record: its fields with their values, beside the headings Markdown gives itself. */

import * as vscode from 'vscode';
import { type MapNode, type Node, outlineOf, unquoted } from '../../core/editing/outline.ts';
import { fieldsPart, recordNamed } from '../../core/editing/place.ts';
import { kindNameOf, kindOf } from '../../core/kinds/all.ts';
import { oneLine } from '../../core/text/foreignText.ts';
import type { Span } from '../../core/text/positions.ts';
import { type DocumentSymbol, documentSymbol } from '../door/documents.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { recordFile } from './file.ts';

/** Characters of a value beside its field. */
const DETAIL = 80;

/** The fields of a record's file, below the record itself where text follows them. */
export function symbolsIn(workspace: Workspace, document: vscode.TextDocument): DocumentSymbol[] | undefined {
  const file = recordFile(workspace, document);
  const part = file && fieldsPart(file.text, file.whole);
  const outline = part && outlineOf(file.text, part);
  if (!part || outline?.type !== 'map') return undefined;
  const fields = symbolsOf(document, outline);
  if (file.whole) return fields;
  const kind = kindNameOf({ path: file.path, raw: { record: recordNamed(file.text) } });
  const label = kindOf(kind)?.label() ?? kind;
  const id = outline.pairs.find(({ name }) => name === 'id')?.value;
  const detail = id ? words(file.text, id) : '';
  const range = rangeIn(document, { start: 0, end: part.end });
  const record = documentSymbol({ name: label, detail }, vscode.SymbolKind.Object, { whole: range, own: range });
  record.children = fields;
  return [record];
}

function symbolsOf(document: vscode.TextDocument, { pairs }: MapNode): DocumentSymbol[] {
  const text = document.getText();
  return pairs
    .filter(({ name, colon }) => name !== '' && colon !== undefined)
    .map((pair) => {
      const { name, key, value } = pair;
      const whole = rangeIn(document, pair);
      const detail = value ? words(text, value) : '';
      const symbol = documentSymbol({ name, detail }, vscode.SymbolKind.Field, { whole, own: rangeIn(document, key) });
      symbol.children = value ? inside(document, value) : [];
      return symbol;
    });
}

/** The fields of a map, and of each map in a list. */
function inside(document: vscode.TextDocument, node: Node): DocumentSymbol[] {
  if (node.type === 'word') return [];
  if (node.type === 'map') return symbolsOf(document, node);
  return node.items.flatMap((item, index) => {
    if (item?.type !== 'map') return [];
    const [first] = item.pairs;
    const name = first?.value ? words(document.getText(), first.value) : String(index + 1);
    const range = rangeIn(document, item);
    const symbol = documentSymbol({ name: name || String(index + 1), detail: '' }, vscode.SymbolKind.Object, {
      whole: range,
      own: range,
    });
    symbol.children = symbolsOf(document, item);
    return [symbol];
  });
}

/** A value in a few words; a list of words as it is written, a map not at all, since its fields follow. */
function words(text: string, node: Node): string {
  const isList = node.type === 'list' && node.items.every((item) => item?.type === 'word');
  if (node.type !== 'word' && !isList) return '';
  const written = oneLine(text.slice(node.start, node.end));
  const plain = node.type === 'word' ? unquoted(written) : written;
  return plain.length > DETAIL ? `${plain.slice(0, DETAIL)}…` : plain;
}

function rangeIn(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
