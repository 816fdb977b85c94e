/** The demo's git history: the same every time, and with all that it is meant to show. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { LineOrigin } from '../../src/core/work/facts.ts';
import { branches, currentBranch, defaultBranch, remotes, upstreamOf } from '../../src/git/branches.ts';
import { commit, fileHistory, recentCommits } from '../../src/git/commits.ts';
import { lineOrigin } from '../../src/git/lineOrigin.ts';
import { type GitFolder, gitIn } from '../../src/git/program.ts';
import { DEMO_BRANCH, type DemoRepository, makeDemoRepository } from '../support/demoHistory.ts';
import { demoFolder } from '../support/paths.ts';
import { temporaryFolder } from '../support/repository.ts';
import { prepareDemo } from '../support/startDemo.ts';

describe('The demo’s history', () => {
  let home: string;
  let demo: DemoRepository;
  let git: GitFolder;

  before(async () => {
    home = temporaryFolder();
    demo = await makeDemoRepository(path.join(home, 'demo'));
    git = gitIn('git', demo.folder);
  });

  after(() => fs.rmSync(home, { recursive: true, force: true }));

  const nameOf = (hash: string): string | undefined => [...demo.hashes].find(([, other]) => other === hash)?.[0];

  /** Where the line with these words comes from. */
  async function origin(file: string, words: string): Promise<LineOrigin> {
    const lines = fs.readFileSync(path.join(demo.folder, file), 'utf8').split('\n');
    const line = lines.findIndex((text) => text.includes(words)) + 1;
    assert.ok(line > 0, `${file}: ${words}`);
    return lineOrigin(git, { path: file, line });
  }

  async function nameOfOrigin(file: string, words: string): Promise<string | undefined> {
    const found = await origin(file, words);
    return found.kind === 'uncommitted' ? 'uncommitted' : nameOf(found.commit.hash);
  }

  it('has the same hashes every time', async () => {
    const again = await makeDemoRepository(path.join(home, 'again'));
    assert.deepEqual([...again.hashes], [...demo.hashes]);
    assert.ok(demo.hashes.size >= 15 && demo.hashes.size <= 30, String(demo.hashes.size));
  });

  it('moves with the day by whole sprints, hashes that records name and what is not committed as they were', async () => {
    const moved = await makeDemoRepository(path.join(home, 'moved'), new Date('2027-03-10T12:00:00Z'));
    const sprint = fs.readFileSync(path.join(moved.folder, '.because/sprints/2026-24.md'), 'utf8');
    assert.match(sprint, /\nstarts: 2027-03-08\nends: 2027-03-21\n/);
    const same = [...demo.hashes].filter(([name, hash]) => moved.hashes.get(name) === hash).map(([name]) => name);
    const before = [...demo.hashes.keys()];
    assert.deepEqual(same, before.slice(0, before.indexOf('reasons')));
    const dirty = (folder: string) => gitIn('git', folder).run(['status', '--porcelain']);
    assert.equal((await dirty(moved.folder)).toString(), (await dirty(demo.folder)).toString());
  });

  it('is as it stands in the sprint it was written in', async () => {
    const now = await makeDemoRepository(path.join(home, 'now'), new Date('2026-11-29T22:00:00Z'));
    assert.deepEqual([...now.hashes], [...demo.hashes]);
  });

  it('ends with the demo’s own files, some lines of them not committed', async () => {
    const files = fs
      .readdirSync(demoFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile());
    for (const { parentPath, name } of files) {
      const file = path.relative(demoFolder, path.join(parentPath, name));
      assert.deepEqual(
        fs.readFileSync(path.join(demo.folder, file)),
        fs.readFileSync(path.join(demoFolder, file)),
        file,
      );
    }
    assert.equal(await git.ask(['diff', '--name-only']), 'src/channels/urgentChannel.ts\nsrc/settings/settingsApi.ts');
    assert.equal(await nameOfOrigin('src/settings/settingsApi.ts', 'e-mail alone'), 'uncommitted');
  });

  it('says why in trailers, in subjects and bodies, by a pull request merged or squashed, and not at all', async () => {
    const message = async (name: string) => (await commit(git, demo.hashes.get(name) ?? '')).message;
    assert.match(await message('budget'), /\n\nInitiative: PAY-142\nBecause: missed-updates\nEvidence: ev-7k3f9q2m\n$/);
    assert.match(await message('limits'), /^PAY-155: /);
    assert.match(await message('finals'), /\n\n.*OPS-27/);
    assert.match(await message('sign'), /^Sign .* \(#14\)\n/);
    assert.doesNotMatch(await message('move'), /[A-Z]+-\d|#\d/);
    assert.equal(
      (await recentCommits(git, 100)).every(({ message: text, parents }) => parents.length > 1 || text.length > 10),
      true,
    );
  });

  it('explains the ladder by its pull request alone', async () => {
    const found = await origin('src/channels/urgentChannel.ts', 'if (await read(');
    assert.ok(found.kind === 'commit');
    assert.equal(nameOf(found.commit.hash), 'ladder-read');
    assert.doesNotMatch(found.commit.message, /[A-Z]+-\d/);
    assert.match(found.merges[0]?.message ?? '', /^Merge pull request #12 from relay-example\/feature\/PAY-143-ladder/);
  });

  it('follows a renamed file, a function moved between files, and looks through the formatting', async () => {
    assert.equal(await nameOfOrigin('src/webhooks/signature.ts', 'const TOLERANCE_SECONDS'), 'sign');
    assert.deepEqual(
      (await fileHistory(git, 'src/webhooks/signature.ts')).map(({ commit: { hash }, path: file }) => [
        nameOf(hash),
        file,
      ]),
      [
        ['constant-time', 'src/webhooks/signature.ts'],
        ['rename', 'src/webhooks/signature.ts'],
        ['sign', 'src/webhooks/hmac.ts'],
      ],
    );
    assert.equal(await nameOfOrigin('src/digest/digestScheduler.ts', 'while (hourIn('), 'hour');
    assert.equal(await nameOfOrigin('src/delivery/retryPolicy.ts', "outcome.state !== 'rejected'"), 'retry');
  });

  it('has a branch with a key checked out, one with a link, one that says nothing, and all but the newest pushed', async () => {
    assert.equal(await currentBranch(git), DEMO_BRANCH);
    assert.deepEqual(await defaultBranch(git), { name: 'main', ref: 'origin/main' });
    assert.deepEqual((await branches(git)).map(({ name }) => name).sort(), [
      DEMO_BRANCH,
      'main',
      `origin/${DEMO_BRANCH}`,
      'origin/main',
      'origin/quieter-mornings',
      'quieter-mornings',
      'try-voice-wording',
    ]);
    assert.deepEqual(await upstreamOf(git, DEMO_BRANCH), { remote: 'origin', name: DEMO_BRANCH, ahead: 1, behind: 0 });
    assert.equal(await upstreamOf(git, 'try-voice-wording'), undefined);
    assert.deepEqual(await remotes(git), [{ name: 'origin', url: 'git@github.com:relay-example/relay.git' }]);
    assert.equal(await gitIn('git', demo.remote).ask(['rev-parse', 'main']), demo.hashes.get('reasons'));
  });

  it('is what the records link to', () => {
    const link = fs.readFileSync(path.join(demoFolder, '.because/links/signature-commit.li-1g9s3jze.md'), 'utf8');
    const [, hash = ''] = /^commit: (\w+)$/m.exec(link) ?? [];
    assert.equal(
      hash,
      demo.hashes.get('constant-time'),
      'write this commit into the link: the demo’s early files changed',
    );
  });

  it('is made anew at each start, and kept where somebody changed something', async () => {
    const folder = path.join(home, 'start');
    assert.equal(await prepareDemo(folder), false);
    assert.equal(await prepareDemo(folder), false);
    fs.appendFileSync(path.join(folder, 'README.md'), 'mine\n');
    assert.equal(await prepareDemo(folder), true);
    assert.match(fs.readFileSync(path.join(folder, 'README.md'), 'utf8'), /mine/);
  });
});
