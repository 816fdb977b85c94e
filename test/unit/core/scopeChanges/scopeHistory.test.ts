/** How scope changed since the commitment, what is said of it, and the burn-up. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unsaidChange } from '../../../../src/core/plans/committed.ts';
import { burnUp, scopeHistory, unsaidWords } from '../../../../src/core/scopeChanges/scopeHistory.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const PLAN = 'plan: {slices: [{title: Push, effort: 10}, {title: SMS, effort: 5}], due: 2026-11-20}';

const decision = (plan = PLAN) => record(['initiative: PAY-1', 'sprint: s', 'created: 2026-11-02T09:00Z', plan]);

const INITIATIVE = [
  'status: building',
  'owner: grace',
  'slices: [{title: Push, effort: 10, done: 2026-11-16}, {title: SMS, effort: 5}, {title: Call, effort: 3}]',
  'due: 2026-11-27',
];

const base = {
  'decisions/d.md': decision(),
  'initiatives/PAY-1.md': record(INITIATIVE),
};

const change = (...lines: readonly string[]) =>
  record(['initiative: PAY-1', 'by: grace', 'created: 2026-11-12T10:00Z', ...lines], 'Acme asked for calls.');

const recorded = {
  ...base,
  'scope-changes/a.md': change(
    ...['added: 3', 'unit: person-weeks', 'dueFrom: 2026-11-20', 'dueTo: 2026-11-27'],
    'plan: {slices: [{title: Push, effort: 10}, {title: SMS, effort: 5}, {title: Call, effort: 3}], due: 2026-11-27}',
  ),
};

const libraryWith = (texts: Readonly<Record<string, string>>) => {
  const library = libraryOf(texts);
  return { library, initiative: library.findOf('initiative', 'PAY-1') ?? assert.fail() };
};

const words = (texts: Readonly<Record<string, string>>, day: string) => {
  const { library, initiative } = libraryWith(texts);
  return scopeHistory(library, initiative, day)?.words.replaceAll('\u00A0', ' ');
};

describe('A scope that changed', () => {
  it('is noticed by the plan that was committed, and not any more once somebody said why', () => {
    const unsaid = (texts: Readonly<Record<string, string>>) => {
      const { library, initiative } = libraryWith(texts);
      return unsaidWords(library, initiative)?.replaceAll('\u00A0', ' ');
    };
    assert.equal(unsaid(base), '+3 person-weeks · due 20 Nov → 27 Nov · + Call');
    assert.equal(unsaid(recorded), undefined);
  });

  it('is not noticed where nobody kept a plan, before the commitment, after shipping, and of what is sensitive', () => {
    const found = (texts: Readonly<Record<string, string>>) => {
      const { library, initiative } = libraryWith({ ...base, ...texts });
      return unsaidChange(initiative, library);
    };
    assert.ok(found({}));
    assert.equal(found({ 'decisions/d.md': decision('missing: score') }), undefined);
    for (const status of ['candidate', 'shipped', 'dropped']) {
      assert.equal(found({ 'initiatives/PAY-1.md': record([`status: ${status}`]) }), undefined);
    }
    assert.equal(found({ 'initiatives/PAY-1.md': record([...INITIATIVE, 'sensitive: true']) }), undefined);
    assert.equal(found({ 'decisions/d.md': decision().replace('sprint: s', 'sensitive: true') }), undefined);
  });

  it('is what a date is late after, and nobody is named for it', () => {
    assert.equal(words(recorded, '2026-11-24'), 'Late after +20% scope, agreed on 12 Nov');
    assert.equal(
      words(recorded, '2026-11-20'),
      '+3 person-weeks since the commitment (+20%), due 20 Nov → 27 Nov, agreed on 12 Nov',
    );
    assert.equal(words(base, '2026-11-24'), undefined);
  });

  it('is no reason to be late where as much went as came', () => {
    const swapped = { ...base, 'scope-changes/a.md': change('added: 3', 'removed: 3', 'unit: person-weeks') };
    assert.equal(words(swapped, '2026-11-24'), '+3 −3 person-weeks since the commitment (+20%), agreed on 12 Nov');
  });

  it('is told in its own unit where the size of the plan is not known', () => {
    const { 'decisions/d.md': _, ...without } = recorded;
    assert.equal(words(without, '2026-11-24'), 'Late after +3 person-weeks scope, agreed on 12 Nov');
  });

  it('adds up over all changes', () => {
    const second = change('added: 1.5', 'removed: 2', 'unit: person-weeks').replace('11-12T10', '11-18T10');
    const { library, initiative } = libraryWith({ ...recorded, 'scope-changes/b.md': second });
    const { added, removed, start, share, agreed } = scopeHistory(library, initiative, '2026-11-24') ?? assert.fail();
    assert.deepEqual([added, removed, start, share, agreed], [4.5, 2, 15, 0.3, '2026-11-18']);
  });
});

describe('A burn-up', () => {
  const steps = (texts: Readonly<Record<string, string>>) => {
    const { library, initiative } = libraryWith(texts);
    return burnUp(library, initiative).map(({ day, scope, done }) => [day, scope, done]);
  };

  it('has a line for the scope and one for what is done', () => {
    assert.deepEqual(steps(recorded), [
      ['2026-11-02', 15, 0],
      ['2026-11-12', 18, 0],
      ['2026-11-16', 18, 10],
    ]);
  });

  it('is empty where no change is recorded, or the plan is not known', () => {
    assert.deepEqual(steps(base), []);
    assert.deepEqual(steps({ ...recorded, 'decisions/d.md': decision('missing: score') }).length, 0);
  });

  it('does not say what is done where no slice can tell', () => {
    const counted = {
      'decisions/d.md': decision('plan: {issues: [PAY-2], effort: 5}'),
      'initiatives/PAY-1.md': record(['status: building', 'slices: [{title: Push, done: 2026-11-16}]']),
      'scope-changes/a.md': change('added: 2', 'unit: issues'),
    };
    assert.deepEqual(steps(counted), [
      ['2026-11-02', 1, undefined],
      ['2026-11-12', 3, undefined],
    ]);
  });

  it('ends with what there was, and what came less what went; what is done never shrinks', () => {
    const amounts = fc.array(fc.tuple(fc.nat(20), fc.nat(5), fc.integer({ min: 3, max: 28 })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(amounts, (all) => {
        const changes = all.map(([added, removed, day], at) => [
          `scope-changes/${at}.md`,
          change(`added: ${added}`, `removed: ${removed}`, 'unit: person-weeks').replace(
            '11-12',
            `11-${String(day).padStart(2, '0')}`,
          ),
        ]);
        const told = steps({ ...base, ...Object.fromEntries(changes) });
        const net = all.reduce((sum, [added, removed]) => sum + added - removed, 15);
        assert.equal(told.at(-1)?.[1], net);
        const days = told.map(([day]) => String(day));
        assert.deepEqual(days, [...new Set(days)].sort());
        const done = told.map(([, , each]) => Number(each));
        assert.deepEqual(
          done,
          [...done].sort((a, b) => a - b),
        );
      }),
      { numRuns: 50 },
    );
  });
});
