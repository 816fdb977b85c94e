/** The product while it is open in the editor: what commands and features work with, and share. */
import type * as vscode from 'vscode';
import type { CommandName } from '../doors/commands/all.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** An input from code. */
export type Given = { readonly [name: string]: unknown };

/** A command's call: by code with an input, or by a person, with what a menu or key passed. */
interface Call {
  readonly name: CommandName;
  readonly input: Given | undefined;
  readonly source: unknown;
}

/** What a command does. What it throws is told to a person, or to the code that called with an input. */
export type Handler = (call: Call) => unknown;

/** Opens a command, at its first call. */
export type Opens = (live: Live) => Handler;

export class Live implements vscode.Disposable {
  readonly workspace: Workspace;
  readonly context: vscode.ExtensionContext;
  readonly #parts = new Map<unknown, vscode.Disposable>();
  #closed = false;

  constructor(workspace: Workspace, context: vscode.ExtensionContext) {
    this.workspace = workspace;
    this.context = context;
  }

  /** What the person began and has not finished is kept here. */
  get memory(): vscode.Memento {
    return this.context.workspaceState;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** The one thing of its kind, which several commands and features share: made when first asked for, closed at the end. */
  the<Part extends vscode.Disposable>(kind: abstract new (...args: never[]) => Part, make?: () => Part): Part {
    const known = this.#parts.get(kind);
    if (known instanceof kind) return known;
    if (!make) throw new Error(`${kind.name} is asked for before it is there.`);
    const made = make();
    this.#parts.set(kind, made);
    return made;
  }

  dispose(): void {
    this.#closed = true;
    for (const part of [...this.#parts.values()].reverse()) part.dispose();
  }
}

/** A part of the interface that lives as long as the product is open. */
export type Feature = (live: Live) => vscode.Disposable;
