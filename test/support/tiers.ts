/** The tiers of tests, each from its files to its counts. */
import { fork } from 'node:child_process';
import { statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { browserProgram } from './host/browser.ts';
import { bundleTests } from './host/bundle.ts';
import { desktopForTests } from './host/desktop.ts';
import { serverBuild } from './host/install.ts';
import { runInDesktop, runInServer } from './host/runInHost.ts';
import { inLanes, inLanesOrAlone, LANES, type Run } from './lanes.ts';
import { add, type Counts } from './mocha.ts';
import { root } from './paths.ts';
import { findTests, type TierOptions } from './tier.ts';

export interface Selection {
  readonly grep: string | undefined;
  /** Empty means all. */
  readonly files: readonly string[];
}

/** What was asked for of the files these patterns find. */
function found(pattern: string, except: readonly string[], { files }: Selection): string[] {
  const wanted = new Set(files.map((file) => path.relative(root, path.resolve(file))));
  return findTests([pattern], except).filter((file) => wanted.size === 0 || wanted.has(file));
}

/** The files dealt out to so many parts; none is empty. */
const dealt = (files: readonly string[], parts: number): readonly (readonly string[])[] =>
  Array.from({ length: Math.min(parts, files.length) }, (_, part) => files.filter((_file, at) => at % parts === part));

const color = process.stdout.isTTY === true;

/** Runs in a process of its own: the last counts it told, where it ended well or told that tests are missing. */
function inNode(name: string, options: Omit<TierOptions, 'color'>): Run {
  return {
    name,
    start(print) {
      const { promise, resolve, reject } = Promise.withResolvers<Counts>();
      const args = [JSON.stringify({ ...options, color } satisfies TierOptions)];
      const child = fork(path.join(import.meta.dirname, 'tier.ts'), args, { cwd: root, silent: true });
      for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', print);
      let told: Counts | undefined;
      child.on('message', (counts) => {
        told = counts as Counts;
      });
      child.once('error', reject);
      // By then all that it printed is here.
      child.once('close', (code) => {
        if (told && (code === 0 || told.ran < told.found)) resolve(told);
        else reject(new Error(`The tests ended with code ${code} and no result.`));
      });
      return promise;
    },
  };
}

function unit(selection: Selection): Promise<Counts> {
  const files = found('test/unit/**/*.test.ts', [], selection);
  // More parts than lanes, since a part is shown when it has ended.
  const runs = dealt(files, 4 * LANES).map((own, part) =>
    inNode(`unit-${part + 1}`, { files: own, grep: selection.grep, timeout: 60_000 }),
  );
  return inLanes(runs, LANES);
}

/** Windows of the integration tier, by the folder their files are in. */
interface Windows {
  readonly pattern: string;
  readonly except: readonly string[];
  /** So many windows share the files. */
  readonly parts: number;
  readonly trusted: boolean;
  readonly opens: 'workspace' | 'nothing';
}

const plain = { except: [], parts: 1, trusted: true, opens: 'workspace' } as const;

const windows: readonly Windows[] = [
  {
    ...plain,
    pattern: 'test/integration/**/*.test.ts',
    except: ['test/integration/{restricted,empty-window}/**'],
    parts: 2,
  },
  { ...plain, pattern: 'test/integration/restricted/**/*.test.ts', trusted: false },
  { ...plain, pattern: 'test/integration/empty-window/**/*.test.ts', opens: 'nothing' },
];

async function integration(selection: Selection): Promise<Counts> {
  const folder = await mkdtemp(path.join(tmpdir(), 'because-window-'));
  try {
    const desktop = await desktopForTests();
    if (!desktop) await readyServer();
    const runs = windows.flatMap((window, at) => {
      const files = found(window.pattern, window.except, selection);
      return dealt(files, window.parts).map((own, part): Run => {
        const name = `window-${at + 1}-${part + 1}`;
        const prepared = async () => ({
          opened: window.opens === 'nothing' ? {} : { workspaceFile: await writeWorkspace(folder, name) },
          trusted: window.trusted,
          bundle: await bundleTests(name, own),
          grep: selection.grep,
        });
        return {
          name,
          start: async (print) =>
            desktop
              ? runInDesktop(desktop, await prepared())
              : runInServer(await prepared(), (line) => print(`${line}\n`)),
        };
      });
    });
    return await inLanes(runs, desktop ? 1 : LANES);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A workspace without folders, which tests add; gives its file. */
async function writeWorkspace(folder: string, name: string): Promise<string> {
  const file = path.join(folder, `${name}.code-workspace`);
  await writeFile(file, '{ "folders": [] }');
  return file;
}

/** A process for each file. What builds what the others run comes after them. */
async function e2e(selection: Selection): Promise<Counts> {
  const alone = 'test/e2e/alone/**/*.test.ts';
  const size = (file: string): number => statSync(path.join(root, file)).size;
  // A long one that begins last is waited for alone.
  const together = found('test/e2e/**/*.test.ts', [alone], selection).sort((a, b) => size(b) - size(a));
  await readyServer();
  const run = (file: string): Run => inNode(file, { files: [file], grep: selection.grep, timeout: 180_000 });
  const counts = await inLanesOrAlone(together.map(run), LANES);
  return add(counts, await inLanesOrAlone(found(alone, [], selection).map(run), 1));
}

/** Installs what is missing before several need it at once. */
async function readyServer(): Promise<void> {
  await serverBuild();
  await browserProgram();
}

export const tiers = { unit, integration, e2e } as const;

export type Tier = keyof typeof tiers;
