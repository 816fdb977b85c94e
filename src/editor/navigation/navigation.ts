/** Moving from keys to records and back: links, definitions, references, completion, rename. */
import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';
import { completions } from './completion.ts';
import { definitions } from './definition.ts';
import { links } from './links.ts';
import { references } from './references.ts';
import { renames } from './rename.ts';
import { renameCommand } from './renameCommand.ts';
import { terminalLinks } from './terminalLinks.ts';

/** Markdown by name too: asked last of all, the key in a heading would be renamed as a heading. */
const ANYWHERE: vscode.DocumentSelector = ['*', { language: 'markdown' }];

export const navigation: Feature = (workspace) =>
  vscode.Disposable.from(
    vscode.languages.registerDocumentLinkProvider(ANYWHERE, links(workspace)),
    vscode.window.registerTerminalLinkProvider(terminalLinks(workspace)),
    vscode.languages.registerCompletionItemProvider(ANYWHERE, completions(workspace), '-', '#'),
    vscode.languages.registerDefinitionProvider(ANYWHERE, definitions(workspace)),
    vscode.languages.registerReferenceProvider(ANYWHERE, references(workspace)),
    vscode.languages.registerRenameProvider(ANYWHERE, renames(workspace)),
    renameCommand(workspace),
  );
