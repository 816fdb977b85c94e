/** What other extensions may ask Because, version 1. `docs/api.md` holds the same text. */
import type { Disposable } from 'vscode';

/** What `activate` gives: `extensions.getExtension('because.because')?.exports`. */
export interface BecauseExports {
  /** Throws for a version it does not know. */
  getAPI(version: 1): BecauseApi;
}

export interface BecauseApi {
  readonly version: 1;
  /** Resolves when the records of every open folder were read once. Before, answers may be empty. */
  ready(): Promise<void>;
  /** Called after records changed, or folders came or went. Ask again for what you show. */
  onDidChange(listener: () => unknown): Disposable;
  /** Every record that is not archived, of one kind or of all, folder by folder. */
  records(kind?: string): ApiRecord[];
  /** The record with the id, the active folder's first. */
  find(id: string): ApiRecord | undefined;
  /** The issue keys in a text, in order. */
  keysIn(text: string): ApiKey[];
  /** What the hover shows of a key or of a record's id; undefined where it is neither. */
  card(key: string): ApiCard | undefined;
  /** What is wrong or could be better about the records. */
  findings(): ApiFinding[];
}

export interface ApiRecord {
  readonly id: string;
  /** `initiative`, `problem`, `evidence` …, or the name of a kind this version does not know. */
  readonly kind: string;
  readonly title: string;
  /** The address of its file. */
  readonly uri: string;
  /** The fields that are right, as `docs/records.md` lists them. With `sensitive: true`, those that hold words are left out. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The Markdown below the fields. */
  readonly body: string;
}

export interface ApiKey {
  readonly key: string;
  /** UTF-16 units from the start of the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** The id of the initiative it stands for, where there is one. */
  readonly initiative?: string;
}

export interface ApiCard {
  /** Safe to show, trusted or not: all foreign text is escaped. */
  readonly markdown: string;
  readonly text: string;
}

interface ApiPosition {
  /** From 0. */
  readonly line: number;
  /** UTF-16 units from the start of the line. */
  readonly character: number;
}

export interface ApiFinding {
  readonly uri: string;
  readonly range: { readonly start: ApiPosition; readonly end: ApiPosition };
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly code: string;
  readonly message: string;
}

/** What one initiative did to a file: what `because.explainFile` gives with `show: false`. */
export interface ApiShare {
  /** Its id; missing for the work that names no reason. */
  readonly initiative?: string;
  /** Of the lines that stand today, from 0 to 1. */
  readonly share: number;
  /** Whole hashes, newest first. */
  readonly commits: readonly string[];
}
