/** Help while record files are written, asked for by the editor. Its code is loaded at the first question. */
import * as vscode from 'vscode';
import type { Feature } from '../commands/live.ts';
import {
  registerCodeActionsProvider,
  registerCompletionItemProvider,
  registerDocumentSymbolProvider,
  registerHoverProvider,
} from '../door/register.ts';
import { forRecordFiles } from './file.ts';
import { TRIGGERS } from './firstLetter.ts';

export const recordEditing: Feature = ({ workspace }) =>
  forRecordFiles(workspace, (selector) =>
    vscode.Disposable.from(
      registerCompletionItemProvider(
        selector,
        {
          provideCompletionItems: async (document, position, token) =>
            (await import('./completion.ts')).completionsAt(workspace, document, position, token),
        },
        ...TRIGGERS,
      ),
      registerHoverProvider(selector, {
        provideHover: async (document, position) => (await import('./hover.ts')).hoverAt(workspace, document, position),
      }),
      registerCodeActionsProvider(
        selector,
        {
          provideCodeActions: async (document, range, { diagnostics }) =>
            (await import('./fixes.ts')).fixesAt(workspace, document, range, diagnostics),
        },
        { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
      ),
      registerDocumentSymbolProvider(
        selector,
        {
          provideDocumentSymbols: async (document) => (await import('./symbols.ts')).symbolsOf(workspace, document),
        },
        'Because',
      ),
    ),
  );
