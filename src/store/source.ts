/** A file's text as a source: parsed, with findings for what cannot be. */
import { t } from '../core/base/l10n.ts';
import { isRecordPath, TEAM_FILE } from '../core/kinds/team.ts';
import type { FieldPath, Part, Source, SourceProblem } from '../core/records/record.ts';
import { formsIn, type PlacedForm, restoreForm } from '../core/records/written.ts';
import type { Span } from '../core/text/positions.ts';
import type { FileInfo, Refusal } from './files.ts';
import { scalarOf } from './frontMatter/reading/scalars.ts';
import { parseRecord, parseYaml } from './frontMatter.ts';

/** Bytes, and characters of what is not saved yet; a larger file is listed, but not parsed. */
const LARGEST = 1024 * 1024;

/** Whether a file counts, or a folder that is not opened: what it may hold is missing, and has to be told. */
export function isTold({ path, isFolder }: FileInfo): boolean {
  return isFolder === true || isRecordPath(path);
}

/** The source of a file's text; undefined stands for bytes that are none. */
export function sourceOf(path: string, text: string | undefined): Source {
  if (text === undefined) {
    return unreadable(path, 'not-utf8', t('This file is not UTF-8 text. Save it as UTF-8, so that it can be read.'));
  }
  if (text.length > LARGEST) return tooLarge(path);
  const { values: raw, bodyStart, problems } = parse(path, text);
  return new FileSource(path, { text, raw, bodyStart, problems });
}

/** The source of a file or folder that must not be opened, or undefined for one that may. */
export function refusedSource({ path, size, refused }: FileInfo): Source | undefined {
  if (refused) return unreadable(path || TEAM_FILE, refused, refusals[refused]());
  return size > LARGEST ? tooLarge(path) : undefined;
}

const refusals: Readonly<Record<Refusal, () => string>> = {
  'outside-folder': () => t('This is a link to a place outside the folder, so it is not read.'),
  'root-outside': () =>
    t(
      'The records folder is a link to a place outside the folder you opened, so it is not read. Put the folder itself there, or also open the folder it links to.',
    ),
  unreadable: () => t('This cannot be read. Check its permissions.'),
  'too-deep': () => t('This folder is nested too deep, so it is not read.'),
  'too-many': () => t('There are too many files and folders. From this one on, they are not read.'),
};

function tooLarge(path: string): Source {
  return unreadable(path, 'too-large', t('This file is larger than 1 MiB; it is listed, but not read.'));
}

function unreadable(path: string, code: string, message: string): Source {
  const problems = [{ code, message, span: { start: 0, end: 0 } }];
  return { path, text: '', raw: {}, bodyStart: 0, problems, locate: () => undefined };
}

function parse(path: string, text: string) {
  return path === TEAM_FILE ? parseYaml(text) : parseRecord(text);
}

/** What was read of a file. */
type Content = Pick<Source, 'text' | 'raw' | 'bodyStart' | 'problems'>;

class FileSource implements Source {
  readonly path: string;
  #content: Content | (() => Content);
  #spanOf: Source['locate'] | undefined;

  constructor(path: string, content: Content | (() => Content)) {
    this.path = path;
    this.#content = content;
  }

  get text(): string {
    return this.#read.text;
  }

  get raw(): Source['raw'] {
    return this.#read.raw;
  }

  get bodyStart(): number {
    return this.#read.bodyStart;
  }

  get problems(): readonly SourceProblem[] {
    return this.#read.problems;
  }

  /** Places are many times larger than the values, and few readers ask, so they are read when somebody does. */
  locate(field: FieldPath, part: Part): Span | undefined {
    this.#spanOf ??= parse(this.path, this.text).spanOf;
    return this.#spanOf(field, part);
  }

  get #read(): Content {
    if (typeof this.#content === 'function') this.#content = this.#content();
    return this.#content;
  }
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

/** A source out of the cache, where it stays until somebody asks for what is in the file. */
export function fromCached(path: string, cached: () => CachedSource): Source {
  return new FileSource(path, () => {
    const [text, raw, bodyStart, problems, forms] = cached();
    for (const placed of forms) restoreForm(raw, placed, scalarOf(placed[1]));
    return { text, raw, bodyStart, problems };
  });
}
