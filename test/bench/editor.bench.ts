/** Loading inside a real VS Code, from activation to a right hover, beside the same load in a fresh process of node. */
import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { makeFolder } from '../support/folder.ts';
import { writeGenerated } from '../support/generate.ts';
import { generateWritten } from '../support/generateWritten.ts';
import { launchBrowser } from '../support/host/browser.ts';
import { installExtensions } from '../support/host/extensions.ts';
import { runOnPage } from '../support/host/runInHost.ts';
import { type Server, startServer } from '../support/host/server.ts';
import { packExtension } from '../support/package.ts';
import { cacheFolder } from '../support/paths.ts';
import { say } from '../support/say.ts';
import { measured, median, ratio, type Table } from './frame.ts';
import type { Load } from './load/watch.ts';

/**
 * The limits are promised for 10,000 records, and bind there alone. What the editor does for any folder, however small,
 * weighs more beside 1,000: its rows tell what that is.
 */
const SIZES = [1000, 10_000];
const ROUNDS = 5;

/** An initiative of the demo, which is in every context, and a word of its title. */
const KEY = 'PAY-142';
const WORD = 'Urgent';

type Start = 'cold' | 'from cache';

/**
 * Milliseconds that plain node took for 10,000 records where the limit of a stall, 20 ms, was set. A machine that takes longer
 * for the same has longer steps as well.
 */
const ON_A_QUICK_MACHINE: Readonly<Record<Start, number>> = { cold: 436, 'from cache': 215 };

interface Place {
  readonly browser: Browser;
  /** The window's own extension, which is nothing. */
  readonly nothing: string;
  readonly extensionsFolder: string;
  /** A folder for what is made on the way. */
  readonly scratch: string;
}

export async function bench(table: Table): Promise<void> {
  await fs.mkdir(cacheFolder, { recursive: true });
  const scratch = await fs.mkdtemp(path.join(cacheFolder, 'bench-'));
  const installed = await installExtensions([await packExtension()]);
  const browser = await launchBrowser();
  try {
    const place = {
      browser,
      nothing: await writeNothing(scratch),
      extensionsFolder: path.join(installed, 'extensions'),
      scratch,
    };
    for (const count of SIZES) await sizeBench(table, place, count);
  } finally {
    await browser.close();
    for (const each of [scratch, installed]) await fs.rm(each, { recursive: true, force: true });
  }
}

async function sizeBench(table: Table, place: Place, count: number): Promise<void> {
  const folder = await makeFolder({ '.vscode/settings.json': '{"because.folder": "context"}' });
  try {
    // Not where its mere presence activates: when that happens is measured from.
    writeGenerated(path.join(folder.path, 'context'), generateWritten(count));
    await folder.git('init', '--quiet');
    await folder.git('add', '--all');
    await folder.git('commit', '--quiet', '-m', 'Begin');
    const inEditor: Record<Start, Load[]> = { cold: [], 'from cache': [] };
    const inNode: Record<Start, Load[]> = { cold: [], 'from cache': [] };
    for (let round = 0; round < ROUNDS; round++) {
      const cache = await fs.mkdtemp(path.join(tmpdir(), 'because-bench-'));
      // What a window began in the background would go on, and be measured with the next.
      const options = { extensionsFolder: place.extensionsFolder, reconnects: false };
      const server = await startServer(options);
      for (const start of ['cold', 'from cache'] as const) {
        inNode[start].push(await loadInNode(place, path.join(folder.path, 'context'), path.join(cache, 'index')));
        inEditor[start].push(await loadInEditor(place, server, folder.path));
      }
      await server.stop();
      await fs.rm(cache, { recursive: true, force: true });
    }
    for (const start of ['cold', 'from cache'] as const) {
      tell(table, `${count.toLocaleString('en')} in VS Code, ${start}`, count === Math.max(...SIZES), {
        start,
        inEditor: inEditor[start],
        inNode: inNode[start],
      });
    }
  } finally {
    await folder.remove();
  }
}

