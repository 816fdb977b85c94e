/** What stands in and about documents: hovers, links, completion, findings, fixes, outlines, comments. */
import * as vscode from 'vscode';
import { type Drawn, escapeMarkdown, linesMarkdown } from '../../core/card/cardMarkdown.ts';
import type { Card, CardLine } from '../../core/face/cardLines.ts';
import { oneLine, severalLines } from '../../core/text/foreignText.ts';
import { type Marked, type Plain, plain } from './words.ts';

declare const isOurs: unique symbol;

/** Markdown in which only our own marks mean anything; nothing in it can be clicked, unless we offer it. */
export type Markdown = vscode.MarkdownString & { readonly [isOurs]: true };

export const markdown = (text: Marked): Markdown => new vscode.MarkdownString(text) as Markdown;

/**
 * A card as a hover says it, in parts: its head, what records say, what we count. What records say is trusted with nothing.
 * Our own words are muted, and get an icon, which takes HTML: ours, around words that are escaped like all others.
 */
export function cardSaid({ lines: [head, ...rest] }: Card): Markdown[] {
  const parts: CardLine[][] = head ? [[head]] : [];
  let last: CardLine | undefined;
  for (const line of rest) {
    if (last && isCounted(last) === isCounted(line)) parts.at(-1)?.push(line);
    else parts.push([line]);
    last = line;
  }
  return parts.map((lines) => {
    if (!lines.every(isCounted)) return new vscode.MarkdownString(linesMarkdown(lines)) as Markdown;
    const counted = new vscode.MarkdownString(linesMarkdown(lines, inColor), true);
    counted.supportHtml = true;
    return counted as Markdown;
  });
}

/** Lines in which no word is a record's. */
const isCounted = ({ role }: CardLine): boolean => role === 'totals' || role === 'open';

const colored = (color: string, words: string): string => `<span style="color:var(--vscode-${color});">${words}</span>`;

/** The looks that Markdown has no mark for. */
const inColor: Drawn = {
  // Muted in every theme, and dark enough to be read on a hover, which in some is not the color of descriptions.
  quiet: (words) => colored('peekViewTitleDescription-foreground', words),
  icon: () => colored('editorWarning-foreground', '$(warning)'),
};

/** A muted note behind the line of the cursor, in one editor at a time. */
export interface LineNote extends vscode.Disposable {
  /** Shows it in this editor and in no other; without words in none. */
  show(editor: vscode.TextEditor | undefined, words: string | undefined): void;
}

export function lineNote(): LineNote {
  const type = vscode.window.createTextEditorDecorationType({
    // What is typed at the end of the line stands before it.
    rangeBehavior: vscode.DecorationRangeBehavior.OpenOpen,
    after: { color: new vscode.ThemeColor('editorCodeLens.foreground'), margin: '0 0 0 3em' },
  });
  let shown: { readonly editor: vscode.TextEditor; readonly line: number; readonly words: string } | undefined;
  return {
    show(editor, words) {
      const next = editor && words !== undefined ? { editor, line: editor.selection.active.line, words } : undefined;
      const isSame = shown?.editor === next?.editor && shown?.line === next?.line && shown?.words === next?.words;
      if (shown && shown.editor !== next?.editor) shown.editor.setDecorations(type, []);
      if (next && !isSame) {
        const { end } = next.editor.document.lineAt(next.line).range;
        const after = { contentText: plain(next.words) };
        next.editor.setDecorations(type, [{ range: new vscode.Range(end, end), renderOptions: { after } }]);
      }
      shown = next;
    },
    dispose: () => type.dispose(),
  };
}

/** Something to be done, as a link: a command of ours with its input. Title and tooltip are our own words. */
export interface Offer {
  readonly id: string;
  readonly title: string;
  readonly tooltip: string;
  readonly input: { readonly [name: string]: string };
}

/** What can be done, side by side: the one Markdown whose links run commands, these and no others. */
export function offers(all: readonly Offer[]): Markdown {
  const text = all.map(({ id, title, tooltip, input }) => {
    const said = escapeMarkdown(plain(tooltip));
    return `[${escapeMarkdown(plain(title))}](command:${id}?${encoded([input])} "${said}")`;
  });
  const offered = new vscode.MarkdownString(text.join(' · '));
  offered.isTrusted = { enabledCommands: all.map(({ id }) => id) };
  return offered as Markdown;
}

