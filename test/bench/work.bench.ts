/** How fast git answers for a line and for a file, beside git alone: on a generated history and on the project's own. */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { CommittedOrigin } from '../../src/core/work/facts.ts';
import { introductions } from '../../src/git/ancestry.ts';
import { lineShares } from '../../src/git/blame.ts';
import { fileHistory } from '../../src/git/commits.ts';
import { earlierOrigins } from '../../src/git/earlierOrigins.ts';
import { lineOrigin, Origins } from '../../src/git/lineOrigin.ts';
import { type GitFolder, gitIn } from '../../src/git/program.ts';
import { writeChangingHistory } from '../support/changingHistory.ts';
import { LONG_FILE, USUAL_FILE, writeHistory } from '../support/history.ts';
import { root } from '../support/paths.ts';
import { say } from '../support/say.ts';
import { inTurn, measure, median, ratio, type Table } from './frame.ts';

const COMMITS = 20_000;

/** The project's own file with the most history a line can have: changed by nearly everybody. */
const OWN_FILE = 'package.json';

/** Counted runs; of a small history there can be more, and of a long file fewer. */
const RUNS = { own: 25, usual: 9, long: 5 };

export async function bench(table: Table): Promise<void> {
  await ownBench(table);
  await lookBackBench(table);
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'because-bench-'));
  try {
    await writeHistory(folder, COMMITS);
    const git = gitIn('git', folder);
    const name = `${COMMITS.toLocaleString('en')} commits`;
    const merges = await lineBench(table, name, git, USUAL_FILE, RUNS.usual);
    if (merges === 0) throw new Error(`${name}: no merge was found.`);
    await fileBench(table, name, git, USUAL_FILE, RUNS.usual);
    await lineBench(table, `${name}, a long file`, git, LONG_FILE, RUNS.long);
    await fileBench(table, `${name}, a long file`, git, LONG_FILE, RUNS.long);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Lines asked about, all over the history, and how many of a line's changes count as its last ones. */
const ASKED = 300;
const LAST = 20;

const keyIn = ({ commit }: CommittedOrigin): string | undefined => /^PAY-\d+/.exec(commit.message)?.[0];

async function keyBefore(git: GitFolder, origin: CommittedOrigin): Promise<string | undefined> {
  for await (const earlier of earlierOrigins(git, origin)) {
    const key = keyIn(earlier);
    if (key !== undefined) return key;
  }
  return undefined;
}

/** How many lines have a reason, with and without asking their earlier commits, beside what their last changes name. */
async function lookBackBench(table: Table): Promise<void> {
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'because-bench-'));
  try {
    const lines = await writeChangingHistory(folder);
    const git = gitIn('git', folder);
    const counts = { known: 0, blamed: 0, told: 0, wrong: 0 };
    const times: number[] = [];
    for (let n = 0; n < ASKED; n++) {
      const asked = lines[Math.floor(lines.length * ((n * 0.618) % 1))];
      if (!asked) throw new Error('The history has no lines.');
      if (asked.keys.slice(0, LAST).some((key) => key !== undefined)) counts.known++;
      const origin = await lineOrigin(git, asked);
      if (origin.kind !== 'commit') throw new Error(`${asked.path}:${asked.line} is not committed.`);
      if (keyIn(origin)) {
        counts.blamed++;
        continue;
      }
      const started = performance.now();
      const key = await keyBefore(git, origin);
      times.push(performance.now() - started);
      if (key !== undefined) counts[asked.keys.includes(key) ? 'told' : 'wrong']++;
    }
    const share = (count: number) => (100 * count) / ASKED;
    table.add('reformats, renames and bulk changes: lines whose own commit names a reason', share(counts.blamed), '%');
    table.add(`lines of which one of the last ${LAST} changes does`, share(counts.known), '%');
    table.add('lines told a reason, looking back', share(counts.blamed + counts.told), '%');
    // What is promised of histories whose last changes name a reason nearly everywhere: at least 90% are told one.
    table.add('lines told none, looking back', 100 - share(counts.blamed + counts.told), '%', 10);
    table.add('lines left without one that have one', share(counts.known - counts.blamed - counts.told), '%', 3);
    table.add('lines told another line’s reason', share(counts.wrong), '%', 3);
    table.add('looking back for one line', median(times), 'ms', 2000);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function ownBench(table: Table): Promise<void> {
  const git = gitIn('git', root);
  if (!fs.existsSync(path.join(root, '.git')) || (await git.ask(['rev-parse', '--is-shallow-repository'])) === 'true') {
    say('  The project’s own history is not here, or only a part of it: not measured.');
    return;
  }
  await lineBench(table, 'own history', git, OWN_FILE, RUNS.own);
  await fileBench(table, 'own history', git, OWN_FILE, RUNS.own);
}

/** Explains lines all over a file, and has git blame it and them. Gives how many merges were found on the way. */
async function lineBench(table: Table, name: string, git: GitFolder, file: string, runs: number): Promise<number> {
  // As it is committed: whoever measures may be changing it.
  const contents = await git.run(['show', `HEAD:${file}`]);
  const count = contents.toString('latin1').split('\n').length - 1;
  const lineOf = (run: number) => 1 + Math.floor(count * ((run * 0.618) % 1));
  let merges = 0;
  const [whole, one, explain] = await inTurn(
    runs,
    { work: () => alone(git, 'blame', 'HEAD', '--', file) },
    { work: (run) => alone(git, 'blame', '-L', `${lineOf(run)},${lineOf(run)}`, 'HEAD', '--', file) },
    {
      work: async (run) => {
        const origin = await lineOrigin(git, { path: file, line: lineOf(run), contents });
        if (origin.kind !== 'commit' || !origin.commit.message) throw new Error(`${name}: a line has no origin.`);
        merges += origin.merges.length;
      },
    },
  );
  const origins = new Origins();
  const ask = { path: file, line: 1, contents, head: 'HEAD' };
  await origins.of(git, ask);
  const cached = await measure('cache', () => origins.of(git, ask));
  table.add(`${name}: git blame of a file alone`, whole.median, 'ms');
  table.add(`${name}: git blame of one line alone`, one.median, 'ms');
  table.add(`${name}: a line’s commit, message and merges`, explain.median, 'ms');
  table.add(`${name}: that to git blame of the file`, ratio(explain, whole), '×', 1.3);
  table.add(`${name}: that to git blame of the line`, ratio(explain, one), '×');
  table.add(`${name}: a line from cache`, cached.median, 'ms', 20);
  return merges;
}

async function fileBench(table: Table, name: string, git: GitFolder, file: string, runs: number): Promise<void> {
  let hashes: readonly string[] = [];
  const [follow, ours] = await inTurn(
    runs,
    { work: () => alone(git, 'log', '--follow', '--', file) },
    {
      work: async () => {
        hashes = (await fileHistory(git, file)).map(({ commit }) => commit.hash);
      },
    },
  );
  if (hashes.length === 0) throw new Error(`${name}: no change of ${file} was found.`);
  const shares = await measure('shares', () => lineShares(git, file));
  const merges = await measure('merges', () => introductions(git, hashes));
  table.add(`${name}: git log --follow alone`, follow.median, 'ms');
  table.add(`${name}: what was done to a file (${hashes.length} changes)`, ours.median, 'ms');
  table.add(`${name}: that to git log --follow`, ratio(ours, follow), '×', 1.3);
  table.add(`${name}: whose lines stand in it`, shares.median, 'ms');
  table.add(`${name}: by which merges its commits came`, merges.median, 'ms');
}

/** Git as anybody would run it; its output is read, as ours is. */
function alone({ program, folder }: GitFolder, ...args: string[]): void {
  execFileSync(program, args, { cwd: folder, maxBuffer: 1024 ** 3, stdio: ['ignore', 'pipe', 'inherit'] });
}
