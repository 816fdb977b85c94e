/** The Discovery view as rows: what is to come, one's own time with customers, whose turn it is, and what came of the rest. */
import assert from 'node:assert/strict';
import { discoveryOutline } from '../../../../src/core/outline/discovery.ts';
import { libraryOf, record } from '../../../support/sources.ts';
import { allRows, sketch } from './sketch.ts';

const TEAM = [
  'hours: {zone: Europe/Paris}',
  'team:',
  '  members:',
  '    - {id: ada, name: Ada Lovelace, role: engineer}',
  '    - {id: hedy, name: Hedy Lamarr, role: engineer}',
  '    - {id: grace, name: Grace Hopper, role: pm}',
  '',
].join('\n');

const session = (at: string, ...more: readonly string[]) => record(['kind: interview', `at: ${at}`, ...more]);

const PLAN = {
  'because.yml': TEAM,
  'sessions/today.md': session('2026-11-23T15:00Z', 'customer: Tern Bank', 'participants: [grace]'),
  'sessions/tomorrow.md': session('2026-11-24T08:00Z', 'customer: Acme', 'participants: [ada, grace]'),
  'sessions/soon.md': session('2026-11-30T08:00Z', 'customer: Fjord', 'participants: [hedy]'),
  'sessions/later.md': session('2027-03-02', 'customer: Lumen', 'engineerSeats: 3'),
  'sessions/some.md': record(['kind: field-visit', 'customer: Osprey', 'engineerSeats: 0']),
  'sessions/done.md': session(
    '2026-11-05T14:00Z',
    'minutes: 45',
    'customer: Okafor',
    'participants: [ada]',
    'status: done',
  ),
  'sessions/over.md': session('2026-11-20T14:00Z', 'customer: Basalt', 'participants: [grace]'),
  'sessions/off.md': session('2026-11-21T14:00Z', 'customer: Kestrel', 'status: cancelled'),
  'evidence/e.md': record(['kind: quote', 'session: done'], '> Nobody told us.\n'),
};

const told = (me: string | undefined, files: Readonly<Record<string, string>> = PLAN, now = '2026-11-23T12:00Z') => {
  const outline = discoveryOutline(libraryOf(files), me, new Date(now));
  return { ...outline, words: sketch(outline.rows).map((line) => line.replaceAll('\u00A0', ' ')) };
};

describe('Discovery', () => {
  it('lists what is to come with its seats, then one’s own time, then what is over', () => {
    const { words, message, description } = told('ada');
    assert.deepEqual(words, [
      'Interview with Tern Bank | Today, 16:00 · 1 seat free · Grace Hopper',
      'Interview with Acme | Tomorrow, 09:00 · you have a seat · Grace Hopper',
      'Interview with Fjord | Mon 30 Nov, 09:00 · full · Hedy Lamarr',
      'Interview with Lumen | 2 Mar 2027 · 3 seats free',
      'Field visit with Osprey | no date yet',
      'Your time with customers | 45 min of 2 h in six weeks',
      '  Sessions with an engineer | 1 of 2 in six weeks',
      '  Engineers who took part | 1 of 2',
      'Earlier | 3',
      '  Interview with Basalt | 20 Nov, 15:00 · no evidence yet',
      '  Interview with Okafor | 5 Nov, 15:00 · 1 piece of evidence',
      '  Interview with Kestrel | 21 Nov, 15:00 · cancelled',
    ]);
    assert.deepEqual([message, description], [undefined, '5 upcoming']);
  });

  it('says whose turn it is, and of nobody else how little they did', () => {
    const alone = Object.fromEntries(Object.entries(PLAN).filter(([path]) => !/tomorrow|soon/.test(path)));
    const next = (me: string | undefined) => told(me, alone).words.find((line) => line.includes('Next to meet'));
    assert.equal(next('ada'), '  Next to meet a customer | Hedy Lamarr');
    assert.equal(next('hedy'), '  Next to meet a customer | you');
    const names = told('grace', alone).words.filter((line) => /Ada|Hedy/.test(line));
    assert.deepEqual(names, ['  Next to meet a customer | Hedy Lamarr']);
    assert.ok(told(undefined, alone).words.includes('Time with customers | 1 of 2'));
  });

  it('gives a row the menu of whoever has a seat, or may take one', () => {
    const contexts = allRows(told('ada').rows).map(({ label, context }) => [label, context]);
    assert.deepEqual(contexts.slice(0, 2), [
      ['Interview with Tern Bank', 'record.session.planned'],
      ['Interview with Acme', 'record.session.planned.mine'],
    ]);
  });

  it('is a friendly sentence where nothing is planned', () => {
    const { words, message } = told('ada', { 'because.yml': TEAM, 'sessions/done.md': PLAN['sessions/done.md'] });
    assert.match(message ?? '', /^No session is planned\./);
    assert.deepEqual(words.slice(0, 2), ['Plan a session…', 'Your time with customers | 45 min of 2 h in six weeks']);
  });

  it('shows what is wrong with a session that cannot be read', () => {
    const { words } = told('ada', {
      'because.yml': TEAM,
      'sessions/s.md': '---\nkind: [\n---\n',
      'sessions/t.md': record([]),
    });
    assert.match(words[0] ?? '', /^Interview \| The fields cannot be read/);
    assert.equal(words[1], 'Interview | no date yet · 1 seat free');
  });

  it('tells nothing of a sensitive session but when it is', () => {
    const secret = session('2026-11-24T08:00Z', 'customer: Fraudia', 'sensitive: true', 'title: Fraudia');
    const { rows } = told('ada', { 'because.yml': TEAM, 'sessions/fraudia.md': secret });
    const said = allRows(rows).map(({ label, description, spoken, hint }) => [label, description, spoken, hint]);
    assert.doesNotMatch(JSON.stringify(said), /fraudia/i);
    assert.match(JSON.stringify(said), /Sensitive session.*Tomorrow, 09:00/);
  });
});
