/** The card of an issue key, wherever text is: code, Markdown, commit messages, old versions, output. */
import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import { cardOf } from '../../core/card/card.ts';
import type { Card } from '../../core/face/cardLines.ts';
import { titleBeside } from '../../core/keys/keyTitle.ts';
import { setContext } from '../commands/calls.ts';
import type { Feature } from '../commands/live.ts';
import { cardSaid, type Hover, hover, type Offer, offers } from '../door/documents.ts';
import { registerHoverProvider } from '../door/register.ts';
import { type CommandName, commandId } from '../doors/commands/all.ts';
import type { Folder } from '../workspace/folder.ts';
import { logError } from '../workspace/report.ts';
import type { Workspace } from '../workspace/workspace.ts';

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
  const actions = actionsOf(card, { folder, hasGit, title });
  // What can be done stands right below the head: a hover has little height, and what is long is cut off at its end.
  const [head, ...rest] = cardSaid(card);
  const contents = [head, actions.length > 0 ? offers(actions) : undefined, ...rest];
  return hover(
    contents.filter((part) => part !== undefined),
    new vscode.Range(line, match.start, line, match.end),
  );
}

let seen = false;

/** Tells the walkthrough, once, that a card was seen. */
function noteSeen(): void {
  if (seen) return;
  seen = true;
  setContext('hovered', true).catch(logError);
}

/** Where a card is shown. */
interface Around {
  readonly folder: Folder;
  readonly hasGit: boolean;
  /** What the line calls a key nobody has written down yet. */
  readonly title: string | undefined;
}

function actionsOf({ about, id, key, lines, creatable }: Card, { folder: { root }, hasGit, title }: Around): Offer[] {
  const all: Offer[] = [];
  const offer = (name: CommandName, words: string, tooltip: string, input: Offer['input']) =>
    all.push({ id: commandId(name), title: words, tooltip, input: { ...input, folder: root.toString() } });
  if (id !== undefined) {
    if (about === 'initiative') offer('openWhy', t('Open'), t('Read why it matters'), { id });
    else offer('openRecord', t('Open'), t('Open the record'), { id });
  }
  if (about === 'initiative' && id !== undefined) {
    const input = { initiative: id };
    offer('flagRisk', t('Flag risk'), t('Say what could go wrong'), input);
    offer('askPm', t('Ask'), t('Ask the PM about it'), input);
    offer('estimate', t('Score'), t('Give your estimate'), input);
    // Without a number there is nothing to doubt.
    const hasNumbers = lines.some(({ role }) => role === 'scores');
    if (hasNumbers) offer('challenge', t('Challenge'), t('Say which number is wrong'), input);
    if (hasGit) offer('startBranch', t('Start branch'), t('Start a branch for it'), input);
  }
  const input = { id: key, ...(title !== undefined && { title }) };
  const create = t('Create initiative');
  if (creatable) offer('createInitiative', create, t('Create an initiative for this key'), input);
  return all;
}
