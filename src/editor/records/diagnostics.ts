/** Findings in the editor: told live, for what changed alone, and quietly. */
import * as vscode from 'vscode';
import { affectedBy, changesIds } from '../../core/editing/affected.ts';
import type { Library } from '../../core/library/library.ts';
import { today } from '../../core/library/query.ts';
import type { Advice, ContextRecord, Severity } from '../../core/records/record.ts';
import type { Feature } from '../commands/live.ts';
import { type Diagnostic, diagnostic } from '../door/documents.ts';
import type { Folder } from '../workspace/folder.ts';
import { logError } from '../workspace/report.ts';
import { documentAt } from '../workspace/texts.ts';
import { rangeOf } from '../workspace/workspace.ts';

/** Milliseconds of work, and of rest in which the editor does what a person waits for. */
const SLICE = 8;
const REST = 8;

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

export const recordDiagnostics: Feature = ({ workspace }) => {
  const collection = vscode.languages.createDiagnosticCollection('because');
  const folders = new Map<Folder, FolderDiagnostics>();
  const follow = () => {
    const open = new Set(workspace.folders);
    for (const [folder, told] of folders) {
      if (open.has(folder)) continue;
      told.dispose();
      folders.delete(folder);
    }
    for (const folder of open) if (!folders.has(folder)) folders.set(folder, new FolderDiagnostics(folder, collection));
  };
  const retell = ({ uri }: vscode.TextDocument) => {
    const folder = workspace.folderOf(uri);
    const path = folder?.pathOf(uri);
    if (folder && path !== undefined) folders.get(folder)?.retell(path);
  };
  follow();
  return vscode.Disposable.from(
    { dispose: () => vscode.Disposable.from(...folders.values()).dispose() },
    collection,
    workspace.onDidChange((folder) => {
      if (!folder) follow();
    }),
    // Advice is for who reads the file: it comes and goes with the document.
    vscode.workspace.onDidOpenTextDocument(retell),
    vscode.workspace.onDidCloseTextDocument(retell),
    // A text that was replaced from outside took the places of its findings with it, wherever they belong now.
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!document.isDirty) retell(document);
    }),
  );
};

/** The findings of one folder. */
class FolderDiagnostics implements vscode.Disposable {
  readonly #folder: Folder;
  readonly #collection: vscode.DiagnosticCollection;
  readonly #subscription: { dispose(): void };
  /** The files that something is told about. */
  readonly #told = new Set<string>();
  /** Those among them that are told what an unknown id may have meant. */
  readonly #guessing = new Set<string>();
  readonly #waiting = new Set<string>();
  /** Whether every file waits, listed there or not: to list thousands is left for when there is time. */
  #allWait = false;
  #library: Library;
  #working = false;
  #disposed = false;

  constructor(folder: Folder, collection: vscode.DiagnosticCollection) {
    this.#folder = folder;
    this.#collection = collection;
    this.#library = folder.library;
    this.#subscription = folder.because.onDidChange(({ library, paths }) => this.#changed(library, paths));
    this.#waitAll();
  }

  /** Tells a file's findings again, since its document was opened or closed. */
  retell(path: string): void {
    if (this.#library.files.has(path)) this.#wait([path]);
  }

  dispose(): void {
    this.#disposed = true;
    this.#subscription.dispose();
    for (const path of this.#told) this.#collection.delete(this.#folder.uriOf({ path }));
  }

  #changed(library: Library, paths: readonly string[]): void {
    const before = this.#library;
    this.#library = library;
    const affected = affectedBy(before, library, paths);
    if (affected) this.#wait(affected);
    else this.#waitAll();
    // A new record may be what a mistyped id elsewhere was meant to be.
    if (changesIds(before, library, paths)) this.#wait(this.#guessing);
  }

  #wait(paths: Iterable<string>): void {
    for (const path of paths) this.#waiting.add(path);
    if (this.#waiting.size > 0) this.#start();
  }

  #waitAll(): void {
    this.#allWait = true;
    this.#start();
  }

  #start(): void {
    if (this.#working) return;
    this.#working = true;
    this.#work().catch(logError);
  }

  /** What is open first, then the rest in slices: the first reading of a large folder has thousands of records to look at. */
  async #work(): Promise<void> {
    try {
      // Not in the very step that read the records: others wait for them too.
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (this.#disposed) return;
      this.#tellOpen();
      await this.#folder.rested();
      let since = performance.now();
      for (const path of this.#inTurn()) {
        if (this.#disposed) return;
        this.#tell(path);
        if (performance.now() - since < SLICE) continue;
        await new Promise<void>((resolve) => setTimeout(resolve, REST));
        since = performance.now();
      }
    } finally {
      this.#working = false;
    }
  }

  #tellOpen(): void {
    for (const { uri } of vscode.workspace.textDocuments) {
      const path = this.#folder.pathOf(uri);
      if (path !== undefined && (this.#waiting.delete(path) || this.#allWait)) this.#tell(path);
    }
  }

  *#inTurn(): Iterable<string> {
    for (;;) {
      if (this.#allWait) {
        this.#allWait = false;
        // What is gone has findings to take back.
        for (const path of [...this.#told, ...this.#library.files.keys()]) this.#waiting.add(path);
      }
      const [path] = this.#waiting;
      if (path === undefined) return;
      this.#waiting.delete(path);
      yield path;
    }
  }

  #tell(path: string): void {
    const record = this.#library.files.get(path);
    const uri = this.#folder.uriOf({ path });
    const findings = record ? this.#shown(record, uri) : [];
    if (findings.some(({ code }) => code === 'unknown-id')) this.#guessing.add(path);
    else this.#guessing.delete(path);
    if (findings.length === 0) {
      if (this.#told.delete(path)) this.#collection.delete(uri);
      return;
    }
    const diagnostics = findings.map((finding) => diagnosticOf(record?.source.text ?? '', finding));
    // The editor moves what is told in an open file: what it shows may not be what it was told.
    const isOpen = documentAt(uri.toString()) !== undefined;
    if (!isOpen && this.#told.has(path) && same(this.#collection.get(uri) ?? [], diagnostics)) return;
    this.#told.add(path);
    this.#collection.set(uri, diagnostics);
  }

  #shown(record: ContextRecord, uri: vscode.Uri): readonly Advice[] {
    const findings = this.#library.findings(record, today(this.#library, this.#folder.because.now()));
    if (findings.length === 0 || documentAt(uri.toString())) return findings;
    return findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  }
}

/** A finding as the editor shows it. */
const diagnosticOf = (text: string, { span, message, severity, code }: Advice): Diagnostic =>
  diagnostic(rangeOf(text, span), message, { severity: SEVERITIES[severity], code });

function same(a: readonly vscode.Diagnostic[], b: readonly vscode.Diagnostic[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index];
      return other?.message === one.message && other.code === one.code && other.range.isEqual(one.range);
    })
  );
}
