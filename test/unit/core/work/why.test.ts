/** Why a commit was made, and the way from it to the customer. */
import * as assert from 'node:assert/strict';
import { whySteps } from '../../../../src/core/why/steps.ts';
import type { Commit } from '../../../../src/core/work/facts.ts';
import { shapedBy, shapedOnBranch } from '../../../../src/core/work/shapedBy.ts';
import { unlinkedWork } from '../../../../src/core/work/unlinked.ts';
import { type Circumstances, whyOf, whyOnBranch } from '../../../../src/core/work/why.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const linked = 'c'.repeat(40);

const library = libraryOf({
  'because.yml': 'keys: [PAY, OPS]\n',
  'initiatives/PAY-142.md': record(['title: Urgent updates', 'status: building', 'problem: missed']),
  'initiatives/PAY-7.md': record(['title: Seven']),
  'problems/missed.md': record(
    ['title: Missed updates'],
    '30% of users miss urgent updates. How should we solve this?\n',
  ),
  'evidence/said.md': record(
    ['kind: quote', 'problem: missed', 'customer: Acme', 'date: 2026-11-17', 'importance: 3'],
    '> I found out from a shop owner.\n> On the telephone.\n',
  ),
  'evidence/secret.md': record(
    ['kind: quote', 'problem: missed', 'sensitive: true', 'importance: 3'],
    '> Secret words.\n',
  ),
  'evidence/counted.md': record(['kind: usage', 'title: 18 of 60 miss it', 'problem: missed', 'date: 2026-10-01']),
  'links/commit.md': record([`commit: ${linked}`, 'initiative: PAY-7']),
  'links/pr.md': record(['pr: https://github.com/relay/app/pull/418', 'initiative: PAY-142']),
  'links/other.md': record(['pr: https://github.com/else/where/pull/12', 'initiative: PAY-7']),
  'links/branch.md': record(['branch: spike', 'problem: missed', 'evidence: counted']),
  'links/path.md': record(['path: src/send', 'initiative: PAY-142']),
});

let made = 0;
const commit = (message: string, more: Partial<Commit> = {}): Commit => ({
  hash: (++made).toString(16).padStart(40, '0'),
  parents: ['f'.repeat(40)],
  author: 'Ada Lovelace',
  email: 'ada@relay.example',
  authored: Date.UTC(2026, 10, 12, 9),
  message,
  ...more,
});

const why = (message: string, more: Partial<Circumstances> = {}) =>
  whyOf(library, { commit: commit(message), ...more });
const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

