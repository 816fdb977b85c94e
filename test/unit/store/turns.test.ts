/** Writers in several processes: nothing acknowledged is lost, whoever dies or hangs, and nothing is left behind. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { BecauseError } from '../../../src/core/base/errors.ts';
import { NodeFiles } from '../../../src/store/nodeFiles.ts';
import { ownName } from '../../../src/store/owner.ts';
import { type Turn, Turns } from '../../../src/store/turns.ts';
import { type Folder, makeFolder } from '../../support/folder.ts';

const WRITER = fileURLToPath(new URL('../../support/countingWriter.ts', import.meta.url));

const isError = (code: string) => (error: unknown) => error instanceof BecauseError && error.code === code;

describe('Writing in turns', () => {
  let folder: Folder;
  let root: string;
  let files: NodeFiles;

  beforeEach(async () => {
    folder = await makeFolder({ '.because/r.md': '' });
    root = path.join(folder.path, '.because');
    files = new NodeFiles(root);
  });

  afterEach(() => folder.remove());

  const at = (...steps: string[]) => path.join(root, ...steps);

  const turnWith = (text: string) =>
    new Turns(root, assert.fail).take((into) => fs.writeFileSync(path.join(into, 'text'), text));

  const textIn = (turn: Turn) => path.join(turn.folder, 'text');

  /** Starts a writer in a process of its own, which adds so many lines, or is killed after some; gives its lines. */
  async function write(name: string, lines: number, killedAfter?: number): Promise<string[]> {
    const child = spawn(process.execPath, [WRITER, root, 'r.md', name, String(lines)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exit = once(child, 'exit');
    const added: string[] = [];
    for await (const line of createInterface(child.stdout)) {
      added.push(line);
      if (added.length === killedAfter) child.kill('SIGKILL');
    }
    const [code, signal] = await exit;
    assert.ok(code === 0 || signal === 'SIGKILL', 'a writer ends well, or is killed');
    return added;
  }

  it('loses no line of four processes that change one file, though some are killed', async function () {
    this.timeout(120_000);
    const each = 75;
    const added = await Promise.all(
      [0, 1, 2, 3].map(async (writer) => {
        const killed = await write(`killed-${writer}`, each, 5 + 7 * writer);
        return [...killed, ...(await write(`whole-${writer}`, each))];
      }),
    );
    const text = await folder.read('.because/r.md');
    const lines = text.split('\n').slice(0, -1);
    assert.equal(new Set(lines).size, lines.length, 'no line is there twice');
    assert.deepEqual(
      added.flat().filter((line) => !lines.includes(line)),
      [],
      'every line that was said to be written is there',
    );
    await files.write([{ path: 'r.md', before: text, after: 'all' }]);
    assert.deepEqual(fs.readdirSync(root), ['r.md'], 'nothing of the dead ones is left');
  });

  it('takes the turn of a process that died with it', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    leaveTurn(child);
    await files.write([{ path: 'r.md', before: '', after: 'next' }]);
    assert.equal(await folder.read('.because/r.md'), 'next');
    assert.deepEqual(fs.readdirSync(root), ['r.md']);
  });

  /** What a process leaves that is killed with the turn. */
  function leaveTurn({ pid }: ChildProcess): void {
    const name = ownName().replace(/^\d+/, String(pid));
    fs.mkdirSync(at('.writing/turn'), { recursive: true });
    fs.writeFileSync(at('.writing/turn', name), 'half');
    fs.mkdirSync(at('.writing', name));
    fs.writeFileSync(at('.writing', name, name), 'never written');
  }

  it('waits while another has the turn, and then sees what that one wrote', async () => {
    const turn = await turnWith('theirs');
    const mine = files.write([{ path: 'r.md', before: '', after: 'mine' }]);
    fs.renameSync(textIn(turn), at('r.md'));
    turn.end();
    await assert.rejects(mine, isError('changed-underneath'));
    assert.equal(await folder.read('.because/r.md'), 'theirs');
  });

  it('goes on without one that hangs, who then has nothing left to write', async function () {
    this.timeout(30_000);
    const hanging = await turnWith('late');
    await files.write([{ path: 'r.md', before: '', after: 'mine' }]);
    assert.throws(() => fs.renameSync(textIn(hanging), at('r.md')), { code: 'ENOENT' });
    hanging.end();
    assert.equal(await folder.read('.because/r.md'), 'mine');
    assert.deepEqual(fs.readdirSync(root), ['r.md']);
  });

  it('starts again when its own turn is taken away', async () => {
    const first = await turnWith('');
    const mine = files.write([{ path: 'r.md', before: '', after: 'mine' }]);
    const waiting = fs.readdirSync(at('.writing')).find((name) => /^\d/.test(name)) ?? assert.fail();
    fs.rmSync(at('.writing', waiting), { recursive: true });
    first.end();
    await mine;
    assert.equal(await folder.read('.because/r.md'), 'mine');
  });

  it('shows git nothing of what is being written, and touches no rule of the person', async () => {
    await folder.git('init');
    await folder.write('.gitignore', 'dist\n');
    await folder.git('add', '--all');
    await folder.git('commit', '--message', 'Start');
    const turn = await turnWith('being written');
    assert.ok(fs.existsSync(textIn(turn)));
    assert.equal(await folder.git('status', '--porcelain', '--untracked-files=all'), '');
    await folder.git('add', '--all');
    assert.equal(await folder.git('diff', '--cached', '--name-only'), '');
    const listed: string[] = [];
    for await (const some of files.list()) listed.push(...some.map((info) => info.path));
    assert.deepEqual(listed, ['r.md']);
    turn.end();
    assert.deepEqual(fs.readdirSync(root), ['r.md']);
    assert.equal(await folder.read('.gitignore'), 'dist\n');
  });

  it('leaves alone what somebody else put there, and what a living process is about to write', async () => {
    const mine = ownName();
    fs.mkdirSync(at('.writing', mine), { recursive: true });
    fs.writeFileSync(at('.writing/theirs.txt'), 'theirs');
    await files.write([{ path: 'r.md', before: '', after: 'next' }]);
    assert.deepEqual(fs.readdirSync(at('.writing')).sort(), ['.gitignore', mine, 'theirs.txt']);
  });

  it('writes and deletes nothing at the other end of links that came with a repository', async () => {
    await folder.write('elsewhere/file', 'theirs');
    const elsewhere = path.join(folder.path, 'elsewhere');
    fs.symlinkSync(elsewhere, at('.writing'));
    await assert.rejects(files.write([{ path: 'r.md', before: '', after: 'next' }]), isError('not-writable'));
    fs.rmSync(at('.writing'));
    fs.mkdirSync(at('.writing'));
    fs.symlinkSync(elsewhere, at('.writing/turn'));
    await assert.rejects(files.write([{ path: 'r.md', before: '', after: 'next' }]), isError('not-writable'));
    fs.rmSync(at('.writing/turn'));
    fs.rmSync(at('.writing/.gitignore'));
    fs.symlinkSync(path.join(elsewhere, 'file'), at('.writing/.gitignore'));
    await files.write([{ path: 'r.md', before: '', after: 'next' }]);
    assert.deepEqual(fs.readdirSync(elsewhere), ['file']);
    assert.equal(await folder.read('elsewhere/file'), 'theirs');
  });
});
