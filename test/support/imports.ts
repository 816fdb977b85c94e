/** What the project's own sources say about themselves: their imports, and the texts in them. */
import { globSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { root } from './paths.ts';

export interface Import {
  /** As written: `./files.ts`, `vscode`, `node:path`. */
  readonly from: string;
  /** The file it means, from the top folder, when it is one of ours. */
  readonly file: string | undefined;
  /** `import type`, or nothing but types between the braces. */
  readonly typeOnly: boolean;
  /** `import('…')`, when it is called for. */
  readonly late: boolean;
  /** `export … from`. */
  readonly passedOn: boolean;
}

export interface Source {
  /** From the top folder, with forward slashes. */
  readonly file: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const statement = /^(import|export)\s(?:([^'";]*?)\sfrom\s)?'([^']+)'/gm;
const dynamic = /\bimport\('([^']+)'\)/g;

/** Every source file under src/. */
export function sources(): Source[] {
  return globSync('src/**/*.{ts,tsx}', { cwd: root })
    .map((found) => found.replaceAll(path.sep, '/'))
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return { file, text, imports: importsOf(file, text) };
    });
}

/** The imports of one file's text. */
export function importsOf(file: string, text: string): Import[] {
  const meant = (from: string): string | undefined =>
    from.startsWith('.') ? path.posix.join(path.posix.dirname(file), from) : undefined;
  const written = [...text.matchAll(statement)].map(([, keyword, what = '', from = '']) => ({
    from,
    file: meant(from),
    typeOnly: isTypeOnly(what.trim()),
    late: false,
    passedOn: keyword === 'export',
  }));
  const late = [...text.matchAll(dynamic)].map(([, from = '']) => ({
    from,
    file: meant(from),
    typeOnly: false,
    late: true,
    passedOn: false,
  }));
  return [...written, ...late];
}

function isTypeOnly(what: string): boolean {
  if (what.startsWith('type ')) return true;
  const names = /^\{([^}]*)\}$/
    .exec(what)?.[1]
    ?.split(',')
    .map((name) => name.trim());
  return names?.filter(Boolean).every((name) => name.startsWith('type ')) ?? false;
}
