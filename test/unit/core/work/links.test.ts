/** Which work serves what, asked of link records and of the keys in branch names. */
import * as assert from 'node:assert/strict';
import type { Work } from '../../../../src/core/work/links.ts';
import {
  initiativeOfBranch,
  linksTo,
  linksToFile,
  normalized,
  whyOfBranch,
  whyOfLinks,
} from '../../../../src/core/work/links.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const hash = '4f8c1d2b7a9e60351c8d9f0a2b4c6e8d1f3a5b7c';

const library = libraryOf({
  'because.yml': 'keys: [PAY]\n',
  'initiatives/PAY-142.md': record(['title: x', 'problem: missed']),
  'initiatives/PAY-7.md': record(['title: y', 'issues: [OPS-31]']),
  'initiatives/PAY-8.md': record(['title: z', 'archived: true']),
  'problems/missed.md': record(['title: Missed']),
  'evidence/said.md': record(['kind: quote', 'problem: missed']),
  'links/spike.md': record(['branch: spike', 'initiative: OPS-31']),
  'links/theirs.md': record(['branch: shared', 'repo: host/them/app', 'initiative: PAY-7']),
  'links/ours.md': record(['branch: shared', 'repo: host/us/app', 'initiative: PAY-142']),
  'links/problem.md': record(['branch: look-into-it', 'problem: missed', 'evidence: said']),
  'links/mixed.md': record(['branch: PAY-142-look', 'problem: missed']),
  'links/old.md': record(['branch: PAY-8-old', 'initiative: PAY-8']),
  'links/gone.md': record(['branch: quiet', 'initiative: PAY-7', 'archived: true']),
  'links/commit.md': record([`commit: ${hash.slice(0, 8).toUpperCase()}`, 'initiative: PAY-7']),
  'links/short.md': record(['commit: 4f8c', 'initiative: PAY-142']),
  'links/pr.md': record(['pr: https://Git.relay.example/relay/app/pull/418/files?w=1#r2', 'initiative: PAY-142']),
  'links/folder.md': record(['path: ./src/send/', 'initiative: PAY-142']),
  'links/file.md': record(['path: src/send/sms.ts', 'initiative: PAY-7']),
});

const found = (work: Work) => linksTo(library, work).map(({ id }) => id);

describe("A branch's initiative", () => {
  const of = (branch: string, repos?: readonly string[]) => initiativeOfBranch(library, branch, repos)?.id;

  it('is named by the one key in it, in any case', () => {
    assert.equal(of('feature/PAY-142-urgent'), 'PAY-142');
    assert.equal(of('feature/pay-142-urgent'), 'PAY-142');
    assert.equal(whyOfBranch(library, 'feature/PAY-142').by, 'name');
  });

  it('is told by a link record, also by an issue key under it', () => {
    assert.equal(of('spike'), 'PAY-7');
    assert.equal(whyOfBranch(library, 'spike').by, 'links');
  });

  it('is open when the name carries several keys, none, or an unknown one', () => {
    for (const branch of ['PAY-142-and-PAY-7', 'main', 'PAY-999']) {
      assert.equal(of(branch), undefined);
      assert.equal(whyOfBranch(library, branch).by, 'nothing');
    }
  });

  it('is that of its own repository, whichever remote names it', () => {
    assert.equal(of('shared', ['host/Us/App']), 'PAY-142');
    assert.equal(of('shared', ['host/fork/app', 'host/them/app']), 'PAY-7');
    assert.equal(of('shared', ['host/nobody/app']), undefined);
    assert.deepEqual(found({ target: 'branch', name: 'shared' }), ['ours', 'theirs']);
  });

  it('is none that is archived, and none that an archived link names', () => {
    assert.equal(of('PAY-8-old'), undefined);
    assert.equal(of('quiet'), undefined);
  });
});

describe('What a branch serves', () => {
  it('may be a problem alone, with its evidence', () => {
    const { initiatives, problems, evidence, by } = whyOfBranch(library, 'look-into-it');
    assert.deepEqual(
      [initiatives, problems.map(({ id }) => id), evidence.map(({ id }) => id), by],
      [[], ['missed'], ['said'], 'links'],
    );
  });

  it('is the problem a link names and the initiative its name does', () => {
    const { initiatives, problems } = whyOfBranch(library, 'PAY-142-look');
    assert.deepEqual([initiatives[0]?.id, problems[0]?.id], ['PAY-142', 'missed']);
  });
});

describe('Links', () => {
  it('of a commit are found by hashes of different lengths, in any case', () => {
    assert.deepEqual(found({ target: 'commit', name: hash }), ['commit']);
    assert.deepEqual(found({ target: 'commit', name: hash.slice(0, 7) }), ['commit']);
  });

  it('of a commit are not guessed from a few digits, or from another commit that starts alike', () => {
    assert.deepEqual(found({ target: 'commit', name: '4f8c' }), []);
    assert.deepEqual(found({ target: 'commit', name: `4f8c1d2${'0'.repeat(33)}` }), []);
  });

  it('of a pull request are found whatever tab of it the address shows', () => {
    assert.deepEqual(found({ target: 'pr', name: 'https://git.relay.example/relay/app/pull/418' }), ['pr']);
    assert.deepEqual(found({ target: 'pr', name: 'https://git.relay.example/relay/app/pull/41' }), []);
    assert.equal(normalized('pr', 'not an address'), 'not an address');
  });

  it('of a file are its own, then those of the folders around it', () => {
    assert.deepEqual(
      linksToFile(library, 'src/send/sms.ts').map(({ id }) => id),
      ['file', 'folder'],
    );
    assert.deepEqual(
      linksToFile(library, 'src/sender.ts').map(({ id }) => id),
      [],
    );
  });

  it('name each record once, and none that is not there', () => {
    const { initiatives, problems } = whyOfLinks(library, [
      ...linksTo(library, { target: 'branch', name: 'spike' }),
      ...linksTo(library, { target: 'branch', name: 'shared' }),
    ]);
    assert.deepEqual(
      initiatives.map(({ id }) => id),
      ['PAY-7', 'PAY-142'],
    );
    assert.deepEqual(problems, []);
  });

  it('of a file are those of it and of its folders, the closest first; a path no system opens has none', () => {
    const paths = libraryOf({
      'links/a.md': record(['path: src']),
      'links/b.md': record(['path: src/pay//']),
      'links/c.md': record(['path: src/pay/queue.ts']),
    });
    const found = linksToFile(paths, './src/pay/queue.ts');
    assert.deepEqual(
      found.map(({ id }) => id),
      ['c', 'b', 'a'],
    );
    assert.deepEqual(linksToFile(paths, `src/${'/'.repeat(100_000)}x`), []);
  });
});
