/** Which kinds of records there are, as the palette goes by it. */
import assert from 'node:assert/strict';
import { presence } from '../../../../src/core/library/presence.ts';
import { libraryOf, record } from '../../../support/sources.ts';

describe('What is there', () => {
  it('is nothing in an empty folder', () => assert.deepEqual(presence(libraryOf({})), []));

  it('is each kind that has a record, and what of it still asks for something', () => {
    const library = libraryOf({
      'initiatives/PAY-1.md': record([]),
      'risks/a.md': record(['initiative: PAY-1', 'state: resolved']),
      'risks/b.md': record(['initiative: PAY-1', 'state: open']),
      'challenges/c.md': record(['initiative: PAY-1', 'factor: effort', 'to: 3', 'state: withdrawn']),
      'objections/o.md': record(['initiative: PAY-1', 'kind: other', 'state: validating']),
    });
    assert.deepEqual(presence(library), [
      'initiative',
      'risk',
      'risk.open',
      'challenge',
      'objection',
      'objection.open',
    ]);
  });

  it('is a word more where something is shipped', () => {
    const of = (status: string) => presence(libraryOf({ 'initiatives/PAY-1.md': record([`status: ${status}`]) }));
    assert.deepEqual(of('measured'), ['initiative', 'initiative.shipped']);
    assert.deepEqual(of('building'), ['initiative']);
  });

  it('leaves out what is archived', () => {
    assert.deepEqual(presence(libraryOf({ 'risks/a.md': record(['initiative: PAY-1', 'archived: true']) })), []);
  });
});
