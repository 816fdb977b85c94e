/** Where the records name an id. */
import * as assert from 'node:assert/strict';
import { beginningOf, namings } from '../../../../src/core/library/naming.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const texts = {
  'because.yml': 'keys: [PAY]\n',
  'initiatives/PAY-142.md': record(['id: "PAY-142"', 'title: Urgent', 'problem: late'], 'PAY-142, PAY-1421\n'),
  'initiatives/PAY-7.md': record(['title: PAY-142 before this', "dependsOn: ['PAY-142']", 'issues: [PAY-143]']),
  'problems/late.md': record(['title: Late updates'], 'late\n'),
  'problems/plain.md': 'Nobody wrote a field.\n',
  'risks/ri-12345678.md': record(['initiative: PAY-142', 'archived: true']),
};
const library = libraryOf(texts);

/** The places as `file: line before|the place`. */
function placesOf(id: string, declared: boolean): string[] {
  return namings(library, id, { declared }).flatMap(({ record: { path, source }, spans }) =>
    spans.map(({ start, end }) => {
      const line = source.text.slice(source.text.lastIndexOf('\n', start - 1) + 1, start);
      return `${path}: ${line}|${source.text.slice(start, end)}`;
    }),
  );
}

describe('The places that name an id', () => {
  const references = [
    'initiatives/PAY-142.md: |PAY-142',
    'initiatives/PAY-7.md: title: |PAY-142',
    "initiatives/PAY-7.md: dependsOn: ['|PAY-142",
    'risks/ri-12345678.md: initiative: |PAY-142',
  ];

  it('are the key in texts and fields, without quotes and each once, in archived records too', () => {
    assert.deepEqual(placesOf('PAY-142', false), references);
  });

  it('begin with the record’s own id, where that is wanted', () => {
    assert.deepEqual(placesOf('PAY-142', true), ['initiatives/PAY-142.md: id: |"PAY-142"', ...references]);
  });

  it('are fields alone for an id that is no key, and the title of the record that has it by its file’s name', () => {
    assert.deepEqual(placesOf('late', true), [
      'initiatives/PAY-142.md: problem: |late',
      'problems/late.md: title: |Late updates',
    ]);
    assert.deepEqual(placesOf('late', false), ['initiatives/PAY-142.md: problem: |late']);
    assert.deepEqual(placesOf('nobody', true), []);
  });

  it('begin at the top of a file without fields', () => {
    const plain = library.files.get('problems/plain.md');
    assert.deepEqual(plain && beginningOf(plain), { start: 0, end: 0 });
  });
});
