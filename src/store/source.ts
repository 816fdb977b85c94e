/** A file's bytes as a source: decoded without loss, parsed, with findings for what cannot be. */
import { t } from '../core/l10n.ts';
import type { FieldPath, Source, SourceProblem, Span } from '../core/records/record.ts';
import { TEAM_FILE } from '../core/records/team.ts';
import { formsIn, type PlacedForm, restoreForm } from '../core/records/written.ts';
import type { FileInfo, Refusal } from './files.ts';
import { isHidden } from './files.ts';
import { scalarOf } from './frontMatter/quick/schema.ts';
import { parseRecord, parseYaml } from './frontMatter.ts';

/** Bytes; a larger file is listed, but not parsed. */
export const LARGEST = 1024 * 1024;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Whether a path is a record's or the team's; anything else in the folder is left alone. */
function isSourcePath(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return path === TEAM_FILE || (name.endsWith('.md') && !isHidden(path) && name !== 'README.md');
}

/** Whether a file counts, or a folder that is not opened: what it may hold is missing, and has to be told. */
export function isTold({ path, isFolder }: FileInfo): boolean {
  return isFolder === true || isSourcePath(path);
}

/** The source of a file's bytes. */
export function sourceOf(path: string, bytes: Uint8Array): Source {
  if (bytes.byteLength > LARGEST) return tooLarge(path);
  try {
    return sourceOfText(path, decoder.decode(bytes));
  } catch {
    return unreadable(path, 'not-utf8', t('This file is not UTF-8 text. Save it as UTF-8, so that it can be read.'));
  }
}

/** The source of a file or folder that must not be opened, or undefined for one that may. */
export function refusedSource({ path, size, refused }: FileInfo): Source | undefined {
  if (refused) return unreadable(path || TEAM_FILE, refused, refusals[refused]());
  return size > LARGEST ? tooLarge(path) : undefined;
}

const refusals: Readonly<Record<Refusal, () => string>> = {
  'outside-folder': () => t('This is a link that leaves the folder; it is not followed.'),
  'root-outside': () =>
    t(
      'The context folder is a link that leaves the folder you opened; it is not followed. Put the folder itself there, or open the folder it leads to as well.',
    ),
  unreadable: () => t('This cannot be read. Check its permissions.'),
  'too-deep': () => t('This folder lies too deep inside others; what is in it is not read.'),
  'too-many': () => t('There are too many files and folders; from this one on they are not read.'),
};

function tooLarge(path: string): Source {
  return unreadable(path, 'too-large', t('This file is larger than 1 MiB; it is listed, but not read.'));
}

function unreadable(path: string, code: string, message: string): Source {
  const problems: SourceProblem[] = [{ code, message, span: { start: 0, end: 0 } }];
  return { path, text: '', raw: {}, bodyStart: 0, problems, locate: () => undefined };
}

function sourceOfText(path: string, text: string): Source {
  const { values: raw, bodyStart, problems, spanOf: locate } = parse(path, text);
  return { path, text, raw, bodyStart, problems, locate };
}

function parse(path: string, text: string) {
  return path === TEAM_FILE ? parseYaml(text) : parseRecord(text);
}

/** What the cache keeps of a source. */
export type CachedSource = readonly [
  text: string,
  raw: Source['raw'],
  bodyStart: number,
  problems: readonly SourceProblem[],
  forms: readonly PlacedForm[],
];

export function toCached({ text, raw, bodyStart, problems }: Source): CachedSource {
  return [text, raw, bodyStart, problems, formsIn(raw)];
}

/** A source out of the cache; its places are only looked up, by parsing, when somebody asks. */
export function fromCached(path: string, [text, raw, bodyStart, problems, forms]: CachedSource): Source {
  for (const placed of forms) restoreForm(raw, placed, scalarOf(placed[1]));
  let locate: Source['locate'] | undefined;
  return {
    path,
    text,
    raw,
    bodyStart,
    problems,
    locate(field: FieldPath, part: 'key' | 'value' | 'pair'): Span | undefined {
      locate ??= parse(path, text).spanOf;
      return locate(field, part);
    },
  };
}
