/** The messages hosts write when they merge, as they write them. */
import * as assert from 'node:assert/strict';
import {
  isRevert,
  mergedIn,
  mergedTitle,
  ownWords,
  repeatsIn,
  saidIn,
} from '../../../../src/core/work/mergeMessage.ts';

interface Case {
  readonly name: string;
  readonly message: string;
  readonly number?: number;
  readonly branches?: readonly string[];
  /** What is left to say why; what was written, where nothing is left out. */
  readonly said: string;
}

const ladder = ['feature/ladder'];

const cases: readonly Case[] = [
  {
    name: 'GitHub',
    message: 'Merge pull request #12 from relay/feature/PAY-142-ladder\n\nClimb',
    number: 12,
    branches: ['feature/PAY-142-ladder'],
    said: 'feature/PAY-142-ladder\n\nClimb',
  },
  {
    name: 'GitHub, squashed',
    message: 'Climb from push to SMS (#14)\n\n* one (#15)\n* two',
    number: 14,
    said: 'Climb from push to SMS\n\n* one (#15)\n* two',
  },
  {
    name: 'GitHub, of what named an issue itself',
    message: 'Fix the pager (#12) (#14)\n\nCloses #12',
    number: 14,
    said: 'Fix the pager (#12)\n\nCloses #12',
  },
  {
    name: 'GitHub, reverted',
    message: 'Revert "PAY-7 tidy (#99)" (#100)\n\nReverts relay/app#99',
    number: 100,
    said: 'PAY-7 tidy\n\n',
  },
  { name: 'git, reverted twice', message: 'Reapply "Revert "Tidy (#9)" (#10)"', said: 'Tidy' },
  {
    name: 'GitHub, of what is checked',
    message: `Merge ${'a'.repeat(40)} into ${'b'.repeat(40)}`,
    said: '',
  },
  {
    name: 'Gitea',
    message: "Merge pull request 'Climb' (#15) from feature/ladder into PAY-7-line",
    number: 15,
    branches: ladder,
    said: 'feature/ladder Climb',
  },
  {
    name: 'Gitea, of a fork, with an address',
    message:
      "Merge pull request 'Climb' (!15) from ada/relay:feature/ladder into main\n\nReviewed-on: https://g.example/a/b/pulls/15",
    number: 15,
    branches: ladder,
    said: 'feature/ladder Climb\n\n',
  },
  {
    name: 'Gogs',
    message: "Merge branch 'feature/ladder' of ada/OPS-9 into PAY-7",
    branches: ladder,
    said: 'feature/ladder',
  },
  {
    name: 'GitLab',
    message: "Merge branch 'feature/ladder' into 'PAY-7-line'\n\nClimb\n\nSee merge request relay/app!34",
    number: 34,
    branches: ladder,
    said: 'feature/ladder\n\nClimb\n\n',
  },
  {
    name: 'GitLab, long ago',
    message: "Merge branch 'a' into 'b'\n\nSee merge request !34",
    number: 34,
    branches: ['a'],
    said: 'a\n\n',
  },
  { name: 'GitLab, squashed', message: 'Climb (!35)', number: 35, said: 'Climb' },
  {
    name: 'Bitbucket Cloud',
    message: 'Merged in feature/ladder (pull request #56)\n\nClimb',
    number: 56,
    branches: ladder,
    said: 'feature/ladder\n\nClimb',
  },
  { name: 'Bitbucket Cloud, squashed', message: 'Climb (pull request #57)', number: 57, said: 'Climb' },
  {
    name: 'Bitbucket Server, long ago',
    message: 'Merge pull request #34 in PAY/relay from bugfix/x to PAY-7-line',
    number: 34,
    branches: ['bugfix/x'],
    said: 'bugfix/x',
  },
  {
    name: 'Bitbucket Server, of a fork',
    message: 'Merge pull request #34 in PAY/relay from ~ada/relay:bugfix/x to master\n\n* commit',
    number: 34,
    branches: ['bugfix/x'],
    said: 'bugfix/x\n\n* commit',
  },
  {
    name: 'Bitbucket Data Center',
    message: 'Pull request #7: Climb\n\nMerge in REL/app from ~ada/app:feature/ladder to PAY-7-line\n\n* commit',
    number: 7,
    branches: ladder,
    said: ' Climb\n\nfeature/ladder\n\n* commit',
  },
  { name: 'Azure DevOps', message: 'Merged PR 89: Climb', number: 89, said: ' Climb' },
  {
    name: 'Azure DevOps, of what is checked',
    message: 'Merge pull request 64 from X into PAY-7',
    number: 64,
    branches: ['X'],
    said: 'X',
  },
  {
    name: 'Gerrit',
    message: 'Merge "PAY-7 climb" into OPS-9-line',
    said: 'PAY-7 climb',
  },
  {
    name: 'Gerrit, of a topic',
    message: 'Merge changes from topic "ladder" into OPS-9',
    branches: ['ladder'],
    said: 'ladder',
  },
  { name: 'Gerrit, of changes', message: 'Merge changes I0a1b2c3d,I4e5f6a7b into PAY-7', said: '' },
  {
    name: 'a robot',
    message: 'Auto merge of #71 - ada:ladder, r=grace',
    number: 71,
    branches: ['ladder'],
    said: 'ladder, r=grace',
  },
  { name: 'a person', message: 'Merge PR #73: Climb (#12)', number: 73, said: ' Climb (#12)' },
  {
    name: 'a template',
    message:
      'Climb\n\nPull-Request: https://h.example/a/b/pull/74\nMerge-Request: https://h.example/a/b/-/merge_requests/75',
    number: 74,
    said: 'Climb\n\n\n',
  },
  { name: 'another robot', message: 'Merge #72: Climb', number: 72, said: ' Climb' },
  { name: 'git flow', message: 'Finish feature/ladder into PAY-7', branches: ladder, said: 'feature/ladder' },
  { name: 'git', message: "Merge branch 'ladder'", branches: ['ladder'], said: 'ladder' },
  { name: 'git, into', message: "Merge branch 'main' into feature/PAY-7-late", branches: ['main'], said: 'main' },
  {
    name: 'git, after a pull',
    message: "Merge branch 'main' of github.com:acme/relay into PAY-7",
    branches: ['main'],
    said: 'main',
  },
  {
    name: 'git, of several',
    message: "Merge branches 'a', 'b' and 'c' into PAY-7",
    branches: ['a', 'b', 'c'],
    said: "'a', 'b' and 'c'",
  },
  {
    name: 'git, from several repositories',
    message: "Merge branch 'a' of one.example:x, branch 'b' of two.example:x into PAY-7",
    branches: ['a'],
    said: "a, branch 'b' of two.example:x",
  },
  {
    name: 'git, of a remote',
    message: "Merge remote-tracking branch 'origin/feature/ladder' into PAY-7",
    branches: ladder,
    said: 'origin/feature/ladder',
  },
  {
    name: 'git, of several repositories, with the branch in quotes',
    message: "Merge branches 'a' and 'b' of one.example:x; branch 'c' of two.example:x into PAY-7",
    branches: ['a', 'b'],
    said: "'a' and 'b'; branch 'c' of two.example:x",
  },
  { name: 'git, of a tag', message: "Merge tag 'v7' into PAY-7", said: '' },
  { name: 'git, CRLF', message: "Merge branch 'ladder'\r\n", branches: ['ladder'], said: 'ladder\n' },
  {
    name: 'a squash that holds merges',
    message: "Climb (#14)\n\n* one\n\n* Merge branch 'main' into PAY-7-late\n\n* Merge pull request #13 from ada/x",
    number: 14,
    said: 'Climb\n\n* one\n\n* main\n\n* x',
  },
  { name: 'a plain commit', message: 'Climb from push to SMS, see #14', said: 'Climb from push to SMS, see #14' },
  { name: 'a number too large to be one', message: 'Climb (#12345678901)', said: 'Climb (#12345678901)' },
  { name: 'nothing', message: '', said: '' },
];

