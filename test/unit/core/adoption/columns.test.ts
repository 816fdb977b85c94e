/** Which columns say who, what and when. */
import assert from 'node:assert/strict';
import { columnsIn, guessedColumns } from '../../../../src/core/adoption/columns.ts';

const guessed = (...rows: readonly string[][]) => guessedColumns(columnsIn(rows));

describe('The columns of a file of events', () => {
  it('are told with their first values, each once', () => {
    const seen = columnsIn([
      ['user', ' event '],
      ['ada', 'used'],
      ['ada', 'seen'],
      ['', 'used'],
    ]);
    assert.deepEqual(seen, [
      { name: 'user', examples: ['ada'] },
      { name: 'event', examples: ['used', 'seen'] },
    ]);
    assert.deepEqual(columnsIn([]), []);
  });

  it('are guessed from names and from what is a time', () => {
    assert.deepEqual(guessed(['event', 'time', 'distinct_id'], ['used', '1793575800', 'a1']), {
      user: 2,
      event: 0,
      time: 1,
    });
    assert.deepEqual(guessed(['Event name', 'User ID', 'Happened'], ['used', '7', '2026-11-01']), {
      user: 1,
      event: 0,
      time: 2,
    });
    const leftOver = guessed(['developer', 'event', 'time'], ['ada', 'used', '2026-11-01']);
    assert.deepEqual(leftOver, { user: 0, event: 1, time: 2 });
    assert.equal(guessed(['When'], ['2026-11-01'], ['soon']).time, 0);
    assert.deepEqual(guessed(['a', 'b'], ['1', '2']), { user: undefined, event: undefined, time: undefined });
  });
});
