/**
 * `npm test`: check, build, then every tier of tests, and one last line with the totals.
 *
 * `node test/support/test.ts [unit|integration|e2e …] [--grep words] [test files …]` runs less.
 */
import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from './build.ts';
import { check } from './check.ts';
import { bundleTests, removeBundles } from './host/bundle.ts';
import { desktopForTests } from './host/desktop.ts';
import { type Host, openHost } from './host/runInHost.ts';
import type { Opened } from './host/server.ts';
import { add, type Counts, nothing, summary } from './mocha.ts';
import { root } from './paths.ts';
import { say, seconds } from './say.ts';
import { findTests, type TierOptions } from './tier.ts';

const tiers = ['unit', 'integration', 'e2e'] as const;
type Tier = (typeof tiers)[number];

/** The launches of the integration tier, by the folder its files are in. */
const launches = [
  {
    name: 'window',
    pattern: 'test/integration/**/*.test.ts',
    except: ['test/integration/{restricted,empty-window}/**'],
  },
  { name: 'restricted', pattern: 'test/integration/restricted/**/*.test.ts', except: [] },
  { name: 'empty-window', pattern: 'test/integration/empty-window/**/*.test.ts', except: [] },
] as const;

interface Selection {
  readonly grep: string | undefined;
  /** Empty means all. */
  readonly files: readonly string[];
}

function selected(found: readonly string[], { files }: Selection): string[] {
  const wanted = new Set(files.map((file) => path.relative(root, path.resolve(file))));
  return found.filter((file) => wanted.size === 0 || wanted.has(file));
}

/** The last counts that were told, where the process ended well or told that tests are missing. */
function runInNode(options: TierOptions): Promise<Counts> {
  const { promise, resolve, reject } = Promise.withResolvers<Counts>();
  const child = fork(path.join(import.meta.dirname, 'tier.ts'), [JSON.stringify(options)], { cwd: root });
  let told: Counts | undefined;
  child.on('message', (counts) => {
    told = counts as Counts;
  });
  child.once('error', reject);
  child.once('exit', (code) => {
    if (told && (code === 0 || told.ran < told.found)) resolve(told);
    else reject(new Error(`The tests ended with code ${code} and no result.`));
  });
  return promise;
}

async function integration(selection: Selection): Promise<Counts> {
  const folder = await mkdtemp(path.join(tmpdir(), 'because-window-'));
  const workspaceFile = path.join(folder, 'tests.code-workspace');
  await writeFile(workspaceFile, '{ "folders": [] }');
  let host: Host | undefined;
  let total = nothing;
  try {
    for (const { name, pattern, except } of launches) {
      const files = selected(findTests([pattern], except), selection);
      if (files.length === 0) continue;
      host ??= await openHost(await desktopForTests());
      const opened: Opened = name === 'empty-window' ? {} : { workspaceFile };
      const bundle = await bundleTests(name, files);
      total = add(total, await host.run({ opened, trusted: name !== 'restricted', bundle, grep: selection.grep }));
    }
  } finally {
    await host?.close();
    await removeBundles();
    await rm(folder, { recursive: true, force: true });
  }
  return total;
}

function runTier(tier: Tier, selection: Selection): Promise<Counts> {
  if (tier === 'integration') return integration(selection);
  const files = selected(findTests([`test/${tier}/**/*.test.ts`]), selection);
  // A whole window on a busy machine may miss a click; what is broken fails the second time too.
  const patience = tier === 'e2e' ? { timeout: 180_000, retries: 1 } : { timeout: 60_000 };
  return runInNode({ files, grep: selection.grep, ...patience });
}

/** A step that could not run, or ran nothing or less than all, is a failure like any other. */
async function counted(name: string, work: () => Promise<Counts>): Promise<Counts> {
  say(`\n▸ ${name}`);
  const started = performance.now();
  try {
    const counts = await work();
    say(`▸ ${name}: ${counts === nothing ? 'done' : summary(counts)} in ${seconds(started)}`);
    return { ...counts, failed: counts.failed + counts.found - counts.ran };
  } catch (error) {
    say(`✖ ${name} could not run: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return { ...nothing, failed: 1 };
  }
}

async function tested(tier: Tier, selection: Selection): Promise<Counts> {
  const counts = await runTier(tier, selection);
  if (counts.found === 0) throw new Error('no test was found.');
  return counts;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { grep: { type: 'string', short: 'g' } },
    allowPositionals: true,
  });
  const asked = tiers.filter((tier) => positionals.includes(tier));
  const selection = {
    grep: values.grep,
    files: positionals.filter((each) => !(tiers as readonly string[]).includes(each)),
  };
  let total = nothing;
  if (asked.length === 0) total = add(total, await counted('Check', () => check().then(() => nothing)));
  if (asked.length === 0 || asked.some((tier) => tier !== 'unit')) {
    total = add(total, await counted('Build', () => buildAll().then(() => nothing)));
  }
  for (const tier of asked.length === 0 ? tiers : asked) {
    total = add(total, await counted(`Tests: ${tier}`, () => tested(tier, selection)));
  }
  say(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

await main();