describe('Why a commit was made', () => {
  it('is what its trailers say, before anything else', () => {
    const found = why('PAY-7: Send at once\n\nInitiative: PAY-142\nBecause: missed\nEvidence: counted\n');
    assert.deepEqual(found.via, { kind: 'trailers' });
    assert.deepEqual(
      [ids(found.initiatives), ids(found.problems), ids(found.evidence)],
      [['PAY-142'], ['missed'], ['counted']],
    );
  });

  it('is what a link record of it says', () => {
    const found = whyOf(library, { commit: commit('PAY-142: x', { hash: linked }) });
    assert.equal(found.via?.kind, 'link');
    assert.deepEqual(ids(found.initiatives), ['PAY-7']);
  });

  it('is the key in its subject, else in its body', () => {
    assert.deepEqual(why('PAY-142: Send\n\nSee PAY-7 too').via, { kind: 'subject', keys: ['PAY-142'] });
    assert.deepEqual(why('Send\n\nPart of PAY-7.').via, { kind: 'body', keys: ['PAY-7'] });
  });

  it('is the pull request it came with, in this repository', () => {
    const merges = [commit('Merge pull request #418 from relay/ladder\n\nClimb')];
    const found = why('Climb', { merges, repos: ['github.com/Relay/App'] });
    assert.equal(found.via?.kind, 'pull-request');
    assert.equal(found.pullRequest, 418);
    assert.deepEqual(ids(found.initiatives), ['PAY-142']);
    assert.equal(why('Climb (#12)', { repos: ['github.com/relay/app'] }).via, undefined);
  });

  it('is what the message of the merge names, or the branch it names', () => {
    const named = why('Climb', { merges: [commit('Merge pull request #5 from relay/ladder\n\nPAY-142: climb')] });
    assert.deepEqual(named.via, { kind: 'merge', keys: ['PAY-142'] });
    const branch = why('Climb', {
      merges: [commit("Merge branch 'x'"), commit("Merge branch 'feature/pay-142-climb'")],
    });
    assert.deepEqual(branch.via, { kind: 'merged-branch', branch: 'feature/pay-142-climb' });
  });

  describe('where hosts and git write the message', () => {
    const hosted = libraryOf({
      'because.yml': 'keys: [PAY, OPS, "#"]\n',
      'initiatives/PAY-7.md': record(['title: Pages', 'problem: late']),
      'initiatives/OPS-9.md': record(['title: Pager', 'issues: ["#12"]']),
      'problems/late.md': record(['title: Late pages']),
      'links/branch.md': record(['branch: late-pages', 'initiative: PAY-7']),
    });
    const told = (message: string, more: Partial<Circumstances> = {}) => {
      const found = whyOf(hosted, { commit: commit(message), ...more });
      return [ids(found.initiatives).join(), found.pullRequest, found.unknown.join()];
    };

    it('is not the branch that something was merged into', () => {
      const into = [commit("Merge branch 'main' into feature/PAY-7-late", { parents: ['a', 'b'] })];
      assert.deepEqual(told('Tidy', { merges: into }), ['', undefined, '']);
      assert.deepEqual(told("Merge branch 'main' into feature/PAY-7-late"), ['', undefined, '']);
      assert.deepEqual(told('Tidy\n\n* Merge branch main into PAY-7'), ['', undefined, '']);
    });

    it('is not the number of its pull request, unless the message says it elsewhere', () => {
      assert.deepEqual(told('Merged in tidy (pull request #12)'), ['', 12, '']);
      assert.deepEqual(told('PAY-7 tidy (#99)'), ['PAY-7', 99, '']);
      assert.deepEqual(told('Merge pull request #12 from acme/tidy\n\nTidy'), ['', 12, '']);
      assert.deepEqual(told('Tidy (#12)'), ['', 12, '']);
      assert.deepEqual(told('Tidy (#12)\n\nCloses #12'), ['OPS-9', 12, '']);
      assert.deepEqual(told('Tidy', { merges: [commit('Merge pull request #12 from acme/x\n\nTidy')] }), ['', 12, '']);
      assert.deepEqual(told('Tidy', { merges: [commit('Merge pull request #1 from acme/x\n\n#12 tidy')] }), [
        'OPS-9',
        1,
        '',
      ]);
    });

    it('is the branch of any remote', () => {
      const merges = [commit("Merge remote-tracking branch 'upstream/late-pages'")];
      assert.deepEqual(told('Tidy', { merges, remotes: ['origin', 'upstream'] }), ['PAY-7', undefined, '']);
    });
  });

  it('is the branch that alone holds it, else the link of its file', () => {
    assert.deepEqual(why('Climb', { branch: 'spike' }).via, { kind: 'branch', branch: 'spike' });
    assert.deepEqual(ids(why('Climb', { branch: 'spike' }).problems), ['missed']);
    const file = why('Climb', { path: 'src/send/sms.ts' });
    assert.deepEqual([file.via?.kind, ids(file.initiatives)], ['file', ['PAY-142']]);
  });

  it('is unknown where nothing tells; ids nobody has are named', () => {
    const found = why('PAY-999: Climb\n\nInitiative: PAY-1000\n');
    assert.equal(found.via, undefined);
    assert.deepEqual([...found.unknown].sort(), ['PAY-1000', 'PAY-999']);
  });

  it('is what the branch is for, while it is not committed', () => {
    assert.deepEqual(ids(whyOnBranch(library, 'feature/PAY-142').initiatives), ['PAY-142']);
    assert.equal(whyOnBranch(library, undefined).via, undefined);
    assert.deepEqual(whyOnBranch(library, 'main').initiatives, []);
  });
});

describe('The way from a line to the customer', () => {
  const made = commit('Send at once\n\nTwo senders.\n\nInitiative: PAY-142\n');
  const steps = whySteps(library, { commit: made }, whyOf(library, { commit: made }));

  it('leads from the commit to the initiative, the problem and the evidence', () => {
    assert.deepEqual(
      steps.map(({ sort }) => sort),
      ['commit', 'initiative', 'problem', 'evidence', 'evidence'],
    );
    assert.equal(steps[0]?.name, `Commit ${made.hash.slice(0, 8)}`);
    assert.equal(steps[0]?.headline, 'Send at once');
    assert.ok(steps[0]?.lines.includes('The commit’s trailers name the reason.'));
    assert.equal(steps[2]?.headline, '30% of users miss urgent updates. How should we solve this?');
  });

  it('ends with the customer’s words, who said them and when', () => {
    assert.equal(steps[3]?.name, 'Acme');
    assert.equal(steps[3]?.headline, '“I found out from a shop owner. On the telephone.” —\u00A017\u00A0Nov\u00A02026');
  });

  it('never shows sensitive evidence, even where the commit names it', () => {
    const naming = commit('x\n\nInitiative: PAY-142\nEvidence: secret\n');
    const shown = whySteps(library, { commit: naming }, whyOf(library, { commit: naming }));
    assert.doesNotMatch(JSON.stringify(shown.map(({ headline, lines }) => [headline, lines])), /Secret words/);
  });

  it('names the pull request where there is one', () => {
    const merge = commit('Merge pull request #418 from relay/ladder\n\nClimb the ladder');
    const plain = commit('Climb');
    const circumstances = { commit: plain, merges: [merge] };
    const way = whySteps(library, circumstances, whyOf(library, circumstances));
    assert.deepEqual(
      way.slice(0, 3).map(({ name }) => name),
      [`Commit ${plain.hash.slice(0, 8)}`, 'Pull request #418', 'Initiative'],
    );
  });

  it('leaves out a day that no calendar has', () => {
    for (const authored of [9_999_999_999_999_000, -1e18, Number.NaN]) {
      const absurd = commit('PAY-142: send', { authored });
      const [step] = whySteps(library, { commit: absurd }, whyOf(library, { commit: absurd }));
      assert.equal(step?.lines.at(-1), 'Ada Lovelace');
    }
  });

  it('begins with the branch for what is not committed, and says where a shallow clone ends', () => {
    const work = whySteps(library, { branch: 'feature/PAY-142' }, whyOnBranch(library, 'feature/PAY-142'));
    assert.deepEqual([work[0]?.sort, work[0]?.headline], ['uncommitted', 'Work on feature/PAY-142']);
    const cut = whySteps(library, { commit: made, isCutOff: true }, whyOf(library, { commit: made }));
    assert.match(cut[0]?.lines.join('\n') ?? '', /shallow clone/);
  });
});

