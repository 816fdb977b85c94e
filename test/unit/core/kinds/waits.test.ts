/** Whom the records of each kind wait for. */
import * as assert from 'node:assert/strict';
import { type KindName, kindOf } from '../../../../src/core/kinds/all.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const base = {
  'initiatives/PAY-1.md': record(['owner: grace', 'problem: p', 'team: [ada, hedy]']),
  'problems/p.md': record([], 'Late.'),
};

/** What the record at a path waits for, among these files. */
function waitsOf(path: string, texts: Readonly<Record<string, string>>) {
  const library = libraryOf({ ...base, ...texts });
  const one = library.files.get(path) ?? assert.fail(path);
  return kindOf(one.kind as KindName)?.waitsFor?.(one as never, library) ?? [];
}

/** The same of a single record. */
const waits = (path: string, ...lines: readonly string[]) => waitsOf(path, { [path]: record(lines) });

describe('A record waits', () => {
  it('for who owns it or what it threatens, as a risk nobody has answered', () => {
    const [wait] = waits('risks/r.md', 'initiative: PAY-1', 'owner: ada', 'likelihood: 5', 'impact: 5');
    assert.deepEqual([wait?.of, wait?.verb, wait?.isUrgent], [['ada', 'grace'], 'reply', true]);
    assert.deepEqual(waits('risks/r.md', 'initiative: PAY-1', 'state: accepted'), []);
  });

  it('for who owns the initiative, as an open objection or challenge', () => {
    const [objected] = waits('objections/o.md', 'initiative: PAY-1', 'kind: other', 'by: ada');
    assert.deepEqual([objected?.of, objected?.verb, objected?.for], [['grace'], 'answerObjection', 'ada']);
    assert.deepEqual(waits('objections/o.md', 'initiative: PAY-1', 'kind: other', 'state: upheld'), []);
    const [doubted] = waits('challenges/c.md', 'initiative: PAY-1', 'factor: effort', 'to: 9');
    assert.deepEqual([doubted?.of, doubted?.verb], [['grace'], 'answer']);
    assert.deepEqual(waits('challenges/c.md', 'initiative: PAY-1', 'factor: effort', 'to: 9', 'state: rejected'), []);
  });

  it('for who validates it, as a problem with a plan', () => {
    const plan = 'validation: {owner: dorothy, due: 2026-12-11}';
    const [wait] = waits('problems/q.md', plan);
    assert.deepEqual([wait?.of, wait?.verb, wait?.due], [['dorothy'], undefined, '2026-12-11']);
    assert.deepEqual(waits('problems/q.md', plan, 'status: validated'), []);
    assert.deepEqual(waits('problems/q.md', 'validation: {due: 2026-12-11}'), []);
  });

  it('for engineers, as a session with seats, until it begins', () => {
    const lines = ['kind: interview', 'at: 2026-12-02T13:30Z', 'participants: [dorothy]', 'engineerSeats: 2'];
    const [wait] = waits('sessions/s.md', ...lines);
    assert.deepEqual(wait, {
      of: [],
      roles: ['engineer', 'lead'],
      except: ['dorothy'],
      places: 2,
      verb: 'takeSeat',
      words: 'Take a seat',
      until: '2026-12-02T13:30Z',
    });
    assert.deepEqual(waits('sessions/s.md', ...lines, 'status: done'), []);
  });

  it('for the notes of whoever was in a session, from its beginning until there is evidence of it', () => {
    const session = record(['kind: interview', 'at: 2026-11-25T10:00Z', 'participants: [grace, ada]']);
    const [, notes] = waitsOf('sessions/s.md', { 'sessions/s.md': session });
    assert.deepEqual([notes?.of, notes?.verb, notes?.from], [['grace', 'ada'], 'takeNotes', '2026-11-25T10:00Z']);
    const heard = { 'sessions/s.md': session, 'evidence/e.md': record(['kind: quote', 'session: s'], '> I waited.\n') };
    assert.equal(waitsOf('sessions/s.md', heard).length, 1);
    assert.equal(waits('sessions/s.md', 'kind: interview', 'participants: [ada]').length, 1);
  });

  it('for who made it, as an open promise, while whoever it was made to waits', () => {
    const lines = ['by: ada', 'to: grace', 'due: 2026-12-03T14:00'];
    const [wait, ...others] = waits('commitments/c.md', ...lines);
    assert.deepEqual([wait?.of, wait?.for, wait?.verb, wait?.due], [['ada'], 'grace', 'answer', '2026-12-03T14:00']);
    assert.deepEqual(
      others.map(({ of, verb }) => [of, verb]),
      [[['grace'], 'acknowledgePromise']],
    );
    assert.equal(waits('commitments/c.md', 'by: ada', 'due: 2026-12-03T14:00').length, 1);
    assert.equal(waits('commitments/c.md', ...lines, 'state: renegotiated').length, 2);
    assert.deepEqual(waits('commitments/c.md', ...lines, 'state: broken'), []);
    assert.deepEqual(waits('commitments/c.md', ...lines, 'done: 2026-12-01'), []);
  });

  it('for the estimates of the round that somebody began, as an initiative, until everybody is shown them', () => {
    const path = 'initiatives/PAY-1.md';
    const estimate = (by: string, ...more: readonly string[]) =>
      record(['initiative: PAY-1', `by: ${by}`, 'effort: 3', ...more]);
    const excepted = (texts: Readonly<Record<string, string>>) => waitsOf(path, texts).map(({ except }) => except);
    assert.deepEqual(excepted({}), []);
    assert.deepEqual(excepted({ 'estimates/PAY-1/ada.md': estimate('ada') }), [['ada']]);
    assert.deepEqual(excepted({ [path]: record(['round: {number: 2, opened: 2026-11-20}']) }), [[]]);
    const second = { 'estimates/PAY-1/ada.md': estimate('ada'), 'estimates/PAY-1/b.md': estimate('hedy', 'round: 2') };
    assert.deepEqual(excepted(second), [['hedy']]);
    const revealed = record(['round: {number: 1, revealed: 2026-11-20}']);
    assert.deepEqual(excepted({ [path]: revealed, 'estimates/PAY-1/ada.md': estimate('ada') }), []);
    const shipped = record(['status: shipped']);
    assert.deepEqual(excepted({ [path]: shipped, 'estimates/PAY-1/ada.md': estimate('ada') }), []);
  });

  it('for the team’s word whether they can explain it, as an initiative somebody gave that word on', () => {
    const path = 'initiatives/PAY-1.md';
    const ack = (by: string) => record(['initiative: PAY-1', `by: ${by}`, 'state: can-explain']);
    const of = (texts: Readonly<Record<string, string>>) => waitsOf(path, texts).map(({ of, verb }) => [...of, verb]);
    assert.deepEqual(of({}), []);
    assert.deepEqual(of({ 'acks/PAY-1/ada.md': ack('ada') }), [['hedy', 'ack']]);
    assert.deepEqual(of({ 'acks/PAY-1/ada.md': ack('ada'), 'acks/PAY-1/hedy.md': ack('hedy') }), []);
  });
});

describe('A person’s word on an initiative', () => {
  it('has an id of its own beside their estimate, where none is written', () => {
    const library = libraryOf({
      ...base,
      'acks/PAY-1/ada.md': record(['initiative: PAY-1', 'by: ada', 'state: can-explain']),
      'estimates/PAY-1/ada.md': record(['initiative: PAY-1', 'by: ada', 'effort: 3']),
    });
    assert.equal(library.find('PAY-1.ada')?.kind, 'estimate');
    assert.equal(library.find('PAY-1.ada.ack')?.kind, 'ack');
    const found = [...library.files.values()].flatMap((record) => library.findings(record));
    assert.deepEqual(
      found.filter(({ severity }) => severity === 'error'),
      [],
    );
  });
});
