/** The shape of a feature: a part of the interface that lives as long as the product is open. */
import type * as vscode from 'vscode';
import type { Live } from './live.ts';

export type Feature = (live: Live) => vscode.Disposable;
