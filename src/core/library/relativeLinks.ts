/** Finds the relative links of a Markdown text that lead to one file, in every form Markdown and HTML have for them. */

import type { Span } from '../text/positions.ts';

/** A longer target was not written by a person. */
const LONGEST = 2000;

const ATTRIBUTE = /\b(?:href|src)\s{0,9}=\s{0,9}(?:"([^"<>]{1,2000})"|'([^'<>]{1,2000})'|([^\s"'<>]{1,2000}))/dgi;
const ANGLED = /<([^<>\s]{1,2000})>/dg;
const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** Where one file lies and which one is looked for; paths are from the context folder, with `/`. */
export interface Way {
  readonly from: string;
  readonly to: string;
}

/** What `linksTo` finds: the places of the file's name, and those of every target, which other rules need not look at. */
export interface Found {
  readonly names: readonly Span[];
  readonly targets: readonly Span[];
}

/** The links to the file, from an offset on: where its name stands in each. */
export function linksTo(text: string, offset: number, { from, to }: Way): Found {
  const targets = [...inBrackets(text, offset), ...inAttributes(text, offset)];
  const names = targets.flatMap(({ start, end }) => {
    const written = text.slice(start, end);
    const path = /^[^?#]*/.exec(written)?.[0] ?? '';
    if (path === '' || SCHEME.test(path) || !leadsTo(unescaped(path), from, to)) return [];
    return { start: start + path.lastIndexOf('/') + 1, end: start + path.length };
  });
  return { names, targets };
}

/** Whether a target leads to the file: from the folder it stands in, or else, as some write it, from the context folder. */
function leadsTo(target: string, from: string, to: string): boolean {
  const isFile = (path: string) => path === to || `${path}.md` === to;
  if (target.startsWith('/')) return isFile(target.slice(1)) || target.endsWith(`/${to}`);
  const way = resolved(from.split('/').slice(0, -1), target.split('/'));
  // Above the context folder nothing is known but that its own name comes next.
  if (way === undefined) return target.endsWith(`/${to}`);
  return isFile(way) || target === to;
}

function resolved(folder: readonly string[], steps: readonly string[]): string | undefined {
  const way = [...folder];
  for (const step of steps) {
    if (step === '..' && way.length === 0) return undefined;
    if (step === '..') way.pop();
    else if (step !== '.' && step !== '') way.push(step);
  }
  return way.join('/');
}

/** A target as the name of a file: without percent signs, backslashes and entities. */
export function unescaped(target: string): string {
  const plain = target.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('&amp;', '&');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

/** The targets of `[x](y)`, `![x](<y> "title")` and `[x]: y`. */
function inBrackets(text: string, offset: number): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(']', offset); at >= 0; at = text.indexOf(']', at + 1)) {
    const next = text.charAt(at + 1);
    if (next !== '(' && next !== ':') continue;
    const start = skipBlanks(text, at + 2);
    const isAngled = text.charAt(start) === '<';
    const span = isAngled ? angled(text, start + 1) : bare(text, start);
    if (span.end > span.start) found.push(span);
  }
  return found;
}

/** Blanks and at most one line end may stand before a target. */
function skipBlanks(text: string, from: number): number {
  return from + (/^[ \t]{0,99}(?:\r?\n[ \t]{0,99})?/.exec(text.slice(from, from + LONGEST))?.[0].length ?? 0);
}

function angled(text: string, start: number): Span {
  const end = start + (/^(?:\\.|[^<>\r\n\\]){0,2000}/.exec(text.slice(start, start + LONGEST))?.[0].length ?? 0);
  return { start, end };
}

/** Up to a blank, or a bracket that was not opened in it. */
function bare(text: string, start: number): Span {
  let depth = 0;
  let end = start;
  for (; end < text.length && end - start < LONGEST; end++) {
    const character = text.charAt(end);
    if (/\s/.test(character)) break;
    if (character === '\\') end++;
    else if (character === '(') depth++;
    else if (character === ')' && depth-- === 0) break;
  }
  return { start, end };
}

function inAttributes(text: string, offset: number): Span[] {
  const part = text.slice(offset);
  return [ATTRIBUTE, ANGLED].flatMap((pattern) =>
    [...part.matchAll(pattern)].flatMap(({ indices }) => {
      const [start, end] = indices?.slice(1).find((each) => each !== undefined) ?? [0, 0];
      return end > start ? [{ start: offset + start, end: offset + end }] : [];
    }),
  );
}
