/** The Needs You view as rows: what waits for whom, how soon, and what a click on it does. */
import assert from 'node:assert/strict';
import { needsOutline } from '../../../../src/core/outline/needsYou.ts';
import { childrenOf } from '../../../../src/core/outline/node.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const PLAN = {
  'because.yml': [
    'hours: {zone: Europe/Paris, days: [mon, tue, wed, thu, fri], from: "09:00", to: "18:00"}',
    'answerWithin: 60 minutes',
    'team:',
    '  members:',
    '    - {id: ada, name: Ada Lovelace, role: engineer}',
    '    - {id: grace, name: Grace Hopper, role: pm}',
    '',
  ].join('\n'),
  'initiatives/PAY-1.md': record(['title: Urgent updates', 'owner: grace', 'status: building']),
  // Monday, 14:00 in Paris.
  'questions/who.md': record(
    ['initiative: PAY-1', 'by: ada', 'asked: 2026-11-23T13:00:00Z', 'title: Who may change it?'],
    'Who may change it?\n',
  ),
};

const told = (me: string | undefined, now: string, files: Readonly<Record<string, string>> = PLAN) => {
  const { rows, message, count, words } = needsOutline(libraryOf(files), me, new Date(now));
  const read = rows.map(({ label, description, tone, verb }) => ({ label, description, tone, verb }));
  return { rows: read, message, count, words, all: rows };
};

describe('Needs You', () => {
  it('says what waits for a person, about what, and how many minutes of work are left', () => {
    const { rows, count, words, message } = told('grace', '2026-11-23T13:20:00Z');
    assert.deepEqual(rows[0], {
      label: 'Answer the question',
      description: '40 min left · PAY-1 · Who may change it?',
      tone: undefined,
      verb: 'answerQuestion',
    });
    assert.deepEqual([count, words, message], [1, '1 thing is waiting for you', undefined]);
  });

  it('says until when a promise is to be kept, and how many days that is, to both sides', () => {
    const promise = (due: string) => ({
      ...PLAN,
      'commitments/c.md': record(['by: ada', 'to: grace', `due: ${due}`, 'initiative: PAY-1'], 'Feedback from shops'),
    });
    const soon = (due: string, me = 'ada') => {
      const { all } = told(me, '2026-11-23T08:00:00Z', promise(due));
      const rows = me === 'ada' ? all : all.flatMap(childrenOf);
      const row = rows.find(({ label }) => label === 'Keep the promise');
      return row?.description.replaceAll('\u00A0', ' ').split(' · PAY-1')[0];
    };
    assert.equal(soon('2026-11-23'), 'by 23 Nov · today');
    assert.equal(soon('2026-11-24'), 'by 24 Nov · 1 day left');
    assert.equal(soon('2026-11-26T14:00'), 'by 26 Nov, 14:00 · 3 days left');
    assert.equal(soon('2026-12-11'), 'by 11 Dec');
    assert.equal(soon('2026-11-22'), 'overdue since 22 Nov');
    // A day of 25 hours, when the clocks were set back, and one of 23.
    assert.equal(soon('2026-10-25'), 'overdue since 25 Oct');
    assert.equal(soon('2027-03-28'), 'by 28 Mar 2027');
    assert.equal(soon('2026-11-23T08:30'), 'overdue since 23 Nov, 08:30');
    assert.equal(soon('2026-11-26', 'grace'), 'by 26 Nov · 3 days left · ada');
  });

  it('says what is overdue, and counts no hours in which nobody works', () => {
    const [soon] = told('grace', '2026-11-23T14:30:00Z').rows;
    assert.match(soon?.description ?? '', /^30 min overdue · /);
    assert.equal(soon?.tone, 'error');
    // Tuesday, an hour into the morning: four hours of Monday's afternoon, and one of today's.
    const [next] = told('grace', '2026-11-24T09:00:00Z').rows;
    assert.match(next?.description ?? '', /^4 h overdue · /);
  });

  it('keeps below one row what somebody else has to do for a person, with whom it waits for', () => {
    const { all, count, message } = told('ada', '2026-11-23T13:20:00Z', {
      ...PLAN,
      // Nothing else to do for her.
      'acks/PAY-1/ada.md': record(['initiative: PAY-1', 'by: ada', 'state: can-explain']),
      'estimates/PAY-1/ada.md': record(['initiative: PAY-1', 'by: ada', 'effort: 2']),
    });
    const [others] = all;
    assert.deepEqual([others?.label, others?.description, all.length], ['You are waiting for', '1', 1]);
    const [row] = others ? childrenOf(others) : [];
    assert.match(row?.description ?? '', /^40 min left · grace · PAY-1 · /);
    assert.equal(row?.verb, undefined);
    assert.equal(count, 0);
    assert.match(message ?? '', /^Nothing is waiting for you\./);
  });

  it('is a friendly sentence where nothing waits for anybody', () => {
    const { rows, message, words } = told('ada', '2026-11-23T13:20:00Z', {});
    assert.deepEqual([rows, words], [[], '']);
    assert.match(message ?? '', /^Nothing is waiting for you\./);
  });

  it('shows the most urgent hundred, and the others folded', () => {
    const questions = Array.from({ length: 120 }, (_, n) => {
      const text = record(['initiative: PAY-1', 'by: ada', `asked: 2026-11-23T13:${String(n % 60).padStart(2, '0')}Z`]);
      return [`questions/q${n}.md`, `${text}Who?\n`] as const;
    });
    const { 'questions/who.md': _, ...plan } = PLAN;
    const { all, count } = told('grace', '2026-11-23T14:00:00Z', { ...plan, ...Object.fromEntries(questions) });
    const more = all.at(-1) ?? assert.fail();
    assert.deepEqual([all.length, count, more.label, more.description], [101, 120, 'More', '20']);
    assert.equal(childrenOf(more).length, 20);
    assert.match(childrenOf(more).at(-1)?.description ?? '', /^59 min left/);
  });
});
