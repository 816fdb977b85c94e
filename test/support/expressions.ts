/** Every regular expression of the sources: those written as such, and those put together when a file is loaded. */
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { runInThisContext } from 'node:vm';
import { parse } from 'acorn';
import { buildSync, transformSync } from 'esbuild';
import { sources } from './imports.ts';
import { root } from './paths.ts';

export interface Expression {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** All of them, each once a file. Throws where one is put together in a function, so that it cannot be seen here. */
export function expressions(): Expression[] {
  const found = sources().flatMap(({ file, text }) => {
    const { code } = transformSync(text, { loader: file.endsWith('x') ? 'tsx' : 'ts', target: 'esnext' });
    const { written, made, late } = expressionsIn(code);
    if (late > 0) throw new Error(`${file}: put the expression together outside functions, once and for all.`);
    return [...written, ...(made > 0 ? madeBy(file) : [])].map((each) => ({ file, ...each }));
  });
  return [...new Map(found.map((each) => [`${each.file} ${each.source} ${each.flags}`, each])).values()];
}

interface Written {
  readonly source: string;
  readonly flags: string;
}

/** What code writes, and how many expressions it puts together: where it is loaded, and later in functions. */
export function expressionsIn(code: string): { written: Written[]; made: number; late: number } {
  const found = { written: [] as Written[], made: 0, late: 0 };
  look(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), false, found);
  return found;
}

function look(value: unknown, inFunction: boolean, found: ReturnType<typeof expressionsIn>): void {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return;
  const { type, regex, callee } = value as {
    type?: string;
    regex?: { pattern: string; flags: string };
    callee?: { name?: string };
  };
  if (regex) found.written.push({ source: regex.pattern, flags: regex.flags });
  if (callee?.name === 'RegExp' && inFunction) found.late++;
  else if (callee?.name === 'RegExp') found.made++;
  const inside = inFunction || type?.includes('Function') === true;
  for (const child of Object.values(value)) look(child, inside, found);
}

/** What a file and those it builds on put together while they are loaded, by giving them another maker. */
function madeBy(file: string): Written[] {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(root, file)],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    packages: 'external',
    banner: { js: '(RegExp, require, module) => {' },
    footer: { js: '}' },
  });
  const made: Written[] = [];
  const load: unknown = runInThisContext(outputFiles[0]?.text ?? '');
  if (typeof load !== 'function') throw new Error(`${file} cannot be loaded.`);
  class Seen extends RegExp {
    constructor(source: string | RegExp, flags?: string) {
      super(source, flags);
      made.push({ source: this.source, flags: this.flags });
    }
  }
  load(Seen, createRequire(path.join(root, file)), { exports: {} });
  return made;
}