interface Loads {
  readonly start: Start;
  readonly inEditor: readonly Load[];
  readonly inNode: readonly Load[];
}

function tell(table: Table, name: string, limited: boolean, { start, inEditor, inNode }: Loads): void {
  const limit = (most: number) => (limited ? most : undefined);
  const all = (of: (load: Load) => number, loads = inEditor) => measured(name, loads.map(of));
  const card = all(({ card }) => card);
  const beside = all(({ card }) => card, inNode);
  table.add(`${name}: activation to records read`, all(({ ready }) => ready).median, 'ms');
  table.add(`${name}: activation to a right hover`, card.median, 'ms');
  table.add(`${name}: the same in plain node`, beside.median, 'ms');
  table.add(`${name}: the one to the other`, ratio(card, beside), '×', limit(1.5));
  const slower = Math.max(1, beside.median / ON_A_QUICK_MACHINE[start]);
  const stall = median(inEditor.map(({ stall }) => stall));
  table.add(`${name}: longest stall`, stall, 'ms');
  table.add(`${name}: the same, at the speed of the machine its limit is from`, stall / slower, 'ms', limit(20));
  table.add(`${name}: longest stall in plain node`, median(inNode.map(({ stall }) => stall)), 'ms');
  table.add(`${name}: heap`, median(inEditor.map(({ heap }) => heap)), 'MB', limit(30));
  const programs = inEditor.flatMap(({ spawned }) => spawned);
  for (const program of new Set(programs)) say(`  started too early: ${program}`);
  table.add(`${name}: programs started before the records were read`, programs.length, '', 0);
  const parsers = inEditor.filter(({ code }) => code.some((file) => path.basename(file) === 'yaml.cjs'));
  if (start === 'from cache') table.add(`${name}: starts that loaded the YAML parser`, parsers.length, '', 0);
}

async function loadInEditor({ browser, nothing, scratch }: Place, server: Server, folder: string): Promise<Load> {
  const results = path.join(scratch, 'load.json');
  const index = path.join(server.userFolder, 'globalStorage', 'because.because', 'index');
  const args = [results, index, KEY, WORD].map((each) => JSON.stringify(each)).join(', ');
  const run = await bundle(scratch, 'inEditor', `() => measureInEditor(${args})`);
  const code = await runOnPage(browser, server, { folder }, run, { extension: nothing });
  if (code !== 0) throw new Error(`The window ended with code ${code}.`);
  return JSON.parse(await fs.readFile(results, 'utf8')) as Load;
}

async function loadInNode({ scratch }: Place, context: string, cache: string): Promise<Load> {
  const args = [context, cache, KEY].map((each) => JSON.stringify(each)).join(', ');
  const run = await bundle(scratch, 'inNode', `() => measureInNode(${args})`);
  const print = `require(${JSON.stringify(run)}).run().then((load) => console.log(load))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', print]);
  return JSON.parse(stdout) as Load;
}

/** One file whose `run` does this with what a module here exports. */
async function bundle(scratch: string, module: string, run: string): Promise<string> {
  const outfile = path.join(scratch, `${module}.cjs`);
  const [name = ''] = /measure\w+/.exec(run) ?? [];
  const contents = `import { ${name} } from './${module}.ts';\nexport const run = ${run};`;
  await build({
    stdin: { contents, resolveDir: path.join(import.meta.dirname, 'load'), loader: 'ts' },
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return outfile;
}

/** A window that runs what it is told develops an extension; this one must not be the product, which is installed. */
async function writeNothing(scratch: string): Promise<string> {
  const folder = path.join(scratch, 'nothing');
  await fs.mkdir(folder);
  const manifest = { name: 'nothing', publisher: 'because-bench', version: '1.0.0', engines: { vscode: '^1.101.0' } };
  await fs.writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}
