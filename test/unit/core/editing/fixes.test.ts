/** What is offered to mend each finding. */
import * as assert from 'node:assert/strict';
import { BLANK, fixesFor } from '../../../../src/core/editing/fixes.ts';
import type { Library } from '../../../../src/core/library/library.ts';
import { libraryOf, record } from '../../../support/sources.ts';

function fixes(library: Library, path: string, code: string) {
  const found = library.files.get(path);
  assert.ok(found);
  const finding = library.findings(found).find((one) => one.code === code);
  assert.ok(finding, `${code} is not found`);
  return fixesFor(library, found, finding);
}

const shown = (all: ReturnType<typeof fixes>) => all.map(({ title, preferred }) => (preferred ? `${title} *` : title));

describe('the fixes of a finding', () => {
  const library = libraryOf({
    'because.yml': 'team: {members: [{id: ada}]}\n',
    'problems/missed-updates.md': record(['title: Missed'], 'Drivers miss it. How?\n'),
    'initiatives/A-1.md': record([
      'kind: featur',
      'status: committed',
      'problem: [missed-updates, missed-update]',
      'owner: adda',
      'appetit: 2 weeks',
      'outcome: {metric: Drivers read it, target: 5}',
      'archived: "true"',
      'rice: {reach: "30"}',
    ]),
    'initiatives/A-3.md': record(['sprint: some-day']),
    'initiatives/A-2.md': record(['problem: nothing-like-it']),
    'evidence/loose.md': record(['title: x']),
    'risks/one.md': record(['id: same']),
    'risks/two.md': record(['id: same', 'dismissed: vague']),
    'risks/three.md': record(['id: "Not an id!"']),
    'risks/newer.md': record(['schema: 9', 'state: opn']),
  });

  it('replace an unknown id by what was meant, or create it', () => {
    const found = fixes(library, 'initiatives/A-1.md', 'unknown-id');
    assert.deepEqual(shown(found), ['Change to “missed-updates” *', 'Create Problem “missed-update”']);
    assert.deepEqual(found[0]?.remedy, { do: 'set', path: ['problem', 1], value: 'missed-updates' });
    assert.deepEqual(found[1]?.remedy, { do: 'create', kind: 'problem', id: 'missed-update' });
    assert.deepEqual(shown(fixes(library, 'initiatives/A-2.md', 'unknown-id')), ['Create Problem “nothing-like-it”']);
    assert.deepEqual(fixes(library, 'initiatives/A-3.md', 'unknown-id'), [], 'a sprint needs its days');
  });

  it('replace a wrong value, in its own type', () => {
    const values = library.findings(library.files.get('initiatives/A-1.md') as never);
    const bad = values.filter(({ code }) => code === 'bad-value').map(({ field }) => field?.join('.'));
    assert.deepEqual(bad, ['kind', 'archived', 'rice.reach']);
    assert.deepEqual(shown(fixes(library, 'initiatives/A-1.md', 'bad-value')), ['Change to “feature” *']);
    const all = values.flatMap((finding) =>
      fixesFor(library, library.files.get('initiatives/A-1.md') as never, finding),
    );
    const set = (path: string) =>
      all.map(({ remedy }) => remedy).find((one) => one.do === 'set' && one.path.join('.') === path);
    assert.deepEqual(set('archived'), { do: 'set', path: ['archived'], value: true });
    assert.deepEqual(set('rice.reach'), { do: 'set', path: ['rice', 'reach'], value: 30 });
  });

  it('name the member who was meant', () =>
    assert.deepEqual(shown(fixes(library, 'initiatives/A-1.md', 'unknown-member')), ['Change to “ada” *']));

  it('rename a mistyped field', () =>
    assert.deepEqual(shown(fixes(library, 'initiatives/A-1.md', 'unknown-field')), [
      'Change to “appetite” *',
      'Dismiss “unknown-field” for this record…',
    ]));

  it('add what is missing', () => {
    assert.deepEqual(shown(fixes(library, 'initiatives/A-1.md', 'missing-baseline')), [
      'Add “outcome.baseline” *',
      'Dismiss “missing-baseline” for this record…',
    ]);
    const [first] = fixes(library, 'evidence/loose.md', 'missing-field');
    assert.equal(first?.title, 'Add “kind”');
    assert.ok(first?.remedy.do === 'fill' && first.remedy.values.includes('quote'));
    assert.deepEqual(shown(fixes(library, 'evidence/loose.md', 'loose-evidence')).slice(0, 2), [
      'Add “problem”',
      'Add “initiative”',
    ]);
    assert.deepEqual(fixes(library, 'initiatives/A-1.md', 'no-evidence')[0]?.remedy, {
      do: 'evidence',
      initiative: 'A-1',
    });
  });

  it('give a record with another’s id a new one', () => {
    const [first] = fixes(library, 'risks/one.md', 'duplicate-id');
    assert.ok(first?.remedy.do === 'set' && /^ri-[0-9a-z]{8}$/.test(String(first.remedy.value)));
    assert.deepEqual(fixes(library, 'risks/three.md', 'bad-id')[0]?.remedy, {
      do: 'set',
      path: ['id'],
      value: 'not-an-id',
    });
  });

  it('keep what was dismissed before', () => {
    const found = fixes(library, 'risks/two.md', 'loose-risk').at(-1);
    assert.deepEqual(found?.remedy, {
      do: 'fill',
      path: ['dismissed'],
      value: ['vague', { 'loose-risk': BLANK }],
      values: [],
    });
  });

  it('leave alone what a newer version wrote', () =>
    assert.deepEqual(fixes(library, 'risks/newer.md', 'bad-value'), []));
});
