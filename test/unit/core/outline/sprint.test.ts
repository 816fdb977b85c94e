/** The Sprint view as data. */
import assert from 'node:assert/strict';
import { scopeName } from '../../../../src/core/face/names.ts';
import { childrenOf, type Rows } from '../../../../src/core/outline/node.ts';
import type { ScopeChoice } from '../../../../src/core/outline/scope.ts';
import { goalOf, scopeOf, scopeOptions, scopeShowing } from '../../../../src/core/outline/scope.ts';
import type { Grouping } from '../../../../src/core/outline/sprint.ts';
import { initiativeOfRecord, pathTo, sprintOutline } from '../../../../src/core/outline/sprint.ts';
import { growth, LINEAR } from '../../../support/growth.ts';
import { libraryOf, record } from '../../../support/sources.ts';
import { sketch } from './sketch.ts';

const now = new Date('2026-11-23T12:00:00Z');

const files = {
  'because.yml': 'team: {members: [{id: ada, name: Ada Lovelace}, {id: grace, name: Grace Hopper}]}\n',
  'sprints/2026-23.md': record(['title: Sprint 23', 'starts: 2026-11-02', 'ends: 2026-11-15']),
  'sprints/2026-24.md': record(['title: Sprint 24', 'starts: 2026-11-16', 'ends: 2026-11-29']),
  'initiatives/PAY-142.md': record([
    'title: Urgent updates',
    'status: building',
    'sprint: [2026-23, 2026-24]',
    'quarter: 2026-Q4',
    'problem: missed',
    'owner: grace',
  ]),
  'initiatives/PAY-97.md': record(['title: Receipts', 'status: shipped', 'sprint: 2026-24', 'owner: ada']),
  'initiatives/OPS-31.md': record(['title: Digest', 'status: building', 'sprint: 2026-24']),
  'initiatives/OPS-60.md': record(['title: Later', 'quarter: 2027-Q1']),
  'initiatives/OPS-61.md': record(['title: Gone', 'sprint: 2026-24', 'archived: true']),
  'problems/missed.md': record(['title: Nobody reads pages']),
  'evidence/e.md': record(['title: E', 'kind: quote', 'problem: missed']),
};

const outline = (
  texts: Readonly<Record<string, string>>,
  choice: ScopeChoice,
  filter = '',
  grouping: Grouping = 'none',
) => {
  const library = libraryOf(texts);
  return sprintOutline(library, { scope: scopeOf(library, choice, now), filter, grouping });
};

const labels = (...args: Parameters<typeof outline>) => outline(...args).rows.map(({ label }) => label);

