/** The editor's side of every page: its document, what the document may load, and the way messages go. */
import * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import type { Failure, Port } from './channel.ts';

/** What a panel is called, and by what it is found again after a restart: comes back beside the page's own state. */
interface Panel {
  readonly title: string;
  readonly restore: unknown;
}

/**
 * Shows a page in a panel: nothing from the network, no script and no style but the page's own. Its bundle has its name:
 * `scoring` is dist/scoring.js and dist/scoring.css.
 */
export function showPage({ webview }: vscode.WebviewPanel, extension: vscode.Uri, name: string, panel: Panel): void {
  const at = (...steps: string[]): vscode.Uri => vscode.Uri.joinPath(extension, ...steps);
  const file = (ending: string): string => escapeHtml(webview.asWebviewUri(at('dist', `${name}.${ending}`)).toString());
  const nonce = crypto.randomUUID();
  // Data and no script: nothing runs it, and a `<` in it ends nothing.
  const translations = JSON.stringify(vscode.l10n.bundle ?? null).replaceAll('<', '\\u003c');
  webview.options = { enableScripts: true, localResourceRoots: [at('dist'), at('media')] };
  webview.html = documentOf(panel, {
    allowed: [`script-src 'nonce-${nonce}'`, `style-src ${webview.cspSource}`, `font-src ${webview.cspSource}`],
    head: `<link rel="stylesheet" href="${file('css')}">`,
    body: `<script type="application/json" id="translations">${translations}</script>
    <script nonce="${nonce}" src="${file('js')}"></script>`,
  });
}

/** Shows one sentence in a panel, where there is nothing to show a page of. */
export function showSentence({ webview }: vscode.WebviewPanel, sentence: string, panel: Panel): void {
  webview.options = { enableScripts: false, localResourceRoots: [] };
  webview.html = documentOf(panel, { allowed: [], head: '', body: `<p>${escapeHtml(sentence)}</p>` });
}

type Content = Readonly<Record<'head' | 'body', string> & Record<'allowed', readonly string[]>>;

function documentOf({ title, restore }: Panel, { allowed, head, body }: Content): string {
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
      return { code, message, next };
    }
    log(error);
    return {
      code: 'bug',
      message: vscode.l10n.t('Something went wrong in Because.'),
      next: vscode.l10n.t('See the log for more.'),
    };
  };
}
