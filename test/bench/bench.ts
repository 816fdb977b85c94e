/**
 * `npm run bench`: runs every `*.bench.ts` beside this file and prints one table.
 *
 * Each exports `bench(table)`. `npm run bench -- activation sizes` runs only those.
 */
import { globSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import * as path from 'node:path';
import { say, seconds } from '../support/say.ts';
import { Table } from './frame.ts';

interface Bench {
  bench(table: Table): Promise<void>;
}

const asked = process.argv.slice(2);
const found = globSync('*.bench.ts', { cwd: import.meta.dirname }).sort();
const chosen = found.filter((file) => asked.length === 0 || asked.includes(file.replace('.bench.ts', '')));
const table = new Table();

for (const file of chosen) {
  say(`\n▸ ${file.replace('.bench.ts', '')}`);
  const started = performance.now();
  const { bench } = (await import(path.join(import.meta.dirname, file))) as Bench;
  await bench(table);
  say(`  ${seconds(started)}`);
}

say(`\nNode ${process.version} on ${availableParallelism()} × ${cpus()[0]?.model ?? 'an unknown processor'}\n`);
say(String(table));
if (table.size === 0) say('\nNothing was measured.');
if (table.missed.length > 0) say(`\nOver the limit: ${table.missed.join('; ')}.`);
process.exitCode = table.size === 0 || table.missed.length > 0 ? 1 : 0;
