/** What a word in a record's file means. */
import * as assert from 'node:assert/strict';
import { meaningAt } from '../../../../src/core/editing/meaning.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const library = libraryOf({
  'because.yml': 'team: {members: [{id: ada, name: Ada Lovelace, role: engineer}, {id: bo}]}\n',
  'problems/missed.md': record(['title: Missed updates'], '30% of users miss urgent updates.\n'),
  'initiatives/PAY-2.md': record(['title: Two']),
});

/** What is said at the `|` of a text. */
function meant(marked: string, path = 'initiatives/PAY-1.md') {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = meaningAt(library, undefined, { path, text, whole: path === 'because.yml' }, offset);
  return found && { ...found, word: text.slice(found.span.start, found.span.end) };
}

describe('a word in a record', () => {
  it('means what a field is for, in a map too', () => {
    const status = meant(record(['st|atus: idea']));
    assert.deepEqual([status?.word, status?.heading], ['status', 'status']);
    assert.deepEqual(status?.lines.slice(0, 1), ['How far along it is.']);
    assert.ok(status?.lines.includes('Default: idea.'));
    assert.match(meant(record(['outcome: {me|tric: x}']))?.lines.join('\n') ?? '', /What is measured/);
    assert.match(meant('ke|ys: [PAY]\n', 'because.yml')?.lines.join('\n') ?? '', /Prefixes/);
  });

  it('means the record with an id', () => {
    const problem = meant(record(['problem: mi|ssed']));
    assert.deepEqual([problem?.word, problem?.heading], ['missed', 'Problem: Missed updates']);
    assert.match(problem?.lines.join('\n') ?? '', /30% of users miss urgent updates/);
  });

  it('means a person, by name where there is one', () => {
    const { heading, lines } = meant(record(['owner: a|da'])) ?? {};
    assert.deepEqual([heading, lines], ['Ada Lovelace', ['engineer']]);
    assert.equal(meant(record(['owner: b|o']))?.heading, 'bo');
  });

  it('means nothing of its own elsewhere', () => {
    const elsewhere = [
      'status: id|ea',
      'problem: PAY|-2',
      'problem: no|body',
      'owner: no|body',
      'un|known: x',
      'x: y|',
    ];
    for (const line of elsewhere) assert.equal(meant(record([line])), undefined, line);
    assert.equal(meant(record(['id: PAY-1'], '# A hea|ding\n')), undefined);
  });
});