/** Parentheses and quotes would end the address, and what they end stands in a trusted text. */
const encoded = (input: unknown): string =>
  encodeURIComponent(JSON.stringify(input)).replace(
    /[!'()*~]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

export type Hover = vscode.Hover & { readonly [isOurs]: true };

export const hover = (contents: readonly Markdown[], range: vscode.Range): Hover =>
  new vscode.Hover([...contents], range) as Hover;

/**
 * A link in a document. Its tooltip stands in a link of the editor's own, written as Markdown in which every command may
 * run, and so does its address, decoded. One that could end it there is not used: `instead` is, where it is given.
 */
export class DocumentLink extends vscode.DocumentLink {
  constructor(range: vscode.Range, tooltip: string, target?: vscode.Uri) {
    super(range);
    this.tooltip = escapeMarkdown(oneLine(tooltip));
    if (target && isSafe(target)) this.target = target;
  }

  /** Where it leads, worked out when it is followed. */
  leadTo(target: vscode.Uri, instead: vscode.Uri): void {
    // Parentheses would spoil the editor's link, though nothing else.
    this.target = isSafe(target) && !/[()]/.test(target.path) ? target : instead;
  }
}

/** Blanks the editor encodes itself; brackets, backslashes, line ends and what draws nothing could end the address. */
const isSafe = (target: vscode.Uri): boolean => !/[\\[\]<>`\p{C}\p{Zl}\p{Zp}]|(?! )\s/u.test(target.toString(true));

/** The address of a command of ours with its input, which may hold anything. */
export const commandAddress = (command: string, input: object): vscode.Uri =>
  vscode.Uri.from({ scheme: 'command', path: command, query: encoded([input]) });

/** A suggestion while somebody types. Documentation of more than a line is Markdown of ours, or text as it is. */
export class CompletionItem extends vscode.CompletionItem {
  constructor({ label, description }: { label: string; description?: string }, kind: vscode.CompletionItemKind) {
    super({ label: plain(label), ...(description !== undefined && { description: plain(description) }) }, kind);
  }

  /** Says more about it. */
  explain({ detail, documentation }: { detail?: string; documentation?: string | Markdown }): void {
    if (detail !== undefined) this.detail = plain(detail);
    if (typeof documentation === 'string') this.documentation = severalLines(documentation);
    else if (documentation) this.documentation = documentation;
  }
}

export type Diagnostic = vscode.Diagnostic & { readonly [isOurs]: true };

/** A finding, told with the code it is looked up by. */
export function diagnostic(
  range: vscode.Range,
  message: string,
  { severity, code }: { severity: vscode.DiagnosticSeverity; code: string },
): Diagnostic {
  const told = new vscode.Diagnostic(range, plain(message), severity);
  told.source = 'because';
  told.code = code;
  return told as Diagnostic;
}

export type CodeAction = vscode.CodeAction & { readonly [isOurs]: true };

/** A fix, or what the lamp offers otherwise. */
export const codeAction = (title: string, kind: vscode.CodeActionKind): CodeAction =>
  new vscode.CodeAction(plain(title), kind) as CodeAction;

export type CodeLens = vscode.CodeLens & { readonly [isOurs]: true };

/** Something to be done with a part of a document, above it. */
export const codeLens = (range: vscode.Range, title: string, command: string, ...given: readonly object[]): CodeLens =>
  new vscode.CodeLens(range, { title: plain(title), command, arguments: [...given] }) as CodeLens;

export type DocumentSymbol = vscode.DocumentSymbol & { readonly [isOurs]: true };

/** A part of a document in its outline. */
export const documentSymbol = (
  { name, detail }: { name: string; detail: string },
  kind: vscode.SymbolKind,
  { whole, own }: { whole: vscode.Range; own: vscode.Range },
): DocumentSymbol => new vscode.DocumentSymbol(plain(name), plain(detail), kind, whole, own) as DocumentSymbol;

/** How a change is named in a preview in which the person says yes or no to it. */
export const toBeConfirmed = (label: string): vscode.WorkspaceEditEntryMetadata => ({
  needsConfirmation: true,
  label: plain(label),
});

/** A comment as it is read; while somebody edits it, its body is the text as it is written. */
export type Comment = Omit<vscode.Comment, 'body' | 'mode' | 'author' | 'label' | 'reactions'> & {
  readonly author: { readonly name: Plain };
  readonly label?: Plain;
} & (
    | { readonly mode: vscode.CommentMode.Preview; readonly body: Markdown }
    | { readonly mode: vscode.CommentMode.Editing; body: string }
  );

export type CommentThread = Omit<vscode.CommentThread, 'label' | 'comments'> & {
  label?: Plain;
  comments: readonly Comment[];
};

export type CommentController = Omit<vscode.CommentController, 'createCommentThread'> & {
  /** A thread without comments as yet; it is about the file as a whole once its range is taken away. */
  createCommentThread(uri: vscode.Uri, range: vscode.Range, comments: readonly Comment[]): CommentThread;
};

export const createCommentController = (id: string, label: string): CommentController =>
  vscode.comments.createCommentController(id, label) as CommentController;
