/** Reading, updating and asking, on contexts of growing size, plain and as people write them, and on a real one where it is at hand. */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { currentSprint, initiativesIn, rollup } from '../../src/core/library/query.ts';
import type { CacheFile } from '../../src/store/cache.ts';
import { FolderStore } from '../../src/store/folderStore.ts';
import { setField } from '../../src/store/frontMatter.ts';
import { NodeFiles } from '../../src/store/nodeFiles.ts';
import { generate, writeGenerated } from '../support/generate.ts';
import { generateWritten } from '../support/generateWritten.ts';
import { kubernetesFolder } from '../support/kubernetes.ts';
import { inTurn, type Measured, measure, median, ratio, type Table } from './frame.ts';

const LARGEST = 10_000;

const makers = { 'plain records': generate, 'records as people write them': generateWritten };

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const fail = (error: unknown) => {
  throw error;
};

export async function bench(table: Table): Promise<void> {
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'because-bench-'));
  try {
    for (const [name, make] of Object.entries(makers)) {
      const cold: Measured[] = [];
      for (const count of [100, 1000, LARGEST]) {
        const context = path.join(folder, `${name}-${count}`);
        writeGenerated(context, make(count));
        cold.push(await contextBench(table, `${count.toLocaleString('en')} ${name}`, context, count === LARGEST));
      }
      const [, middle, last] = cold;
      if (middle && last) table.add(`${name}: cold load, 10 times as many`, ratio(last, middle), '×', 15);
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  const kubernetes = await kubernetesFolder();
  if (!kubernetes) return;
  await contextBench(table, 'Kubernetes', path.join(kubernetes.path, '.because'), true);
  await kubernetes.remove();
}

async function contextBench(table: Table, name: string, context: string, limited: boolean): Promise<Measured> {
  const paths = filesBelow(context);
  const limit = (most: number) => (limited ? most : undefined);
  let cached: Uint8Array | undefined;
  const cache: CacheFile = {
    read: () => Promise.resolve(cached),
    write: (bytes) => {
      cached = bytes;
      return Promise.resolve();
    },
  };
  const open = () => new FolderStore(new NodeFiles(context), { cache, onError: fail });
  let store = open();
  const stalls: number[] = [];
  const load = {
    work: async () => {
      store = open();
      stalls.push(await longestStall(() => store.load()));
    },
    // What is written for the next start must not fall on what is timed next.
    after: () => store.refresh([]),
  };
  const [reading, stating, cold, warm] = await inTurn(
    7,
    { work: () => paths.map((file) => fs.readFileSync(file, 'utf8')) },
    {
      work: () => filesBelow(context).map((file) => fs.statSync(file)),
      after: () => {
        cached = undefined;
      },
    },
    load,
    load,
  );
  table.add(`${name}: only reading the files`, reading.median, 'ms');
  table.add(`${name}: only stat-ing them`, stating.median, 'ms');
  table.add(`${name}: cold load`, cold.median, 'ms');
  table.add(`${name}: cold load to reading`, ratio(cold, reading), '×', limit(6));
  table.add(`${name}: cached load`, warm.median, 'ms');
  table.add(`${name}: cached load to stat-ing`, ratio(warm, stating), '×', limit(3));
  table.add(`${name}: longest stall of a load`, median(stalls), 'ms', limit(20));
  await queries(table, name, open, paths, limit);
  return cold;
}

async function queries(
  table: Table,
  name: string,
  open: () => FolderStore,
  paths: readonly string[],
  limit: (most: number) => number | undefined,
): Promise<void> {
  collect();
  const before = process.memoryUsage().heapUsed;
  const heap = () => {
    collect();
    return (process.memoryUsage().heapUsed - before) / 1024 / 1024;
  };
  const store = open();
  await store.load();
  table.add(`${name}: heap, before anybody asks`, heap(), 'MB');
  for (const { source, values } of store.library.files.values()) if (!source.raw || !values) throw new Error('Unread.');
  table.add(`${name}: heap, with every record read`, heap(), 'MB', limit(30));

  const risk = store.library.ofKind('risk')[0];
  if (!risk) throw new Error('There is no risk to change.');
  const file = paths.find((one) => one.endsWith(risk.path));
  if (!file) throw new Error(`${risk.path} is not on the disk.`);
  const original = fs.readFileSync(file, 'utf8');
  let likelihood = 0;
  const update = await measure('update', () => store.refresh([risk.path]), {
    runs: 15,
    before: () => {
      likelihood = (likelihood % 5) + 1;
      fs.writeFileSync(file, setField(original, ['likelihood'], likelihood));
    },
  });
  fs.writeFileSync(file, original);
  table.add(`${name}: one file changed until views are told`, update.median, 'ms', limit(10));

  let fresh = store;
  const findings = await measure(
    'findings',
    () => {
      for (const record of fresh.library.files.values()) fresh.library.findings(record);
    },
    {
      before: async () => {
        fresh = open();
        await fresh.load();
      },
    },
  );
  table.add(`${name}: all findings, from nothing`, findings.median, 'ms');

  const view = await measure('sprint', async () => {
    await store.refresh([risk.path]);
    const sprint = currentSprint(store.library, new Date('2026-11-23'));
    if (!sprint) throw new Error('There is no sprint.');
    for (const initiative of initiativesIn(store.library, { kind: 'sprint', id: sprint.id }))
      rollup(store.library, initiative);
  });
  table.add(`${name}: the current sprint with its rollups`, view.median, 'ms');
}

/** Milliseconds others had to wait at most while the work was under way. */
async function longestStall(work: () => Promise<void>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  let working = true;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (working) setImmediate(tick);
  };
  tick();
  await work();
  working = false;
  return Math.max(longest, performance.now() - last);
}

function filesBelow(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(file) : [file];
  });
}
