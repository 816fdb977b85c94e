/** The editor's door: VS Code opens the product here and closes it again. */
import * as vscode from 'vscode';
import { setTranslations } from './core/base/l10n.ts';
import { features } from './editor/all.ts';
import { apiOf } from './editor/api/api.ts';
import { markdownExtender } from './editor/card/preview.ts';
import { Live } from './editor/commands/live.ts';
import { logError, logLifetime } from './editor/workspace/report.ts';
import { Workspace } from './editor/workspace/workspace.ts';

/** Called once by VS Code, at the first thing that needs the product. What it gives is for other extensions and the Markdown preview. */
export function activate(context: vscode.ExtensionContext) {
  setTranslations(vscode.l10n.bundle, vscode.env.language);
  const workspace = new Workspace(context);
  const live = new Live(workspace, context);
  context.subscriptions.push(logLifetime, workspace, live, ...features.map((feature) => feature(live)));
  // After activation, so that it delays nothing, and before a person can hover.
  setTimeout(() => workspace.ready().catch(logError));
  return { getAPI: apiOf(workspace), extendMarkdownIt: markdownExtender(workspace) };
}