describe('What shaped a file', () => {
  const first = commit('PAY-7: begin', { authored: Date.UTC(2025, 0, 1) });
  const both = commit('More\n\nInitiative: PAY-7, PAY-142\n', { authored: Date.UTC(2026, 0, 1) });
  const tidy = commit('Tidy', { authored: Date.UTC(2026, 5, 1) });
  const merge = commit("Merge branch 'x'", { parents: ['a', 'b'] });
  const shapings = shapedBy(library, {
    changes: [merge, tidy, both, first].map((each) => ({ commit: each, path: 'a.ts' })),
    shares: [
      { hash: first.hash, lines: 2 },
      { hash: both.hash, lines: 6 },
      { hash: tidy.hash, lines: 2 },
      { hash: undefined, lines: 5 },
    ],
    repos: [],
    merges: new Map(),
  });

  it('is ranked by the lines that stand today, what says no why last', () => {
    assert.deepEqual(
      shapings.map(({ initiative, lines, share }) => [initiative?.id, lines, share]),
      [
        ['PAY-7', 5, 0.5],
        ['PAY-142', 3, 0.3],
        [undefined, 2, 0.2],
      ],
    );
  });

  it('is what the branch is for, while no commit holds the file', () => {
    const [only, ...more] = shapedOnBranch(library, 'feature/PAY-142-x', []);
    assert.deepEqual([only?.initiative?.id, only?.share, more], ['PAY-142', 1, []]);
    assert.deepEqual(shapedOnBranch(library, 'main', []), []);
  });

  it('says when, and by which commits; merges count for nothing of their own', () => {
    assert.deepEqual([shapings[0]?.from, shapings[0]?.to], [first.authored, both.authored]);
    assert.deepEqual(shapings[2]?.commits, [tidy]);
  });

  it('takes the pull request a commit came with, and the link of the file, for what says no why itself', () => {
    const merge = commit('Merge pull request #9 from relay/feature/PAY-142-x');
    const facts = { changes: [{ commit: tidy, path: 'a.ts' }], shares: [{ hash: tidy.hash, lines: 1 }], repos: [] };
    const came = shapedBy(library, { ...facts, merges: new Map([[tidy.hash, merge]]) });
    assert.deepEqual(
      came.map(({ initiative }) => initiative?.id),
      ['PAY-142'],
    );
    const linked = shapedBy(library, { ...facts, merges: new Map(), path: 'src/send/a.ts' });
    assert.deepEqual(
      linked.map(({ initiative }) => initiative?.id),
      ['PAY-142'],
    );
  });

  it('has a share of nothing where no line is left', () => {
    const gone = shapedBy(library, {
      changes: [{ commit: first, path: 'a.ts' }],
      shares: [],
      repos: [],
      merges: new Map(),
    });
    assert.deepEqual([gone[0]?.share, gone[0]?.lines], [0, 0]);
  });
});

describe('Unlinked work', () => {
  const branch = (name: string, remote?: string) => ({ name, remote, hash: 'a', committed: 0, subject: '' });
  const [merged, mine] = [commit('Came with a pull request'), commit('On this branch alone')];
  const unlinked = unlinkedWork(library, {
    branches: ['main', 'spike', 'tidy', 'feature/PAY-142-x', 'PAY-142-and-PAY-7']
      .map((name) => branch(name))
      .concat([branch('origin/tidy', 'origin'), branch('origin/theirs', 'origin'), branch('origin/HEAD', 'origin')]),
    commits: [commit('Tidy'), commit('PAY-7: x'), commit('Merge', { parents: ['a', 'b'] }), merged, mine],
    repos: [],
    defaultBranch: 'main',
    merges: new Map([[merged.hash, commit('Merge pull request #9 from relay/feature/PAY-7-x')]]),
    branch: 'spike',
    ofBranch: new Set([mine.hash]),
  });

  it('is every branch without a link and one key, once, but not the one all is merged into', () => {
    assert.deepEqual(
      unlinked.branches.map(({ name }) => name),
      ['tidy', 'PAY-142-and-PAY-7', 'origin/theirs'],
    );
  });

  it('is every commit without a why, by its merge and its branch neither; merges are not asked', () => {
    assert.deepEqual(
      unlinked.commits.map(({ message }) => message),
      ['Tidy'],
    );
  });
});
