/** What the checked-out branch is for, as the sidebar and the status bar say it. */
import assert from 'node:assert/strict';
import type { CheckedOut } from '../../../../src/core/outline/currentWork.ts';
import {
  branchWithoutWhy,
  currentProblem,
  currentWorkMessage,
  currentWorkOutline,
  isInGit,
  statusText,
  unansweredCritical,
  workSaid,
  workTold,
} from '../../../../src/core/outline/currentWork.ts';
import { childrenOf, detailOf } from '../../../../src/core/outline/node.ts';
import { libraryOf, record } from '../../../support/sources.ts';
import { sketch } from './sketch.ts';

const files = {
  'because.yml': 'keys: [PAY]\n',
  'initiatives/PAY-142.md': record(['title: Urgent updates', 'status: building', 'problem: missed', 'owner: grace']),
  'initiatives/PAY-7.md': record(['title: Seven']),
  'problems/missed.md': record(['title: 30% of users miss urgent updates'], 'They miss them. How?\n'),
  'links/l.md': record(['branch: quiet-mornings', 'initiative: PAY-7']),
};

const on = (branch: string): CheckedOut => ({ kind: 'branch', branch });

describe('Current work', () => {
  const labels = (place: CheckedOut) => currentWorkOutline(libraryOf(files), place).map(({ label }) => label);

  it('is the initiative whose key the branch carries, opened', () => {
    const shown = labels(on('feature/pay-142-x'));
    assert.deepEqual(shown, ['PAY-142 Urgent updates', 'Why', 'Outcome', 'Risks', 'Scores', 'Work']);
  });

  it('says that the branch is linked by its name, where no record does', () => {
    const workOn = (branch: string) => {
      const row = currentWorkOutline(libraryOf(files), on(branch)).find(({ label }) => label === 'Work');
      return childrenOf(row ?? assert.fail()).map(({ label, description }) => [label, description]);
    };
    assert.deepEqual(workOn('feature/pay-142-x'), [['feature/pay-142-x', 'by its name']]);
    assert.deepEqual(workOn('quiet-mornings'), [['quiet-mornings', '']]);
  });

  it('is the initiative a link record names', () => assert.equal(labels(on('quiet-mornings'))[0], 'PAY-7 Seven'));

  it('is also the other initiatives and the problems that links name', () => {
    const linked = { ...files, 'links/m.md': record(['branch: quiet-mornings', 'initiative: PAY-142']) };
    const both = currentWorkOutline(libraryOf(linked), on('quiet-mornings')).map(({ label }) => label);
    assert.deepEqual([both[0], both.at(-1)], ['PAY-7 Seven', 'PAY-142']);
    const problem = { ...files, 'links/m.md': record(['branch: look', 'problem: missed']) };
    const alone = currentWorkOutline(libraryOf(problem), on('look')).map(({ label }) => label);
    assert.deepEqual(alone, ['They miss them.']);
    assert.equal(currentWorkMessage(libraryOf(problem), on('look')), undefined);
  });

  it('tells the whole problem above the rows, which call the work and the problem by their titles', () => {
    const above = (place: CheckedOut) => currentProblem(libraryOf(files), place);
    assert.equal(above(on('PAY-142')), 'They miss them. How?');
    for (const place of [on('quiet-mornings'), on('main'), { kind: 'unknown' } as const]) {
      assert.equal(above(place), undefined);
    }
    assert.deepEqual(sketch(currentWorkOutline(libraryOf(files), on('PAY-142'))).slice(0, 3), [
      'PAY-142 Urgent updates | building',
      'Why | no evidence yet',
      '  30% of users miss urgent updates | open',
    ]);
  });

  it('is nothing on another branch, detached, without git, or while git has not answered', () => {
    for (const kind of ['detached', 'no-git', 'restricted', 'unknown'] as const) assert.deepEqual(labels({ kind }), []);
    assert.deepEqual(labels(on('main')), []);
  });

  it('is not an archived initiative', () => {
    const archived = { ...files, 'initiatives/PAY-142.md': record(['archived: true']) };
    assert.deepEqual(currentWorkOutline(libraryOf(archived), on('PAY-142')), []);
  });

  it('says why there is nothing, and what to do', () => {
    const say = (place: CheckedOut) => currentWorkMessage(libraryOf(files), place);
    assert.match(say(on('PAY-142-and-PAY-7')) ?? '', /several initiatives \(PAY-142, PAY-7\)\. Link it/);
    assert.match(say({ kind: 'detached' }) ?? '', /detached/);
    assert.match(say({ kind: 'no-git' }) ?? '', /no branch to show/);
    assert.equal(say({ kind: 'restricted' }), undefined);
    assert.equal(say({ kind: 'unknown' }), undefined);
    assert.match(say(on('main')) ?? '', /^main is shared, so it has no single reason\. Start a branch/);
    assert.equal(say(on('tidy-up')), undefined);
    assert.equal(say(on('PAY-142')), undefined);
  });

  it('tells a branch that could be linked from one that everything is merged into', () => {
    const without = (place: CheckedOut, texts: Readonly<Record<string, string>> = files) =>
      branchWithoutWhy(libraryOf(texts), place);
    assert.equal(without(on('tidy-up')), 'unlinked');
    assert.equal(without(on('PAY-142-and-PAY-7')), 'unlinked');
    assert.equal(without(on('main')), 'shared');
    assert.equal(without(on('PAY-142')), undefined);
    assert.equal(without({ kind: 'detached' }), undefined);
    assert.equal(without(on('tidy-up'), { 'because.yml': 'keys: [PAY]\n' }), undefined);
  });
});

