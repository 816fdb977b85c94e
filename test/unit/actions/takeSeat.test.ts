/** Seats in sessions: taken, given back, and no more than there are. */
import * as assert from 'node:assert/strict';
import { perform } from '../../../src/actions/action.ts';
import { leaveSeat, takeSeat } from '../../../src/actions/takeSeat.ts';
import { fieldsOfInput } from '../../../src/core/base/input.ts';
import { recordsTaken } from '../../../src/core/library/inputs.ts';
import { discovery } from '../../../src/questions/discovery.ts';
import { needsYou } from '../../../src/questions/needsYou.ts';
import { isError, openedBy, productOf } from '../../support/product.ts';
import { libraryOf, record } from '../../support/sources.ts';

const SESSION = 'sessions/s.md';
const texts = {
  'because.yml':
    'team:\n  members:\n    - {id: ada, role: engineer}\n    - {id: hedy, role: lead}\n    - {id: grace, role: pm}\n',
  [SESSION]: record(['kind: interview # by phone', 'at: 2026-12-02T13:30Z', 'participants: grace'], 'How was it?\n'),
  'sessions/done.md': record(['kind: interview', 'at: 2026-11-02T13:30Z', 'status: done']),
};

describe('Taking a seat', () => {
  it('adds who takes it, and changes nothing else; then there is none left, and nobody is asked for one', async () => {
    const { files, because } = productOf(texts);
    const [need] = await because.ask(needsYou, {});
    assert.deepEqual([need?.id, need?.verb], ['s', 'takeSeat']);
    await perform(takeSeat, because, { id: 's' });
    assert.equal(files.texts.get(SESSION), texts[SESSION].replace('participants: grace', 'participants: [grace, ada]'));
    assert.deepEqual(await because.ask(needsYou, {}), []);
    const hedy = openedBy(files, 'hedy');
    await assert.rejects(perform(takeSeat, hedy, { id: 's' }), isError('bad-input', /taken/));
    const { ahead } = await hedy.ask(discovery, {});
    assert.deepEqual(
      ahead.map(({ id, seatsLeft, from, to }) => [id, seatsLeft, from, to]),
      [['s', 0, '2026-12-02T13:30Z', '2026-12-02T14:30Z']],
    );
  });

  it('takes no engineer’s seat where it is no engineer', async () => {
    const full = texts[SESSION].replace('grace', 'ada');
    const { files } = productOf({ ...texts, [SESSION]: full });
    await perform(takeSeat, openedBy(files, 'grace'), { id: 's' });
    assert.match(files.texts.get(SESSION) ?? '', /participants: \[ada, grace\]/);
  });

  it('is chosen by when the session is, and which seats are free', () => {
    const library = libraryOf(texts);
    const [taken] = fieldsOfInput(takeSeat.input).flatMap((one) => recordsTaken(one) ?? []);
    const session = library.findOf('session', 's') ?? assert.fail();
    const said = taken?.beside?.(session as never, library).replaceAll('\u00A0', ' ');
    assert.equal(said, '2 Dec 2026, 13:30 (UTC) · 1 seat for an engineer is free');
  });

  it('is for a session to come, once, and for a member', async () => {
    const { files, because } = productOf(texts);
    await perform(takeSeat, because, { id: 's' });
    await assert.rejects(perform(takeSeat, because, { id: 's' }), isError('bad-input', /already/));
    await assert.rejects(perform(takeSeat, because, { id: 'done' }), isError('bad-input', /no longer planned/));
    await assert.rejects(perform(takeSeat, openedBy(files, undefined), { id: 's' }), isError('no-member'));
  });
});

describe('Giving back a seat', () => {
  it('takes one’s name out, and the whole field with the last', async () => {
    const { files, because } = productOf(texts);
    await perform(takeSeat, because, { id: 's' });
    await perform(leaveSeat, because, { id: 's' });
    assert.match(files.texts.get(SESSION) ?? '', /\nparticipants: \[grace\]\n/);
    await perform(leaveSeat, openedBy(files, 'grace'), { id: 's' });
    assert.equal(files.texts.get(SESSION), texts[SESSION].replace('participants: grace\n', ''));
    await assert.rejects(perform(leaveSeat, because, { id: 's' }), isError('bad-input', /no seat/));
  });
});
