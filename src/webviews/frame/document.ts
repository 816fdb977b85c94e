/** The editor's side of every page: its document, what the document may load, and the way messages go. */
import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import type { Failure, Port } from './channel.ts';

export interface PageParts {
  /** The bundle's name: `scoring` is dist/scoring.js and dist/scoring.css. */
  readonly name: string;
  /** What the panel is called. */
  readonly title: string;
  /** By this the panel is found again after a restart: comes back beside the page's own state. */
  readonly restore: unknown;
}

/** Shows a page in a panel: nothing from the network, no script and no style but the page's own. */
export function showPage({ webview }: vscode.WebviewPanel, extension: vscode.Uri, page: PageParts): void {
  webview.options = { enableScripts: true, localResourceRoots: [at(extension, 'dist'), at(extension, 'media')] };
  webview.html = pageDocument(webview, extension, page);
}

const at = (uri: vscode.Uri, ...steps: string[]): vscode.Uri => vscode.Uri.joinPath(uri, ...steps);

function pageDocument(webview: vscode.Webview, extension: vscode.Uri, { name, title, restore }: PageParts): string {
  const nonce = crypto.randomUUID();
  const file = (ending: string): string =>
    escapeHtml(webview.asWebviewUri(at(extension, 'dist', `${name}.${ending}`)).toString());
  return documentOf({
    title,
    restore,
    allowed: [`script-src 'nonce-${nonce}'`, `style-src ${webview.cspSource}`, `font-src ${webview.cspSource}`],
    head: `<link rel="stylesheet" href="${file('css')}">`,
    // Data and no script: nothing runs it, and a `<` in it ends nothing.
    body: `<script type="application/json" id="translations">${jsonInHtml(vscode.l10n.bundle ?? {})}</script>
    <script nonce="${nonce}" src="${file('js')}"></script>`,
  });
}

/** Shows one sentence in a panel, where there is nothing to show a page of. */
export function showSentence(
  { webview }: vscode.WebviewPanel,
  title: string,
  sentence: string,
  restore: unknown,
): void {
  webview.options = { enableScripts: false, localResourceRoots: [] };
  webview.html = documentOf({ title, restore, allowed: [], head: '', body: `<p>${escapeHtml(sentence)}</p>` });
}

interface Document {
  readonly title: string;
  readonly restore: unknown;
  readonly allowed: readonly string[];
  readonly head: string;
  readonly body: string;
}

function documentOf({ title, restore, allowed, head, body }: Document): string {
  const policy = ["default-src 'none'", ...allowed].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}" data-restore="${escapeHtml(JSON.stringify(restore))}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeHtml(title)}</title>
    ${head}
  </head>
  <body>
    ${body}
  </body>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** The host's end of the way to a page. */
export function portOf(webview: Pick<vscode.Webview, 'postMessage' | 'onDidReceiveMessage'>, log: Log): Port {
  return {
    post: (message) => {
      // A page that is hidden hears nothing; shown again, it asks for everything.
      Promise.resolve(webview.postMessage(message)).catch(log);
    },
    onMessage(listener) {
      const listening = webview.onDidReceiveMessage(listener);
      return () => listening.dispose();
    },
  };
}

export type Log = (error: unknown) => void;

/** How errors are told to pages: an expected one in its own words, anything else as a bug that is in the log. */
export function failures(log: Log): (error: unknown) => Failure {
  return (error) => {
    if (error instanceof BecauseError) {
      const { code, message, next } = error;
      return { code, message, ...(next === undefined ? {} : { next }) };
    }
    log(error);
    return { code: 'bug', message: vscode.l10n.t('Because hit a bug.'), next: vscode.l10n.t('The log tells more.') };
  };
}
