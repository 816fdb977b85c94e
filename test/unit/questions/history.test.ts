/** What becomes of a reason when people rewrite history: each row of `docs/history.md`, done with real git. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Library } from '../../../src/core/library/library.ts';
import { hasWhy, whySteps } from '../../../src/core/why/steps.ts';
import { earlierWords, nothingText, revertText, viaText } from '../../../src/core/work/whyText.ts';
import { lineOrigin } from '../../../src/git/lineOrigin.ts';
import { patchIdSince, patchIds } from '../../../src/git/marks.ts';
import { type GitFolder, gitIn } from '../../../src/git/program.ts';
import { whyOfLine } from '../../../src/questions/explainLine.ts';
import type { Answer } from '../../../src/questions/told.ts';
import { root } from '../../support/paths.ts';
import { ownRepository, Repository } from '../../support/repository.ts';
import { libraryOf, record } from '../../support/sources.ts';

/** Where the question is asked, when it is another place than line 2 of `a.ts`. */
interface Asked {
  readonly path?: string;
  readonly line?: number;
  readonly git?: GitFolder;
}

/** What a row's history is made with. */
interface Making {
  readonly home: string;
  readonly repository: Repository;
  readonly git: GitFolder;
  /** Links a commit to PAY-7, as Link Commit does. */
  linkCommit(hash: string): Promise<void>;
  /** Links pull request 12 to PAY-7, as the command that created it from this branch does. */
  linkRequest(branch?: string): Promise<void>;
  linkBranch(branch: string): void;
}

interface Row {
  readonly what: string;
  readonly make: (making: Making) => unknown;
}

const KEYS = Array.from({ length: 9 }, (_, n) => `send${n}(driver${n}, channel${n});`);
const TEXT = `${KEYS.join('\n')}\n`;
const CHANGED = TEXT.replace('send1', 'climb1');

/** A branch `late` with one commit on it that changes line 2, while `main` goes on. */
function branchOff({ repository }: Making, message: string): string {
  repository.commit('Begin', { 'a.ts': TEXT, 'b.ts': 'b\n' });
  repository.git('checkout', '--quiet', '-b', 'late');
  const hash = repository.commit(message, { 'a.ts': CHANGED });
  repository.git('checkout', '--quiet', 'main');
  repository.commit('Meanwhile', { 'b.ts': 'b\nc\n' });
  return hash;
}

/** As a host squashes the branch. */
function squash({ repository }: Making, message: string): string {
  repository.git('merge', '--quiet', '--squash', 'late');
  const hash = repository.commit(message);
  repository.git('branch', '--quiet', '-D', 'late');
  return hash;
}

async function throughConflict({ repository }: Making, ...args: string[]): Promise<void> {
  assert.throws(() => repository.git(...args));
  repository.write('a.ts', TEXT.replace('send1', 'climb1').replace('send2', 'other2'));
  repository.git('add', '--all');
  repository.git('-c', 'core.editor=true', args[0] ?? '', '--continue');
}