describe('The sprint outline', () => {
  it('takes as much longer as there is more evidence, unfolded', () => {
    const libraries = new Map(
      [500, 2000].map((size) => [
        size,
        libraryOf({
          ...files,
          ...Object.fromEntries(
            Array.from({ length: size }, (_, n) => [
              `evidence/e${n}.md`,
              record([`title: Piece ${n}`, 'kind: quote', 'problem: missed', 'date: 2026-11-20'], '> It is late.\n'),
            ]),
          ),
        }),
      ]),
    );
    const unfolded = (rows: Rows): number => rows.reduce((count, row) => count + 1 + unfolded(childrenOf(row)), 0);
    const query = { scope: { kind: 'all' }, filter: '', grouping: 'none' } as const;
    const count = (size: number) =>
      // What a library remembers, another of the same records does not.
      unfolded(sprintOutline((libraries.get(size) ?? assert.fail()).with(new Map()), query).rows);
    assert.ok(count(500) > 500);
    assert.ok(growth(count, 500) < LINEAR);
  });

  it('reads the text of a problem without a title once, however often its rows are drawn', () => {
    const library = libraryOf({ ...files, 'problems/missed.md': record([], 'Drivers miss one update in three.\n') });
    const problem = library.findOf('problem', 'missed');
    assert.ok(problem);
    let reads = 0;
    const { body } = problem;
    Object.defineProperty(problem, 'body', {
      get() {
        reads++;
        return body;
      },
    });
    const query = { scope: { kind: 'all' }, filter: '', grouping: 'none' } as const;
    for (const each of [library, library.with(new Map())]) {
      const { rows } = sprintOutline(each, query);
      assert.ok(rows.some(({ description }) => description.startsWith('Drivers miss one update in three.')));
    }
    assert.equal(reads, 1);
  });

  it('shows the current sprint in the order of the keys, archived ones left out', () => {
    assert.deepEqual(labels(files, { kind: 'current' }), ['OPS-31 Digest', 'PAY-97 Receipts', 'PAY-142']);
  });

  it('says what the sprint is for, on one line', () => {
    const goal = (texts: Readonly<Record<string, string>>, choice: ScopeChoice) => {
      const library = libraryOf(texts);
      return goalOf(library, scopeOf(library, choice, now));
    };
    const path = 'sprints/2026-24.md';
    const with_ = { ...files, [path]: record(['starts: 2026-11-16', 'ends: 2026-11-29', 'goal: "Nobody\\nwaits."']) };
    assert.equal(goal(with_, { kind: 'current' }), 'Nobody waits.');
    assert.equal(goal(with_, { kind: 'sprint', id: '2026-23' }), undefined);
    assert.equal(goal(with_, { kind: 'all' }), undefined);
  });

  it('shows another sprint, a quarter, or all', () => {
    assert.deepEqual(labels(files, { kind: 'sprint', id: '2026-23' }), ['PAY-142']);
    assert.deepEqual(labels(files, { kind: 'quarter', quarter: '2027-Q1' }), ['OPS-60 Later']);
    assert.equal(outline(files, { kind: 'all' }).total, 4);
  });

  it('goes back to the current sprint when the chosen one is gone, and to all without any', () => {
    const { 'sprints/2026-23.md': _, ...rest } = files;
    assert.equal(labels(rest, { kind: 'sprint', id: '2026-23' }).length, 3);
    const none = libraryOf({ 'initiatives/a.md': record([]) });
    assert.deepEqual(scopeOf(none, { kind: 'current' }, now), { kind: 'all' });
  });

  it('filters by every word, in key, title, problem, status and owner, in any case', () => {
    const found = (filter: string) => labels(files, { kind: 'current' }, filter);
    assert.deepEqual(found('urg upd'), ['PAY-142']);
    assert.deepEqual(found('NOBODY'), ['PAY-142']);
    assert.deepEqual(found('hopper'), ['PAY-142']);
    assert.deepEqual(found('building ops'), ['OPS-31 Digest']);
    assert.deepEqual(found('nothing like it'), []);
    assert.deepEqual(found('   '), labels(files, { kind: 'current' }));
  });

  it('groups by status, what is being built first', () => {
    const { rows } = outline(files, { kind: 'current' }, '', 'status');
    assert.deepEqual(
      rows.map(({ label, description }) => `${label} ${description}`),
      ['building 2', 'shipped 1'],
    );
    assert.deepEqual(
      childrenOf(rows[0] ?? assert.fail()).map(({ label }) => label),
      ['OPS-31 Digest', 'PAY-142'],
    );
  });

  it('groups by owner under their names, those without one last', () => {
    assert.deepEqual(labels(files, { kind: 'current' }, '', 'owner'), ['Ada Lovelace', 'Grace Hopper', 'No owner']);
  });

  it('keeps an initiative that cannot be read in sight, with its finding, in every scope', () => {
    const broken = { ...files, 'initiatives/OPS-9.md': '---\nsprint: [2026\n---\n' };
    for (const choice of [{ kind: 'current' }, { kind: 'sprint', id: '2026-23' }, { kind: 'all' }] as const) {
      const row = outline(broken, choice).rows.find(({ label }) => label === 'OPS-9');
      assert.equal(row?.icon, 'error');
      assert.equal(row?.fold, 'leaf');
      assert.ok(row?.description);
    }
  });

  it('shows both of two initiatives with one id, each with the finding', () => {
    const twice = { ...files, 'initiatives/copy.md': record(['id: OPS-31', 'sprint: 2026-24']) };
    const rows = outline(twice, { kind: 'current' }).rows.filter(({ record: one }) => one?.id === 'OPS-31');
    assert.equal(rows.length, 2);
    assert.notEqual(rows[0]?.id, rows[1]?.id);
    for (const row of rows) assert.match(row.description, /OPS-31 is also the id of/);
  });

  it('puts a broken because.yml first', () => {
    const [row] = outline({ ...files, 'because.yml': 'team: [\n' }, { kind: 'current' }).rows;
    assert.equal(row?.label, 'because.yml');
    assert.equal(row?.tone, 'error');
  });

  it('keeps broken records that belong nowhere in sight', () => {
    const { rows } = outline({ ...files, 'risks/lost.md': '---\ntitle: [\n---\n' }, { kind: 'current' });
    const last = rows.at(-1) ?? assert.fail();
    assert.equal(last.label, 'Cannot be read');
    assert.deepEqual(
      childrenOf(last).map((row) => row.record?.id),
      ['lost'],
    );
  });

  it('shows under all what stands below no initiative, unknown kinds included', () => {
    const more = {
      ...files,
      'notes/trial.md': record(['title: The trial']),
      'problems/alone.md': record(['title: Alone']),
      'evidence/loose.md': record(['title: Loose', 'kind: quote']),
      'replies/lost.md': record(['on: nobody'], 'Hello?'),
    };
    const last = outline(more, { kind: 'all' }).rows.at(-1) ?? assert.fail();
    assert.deepEqual(
      sketch([last]).filter((line) => !/Sprint \d/.test(line)),
      [
        'Other records | 6',
        '  Sprints | 2',
        '  Problems | 1',
        '    Alone | open',
        '  Evidence | 1',
        '    Loose',
        '  Replies | 1',
        '    Hello?',
        '  notes | 1',
        '    The trial',
      ],
    );
    assert.ok(!labels(more, { kind: 'current' }).includes('Other records'));
  });

  it('finds the way to a record in whatever is shown', () => {
    const library = libraryOf(files);
    const target = library.find('e') ?? assert.fail();
    const ask = (choice: ScopeChoice, grouping: Grouping) =>
      pathTo(sprintOutline(library, { scope: scopeOf(library, choice, now), filter: '', grouping }).rows, target);
    assert.deepEqual(
      ask({ kind: 'current' }, 'owner')?.map(({ label }) => label),
      ['Grace Hopper', 'PAY-142', 'Why', 'Nobody reads pages', 'E'],
    );
    assert.equal(ask({ kind: 'quarter', quarter: '2027-Q1' }, 'none'), undefined);
    assert.equal(initiativeOfRecord(library, target)?.id, 'PAY-142');
  });
});

