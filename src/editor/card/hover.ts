/** The card of an issue key, wherever text is: code, Markdown, commit messages, old versions, output. */

import * as vscode from 'vscode';
import { cardOf } from '../../core/card/card.ts';
import type { Card } from '../../core/face/cardLines.ts';
import { titleBeside } from '../../core/keys/keyTitle.ts';
import { setContext } from '../commands/contextKey.ts';
import type { Feature } from '../commands/feature.ts';
import { cardSaid, type Hover, hover, type Markdown, type Offer, offers } from '../door/documents.ts';
import { registerHoverProvider } from '../door/register.ts';
import { commandId } from '../doors/commands.ts';
import { logError } from '../workspace/report.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';

/** Any document of any origin: comment boxes and the output are written about the same keys as code is. */
const ANYWHERE: vscode.DocumentSelector = { scheme: '*' };

export const hovering: Feature = ({ workspace }) =>
  registerHoverProvider(ANYWHERE, {
    provideHover: (document, position, token) => hoverAt(workspace, document, position, token),
  });

async function hoverAt(
  workspace: Workspace,
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
  token: vscode.CancellationToken,
): Promise<Hover | undefined> {
  const folder = workspace.folderFor(document.uri);
  if (!folder) return undefined;
  // Only the first time there is anything to wait for: afterwards all of it is in memory.
  await folder.because.ready();
  if (token.isCancellationRequested || line >= document.lineCount) return undefined;
  const { text } = document.lineAt(line);
  const match = folder.library.keys.at(text, character);
  const card = match && cardOf(folder.library, match.key, folder.because.now(), folder.me);
  if (!card) return undefined;
  noteSeen();
  const hasGit = workspace.git.rootOf(folder.root) !== undefined;
  const title = card.creatable ? titleBeside(text, match) : undefined;
  return hover(hoverContents(card, { folder, hasGit, title }), new vscode.Range(line, match.start, line, match.end));
}

let seen = false;

/** Tells the walkthrough, once, that a card was seen. */
function noteSeen(): void {
  if (seen) return;
  seen = true;
  setContext('hovered', true).catch(logError);
}

/** What a record says, trusted with nothing, and apart from it what can be done. */
function hoverContents(card: Card, around: Around): Markdown[] {
  const actions = actionsOf(card, around);
  return actions.length === 0 ? [cardSaid(card)] : [cardSaid(card), offers(actions)];
}

/** Where a card is shown. */
interface Around {
  readonly folder: Folder;
  readonly hasGit: boolean;
  /** What the line calls a key nobody has written down yet. */
  readonly title: string | undefined;
}

function actionsOf({ about, id, key, lines, creatable }: Card, { folder: { root }, hasGit, title }: Around): Offer[] {
  const folder = root.toString();
  const offers: Offer[] = [];
  if (id !== undefined) {
    const tooltip = vscode.l10n.t('Open the record');
    offers.push({ id: commandId('openRecord'), title: vscode.l10n.t('Open'), tooltip, input: { id, folder } });
  }
  if (about === 'initiative' && id !== undefined) {
    const tooltip = vscode.l10n.t('Say what will hurt');
    const input = { initiative: id, folder };
    offers.push({ id: commandId('flagRisk'), title: vscode.l10n.t('Flag risk'), tooltip, input });
    const score = vscode.l10n.t('Give your estimate');
    offers.push({ id: commandId('estimate'), title: vscode.l10n.t('Score'), tooltip: score, input });
    // Without a number there is nothing to doubt.
    if (lines.some(({ role }) => role === 'scores')) {
      const doubt = vscode.l10n.t('Say which number is wrong');
      offers.push({ id: commandId('challenge'), title: vscode.l10n.t('Challenge'), tooltip: doubt, input });
    }
    if (hasGit) {
      const start = vscode.l10n.t('Start a branch for it');
      offers.push({ id: commandId('startBranch'), title: vscode.l10n.t('Start branch'), tooltip: start, input });
    }
  }
  if (creatable) {
    const tooltip = vscode.l10n.t('Write the initiative down');
    const input = { id: key, folder, ...(title !== undefined && { title }) };
    offers.push({ id: commandId('createInitiative'), title: vscode.l10n.t('Create its initiative'), tooltip, input });
  }
  return offers;
}
