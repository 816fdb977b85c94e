/** The panels of scoring boards: one per folder, found again after a restart. */
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { keptState } from '../channel.ts';
import { failures, type Log, portOf, showPage, showSentence } from '../host.ts';
import { Board, type BoardFolder } from './board.ts';

/** What the editor knows a board's panel by. */
export const VIEW_TYPE = 'because.scoring';

export interface Boards {
  /** Where the product is installed. */
  readonly extension: vscode.Uri;
  /** The folder with this address, if it is open; the same object for as long as it is. */
  folderAt(address: string): BoardFolder | undefined;
  /** Fires when folders came or went. */
  readonly onDidChangeFolders: vscode.Event<unknown>;
  /** Gives a panel its title, which may be the name of a folder. */
  titled(panel: vscode.WebviewPanel, title: string): void;
  readonly log: Log;
}

const restored = z.object({ folder: z.string() });

export class BoardPanels implements vscode.Disposable {
  readonly #boards: Boards;
  readonly #panels = new Map<string, BoardPanel>();
  readonly #listening: vscode.Disposable;

  constructor(boards: Boards) {
    this.#boards = boards;
    this.#listening = boards.onDidChangeFolders(() => {
      for (const panel of this.#panels.values()) panel.fill();
    });
  }

  /** Opens the board of a folder, or brings it to the front; `item` is opened on it. */
  open(address: string, item?: string): BoardPanel {
    const known = this.#panels.get(address);
    known?.panel.reveal();
    const made =
      known ?? this.#adopt(address, vscode.window.createWebviewPanel(VIEW_TYPE, '', vscode.ViewColumn.Active));
    if (item !== undefined) made.show(item);
    return made;
  }

  /** Fills a panel the editor kept over a restart. `state` is what its page left. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const address = restored.safeParse(keptState.safeParse(state).data?.restore).data?.folder ?? '';
    // Two windows' panels of one folder become one.
    if (this.#panels.has(address)) panel.dispose();
    else this.#adopt(address, panel);
  }

  dispose(): void {
    this.#listening.dispose();
    for (const { panel } of [...this.#panels.values()]) panel.dispose();
  }

  #adopt(address: string, panel: vscode.WebviewPanel): BoardPanel {
    const made = new BoardPanel(this.#boards, address, panel);
    this.#panels.set(address, made);
    panel.onDidDispose(() => {
      made.dispose();
      this.#panels.delete(address);
    });
    return made;
  }
}

/** One panel: the board of its folder, or a sentence while that is not open. */
export class BoardPanel implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #boards: Boards;
  readonly #address: string;
  #folder: BoardFolder | undefined;
  #board: Board | undefined;

  constructor(boards: Boards, address: string, panel: vscode.WebviewPanel) {
    this.#boards = boards;
    this.#address = address;
    this.panel = panel;
    panel.iconPath = vscode.Uri.joinPath(boards.extension, 'media', 'icon.svg');
    this.#fill(boards.folderAt(address));
  }

  /** Follows the folder, which may have come, gone, or been read anew. */
  fill(): void {
    const folder = this.#boards.folderAt(this.#address);
    if (folder !== this.#folder) this.#fill(folder);
  }

  show(item: string): void {
    this.#board?.show(item);
  }

  dispose(): void {
    this.#board?.dispose();
  }

  #fill(folder: BoardFolder | undefined): void {
    const { log, extension } = this.#boards;
    this.#board?.dispose();
    this.#folder = folder;
    this.#board = folder && new Board(folder, portOf(this.panel.webview, log), { failureOf: failures(log), log });
    const restore = { folder: this.#address };
    if (folder) {
      const title = vscode.l10n.t('Scoring: {0}', folder.name);
      this.#boards.titled(this.panel, title);
      showPage(this.panel, extension, { name: 'scoring', title, restore });
    } else {
      const title = vscode.l10n.t('Scoring');
      this.#boards.titled(this.panel, title);
      const sentence = vscode.l10n.t('The folder of this board is not open. Open it, and the board comes back.');
      showSentence(this.panel, title, sentence, restore);
    }
  }
}
