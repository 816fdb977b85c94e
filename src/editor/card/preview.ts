/** Issue keys in VS Code's Markdown preview: its parser extended, and previews drawn again when records change. */
import * as vscode from 'vscode';
import { previewKeys } from '../../core/card/previewKeys.ts';
import type { Feature } from '../commands/live.ts';
import type { Folder } from '../workspace/folder.ts';
import { logError } from '../workspace/report.ts';
import type { Workspace } from '../workspace/workspace.ts';

type Parser = Parameters<typeof previewKeys>[0];

/** What the preview calls once with the parser it renders every document with. */
export function markdownExtender(workspace: Workspace): (parser: Parser) => Parser {
  return (parser) => {
    previewKeys(parser, (environment) => {
      const document = documentOf(environment);
      const folder = document ? workspace.folderFor(document) : workspace.active;
      if (!folder) return undefined;
      const { library, because, me } = folder;
      return { library, now: because.now(), me, hrefOf: (path) => addressIn(document, folder, path) };
    });
    return parser;
  };
}

/** The document that is rendered; a text without one is rendered for other extensions. */
function documentOf(environment: unknown): vscode.Uri | undefined {
  const given =
    typeof environment === 'object' && environment !== null && 'currentDocument' in environment
      ? environment.currentDocument
      : undefined;
  return given instanceof vscode.Uri ? given : undefined;
}

/** A record's file from where the document is; the preview follows relative links, and those from a folder's top. */
function addressIn(document: vscode.Uri | undefined, folder: Folder, path: string): string {
  const target = folder.uriOf({ path });
  const isNear = document?.scheme === target.scheme && document.authority === target.authority;
  const way = isNear
    ? stepsBetween(document.path, target.path)
    : ['', ...stepsBetween(`${folder.root.path}/`, target.path)];
  return way.map(encodeURIComponent).join('/');
}

/** From the folder of one file to another file; paths begin with a slash. */
function stepsBetween(from: string, to: string): string[] {
  const [above, steps] = [from.split('/').slice(0, -1), to.split('/')];
  const parted = above.findIndex((step, index) => step !== steps[index]);
  const shared = parted < 0 ? above.length : parted;
  return [...above.slice(shared).fill('..'), ...steps.slice(shared)];
}

/** Changes that come together are drawn once, milliseconds after the last. */
const PAUSE = 200;

/** Draws open previews again when records change. */
export const preview: Feature = ({ workspace }) => {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const changes = workspace.onDidChange(() => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, PAUSE);
  });
  return vscode.Disposable.from(changes, { dispose: () => clearTimeout(waiting) });
};

function refresh(): void {
  if (isPreviewOpen()) vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, logError);
}

function isPreviewOpen(): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(
      ({ input }) =>
        (input instanceof vscode.TabInputWebview || input instanceof vscode.TabInputCustom) &&
        /markdown\.preview/.test(input.viewType),
    ),
  );
}