const rows: readonly Row[] = [
  {
    what: 'Squash on GitHub or Gitea, the key in the title',
    make: (making) => {
      branchOff(making, 'Climb');
      squash(making, 'PAY-7 Climb (#12)');
    },
  },
  {
    what: 'Squash on GitHub or Gitea, the key in one of the squashed messages',
    make: (making) => {
      branchOff(making, 'Climb');
      squash(making, 'Climb (#12)\n\n* PAY-7 climb the ladder\n\n* Fix the test');
    },
  },
  {
    what: 'Squash on GitHub, trailers in a squashed message',
    make: (making) => {
      branchOff(making, 'Climb');
      squash(
        making,
        'Climb (#12)\n\nInitiative: PAY-7\n\n---------\n\nCo-authored-by: Grace Hopper <grace@relay.example>',
      );
    },
  },
  {
    what: 'Squash on GitHub, the message edited down to the number; the pull request is linked',
    make: async (making) => {
      branchOff(making, 'Climb');
      await making.linkRequest();
      squash(making, 'Better sending (#12)');
    },
  },
  {
    what: 'Squash on any host, the whole message edited; the pull request was created here',
    make: async (making) => {
      branchOff(making, 'Climb');
      await making.linkRequest('late');
      squash(making, 'Better sending');
    },
  },
  {
    what: 'Squash on any host, the whole message edited; its only commit is linked',
    make: async (making) => {
      await making.linkCommit(branchOff(making, 'Climb'));
      squash(making, 'Better sending');
    },
  },
  {
    what: 'Squash on any host, the whole message edited; one of several commits is linked',
    make: async (making) => {
      await making.linkCommit(branchOff(making, 'Climb'));
      making.repository.git('checkout', '--quiet', 'late');
      making.repository.commit('More', { 'c.ts': 'more\n' });
      making.repository.git('checkout', '--quiet', 'main');
      squash(making, 'Better sending');
    },
  },
  {
    what: 'Squash on GitLab with its merge commit, neither names a key; the merge request is linked',
    make: async (making) => {
      const { repository } = making;
      branchOff(making, 'Climb');
      await making.linkRequest();
      repository.git('checkout', '--quiet', '-b', 'squashed');
      squash(making, 'Better sending');
      repository.git('checkout', '--quiet', 'main');
      repository.merge(
        "Merge branch 'late' into 'main'\n\nBetter sending\n\nSee merge request relay/app!12",
        'squashed',
      );
    },
  },
  {
    what: 'Squash on Bitbucket, the key in one of the squashed messages',
    make: (making) => {
      branchOff(making, 'Climb');
      squash(making, 'Merged in late (pull request #12)\n\nClimb\n\n* PAY-7 climb the ladder\n\n* Fix the test');
    },
  },
  {
    what: 'Squash on Bitbucket, the default message; the pull request is linked',
    make: async (making) => {
      branchOff(making, 'Climb');
      await making.linkRequest();
      squash(making, 'Merged in late (pull request #12)\n\nClimb');
    },
  },
  {
    what: 'Squash on Azure DevOps, the key in the title',
    make: (making) => {
      branchOff(making, 'Climb');
      squash(making, 'Merged PR 12: PAY-7 Climb\n\nRelated work items: #34');
    },
  },
  {
    what: 'Squash on Azure DevOps, no key; the pull request is linked',
    make: async (making) => {
      branchOff(making, 'Climb');
      await making.linkRequest();
      squash(making, 'Merged PR 12: Climb');
    },
  },
  {
    what: 'Merge with your own message; the pull request was created here',
    make: async (making) => {
      const { repository } = making;
      branchOff(making, 'Climb');
      repository.git('checkout', '--quiet', 'late');
      repository.commit('More', { 'c.ts': 'more\n' });
      repository.git('checkout', '--quiet', 'main');
      await making.linkRequest('late');
      repository.merge('Bring it in', 'late');
    },
  },
  {
    what: 'Fast-forward of a linked branch, no key in the commit',
    make: (making) => {
      const { repository } = making;
      repository.commit('Begin', { 'a.ts': TEXT });
      repository.git('checkout', '--quiet', '-b', 'late');
      repository.commit('Climb', { 'a.ts': CHANGED });
      repository.git('checkout', '--quiet', 'main');
      repository.git('merge', '--quiet', '--ff-only', 'late');
      making.linkBranch('late');
    },
  },
  {
    what: 'Rebase of a linked commit',
    make: async (making) => {
      const { repository } = making;
      await making.linkCommit(branchOff(making, 'Climb'));
      repository.git('rebase', '--quiet', 'main', 'late');
    },
  },
  {
    what: 'Rebase of a commit that names a key, through a conflict',
    make: async (making) => {
      const { repository } = making;
      branchOff(making, 'PAY-7 Climb');
      repository.commit('Beside', { 'a.ts': TEXT.replace('send2', 'other2') });
      repository.git('checkout', '--quiet', 'late');
      await throughConflict(making, 'rebase', 'main');
    },
  },
  {
    what: 'Rebase of a linked commit, through a conflict',
    make: async (making) => {
      const { repository } = making;
      await making.linkCommit(branchOff(making, 'Climb'));
      repository.commit('Beside', { 'a.ts': TEXT.replace('send2', 'other2') });
      repository.git('checkout', '--quiet', 'late');
      await throughConflict(making, 'rebase', 'main');
    },
  },
  {
    what: 'Amend of a linked commit’s message',
    make: async (making) => {
      const { repository } = making;
      repository.commit('Begin', { 'a.ts': TEXT });
      await making.linkCommit(repository.commit('Climb', { 'a.ts': CHANGED }));
      repository.commit('Climb the ladder', {}, '--amend');
    },
  },
  {
    what: 'Amend of a linked commit’s content',
    make: async (making) => {
      const { repository } = making;
      repository.commit('Begin', { 'a.ts': TEXT });
      await making.linkCommit(repository.commit('Climb', { 'a.ts': CHANGED }));
      repository.commit('Climb', { 'a.ts': CHANGED.replace('send5', 'climb5') }, '--amend');
    },
  },
  {
    what: 'Cherry-pick of a linked commit',
    make: async (making) => {
      await making.linkCommit(branchOff(making, 'Climb'));
      making.repository.git('cherry-pick', 'late');
    },
  },
  {
    what: 'Cherry-pick -x of a linked commit, through a conflict',
    make: async (making) => {
      const { repository } = making;
      await making.linkCommit(branchOff(making, 'Climb'));
      repository.commit('Beside', { 'a.ts': TEXT.replace('send2', 'other2') });
      await throughConflict(making, 'cherry-pick', '-x', 'late');
    },
  },
  {
    what: 'Cherry-pick of a linked commit without -x, through a conflict',
    make: async (making) => {
      const { repository } = making;
      await making.linkCommit(branchOff(making, 'Climb'));
      repository.commit('Beside', { 'a.ts': TEXT.replace('send2', 'other2') });
      await throughConflict(making, 'cherry-pick', 'late');
    },
  },
  {
    what: 'Revert of a commit that names a key',
    make: ({ repository }) => {
      repository.commit('Begin', { 'a.ts': TEXT });
      repository.commit('PAY-7 Climb', { 'a.ts': CHANGED });
      repository.git('revert', '--no-edit', 'HEAD');
    },
  },
  {
    what: 'Revert of a linked commit',
    make: async (making) => {
      const { repository } = making;
      repository.commit('Begin', { 'a.ts': TEXT });
      await making.linkCommit(repository.commit('Climb', { 'a.ts': CHANGED }));
      repository.git('revert', '--no-edit', 'HEAD');
    },
  },
  {
    what: 'Revert that gives a reason of its own',
    make: ({ repository }) => {
      repository.commit('Begin', { 'a.ts': TEXT });
      const hash = repository.commit('PAY-7 Climb', { 'a.ts': CHANGED });
      repository.commit(`Revert "PAY-7 Climb"\n\nThis reverts commit ${hash}.\n\nPAY-9: the pager fell over.`, {
        'a.ts': TEXT,
      });
    },
  },
  {
    what: 'Revert of a revert',
    make: ({ repository }) => {
      repository.commit('Begin', { 'a.ts': TEXT });
      repository.commit('PAY-7 Climb', { 'a.ts': CHANGED });
      repository.git('revert', '--no-edit', 'HEAD');
      repository.git('revert', '--no-edit', 'HEAD');
    },
  },
  {
    what: 'Revert on GitHub, which names the pull request alone; that is linked',
    make: async (making) => {
      const { repository } = making;
      repository.commit('Begin', { 'a.ts': TEXT });
      repository.commit('Climb (#12)', { 'a.ts': CHANGED });
      await making.linkRequest();
      repository.commit('Revert "Climb" (#13)\n\nReverts relay/app#12', { 'a.ts': TEXT });
    },
  },
  {
    what: 'Revert of a commit that names no reason',
    make: ({ repository }) => {
      repository.commit('Begin', { 'b.ts': 'b\n' });
      repository.commit('Add', { 'a.ts': TEXT });
      repository.commit('Climb', { 'a.ts': CHANGED });
      repository.git('revert', '--no-edit', 'HEAD');
    },
  },
  {
    what: 'Reformat',
    make: ({ repository }) => {
      repository.commit('PAY-7 Send', { 'a.ts': TEXT });
      repository.commit('Format', { 'a.ts': TEXT.replaceAll('(', '(\n  ').replaceAll(', ', ',\n  ') });
    },
  },
  {
    what: 'Rename',
    make: ({ repository }): Asked => {
      repository.commit('PAY-7 Send', { 'a.ts': TEXT });
      repository.git('mv', 'a.ts', 'c.ts');
      repository.commit('Rename');
      return { path: 'c.ts' };
    },
  },
  {
    what: 'Rename and reformat in one commit',
    make: ({ repository }): Asked => {
      repository.commit('PAY-7 Send', { 'a.ts': TEXT });
      fs.rmSync(repository.path('a.ts'));
      repository.commit('Move and format', { 'lib/c.ts': TEXT.replaceAll('(', '(\n  ').replaceAll(', ', ',\n  ') });
      return { path: 'lib/c.ts' };
    },
  },
  {
    what: 'Change in bulk, over many files',
    make: ({ repository }) => {
      repository.commit('PAY-7 Send', { 'a.ts': TEXT, 'b.ts': TEXT });
      const renamed = TEXT.replaceAll('channel', 'way');
      repository.commit('Say way', { 'a.ts': renamed, 'b.ts': renamed });
    },
  },
  {
    what: 'A file split in two',
    make: ({ repository }): Asked => {
      repository.commit('PAY-7 Send', { 'a.ts': TEXT });
      const lines = TEXT.split('\n');
      repository.commit('Split', { 'a.ts': `${lines.slice(0, 4).join('\n')}\n`, 'c.ts': lines.slice(4).join('\n') });
      return { path: 'c.ts' };
    },
  },
  {
    what: 'Subtree merge of another repository',
    make: ({ home, repository }): Asked => {
      const other = new Repository(path.join(home, 'other'));
      other.commit('PAY-7 Send', { 'a.ts': TEXT });
      repository.commit('Begin', { 'b.ts': 'b\n' });
      repository.git('fetch', '--quiet', other.folder, 'main');
      repository.git('merge', '--quiet', '-s', 'ours', '--no-commit', '--allow-unrelated-histories', 'FETCH_HEAD');
      repository.git('read-tree', '--prefix=lib/', '-u', 'FETCH_HEAD');
      repository.commit('Bring in the other one');
      return { path: 'lib/a.ts' };
    },
  },
  {
    what: 'Subtree added with --squash',
    make: ({ repository }): Asked => {
      repository.commit('Begin', { 'b.ts': 'b\n' });
      const split = 'c'.repeat(40);
      repository.commit(
        `Squashed 'lib/' content from commit ${split.slice(0, 8)}\n\ngit-subtree-dir: lib\ngit-subtree-split: ${split}`,
        { 'lib/a.ts': TEXT },
      );
      return { path: 'lib/a.ts' };
    },
  },
  {
    what: 'Shallow clone that ends before the reason',
    make: ({ home, repository }): Asked => {
      repository.commit('PAY-7 Send', { 'a.ts': TEXT });
      repository.commit('Meanwhile', { 'b.ts': 'b\n' });
      return { git: clone(home, repository) };
    },
  },
  {
    what: 'Shallow clone, deepened',
    make: ({ home, repository }): Asked => {
      repository.commit('PAY-7 Send', { 'a.ts': TEXT });
      repository.commit('Meanwhile', { 'b.ts': 'b\n' });
      const git = clone(home, repository);
      new Repository(git.folder, { init: false }).git('fetch', '--quiet', '--unshallow');
      return { git };
    },
  },
];

