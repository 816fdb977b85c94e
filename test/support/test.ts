/**
 * `npm test`: check, build, then every tier of tests, and one last line with the totals.
 *
 * `node test/support/test.ts [unit|integration|e2e …] [--grep words] [test files …]` runs less.
 */
import { parseArgs } from 'node:util';
import { buildAll } from './build.ts';
import { check } from './check.ts';
import { failed } from './lanes.ts';
import { add, type Counts, nothing, summary } from './mocha.ts';
import { say, seconds } from './say.ts';
import { type Selection, type Tier, tiers } from './tiers.ts';

const names = Object.keys(tiers) as Tier[];

/** A step that ran nothing or less than all is a failure like any other. */
async function counted(name: string, work: () => Promise<Counts>): Promise<Counts> {
  say(`\n▸ ${name}`);
  const started = performance.now();
  try {
    const counts = await work();
    say(`▸ ${name}: ${counts === nothing ? 'done' : summary(counts)} in ${seconds(started)}`);
    return { ...counts, failed: counts.failed + counts.found - counts.ran };
  } catch (error) {
    return failed(name, error);
  }
}

async function tested(tier: Tier, selection: Selection): Promise<Counts> {
  const counts = await tiers[tier](selection);
  if (counts.found === 0) throw new Error('no test was found.');
  return counts;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { grep: { type: 'string', short: 'g' } },
    allowPositionals: true,
  });
  const asked = names.filter((tier) => positionals.includes(tier));
  const selection = {
    grep: values.grep,
    files: positionals.filter((each) => !(names as readonly string[]).includes(each)),
  };
  let total = nothing;
  if (asked.length === 0) total = add(total, await counted('Check', () => check().then(() => nothing)));
  if (asked.length === 0 || asked.some((tier) => tier !== 'unit')) {
    total = add(total, await counted('Build', () => buildAll().then(() => nothing)));
  }
  for (const tier of asked.length === 0 ? names : asked) {
    total = add(total, await counted(`Tests: ${tier}`, () => tested(tier, selection)));
  }
  say(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

await main();