describe('Git', () => {
  it('tells what is checked out on a branch and beside all, and nothing elsewhere or before it has answered', () => {
    const places: CheckedOut['kind'][] = ['detached', 'no-git', 'restricted', 'unknown'];
    assert.equal(isInGit(on('main')), true);
    assert.deepEqual(
      places.map((kind) => isInGit({ kind } as CheckedOut)),
      [true, false, false, false],
    );
  });
});

describe('The Current Work view', () => {
  const said = (place: CheckedOut, texts: Readonly<Record<string, string>> = files) =>
    workSaid(libraryOf(texts), place);

  it('speaks of a branch that is for something, of one that could be linked, and of why git does not tell', () => {
    assert.equal(said(on('PAY-142')), 'linked');
    assert.equal(said(on('tidy-up')), 'unlinked');
    assert.equal(said({ kind: 'detached' }), 'detached');
    assert.equal(said({ kind: 'restricted' }), 'restricted');
  });

  it('has nothing to say of a shared branch, without git, before git has answered, and without an initiative', () => {
    for (const place of [on('main'), { kind: 'no-git' }, { kind: 'unknown' }] as const)
      assert.equal(said(place), undefined);
    for (const place of [on('tidy-up'), { kind: 'restricted' }, { kind: 'detached' }] as const)
      assert.equal(said(place, { 'problems/missed.md': record([]) }), undefined);
  });
});

describe('The status bar', () => {
  const say = (texts: Readonly<Record<string, string>>, id = 'PAY-142') => {
    const library = libraryOf(texts);
    return statusText(library, library.findOf('initiative', id) ?? assert.fail());
  };

  it('says key and problem', () => assert.equal(say(files), 'PAY-142 30% of users miss urgent updates'));

  it('says the title where there is no problem', () => assert.equal(say(files, 'PAY-7'), 'PAY-7 Seven'));

  it('passes over a problem that is archived, or has no words yet', () => {
    const problems = {
      'problems/gone.md': record(['title: Nobody has it any more', 'archived: true']),
      'problems/blank.md': record([]),
    };
    const two = record(['title: Urgent updates', 'problem: [gone, blank, missed]']);
    assert.equal(say({ ...files, ...problems, 'initiatives/PAY-142.md': two }), say(files));
    const none = record(['title: Urgent updates', 'problem: [gone, blank]']);
    assert.equal(say({ ...files, ...problems, 'initiatives/PAY-142.md': none }), 'PAY-142 Urgent updates');
  });

  it('cuts a long problem at a word, to about 60 characters', () => {
    const long = { ...files, 'problems/missed.md': record([`title: ${'people who wait '.repeat(20)}`]) };
    const text = say(long);
    assert.ok(text.length <= 60, text);
    assert.match(text, /(people|who|wait)…$/);
  });

  it('warns of a critical risk that waits for me, and of no other', () => {
    const risk = (...lines: string[]) => record(['initiative: PAY-142', 'likelihood: 5', 'impact: 5', ...lines]);
    const waiting = (me: string | undefined, ...lines: string[]) => {
      const library = libraryOf({ ...files, 'risks/r.md': risk(...lines) });
      return unansweredCritical(library, library.findOf('initiative', 'PAY-142') ?? assert.fail(), me).length;
    };
    assert.equal(waiting('grace'), 1);
    assert.equal(waiting('ada', 'owner: ada'), 1);
    assert.equal(waiting('ada'), 0);
    assert.equal(waiting(undefined), 0);
    assert.equal(waiting('grace', 'state: accepted'), 0);
    assert.equal(waiting('grace', 'mitigation: A cache'), 0);
  });
});

