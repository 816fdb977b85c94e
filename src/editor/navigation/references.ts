/** Find All References: of a key or a record's id, in the records and in the files of its folder. */
import * as vscode from 'vscode';
import type { Library } from '../../core/library/library.ts';
import { referencesTo } from '../../core/library/rename.ts';
import type { ContextRecord, Span } from '../../core/records/record.ts';
import type { Folder, Workspace } from '../workspace/workspace.ts';
import { rangeOf } from '../workspace/workspace.ts';
import { occurrencesOf } from './search.ts';
import { placeOf, targetAt } from './target.ts';

export function references(workspace: Workspace): vscode.ReferenceProvider {
  return {
    async provideReferences(document, position, { includeDeclaration }, token) {
      const target = await targetAt(workspace, document, position);
      if (!target || token.isCancellationRequested) return undefined;
      const { folder, id } = target;
      const own = folder.library.named(id);
      const declared = includeDeclaration ? own.map((record) => placeOf(folder, record)) : [];
      const inRecords = [...folder.library.files.values()].flatMap((file) => placesIn(folder, file, id));
      const inFiles = folder.library.keys.test(id) ? await occurrencesOf(folder, id, token) : [];
      const elsewhere = inFiles.flatMap(({ uri, ranges }) => ranges.map((range) => new vscode.Location(uri, range)));
      return unique([...declared, ...inRecords, ...elsewhere]);
    },
  };
}

/** The places in one record's file: fields that refer to the id, and the key wherever it is written. */
function placesIn(folder: Folder, file: ContextRecord, id: string): vscode.Location[] {
  const { text } = file.source;
  if (!text.includes(id) && !file.refersTo.includes(id)) return [];
  const uri = folder.uriOf(file);
  return [...keyed(folder.library, file, id), ...referencesTo(file, id).map((span) => within(text, span, id))].map(
    (span) => new vscode.Location(uri, rangeOf(text, span)),
  );
}

/** The key as text anywhere in the file but at the record's own id, which is its declaration. */
function keyed(library: Library, file: ContextRecord, id: string): Span[] {
  const own = file.id === id ? file.source.locate(['id'], 'value') : undefined;
  return library.keys
    .find(file.source.text)
    .filter(({ key, start }) => key === id && !(own && own.start <= start && start < own.end));
}

/** The id without the quotes around it. */
function within(text: string, span: Span, id: string): Span {
  const at = text.slice(span.start, span.end).lastIndexOf(id);
  return at < 0 ? span : { start: span.start + at, end: span.start + at + id.length };
}

function unique(locations: readonly vscode.Location[]): vscode.Location[] {
  const seen = new Map<string, vscode.Location>();
  for (const location of locations) {
    const { line, character } = location.range.start;
    const place = `${location.uri.toString()}#${line},${character}`;
    if (!seen.has(place)) seen.set(place, location);
  }
  return [...seen.values()];
}
