/** The panels of a page: one per folder, found again after a restart. */
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { Disposable } from '../../core/base/events.ts';
import type { WalkChoice } from '../../core/story/walkTold.ts';
import { keptState } from './channel.ts';
import { failures, type Log, portOf, showPage, showSentence } from './document.ts';
import type { Page, PageFolder, PageHost } from './page.ts';

export interface Surroundings {
  /** What the editor knows the panels by. */
  readonly type: string;
  /** Where the product is installed. */
  readonly extension: vscode.Uri;
  /** The folder with this address, if it is open; the same object for as long as it is. */
  folderAt(address: string): PageFolder | undefined;
  /** Calls the listener when folders came or went. */
  onDidChangeFolders(listener: () => void): Disposable;
  /** Gives a panel its title, which may be the name of a folder. */
  titled(panel: vscode.WebviewPanel, title: string): void;
  readonly log: Log;
}

/** One panel: the page of its folder, or a sentence while that is not open. */
interface Shown {
  readonly panel: vscode.WebviewPanel;
  folder?: PageFolder | undefined;
  host?: PageHost | undefined;
}

/** What is shown when a page opens, and how. */
interface Showing {
  readonly item?: string | undefined;
  readonly walk?: WalkChoice;
  readonly preserveFocus?: boolean;
}

const restored = z.object({ folder: z.string() });

export class Panels implements vscode.Disposable {
  readonly #name: string;
  readonly page: Page;
  readonly #around: Surroundings;
  /** By their folders' addresses. */
  readonly #all = new Map<string, Shown>();
  readonly #listening: Disposable;

  /** @param name the page's, as its bundle is called too. */
  constructor(name: string, page: Page, around: Surroundings) {
    this.#name = name;
    this.page = page;
    this.#around = around;
    this.#listening = around.onDidChangeFolders(() => {
      // A folder may have come, gone, or been read anew.
      for (const [address, shown] of this.#all) {
        if (around.folderAt(address) !== shown.folder) this.#fill(address, shown);
      }
    });
  }

  /** Opens the page of a folder, or brings it to the front, with the focus or without; `item` or `walk` is shown on it. */
  open(address: string, { item, walk, preserveFocus = false }: Showing = {}): vscode.WebviewPanel {
    const known = this.#all.get(address);
    known?.panel.reveal(undefined, preserveFocus);
    const { type } = this.#around;
    const place = { viewColumn: vscode.ViewColumn.Active, preserveFocus };
    const shown = known ?? this.#adopt(address, vscode.window.createWebviewPanel(type, '', place));
    if (item !== undefined || walk) shown.host?.show(item, walk);
    return shown.panel;
  }

  /** The host of the panel in front, if that is one of these. */
  get active(): PageHost | undefined {
    return [...this.#all.values()].find(({ panel }) => panel.active)?.host;
  }

  /** Fills a panel the editor kept over a restart. `state` is what its page left. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const address = restored.safeParse(keptState.safeParse(state).data?.restore).data?.folder ?? '';
    // Two windows' panels of one folder become one.
    if (this.#all.has(address)) panel.dispose();
    else this.#adopt(address, panel);
  }

  dispose(): void {
    this.#listening.dispose();
    for (const { panel } of [...this.#all.values()]) panel.dispose();
  }

  #adopt(address: string, panel: vscode.WebviewPanel): Shown {
    const shown: Shown = { panel };
    panel.iconPath = vscode.Uri.joinPath(this.#around.extension, 'media', 'icon.svg');
    this.#all.set(address, shown);
    this.#fill(address, shown);
    panel.onDidDispose(() => {
      shown.host?.dispose();
      this.#all.delete(address);
    });
    return shown;
  }

  #fill(address: string, shown: Shown): void {
    const { log, extension, titled, folderAt } = this.#around;
    const { panel } = shown;
    shown.host?.dispose();
    const folder = folderAt(address);
    shown.folder = folder;
    shown.host = folder && this.page.open(folder, portOf(panel.webview, log), { failureOf: failures(log), log });
    const known = { title: this.page.title(folder?.name), restore: { folder: address } };
    titled(panel, known.title);
    if (folder) showPage(panel, extension, this.#name, known);
    else showSentence(panel, this.page.closed(), known);
  }
}