function clone(home: string, { folder }: Repository): GitFolder {
  const shallow = path.join(home, 'shallow');
  new Repository(folder, { init: false }).git('clone', '--quiet', '--depth=1', `file://${folder}`, shallow);
  return gitIn('git', shallow);
}

describe('A reason in a rewritten history', () => {
  let home: string;
  let repository: Repository;
  let git: GitFolder;

  ownRepository((made) => {
    ({ home, repository, git } = made);
  });

  const page = fs.readFileSync(path.join(root, 'docs', 'history.md'), 'utf8');
  const table = [...page.matchAll(/^\| (.*) \| (found|lost) \| (.*) \|$/gm)].map(([, what, end, sentence]) => ({
    what,
    end,
    sentence,
  }));

  it('is told by the table in the documents, row by row', () => {
    assert.deepEqual(
      table.map(({ what }) => what),
      rows.map(({ what }) => what),
    );
  });

  for (const { what, make } of rows) {
    it(`after: ${what}`, async () => {
      const links: Record<string, string> = {};
      const link = (name: string, ...fields: string[]) => {
        links[`links/${name}.md`] = record([...fields, 'initiative: PAY-7']);
      };
      const asked = (await make({
        home,
        repository,
        git,
        linkCommit: async (hash) => {
          const patch = (await patchIds(git, [hash])).get(hash);
          assert.ok(patch);
          link('li-1', `commit: "${hash}"`, `patch: "${patch}"`);
        },
        linkRequest: async (branch) => {
          const marks = branch === undefined ? [] : await marksOf(git, branch);
          link('li-2', 'pr: https://github.com/relay/app/pull/12', 'number: 12', ...marks);
        },
        linkBranch: (branch) => link('li-3', `branch: ${branch}`),
      })) as Asked | undefined;
      const library = libraryOf({
        'because.yml': 'keys: [PAY]\n',
        'initiatives/PAY-7.md': record(['title: Seven']),
        'initiatives/PAY-9.md': record(['title: Nine']),
        ...links,
      });
      const { path: file = 'a.ts', line = 2, git: where = git } = asked ?? {};
      const answer = await answerFor(library, where, file, line);
      const end = hasWhy(answer.beginning, answer.why) ? 'found' : 'lost';
      const told = { what, end, sentence: sentenceOf(library, answer) };
      assert.deepEqual(
        told,
        table.find((row) => row.what === what),
      );
    });
  }
});

