/** Looks for a key in the files of a workspace folder: the open ones as they are on screen, the others on disk. */

import * as vscode from 'vscode';
import { withProgress } from '../door/messages.ts';
import type { Folder } from '../workspace/workspace.ts';
import { rangeOf } from '../workspace/workspace.ts';

/** Where a key stands in one file. */
export interface Occurrences {
  readonly uri: vscode.Uri;
  readonly ranges: readonly vscode.Range[];
}

/** Bytes; what is larger was hardly written by a person. */
const LARGEST = 1024 * 1024;
/** Files looked at, at most. */
const MOST_FILES = 50_000;
/** Files read at the same time. */
const AT_ONCE = 16;
/** Bytes in which a file that is not text shows itself. */
const HEAD = 8000;

/** A byte order mark stays: offsets count it. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Every place of a key outside of the records, with progress at the bottom of the window. What `files.exclude` and
 * `search.exclude` hide is left out, and so are binary files and those over 1 MB. Cancelled, it gives what it found.
 */
export async function occurrencesOf(
  folder: Folder,
  key: string,
  token: vscode.CancellationToken,
): Promise<readonly Occurrences[]> {
  const title = vscode.l10n.t('Because: looking for {0} in {1}', key, folder.name);
  const options = { location: vscode.ProgressLocation.Window, title, cancellable: true };
  const found = await withProgress(options, (say, cancelled) =>
    search(folder, key, eitherOf(token, cancelled), (done, all) => say(vscode.l10n.t('{0} of {1} files', done, all))),
  );
  return found.sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
}

interface Cancelling {
  readonly isCancellationRequested: boolean;
}

function eitherOf(one: Cancelling, other: Cancelling): Cancelling {
  return {
    get isCancellationRequested() {
      return one.isCancellationRequested || other.isCancellationRequested;
    },
  };
}

async function search(
  folder: Folder,
  key: string,
  token: Cancelling,
  report: (done: number, all: number) => void,
): Promise<Occurrences[]> {
  const everything = new vscode.RelativePattern(folder.root, '**/*');
  const listed = await vscode.workspace.findFiles(everything, excluded(folder.root), MOST_FILES);
  const open = new Map(vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]));
  const uris = listed.filter((uri) => !folder.recordAt(uri));
  const found: Occurrences[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let uri = uris[next++]; uri && !token.isCancellationRequested; uri = uris[next++]) {
      const text = open.get(uri.toString())?.getText() ?? (await textOf(uri));
      const ranges = text?.includes(key) ? rangesOf(folder, text, key) : [];
      if (ranges.length > 0) found.push({ uri, ranges });
      if (next % 500 === 0) report(next, uris.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

/** A file's text; undefined where it is none, and for one that cannot be read any more. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > LARGEST) return undefined;
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.subarray(0, HEAD).includes(0) ? undefined : decoder.decode(bytes);
  } catch {
    // Deleted, renamed or locked since it was listed: there is nothing in it that could be shown.
    return undefined;
  }
}

function rangesOf(folder: Folder, text: string, key: string): vscode.Range[] {
  return folder.library.keys.find(text).flatMap((match) => (match.key === key ? rangeOf(text, match) : []));
}

/** The person's own rules for what is not shown and not searched; rules that depend on neighbouring files are left out. */
function excluded(scope: vscode.Uri): string | undefined {
  const patterns = ['files', 'search'].flatMap((section) => {
    const rules = vscode.workspace.getConfiguration(section, scope).get<Record<string, unknown>>('exclude') ?? {};
    return Object.entries(rules).flatMap(([pattern, isOn]) => (isOn === true ? pattern : []));
  });
  return patterns.length > 0 ? `{${patterns.join(',')}}` : undefined;
}
