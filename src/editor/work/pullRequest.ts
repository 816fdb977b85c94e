/** The why in pull requests: `Copy Pull Request Description`, `Insert Why Block`, `Create Pull Request with Why`. */
import * as vscode from 'vscode';
import { difference } from '../../core/base/difference.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { emptyRequest } from '../../core/outline/requests.ts';
import { awaitsBlock } from '../../core/work/markedBlock.ts';
import { whyBlock } from '../../questions/whyBlock.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { setStatusBarMessage } from '../door/messages.ts';
import { rangeIn } from '../workspace/texts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { answerFor, placeMeant } from './block.ts';
import { createPullRequest } from './createPullRequest.ts';

export const copyDescription: Opens = ({ workspace }) =>
  gestureCommand(emptyRequest, (_, source) => copy(workspace, source));

export const insertBlock: Opens = ({ workspace }) =>
  gestureCommand(emptyRequest, (_, source) => insert(workspace, source));

export const createCommand: Opens = ({ workspace, memory }) =>
  gestureCommand(emptyRequest, (_, source) => createPullRequest(workspace, memory, source));

async function copy(workspace: Workspace, source: unknown): Promise<unknown> {
  const block = await blockAtHand(workspace, source, t('Copy Pull Request Description'));
  if (!block) return undefined;
  const { initiative, text } = block;
  await vscode.env.clipboard.writeText(`${text}\n`);
  setStatusBarMessage(t('Copied the pull request description of {0}', initiative), 3000);
  return { initiative };
}

function blockAtHand(workspace: Workspace, source: unknown, title: string, into?: string) {
  const place = placeMeant(workspace, source);
  return answerFor(workspace, place, { source, title }, (initiative) =>
    place.folder.because.ask(whyBlock, { initiative, file: place.uri.fsPath, into }),
  );
}

/** Languages of texts in which a person writes what a host shows as Markdown. */
const TEXTS: ReadonlySet<string> = new Set(['markdown', 'git-commit', 'plaintext']);

/** Updates the block the text holds, else puts it where the template wants it, else at the cursor. */
async function insert(workspace: Workspace, source: unknown): Promise<unknown> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !TEXTS.has(editor.document.languageId)) {
    throw new BecauseError('bad-input', t('A why block can only go into a Markdown file.'), {
      next: t('Open a Markdown file, then try again. In a comment box, type “why” and choose the completion.'),
    });
  }
  const { document } = editor;
  const before = document.getText();
  const into = awaitsBlock(before) ? before : undefined;
  const block = await blockAtHand(workspace, source, t('Insert Why Block'), into);
  if (!block) return undefined;
  const { initiative, text } = block;
  const piece =
    into === undefined
      ? atCursor(document.getText(), document.offsetAt(editor.selection.active), `${text}\n`)
      : difference(into, text);
  await editor.edit((edit) => edit.replace(rangeIn(document, piece), piece.text));
  return { initiative };
}

/** The block on lines of its own, with a blank line to what stands around it. */
function atCursor(text: string, offset: number, block: string) {
  const [before, after] = [text.slice(0, offset), text.slice(offset)];
  const above = /(?:^|\n\r?\n)$/.test(before) ? '' : /\n$/.test(before) ? '\n' : '\n\n';
  const below = /^(?:\r?\n|$)/.test(after) ? '' : '\n';
  return { start: offset, end: offset, text: above + block + below };
}