describe('The message of a merge', () => {
  for (const { name, message, number, branches = [], said } of cases) {
    it(`tells the pull request, the branch and what is left to say why: ${name}`, () => {
      assert.deepEqual(mergedIn(message), { number, branches });
      assert.equal(saidIn(message), said);
    });
  }

  it('names a branch without the remote that is known here, else without the first word', () => {
    const of = (message: string, ...remotes: string[]) => mergedIn(message, remotes).branches;
    assert.deepEqual(of("Merge remote-tracking branch 'upstream/late-pages'", 'origin', 'upstream'), ['late-pages']);
    assert.deepEqual(of("Merge remote-tracking branch 'upstream/late-pages'"), ['late-pages']);
    assert.deepEqual(of("Merge remote-tracking branch 'a/b/late'", 'a', 'a/b'), ['late']);
    assert.deepEqual(of("Merge branch 'upstream/late' into x", 'upstream'), ['late', 'upstream/late']);
    assert.deepEqual(of("Merge remote-tracking branches 'ada/one' and 'ada/two'", 'ada'), [
      'one',
      'ada/one',
      'two',
      'ada/two',
    ]);
    assert.deepEqual(of("Merge branch 'refs/heads/late'", 'origin'), ['late']);
  });

  it('tells the title, where it stands in the subject', () => {
    assert.equal(mergedTitle('Pull request #7: Climb\n\nMerge in REL/app from x to main'), 'Climb');
    assert.equal(mergedTitle("Merge branch 'x'\n\nClimb"), undefined);
  });
});

