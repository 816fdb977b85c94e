/** The messages hosts write when they merge, as they write them. */
import * as assert from 'node:assert/strict';
import { mergedIn } from '../../../../src/core/work/mergeMessage.ts';

const cases: readonly (readonly [name: string, message: string, number?: number | undefined, branch?: string])[] = [
  ['GitHub', 'Merge pull request #12 from relay/feature/PAY-142-ladder\n\nClimb', 12, 'feature/PAY-142-ladder'],
  ['GitHub, squashed', 'Climb from push to SMS (#14)\n\n* one\n* two', 14],
  ['Gitea', "Merge pull request 'Climb' (#15) from feature/ladder into main", 15, 'feature/ladder'],
  [
    'GitLab',
    "Merge branch 'feature/ladder' into 'main'\n\nClimb\n\nSee merge request relay/app!34",
    34,
    'feature/ladder',
  ],
  ['GitLab, squashed', 'Climb (!35)', 35],
  ['Bitbucket Cloud', 'Merged in feature/ladder (pull request #56)\n\nClimb', 56, 'feature/ladder'],
  [
    'Bitbucket Data Center',
    'Pull request #7: Climb\n\nMerge in REL/app from feature/ladder to main\n\n* commit',
    7,
    'feature/ladder',
  ],
  ['Azure DevOps', 'Merged PR 89: Climb', 89],
  ['git', "Merge branch 'ladder'", undefined, 'ladder'],
  ['git, of a remote', "Merge remote-tracking branch 'origin/feature/ladder'", undefined, 'feature/ladder'],
  ['git, CRLF', "Merge branch 'ladder'\r\n", undefined, 'ladder'],
  ['a plain commit', 'Climb from push to SMS, see #14'],
  ['a number too large to be one', 'Climb (#12345678901)'],
  ['nothing', ''],
];

describe('The message of a merge', () => {
  for (const [name, message, number, branch] of cases) {
    it(`tells the pull request and the branch: ${name}`, () => assert.deepEqual(mergedIn(message), { number, branch }));
  }
});
