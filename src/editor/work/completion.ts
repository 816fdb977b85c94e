/** Completion of what links work to its why: trailers in commit messages, and the why block wherever Markdown is written. */
import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import { initiativeOfWork } from '../ask/guess.ts';
import type { Feature } from '../commands/live.ts';
import { CompletionItem } from '../door/documents.ts';
import { registerCompletionItemProvider } from '../door/register.ts';
import { rangeIn } from '../workspace/texts.ts';

/** Messages being written: in a file that git opened, and in the box of the Source Control view. */
const MESSAGES = [{ language: 'git-commit' }, { language: 'scminput' }];

export const trailerCompletion: Feature = ({ workspace }) =>
  registerCompletionItemProvider(
    MESSAGES,
    {
      async provideCompletionItems(document, position, token) {
        const folder = workspace.folderFor(document.uri);
        if (!folder) return undefined;
        const [{ trailerSuggestions }] = await Promise.all([
          import('../../core/work/trailerSuggestions.ts'),
          folder.because.ready(),
        ]);
        if (token.isCancellationRequested) return undefined;
        const before = document.getText(new vscode.Range(new vscode.Position(0, 0), position));
        return trailerSuggestions(folder.library, before, initiativeOfWork(workspace, folder.library, folder.root)).map(
          ({ label, insert, from, to, detail }, index) => {
            const item = new CompletionItem({ label }, vscode.CompletionItemKind.Property);
            item.insertText = insert;
            item.range = rangeIn(document, { start: from, end: to });
            // Whole as typed so far, so that the words of a title may be typed where an id goes.
            item.filterText = `${document.getText(item.range)} ${label} ${detail}`;
            item.sortText = String(index).padStart(4, '0');
            item.explain({ detail });
            return item;
          },
        );
      },
    },
    ':',
    ' ',
  );

/** Where a person writes what a host shows as Markdown: documents, and the boxes of comments. */
const TEXTS = [{ language: 'markdown' }, { scheme: 'comment' }];

/** `why` completes to the block of the branch's initiative, in boxes too, where no command could reach the cursor. */
export const whyBlockCompletion: Feature = ({ workspace }) =>
  registerCompletionItemProvider(TEXTS, {
    async provideCompletionItems(document, position, token) {
      const range = document.getWordRangeAtPosition(position, /[A-Za-z]+/);
      const typed = range ? document.getText(range.with({ end: position })).toLowerCase() : '';
      if (typed.length < 2 || !'because why'.split(' ').some((word) => word.startsWith(typed))) return undefined;
      const { whyBlock } = await import('../../questions/whyBlock.ts');
      const folder = workspace.folderFor(document.uri);
      if (!folder || token.isCancellationRequested) return undefined;
      const block = await folder.because.ask(whyBlock, {});
      if (!block || token.isCancellationRequested) return undefined;
      const item = new CompletionItem(
        { label: t('Why block of {0}', block.initiative) },
        vscode.CompletionItemKind.Snippet,
      );
      item.filterText = `why because ${typed}`;
      item.insertText = block.text;
      item.explain({ detail: block.title, documentation: block.text });
      if (range) item.range = range;
      return [item];
    },
  });
