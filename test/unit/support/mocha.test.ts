/** A run of tests says how many it found, how many ran, and what went wrong that was not its own. */
import * as assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { isForeign } from '../../support/host/foreign.ts';
import { add, type Counts, nothing, summary } from '../../support/mocha.ts';
import { root } from '../../support/paths.ts';
import { temporaryFolder } from '../../support/repository.ts';

describe('a run of tests', () => {
  let folder: string;

  beforeEach(() => {
    folder = temporaryFolder();
  });

  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  /** Runs tests in a process of their own; gives the counts it told, the last of them, and its output. */
  async function run(
    tests: string,
    isForeign = '() => false',
    retries = 0,
  ): Promise<{ counts: Counts | undefined; output: string }> {
    const file = path.join(folder, 'run.mjs');
    fs.writeFileSync(
      file,
      `import { runMocha } from ${JSON.stringify(path.join(root, 'test/support/mocha.ts'))};
      const onProgress = (counts) => process.send(counts);
      onProgress(await runMocha({ timeout: 5000, isForeign: ${isForeign}, onProgress, retries: ${retries} }, async (mocha) => {
        mocha.suite.emit('pre-require', globalThis, '', mocha);
        ${tests}
      }));
      process.disconnect();`,
    );
    const child = fork(file, { silent: true, cwd: root });
    let output = '';
    let counts: Counts | undefined;
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (output += String(text)));
    child.on('message', (told) => (counts = told as Counts));
    await once(child, 'close');
    return { counts, output };
  }

  const late = `
    it('passes, and throws afterwards', (done) => { done(); setTimeout(() => { throw new Error('late'); }); });
    it('gives it the time', (done) => { setTimeout(done, 20); });
    it('is the third', () => {});`;

  it('counts what was found, ran, passed and failed', async () => {
    const { counts } = await run(`it('a', () => {}); it('b', () => { throw new Error('no'); }); it('c', () => {});`);
    assert.deepEqual(counts, { found: 3, ran: 3, passed: 2, failed: 1, again: 0 });
  });

  it('counts what was tried again', async () => {
    const { counts } = await run(
      `let time = 0; it('a', () => { if (time++ === 0) throw new Error('no'); });`,
      undefined,
      1,
    );
    assert.deepEqual(counts, { found: 1, ran: 1, passed: 1, failed: 0, again: 1 });
    assert.equal(summary(counts ?? nothing), '1 found, 1 passed and 0 failed; 1 tried again');
  });

  it('says what did not run behind a hook that failed', async () => {
    const { counts } = await run(`
      it('runs', () => {});
      describe('x', () => { before(() => { throw new Error('no'); }); it('a', () => {}); it('b', () => {}); });`);
    assert.deepEqual(counts, { found: 3, ran: 1, passed: 1, failed: 1, again: 0 });
    assert.equal(summary(counts ?? nothing), '3 found, 1 passed and 1 failed; 2 did not run');
  });

  it('leaves its counts when the process ends in the middle', async () => {
    const { counts } = await run(`it('a', () => {}); it('b', () => process.exit(3)); it('c', () => {});`);
    assert.equal(counts?.found, 3);
    assert.equal(counts?.ran, 1);
  });

  it('fails a test for an uncaught error of ours', async () => {
    const { counts } = await run(late);
    assert.ok((counts?.failed ?? 0) > 0, JSON.stringify(counts));
  });

  it('tells of an uncaught error of others, and runs on', async () => {
    const { counts, output } = await run(late, `(error) => error.message === 'late'`);
    assert.deepEqual(counts, { found: 3, ran: 3, passed: 3, failed: 0, again: 0 });
    assert.match(output, /! not ours: Error: late/);
  });

  it('adds up runs', () => {
    const one = { found: 3, ran: 2, passed: 1, failed: 1, again: 1 };
    assert.deepEqual(add(one, add(nothing, one)), { found: 6, ran: 4, passed: 2, failed: 2, again: 2 });
  });
});

describe('an uncaught error in the extension host', () => {
  const editor = '/home/ada/because/.vscode-test/server/vscode';

  const withStack = (...frames: string[]): Error =>
    Object.assign(new Error('write EPIPE'), { stack: ['Error: write EPIPE', ...frames].join('\n') });

  const node = '    at Socket._write (node:net:967:8)';
  const git = '    at checkIgnore (/home/ada/because/.vscode-test/server/vscode/extensions/git/dist/main.js:2:3)';
  const ours = '    at run (/home/ada/because/dist/extension.cjs:2:3)';

  it("is not ours where the editor's own code made it, whoever called that", () => {
    assert.equal(isForeign(withStack(node, git), editor), true);
    assert.equal(isForeign(withStack(node, git, ours), editor), true);
  });

  it('is ours where our code made it, whoever called that', () => {
    assert.equal(isForeign(withStack(node, ours, git), editor), false);
    assert.equal(
      isForeign(withStack('    at x (/home/ada/because/.vscode-test/tests/7/window.cjs:1:1)', git), editor),
      false,
    );
  });

  it('is ours where nobody is named, but for a broken pipe', () => {
    assert.equal(isForeign(withStack(node), editor), false);
    assert.equal(isForeign(Object.assign(withStack(node), { code: 'EPIPE' }), editor), true);
    assert.equal(isForeign('a thrown text', editor), false);
  });
});
