/** Whoever is asked by the editor answers with what was made in this folder. */
import * as vscode from 'vscode';
import type { CodeAction, CodeLens, CompletionItem, DocumentLink, DocumentSymbol, Hover } from './documents.ts';
import type { Plain, Tip } from './words.ts';

type Answer<T> = T | undefined | Promise<T | undefined>;
type Asked<Rest extends unknown[], Result> = (document: vscode.TextDocument, ...rest: Rest) => Answer<Result>;

interface Hovers {
  readonly provideHover: Asked<[vscode.Position, vscode.CancellationToken], Hover>;
}

export const registerHoverProvider = (selector: vscode.DocumentSelector, provider: Hovers): vscode.Disposable =>
  vscode.languages.registerHoverProvider(selector, provider);

export interface Completions<Item extends CompletionItem = CompletionItem> {
  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    context: vscode.CompletionContext,
  ): Answer<Item[] | vscode.CompletionList<Item>>;
  resolveCompletionItem?(item: Item): Item;
}

export const registerCompletionItemProvider = <Item extends CompletionItem>(
  selector: vscode.DocumentSelector,
  provider: Completions<Item>,
  ...triggers: readonly string[]
): vscode.Disposable => vscode.languages.registerCompletionItemProvider(selector, provider, ...triggers);

export interface Links<Link extends DocumentLink = DocumentLink> {
  readonly provideDocumentLinks: Asked<[vscode.CancellationToken], Link[]>;
  resolveDocumentLink?(link: Link): Link;
}

export const registerDocumentLinkProvider = <Link extends DocumentLink>(
  selector: vscode.DocumentSelector,
  provider: Links<Link>,
): vscode.Disposable => vscode.languages.registerDocumentLinkProvider(selector, provider);

export type TerminalLink = Omit<vscode.TerminalLink, 'tooltip'> & { readonly tooltip: Tip };

export const registerTerminalLinkProvider = <Link extends TerminalLink>(
  provider: vscode.TerminalLinkProvider<Link>,
): vscode.Disposable => vscode.window.registerTerminalLinkProvider(provider);

interface Fixes {
  readonly provideCodeActions: Asked<[vscode.Range, vscode.CodeActionContext], CodeAction[]>;
}

export const registerCodeActionsProvider = (
  selector: vscode.DocumentSelector,
  provider: Fixes,
  metadata: vscode.CodeActionProviderMetadata,
): vscode.Disposable => vscode.languages.registerCodeActionsProvider(selector, provider, metadata);

interface Lenses {
  readonly provideCodeLenses: Asked<[vscode.CancellationToken], CodeLens[]>;
}

export const registerCodeLensProvider = (selector: vscode.DocumentSelector, provider: Lenses): vscode.Disposable =>
  vscode.languages.registerCodeLensProvider(selector, provider);

interface Outlines {
  readonly provideDocumentSymbols: Asked<[], DocumentSymbol[]>;
}

export interface Sign {
  /** A letter or two. */
  readonly badge: Plain;
  readonly tooltip: Plain;
}

/** Tells the editor the signs at the end of rows and names of files, by their addresses. */
export const registerFileDecorationProvider = (signOf: (uri: vscode.Uri) => Sign | undefined): vscode.Disposable =>
  vscode.window.registerFileDecorationProvider({ provideFileDecoration: signOf });

/** `label` names the outline where a document has several. */
export const registerDocumentSymbolProvider = (
  selector: vscode.DocumentSelector,
  provider: Outlines,
  label: string,
): vscode.Disposable => vscode.languages.registerDocumentSymbolProvider(selector, provider, { label });
