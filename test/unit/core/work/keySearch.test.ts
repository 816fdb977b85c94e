/** Finding keys by what was typed. */
import assert from 'node:assert/strict';
import { searchKeys } from '../../../../src/core/work/keySearch.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const initiative = (id: string, title: string, ...lines: string[]) => ({
  [`initiatives/${id}.md`]: record([`id: ${id}`, `title: ${title}`, ...lines]),
});

const library = libraryOf({
  'because.yml': 'keys: [PAY]\n',
  'sprints/s1.md': record(['id: s1', 'starts: 2026-11-16', 'ends: 2026-11-29']),
  ...initiative('PAY-1', 'Old receipts', 'status: shipped'),
  ...initiative('PAY-2', 'Receipts on paper'),
  ...initiative('PAY-142', 'Urgent updates reach people in time', 'sprint: s1', 'issues: [OPS-31, PAY-143]'),
  ...initiative('PAY-9', 'Receipts for all'),
  ...initiative('readable', 'Receipts without a key'),
});

const now = new Date('2026-11-23T12:00:00Z');
const search = (typed: string, branch?: string) => searchKeys(library, typed, { now, branch }).hits;
const keys = (typed: string, branch?: string) => search(typed, branch).map(({ key }) => key);

describe('Searching keys', () => {
  it('finds an initiative by words of its title and covers exactly the words typed for it', () => {
    const typed = 'What we know of urgent upd';
    const [hit, ...others] = search(typed);
    assert.equal(hit?.key, 'PAY-142');
    assert.equal(typed.slice(hit?.start), 'urgent upd');
    assert.equal(hit?.matched, 'Urgent updates reach people in time');
    assert.deepEqual(others, []);
  });

  it('finds it by words that are not neighbours, and by one alone', () => {
    assert.deepEqual(keys('updates peo'), ['PAY-142']);
    assert.equal(search('see updates peo')[0]?.matched, 'updates reach people in time');
    assert.equal(search('the Urg')[0]?.start, 4);
  });

  it('finds keys by their start in any case, issues under an initiative too', () => {
    assert.deepEqual(keys('(pay-14'), ['PAY-142', 'PAY-143']);
    assert.equal(search('(pay-14')[0]?.start, 1);
    assert.deepEqual(keys('fixes OPS'), ['OPS-31']);
  });

  it('offers nothing for words no title starts with, nor for short ones', () => {
    assert.deepEqual(keys('updates nobody'), []);
    assert.deepEqual(keys('gent'), []);
    assert.deepEqual(keys('re'), []);
    assert.deepEqual(keys('constructor'), []);
  });

  it('puts the branch first, then the sprint, then what is open, then what is settled', () => {
    assert.deepEqual(keys('see '), ['PAY-142', 'PAY-2', 'PAY-9', 'PAY-1']);
    assert.deepEqual(keys('see ', 'ada/pay-9-receipts'), ['PAY-9', 'PAY-142', 'PAY-2', 'PAY-1']);
    assert.deepEqual(keys('receipts'), ['PAY-2', 'PAY-9', 'PAY-1']);
  });

  it('stops at a bounded list and says that there is more', () => {
    const many = Object.assign({}, ...Array.from({ length: 120 }, (_, i) => initiative(`PAY-${i + 1}`, `Many ${i}`)));
    const found = searchKeys(libraryOf(many), 'many', { now });
    assert.equal(found.hits.length, 50);
    assert.equal(found.more, true);
  });

  it('looks back a bounded way in a long line', () => {
    const typed = `${'x'.repeat(100_000)} urgent upd`;
    assert.equal(typed.slice(search(typed)[0]?.start), 'urgent upd');
  });
});