async function marksOf(git: GitFolder, branch: string): Promise<string[]> {
  const head = await git.ask(['rev-parse', branch]);
  const patch = await patchIdSince(git, 'main', branch);
  assert.ok(head && patch);
  return [`heads: ["${head}"]`, `patch: "${patch}"`];
}

async function answerFor(library: Library, git: GitFolder, file: string, line: number): Promise<Answer> {
  const origin = await lineOrigin(git, { path: file, line });
  const place = { library, git, repos: ['github.com/relay/app'], remotes: ['origin'], branch: 'main' };
  let last: Answer | undefined;
  for await (const answer of whyOfLine(place, origin, file)) last = answer;
  assert.ok(last);
  return last;
}

/** What a person reads of how the reason is known; short hashes are all the same one, as the table has it. */
function sentenceOf(library: Library, { beginning, why }: Answer): string {
  assert.ok('commit' in beginning && beginning.earlier !== 'pending');
  const { commit, earlier } = beginning;
  const found = earlier?.found;
  const sentences = [
    ...(why.reverts ? [revertText(why.reverts)] : []),
    ...(why.via ? viaText(library, why.via) : []),
    ...(found && earlier
      ? [earlierWords(commit, earlier), ...viaText(library, found.why.via ?? { kind: 'revert' })]
      : []),
  ];
  const shown = whySteps(library, beginning, why).flatMap(({ lines }) => lines);
  for (const sentence of sentences) assert.ok(shown.includes(sentence), sentence);
  const said = hasWhy(beginning, why) ? sentences.join(' ') : nothingText(beginning, why);
  return said.replace(/\b[0-9a-f]{8}\b/g, '3f2a91c0');
}
