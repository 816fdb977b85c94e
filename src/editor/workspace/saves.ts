/**
 * The editor's own saves of records, in turn with other processes that write them.
 *
 * The editor looks at a file's time and size, then writes. Between the two nobody else may write; and a file that was
 * changed meanwhile and kept its size is not noticed by it at all, so what others wrote goes into what is saved.
 */

import * as vscode from 'vscode';
import { alongside } from '../../core/base/difference.ts';
import { BecauseError } from '../../core/base/errors.ts';
import type { Disposable } from '../../core/base/events.ts';
import { t } from '../../core/base/l10n.ts';
import { readRecord } from '../../core/kinds/all.ts';
import type { Files } from '../../store/files.ts';
import { sourceOf } from '../../store/source.ts';
import { logError, report } from './report.ts';

/** Milliseconds that a save waits for others: the editor waits little longer for us. */
const LONGEST_WAIT = 1000;

/** Milliseconds after which a save that was not heard of again has failed. */
const LONGEST_SAVE = 2500;

/** A text that the editor and the disk agreed on, and the document's version then. */
interface Base {
  readonly text: string;
  readonly version: number;
  /** What they agreed on before that. */
  readonly before?: Base | undefined;
}

export class Saves {
  readonly #disk: Files;
  readonly #pathOf: (uri: vscode.Uri) => string | undefined;
  /** What an open file held when the editor read or wrote it last. */
  readonly #bases = new Map<string, Base>();
  readonly #turns = new Map<string, Disposable>();

  constructor(disk: Files, pathOf: (uri: vscode.Uri) => string | undefined) {
    this.#disk = disk;
    this.#pathOf = pathOf;
    for (const document of vscode.workspace.textDocuments) this.#look(document);
  }

  /** Until disposed, every save in the folder waits its turn. */
  watch(): Disposable {
    return vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.#look(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#look(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.#bases.delete(uri.toString())),
      vscode.workspace.onWillSaveTextDocument((save) => {
        const path = this.#pathOf(save.document.uri);
        if (path !== undefined) save.waitUntil(this.#before(path, save.document));
      }),
      vscode.workspace.onDidSaveTextDocument((document) => {
        this.#end(document.uri.toString());
        this.#look(document);
      }),
      {
        dispose: () => {
          for (const key of this.#turns.keys()) this.#end(key);
        },
      },
    );
  }

  /** What is shown and not dirty is what the disk held. */
  #look(document: vscode.TextDocument): void {
    if (this.#pathOf(document.uri) === undefined) return;
    const key = document.uri.toString();
    const base = this.#bases.get(key);
    if (base?.version === document.version) {
      // The first change a person makes is told before it is told that the document is dirty.
      if (document.isDirty && base.before) this.#bases.set(key, base.before);
    } else if (!document.isDirty) {
      this.#bases.set(key, {
        text: document.getText(),
        version: document.version,
        before: base && { text: base.text, version: base.version },
      });
    }
  }

  /** Waits for the turn; gives what others wrote and the editor would write over, as edits of what is saved. */
  async #before(path: string, document: vscode.TextDocument): Promise<vscode.TextEdit[]> {
    const key = document.uri.toString();
    await this.#begin(key);
    const base = this.#bases.get(key)?.text;
    const theirs = base === undefined ? undefined : await this.#onDisk(path, document);
    const mine = document.getText();
    // What has another size is noticed by the editor, who then asks the person.
    if (base === undefined || base.length !== theirs?.length || theirs === base || theirs === mine) return [];
    const piece = alongside(base, theirs, mine);
    if (!piece) {
      report(savedOver(shownName(path, [base, theirs, mine])));
      return [];
    }
    const range = new vscode.Range(document.positionAt(piece.start), document.positionAt(piece.end));
    return [vscode.TextEdit.replace(range, piece.text)];
  }

  /** What the disk holds, as the editor would show it. */
  async #onDisk(path: string, { uri, encoding, eol }: vscode.TextDocument): Promise<string | undefined> {
    try {
      // Straight from the disk where that can be: a save does not wait long for who has something to add.
      const text = encoding.startsWith('utf8')
        ? (await this.#disk.read(path))?.replace(/^\uFEFF/, '')
        : await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { encoding });
      return text?.replace(/\r\n|\r|\n/g, eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n');
    } catch {
      return undefined;
    }
  }

  async #begin(key: string): Promise<void> {
    this.#end(key);
    const turn = this.#disk.alone?.();
    if (!turn) return;
    const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), LONGEST_WAIT));
    // Saving never fails for want of a turn, and one that comes too late is of no use.
    const held = await Promise.race([turn, late]).catch(() => undefined);
    if (!held) {
      turn.then((each) => each.dispose(), logError);
      return;
    }
    this.#turns.set(key, held);
    setTimeout(() => this.#end(key, held), LONGEST_SAVE);
  }

  #end(key: string, only = this.#turns.get(key)): void {
    if (!only || this.#turns.get(key) !== only) return;
    this.#turns.delete(key);
    only.dispose();
  }
}

/** What to call a file where everybody reads it. A record that was, is or becomes sensitive is not called by its name. */
function shownName(path: string, texts: readonly string[]): string {
  const records = texts.map((text) => readRecord(sourceOf(path, text)));
  return records.find(({ withheld }) => withheld)?.shownPath ?? path;
}

function savedOver(name: string): BecauseError {
  return new BecauseError('changed-underneath', t('Somebody else has changed {0} in the meantime.', name), {
    next: t('Your text was saved over theirs, because both changed the same place. Look at it again together.'),
  });
}