const hash = '3f2a91c0'.repeat(5);
const other = '0b1c2d3e'.repeat(5);

describe('What a commit takes back or repeats', () => {
  it('is what git writes for a revert, of a merge too', () => {
    const plain = `Revert "PAY-7 Climb"\r\n\r\nThis reverts commit ${hash}.\r\n`;
    assert.deepEqual(repeatsIn(plain), { title: 'PAY-7 Climb', reverted: hash, pullRequest: undefined, picked: [] });
    const merge = `Revert "Merge branch 'late'"\n\nThis reverts commit ${hash}, reversing\nchanges made to ${other}.\n`;
    assert.equal(repeatsIn(merge).reverted, hash);
    assert.equal(repeatsIn(`Reapply "PAY-7 Climb"\n\nThis reverts commit ${hash}.`).title, 'PAY-7 Climb');
  });

  it('is what hosts write for a reverted pull request', () => {
    assert.deepEqual(repeatsIn('Revert "Climb (#12)" (#13)\n\nReverts relay/app#12'), {
      title: 'Climb (#12)',
      reverted: undefined,
      pullRequest: 12,
      picked: [],
    });
    assert.equal(repeatsIn('Revert "Climb"\n\nThis reverts merge request relay/app!12').pullRequest, 12);
  });

  it('is where a commit was picked from, the last one first', () => {
    const message = `Climb\n\n(cherry picked from commit ${hash})\n(cherry picked from commit ${other})\n`;
    assert.deepEqual(repeatsIn(message).picked, [other, hash]);
  });

  it('is nothing for other messages', () => {
    for (const message of ['', 'Climb', 'Revert the pager', 'See how this reverts commit history', 'Reverts nothing']) {
      assert.ok(!isRevert(repeatsIn(message)), message);
    }
  });

  it('leaves what a revert says itself', () => {
    const message = `Revert "PAY-7 Climb"\n\nThis reverts commit ${hash}.\n\nPAY-9 fell over.`;
    assert.doesNotMatch(ownWords(message), /PAY-7/);
    assert.match(ownWords(message), /PAY-9/);
    assert.equal(ownWords('PAY-7 Climb\n\nMore'), 'PAY-7 Climb\n\nMore');
  });
});