describe('The detail of a row', () => {
  const detail = (texts: Readonly<Record<string, string>>, id: string) => {
    const library = libraryOf(texts);
    return detailOf(library, library.find(id) ?? assert.fail());
  };

  it('tells an initiative from problem to evidence', () => {
    assert.deepEqual(detail(files, 'PAY-142'), {
      title: 'PAY-142 · Urgent updates',
      lines: ['building · owner grace', 'They miss them. How?', 'No evidence yet. Validate before building.'],
    });
  });

  it('keeps sensitive evidence to itself', () => {
    const lines = ['kind: quote', 'sensitive: true', 'customer: Secret Bank', 'problem: missed'];
    const { title, lines: said } = detail({ ...files, 'evidence/s.md': record(lines, '> We leave.\n') }, 's');
    assert.doesNotMatch([title, ...said].join(' '), /Secret|leave/);
  });

  it('tells the numbers of a risk, who answers it and what is done', () => {
    const lines = ['initiative: PAY-142', 'likelihood: 4', 'impact: 3', 'owner: ada', 'mitigation: Two senders'];
    const { lines: said } = detail({ ...files, 'risks/r.md': record(lines, 'One sender is slow.\n') }, 'r');
    assert.deepEqual(said, [
      'high (4 × 3) · open · unknown · owner ada',
      'One sender is slow.',
      'Mitigation: Two senders',
    ]);
  });
});

const library = libraryOf({
  'initiatives/PAY-142.md': record([
    'title: Urgent updates',
    'status: building',
    'owner: lin',
    'problem: late',
    'outcome: {metric: Missed updates, baseline: 30, target: 5, unit: "%"}',
  ]),
  'initiatives/PAY-7.md': record(['status: shipped']),
  'problems/late.md': record(['title: Late'], '30% of users miss urgent updates. They told us. Twice.\n'),
  'risks/send.md': record(['title: One sender', 'initiative: PAY-142', 'likelihood: 5', 'impact: 5', 'owner: ada']),
  'risks/small.md': record(['title: A detail', 'initiative: PAY-142', 'likelihood: 1', 'impact: 1', 'owner: ada']),
});

const told = (id: string, me?: string) => {
  const initiative = library.findOf('initiative', id);
  return initiative && workTold(library, initiative, me, new Date('2026-11-23T10:20Z'));
};

describe('The work of somebody', () => {
  const facts = ['30% of users miss urgent updates. They told us.', 'Outcome: Missed updates: 30 → 5%'];

  it('is told in a few words, by its problem and its outcome', () => {
    assert.deepEqual(told('PAY-142'), {
      brief: 'PAY-142 Late',
      name: 'PAY-142 · Urgent updates · building',
      lines: facts,
      waiting: [],
    });
  });

  it('says which answers of who looks are overdue, whatever they are about', () => {
    const owed = library.with(
      new Map(
        [
          ['questions/who.md', ['to: ada', 'initiative: PAY-7', 'asked: 2026-11-23T09:00Z']],
          ['questions/when.md', ['to: ada', 'initiative: PAY-7', 'asked: 2026-11-23T09:40Z']],
        ].map(([path, lines]) => {
          const text = record(lines as string[], 'Who may switch it off?\n');
          return [String(path), libraryOf({ [String(path)]: text }).files.get(String(path))] as const;
        }),
      ),
    );
    const initiative = owed.findOf('initiative', 'PAY-142') ?? assert.fail();
    const at = (me: string | undefined) => workTold(owed, initiative, me, new Date('2026-11-23T10:20Z'));
    assert.deepEqual(at('ada').waiting, [
      'Your answer is overdue by 20 min: PAY-7 · Who may switch it off?',
      'A critical risk is waiting for your answer: One sender',
    ]);
    assert.deepEqual(at('ada').lines.slice(2), at('ada').waiting);
    assert.deepEqual([at('grace').waiting, at(undefined).waiting], [[], []]);
  });

  it('says which promises of who looks are overdue', () => {
    const promise = record(['by: ada', 'to: grace', 'due: 2026-11-20', 'initiative: PAY-7'], 'Feedback from shops');
    const [file] = libraryOf({ 'commitments/c.md': promise }).records;
    const owed = library.with(new Map([['commitments/c.md', file]]));
    const initiative = owed.findOf('initiative', 'PAY-142') ?? assert.fail();
    const at = (me: string) => workTold(owed, initiative, me, new Date('2026-11-23T10:20Z')).waiting[0];
    assert.equal(
      at('ada')?.replaceAll('\u00A0', ' '),
      'Keep the promise, overdue since 20 Nov: PAY-7 · Feedback from shops',
    );
    assert.equal(at('grace'), undefined);
  });

  it('names the critical risks that wait for the answer of who looks', () => {
    for (const me of ['ada', 'lin']) {
      assert.deepEqual(told('PAY-142', me)?.waiting, ['A critical risk is waiting for your answer: One sender']);
      assert.deepEqual(told('PAY-142', me)?.lines, [
        ...facts,
        'A critical risk is waiting for your answer: One sender',
      ]);
    }
    assert.deepEqual(told('PAY-142', 'grace')?.waiting, []);
  });

  it('is its id alone where nothing else is known', () => {
    assert.deepEqual(told('PAY-7'), { brief: 'PAY-7', name: 'PAY-7 · PAY-7 · shipped', lines: [], waiting: [] });
  });
});
