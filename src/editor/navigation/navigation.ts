/** Moving from keys to records and back: links, definitions, references, completion, rename. */
import * as vscode from 'vscode';
import type { Feature } from '../commands/live.ts';
import {
  registerCompletionItemProvider,
  registerDocumentLinkProvider,
  registerTerminalLinkProvider,
} from '../door/register.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { completions } from './completion.ts';
import { definitions } from './definition.ts';
import { links } from './links.ts';
import { terminalLinks } from './terminalLinks.ts';

/** Markdown by name too: asked last of all, the key in a heading would be renamed as a heading. */
const ANYWHERE: vscode.DocumentSelector = ['*', { language: 'markdown' }];

export const navigation: Feature = ({ workspace }) =>
  vscode.Disposable.from(
    registerDocumentLinkProvider(ANYWHERE, links(workspace)),
    registerTerminalLinkProvider(terminalLinks(workspace)),
    registerCompletionItemProvider(ANYWHERE, completions(workspace), '-', '#'),
    vscode.languages.registerDefinitionProvider(ANYWHERE, definitions(workspace)),
    vscode.languages.registerReferenceProvider(ANYWHERE, references(workspace)),
    vscode.languages.registerRenameProvider(ANYWHERE, renames(workspace)),
  );

/** Loaded at the first rename. */
function renames(workspace: Workspace): vscode.RenameProvider {
  const loaded = async () => (await import('./rename.ts')).renames(workspace);
  return {
    prepareRename: async (...where) => (await loaded()).prepareRename(...where),
    provideRenameEdits: async (...what) => (await loaded()).provideRenameEdits(...what),
  };
}

/** Loaded at the first search. */
function references(workspace: Workspace): vscode.ReferenceProvider {
  return {
    provideReferences: async (...where) =>
      (await import('./references.ts')).references(workspace).provideReferences(...where),
  };
}