describe('The scopes', () => {
  it('are the current sprint, every sprint and quarter from the newest, and all', () => {
    const options = scopeOptions(libraryOf(files), now);
    assert.deepEqual(
      options.map(({ label, description, current }) => `${label} | ${description}${current ? ' | current' : ''}`),
      [
        'Current sprint | Sprint 24 | current',
        'Sprint 24 | 16\u00A0Nov – 29\u00A0Nov\u00A02026 · 3 · current | current',
        'Sprint 23 | 2\u00A0Nov – 15\u00A0Nov\u00A02026 · 1',
        '2027-Q1 | 1',
        '2026-Q4 | 1',
        'All | 4',
      ],
    );
  });

  it('call the sprint of today by what it is: over, or still to come', () => {
    const marked = (day: string) =>
      scopeOptions(libraryOf(files), new Date(`${day}T12:00:00Z`))
        .slice(0, 3)
        .map(({ label, description, current }) => `${label} | ${description}${current ? ' | current' : ''}`);
    assert.deepEqual(marked('2026-12-05'), [
      'Latest sprint | Sprint 24 · ended 29\u00A0Nov',
      'Sprint 24 | 16\u00A0Nov – 29\u00A0Nov\u00A02026 · 3 · ended 29\u00A0Nov',
      'Sprint 23 | 2\u00A0Nov – 15\u00A0Nov\u00A02026 · 1',
    ]);
    assert.deepEqual(marked('2026-10-31'), [
      'Next sprint | Sprint 23 · starts 2\u00A0Nov',
      'Sprint 24 | 16\u00A0Nov – 29\u00A0Nov\u00A02026 · 3',
      'Sprint 23 | 2\u00A0Nov – 15\u00A0Nov\u00A02026 · 1 · starts 2\u00A0Nov',
    ]);
  });

  it('are called by their titles', () => {
    const library = libraryOf({ ...files, 'sprints/v1.37.md': record(['title: Kubernetes v1.37']) });
    assert.equal(scopeName(library, { kind: 'sprint', id: 'v1.37' }), 'Kubernetes v1.37');
    assert.equal(scopeName(library, { kind: 'sprint', id: 'gone' }), 'gone');
    assert.equal(scopeName(library, { kind: 'sprint', id: '2026-24' }), 'Sprint 24');
    assert.equal(scopeName(library, { kind: 'quarter', quarter: '2026-Q4' }), '2026-Q4');
    assert.equal(scopeName(library, { kind: 'all' }), 'All');
  });

  it('are chosen as narrow as shows an initiative', () => {
    const library = libraryOf({
      ...files,
      'initiatives/a.md': record(['sprint: 2026-23']),
      'initiatives/b.md': record(['sprint: nowhere']),
    });
    const choose = (id: string) => scopeShowing(library, library.findOf('initiative', id) ?? assert.fail(), now);
    assert.deepEqual(choose('PAY-142'), { kind: 'current' });
    assert.deepEqual(choose('a'), { kind: 'sprint', id: '2026-23' });
    assert.deepEqual(choose('OPS-60'), { kind: 'quarter', quarter: '2027-Q1' });
    assert.deepEqual(choose('b'), { kind: 'all' });
  });
});
