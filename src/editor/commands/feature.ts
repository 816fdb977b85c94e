/** The shape of a feature: a part of the interface that lives as long as the product is open. */
import type * as vscode from 'vscode';
import type { Workspace } from '../workspace/workspace.ts';

export type Feature = (workspace: Workspace, context: vscode.ExtensionContext) => vscode.Disposable;
