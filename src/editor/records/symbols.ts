/** The outline and breadcrumbs of a record: its fields with their values, beside the headings Markdown gives itself. */
import * as vscode from 'vscode';
import { type FileSymbol, symbolsIn } from '../../core/editing/symbols.ts';
import { type DocumentSymbol, documentSymbol } from '../door/documents.ts';
import { rangeIn } from '../workspace/texts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { recordFile } from './file.ts';

/** The fields of a record's file, below the record itself where text follows them. */
export function symbolsOf(workspace: Workspace, document: vscode.TextDocument): DocumentSymbol[] | undefined {
  const file = recordFile(workspace, document);
  return file && symbolsIn(file).map((one) => drawn(document, one));
}

function drawn(document: vscode.TextDocument, { isField, whole, own, children, ...texts }: FileSymbol): DocumentSymbol {
  const kind = isField ? vscode.SymbolKind.Field : vscode.SymbolKind.Object;
  const symbol = documentSymbol(texts, kind, { whole: rangeIn(document, whole), own: rangeIn(document, own) });
  symbol.children = children.map((one) => drawn(document, one));
  return symbol;
}
