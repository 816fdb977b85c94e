/** What a line's earlier commits are: through renames, reformats, moves and merges, and within bounds. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { CommittedOrigin } from '../../../src/core/work/facts.ts';
import { type EarlierOptions, earlierOrigins } from '../../../src/git/earlierOrigins.ts';
import { lineOrigin } from '../../../src/git/lineOrigin.ts';
import { type GitFolder, gitIn, until } from '../../../src/git/program.ts';
import { ownRepository, Repository } from '../../support/repository.ts';

const FUNCTION = [
  'export function waitingTime(message: Message, now: number): number {',
  '  const since = message.createdAt ?? message.receivedAt;',
  '  return Math.max(0, now - since);',
  '}',
];
const text = (lines: readonly string[]) => `${lines.join('\n')}\n`;

describe('The earlier commits of a line', () => {
  let home: string;
  let repository: Repository;
  let git: GitFolder;

  ownRepository((made) => {
    ({ home, repository, git } = made);
  });

  async function origin(name: string, line: number, from = git): Promise<CommittedOrigin> {
    const found = await lineOrigin(from, { path: name, line });
    assert.equal(found.kind, 'commit');
    return found as CommittedOrigin;
  }

  async function subjects(name: string, line: number, options: EarlierOptions = {}, from = git): Promise<string[]> {
    const all: string[] = [];
    // Without an own bound, none that a busy machine reaches.
    const bounds = { time: 60_000, ...options };
    for await (const { commit, wasReformatted } of earlierOrigins(from, await origin(name, line, from), bounds)) {
      all.push(`${wasReformatted ? '~' : ''}${commit.message.trim()}`);
    }
    return all;
  }

  it('are none for a line that no commit changed', async () => {
    repository.commit('Begin', { 'a.ts': text(FUNCTION) });
    repository.commit('Add', { 'a.ts': text([...FUNCTION, '', 'export const added = true;']) });
    assert.deepEqual(await subjects('a.ts', 2), []);
    assert.deepEqual(await subjects('a.ts', 6), []);
  });

  it('are told newest first, and whether only the layout changed since', async () => {
    repository.commit('One', { 'a.ts': 'head\nconst limit = 10;\ntail\n' });
    repository.commit('Two', { 'a.ts': 'head\nconst limit = 20;\ntail\n' });
    repository.commit('Reformat', { 'a.ts': 'head\n    const limit = 20\ntail\n' });
    assert.deepEqual(await subjects('a.ts', 2), ['~Two', 'One']);
  });

  it('are found from a folder below the root, through renames, odd names and folders included', async () => {
    repository.commit('One', { 'lib/ä "b".ts': text(FUNCTION) });
    repository.git('mv', 'lib/ä "b".ts', 'lib/c.ts');
    repository.commit('Rename and reformat', { 'lib/c.ts': text(FUNCTION).replace('  const', '\tconst') });
    fs.mkdirSync(repository.path('src', 'deep'), { recursive: true });
    repository.git('mv', 'lib/c.ts', 'src/deep/d.ts');
    repository.commit('Move', {});
    const below = gitIn('git', repository.path('src', 'deep'));
    assert.equal((await origin('d.ts', 2, below)).commit.message.trim(), 'Rename and reformat');
    assert.deepEqual(await subjects('d.ts', 2, {}, below), ['~One']);
  });

  it('are found through a rename that reformatted all of the file, and not in one that only stood beside it', async () => {
    const lines = Array.from({ length: 9 }, (_, n) => `  send${n}(driver${n}, channel${n}, retry${n});`);
    repository.commit('Other', { 'b.ts': 'export const other = 1;\n' });
    repository.commit('One', { 'a.ts': text(lines) });
    const split = lines.map((line) => line.replace('(', '(\n      ').replaceAll(', ', ',\n      ').trim());
    fs.rmSync(repository.path('a.ts'));
    fs.rmSync(repository.path('b.ts'));
    repository.commit('Rename and reformat', { 'lib/c.ts': text(split), 'lib/new.ts': 'export function fresh() {}\n' });
    for (const line of [1, 5, 12]) assert.deepEqual(await subjects('lib/c.ts', line), ['~One'], `line ${line}`);
    assert.deepEqual(await subjects('lib/new.ts', 1), []);
  });

  it('are found for lines that a reformat split or joined', async () => {
    repository.commit('One', { 'a.ts': text(['// head', ...FUNCTION, 'if (x) { go(); }', '// tail']) });
    const split = [
      '// head',
      'export function waitingTime(',
      '  message: Message,',
      '  now: number,',
      '): number {',
      ...FUNCTION.slice(1),
      'if (x) {',
      '  go();',
      '}',
      '// tail',
    ];
    repository.commit('Split', { 'a.ts': text(split) });
    for (const line of [2, 3, 4, 5, 9, 10, 11])
      assert.deepEqual(await subjects('a.ts', line), ['~One'], `line ${line}`);
    repository.commit('Join', { 'a.ts': text(['// head', ...FUNCTION, 'if (x) { go(); }', '// tail']) });
    assert.deepEqual(await subjects('a.ts', 2), ['~Split', '~One']);
  });

  it('come with the merges that brought them', async () => {
    repository.commit('Begin', { 'a.ts': 'head\n', 'b.ts': 'b\n' });
    repository.git('checkout', '--quiet', '-b', 'late');
    repository.commit('Work', { 'a.ts': text(['head', ...FUNCTION]) });
    repository.git('checkout', '--quiet', 'main');
    repository.commit('Meanwhile', { 'b.ts': 'b\nc\n' });
    const merge = repository.merge('Merge pull request #12 from relay/late', 'late');
    repository.commit('Reformat', { 'a.ts': text(['head', ...FUNCTION]).replaceAll('  ', '\t') });
    const found: CommittedOrigin[] = [];
    for await (const each of earlierOrigins(git, await origin('a.ts', 3))) found.push(each);
    assert.deepEqual(
      found.map(({ commit, merges }) => [commit.message.trim(), merges.map(({ hash }) => hash)]),
      [['Work', [merge]]],
    );
  });

  it('are found through a merge that changed the line itself', async () => {
    repository.commit('One', { 'a.ts': 'head\nconst limit = 10;\ntail\n' });
    repository.git('checkout', '--quiet', '-b', 'late');
    repository.commit('Theirs', { 'a.ts': 'head\nconst limit = 20;\ntail\n' });
    repository.git('checkout', '--quiet', 'main');
    repository.commit('Ours', { 'a.ts': 'head\nconst limit = 30;\ntail\n' });
    assert.throws(() => repository.git('merge', 'late'));
    repository.commit('Both', { 'a.ts': 'head\nconst limit = 50;\ntail\n' });
    assert.deepEqual(await subjects('a.ts', 2), ['Ours', 'One']);
  });

  it('end with the bound on commits, and with the one on time', async () => {
    for (let n = 1; n <= 6; n++) repository.commit(`${n}`, { 'a.ts': `const limit = ${n};\n` });
    assert.deepEqual(await subjects('a.ts', 1, { most: 3 }), ['5', '4', '3']);
    assert.deepEqual(await subjects('a.ts', 1), ['5', '4', '3', '2', '1']);
    assert.deepEqual(await subjects('a.ts', 1, { time: 0 }), []);
  });

  it('are asked no further by who has turned away', async () => {
    for (let n = 1; n <= 4; n++) repository.commit(`${n}`, { 'a.ts': `const limit = ${n};\n` });
    const controller = new AbortController();
    const walk = earlierOrigins(until(git, controller.signal), await origin('a.ts', 1));
    const first = await walk.next();
    assert.equal(first.done ? undefined : first.value.commit.message.trim(), '3');
    controller.abort();
    await assert.rejects(walk.next(), { name: 'AbortError' });
  });

  it('end where a shallow clone does', async () => {
    for (let n = 1; n <= 4; n++) repository.commit(`${n}`, { 'a.ts': `const limit = ${n};\n` });
    const folder = path.join(home, 'shallow');
    repository.git('clone', '--quiet', '--depth=2', `file://${repository.folder}`, folder);
    const clone = new Repository(folder, { init: false });
    const shallow = gitIn('git', clone.folder);
    const found: CommittedOrigin[] = [];
    for await (const each of earlierOrigins(shallow, await origin('a.ts', 1, shallow))) found.push(each);
    assert.deepEqual(
      found.map(({ commit, isCutOff }) => [commit.message.trim(), isCutOff]),
      [['3', true]],
    );
    clone.git('fetch', '--quiet', '--unshallow');
    assert.deepEqual(await subjects('a.ts', 1, {}, shallow), ['3', '2', '1']);
  });

  it('are asked for without any program of the repository’s own', async () => {
    const mark = path.join(home, 'ran');
    const program = `sh -c 'touch ${mark}; cat'`;
    repository.commit('One', { 'a.ts': 'const limit = 1;\n', '.gitattributes': '* diff=own filter=own\n' });
    repository.commit('Two', { 'a.ts': 'const limit = 2;\n' });
    for (const name of ['diff.external', 'diff.own.textconv', 'diff.own.command', 'filter.own.clean']) {
      repository.git('config', name, program);
    }
    repository.git('config', 'color.ui', 'always');
    repository.git('config', 'diff.noprefix', 'true');
    assert.deepEqual(await subjects('a.ts', 1), ['One']);
    assert.ok(!fs.existsSync(mark));
  });
});
