/** The folder's records over what connectors know: one record for each id, and the file's words win. */
import assert from 'node:assert/strict';
import { perform } from '../../../src/actions/action.ts';
import { renameRecord } from '../../../src/actions/renameRecord.ts';
import { type Because, open } from '../../../src/because.ts';
import type { Connector, Fact } from '../../../src/connectors/connector.ts';
import { cardOf } from '../../../src/core/card/card.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { isError } from '../../support/product.ts';
import { record } from '../../support/sources.ts';

const tracker: readonly Fact[] = [
  {
    kind: 'initiative',
    id: 'PAY-1',
    fields: { title: 'Alerts', status: 'building', owner: 'ada', url: 'https://tracker.example/PAY-1' },
    body: 'Said in the tracker.',
  },
  { kind: 'initiative', id: 'PAY-2', fields: { title: 'Quiet hours', status: 'candidate', problem: ['missed'] } },
];

interface Told {
  facts: readonly Fact[];
  fails?: boolean;
}

function opened(texts: Readonly<Record<string, string>>, told: Told) {
  const files = new MemoryFiles(texts);
  const connector: Connector = {
    name: 'tracker',
    label: () => 'the tracker',
    async *read() {
      await Promise.resolve();
      for (const fact of told.facts) yield [fact];
      if (told.fails) throw new Error('It went away.');
    },
  };
  const because = open({
    files,
    connectors: [connector],
    now: () => new Date('2026-11-23T14:30:45Z'),
    email: () => Promise.resolve(undefined),
    chosenMember: () => undefined,
    onError: (error) => {
      throw error;
    },
  });
  const changes: (readonly string[])[] = [];
  because.onDidChange(({ paths }) => changes.push([...paths].sort()));
  return { because, files, changes };
}

const at = ({ library }: Because, id: string) => {
  const found = library.findOf('initiative', id);
  assert.ok(found, id);
  return found;
};

const file = record(['problem: missed', 'status: shipped'], 'Written here.');

describe('Records of connectors', () => {
  it('are there without a file, once the connectors were asked', async () => {
    const { because, changes } = opened({}, { facts: tracker });
    await because.ready();
    assert.equal(because.library.find('PAY-1'), undefined);
    await because.refreshConnectors();
    assert.deepEqual(
      because.library.ofKind('initiative').map(({ id, title, readOnly }) => [id, title, readOnly]),
      [
        ['PAY-1', 'Alerts', true],
        ['PAY-2', 'Quiet hours', true],
      ],
    );
    assert.equal(at(because, 'PAY-1').body, 'Said in the tracker.');
    assert.ok(cardOf(because.library, 'PAY-2', because.now(), undefined));
    assert.deepEqual(
      because.library.keys.find('for PAY-2').map(({ key }) => key),
      ['PAY-2'],
    );
    assert.deepEqual(changes.at(-1), ['initiatives/PAY-1.md', 'initiatives/PAY-2.md']);
  });

  it('lie under the file of the same id: what it says wins, what it leaves out is theirs', async () => {
    const { because } = opened(
      { 'initiatives/alerts.md': `${file.replace('---\n', '---\nid: PAY-1\n')}` },
      { facts: tracker },
    );
    await because.refreshConnectors();
    const { values, title, body, path, readOnly } = at(because, 'PAY-1');
    assert.deepEqual([values.status, values.owner, values.problem], ['shipped', 'ada', ['missed']]);
    assert.deepEqual([title, body, path, readOnly], ['Alerts', 'Written here.', 'initiatives/alerts.md', false]);
    assert.equal(because.library.named('PAY-1').length, 1);
  });

  it('give way to a file that is written, and come back when it goes', async () => {
    const { because, files, changes } = opened({}, { facts: tracker });
    await because.refreshConnectors();
    files.put('initiatives/mine.md', record(['id: PAY-2', 'title: Mine']));
    await because.refresh(['initiatives/mine.md']);
    assert.equal(at(because, 'PAY-2').title, 'Mine');
    assert.deepEqual(changes.at(-1), ['initiatives/PAY-2.md', 'initiatives/mine.md']);
    assert.equal(because.library.files.has('initiatives/PAY-2.md'), false);
    files.take('initiatives/mine.md');
    await because.refresh(['initiatives/mine.md']);
    assert.equal(at(because, 'PAY-2').title, 'Quiet hours');
    assert.deepEqual(changes.at(-1), ['initiatives/PAY-2.md', 'initiatives/mine.md']);
  });

  it('leave a file alone that has their name and another id, or their id and another kind', async () => {
    const texts = { 'initiatives/PAY-1.md': record(['id: OTHER']), 'problems/PAY-2.md': record(['title: A problem']) };
    const { because } = opened(texts, { facts: tracker });
    await because.refreshConnectors();
    assert.equal(at(because, 'OTHER').path, 'initiatives/PAY-1.md');
    assert.equal(because.library.find('PAY-2')?.kind, 'problem');
    assert.equal(because.library.files.size, 2);
  });

  it('are kept where the tool does not answer, and go when it has them no more', async () => {
    const told: Told = { facts: tracker };
    const { because, changes } = opened({}, told);
    await because.refreshConnectors();
    Object.assign(told, { facts: [], fails: true });
    await assert.rejects(because.refreshConnectors(), /went away/);
    assert.equal(at(because, 'PAY-1').title, 'Alerts');
    told.fails = false;
    await because.refreshConnectors();
    assert.equal(because.library.files.size, 0);
    assert.deepEqual(changes.at(-1), ['initiatives/PAY-1.md', 'initiatives/PAY-2.md']);
  });

  it('are not edited here: the error says where', async () => {
    const { because, files } = opened({ 'problems/missed.md': record([], 'As PAY-2 says.') }, { facts: tracker });
    await because.refreshConnectors();
    const edit = at(because, 'PAY-2');
    await assert.rejects(
      because.write([{ edit, fields: [[['status'], 'shipped']] }]),
      isError('not-editable', /the tracker.*there/),
    );
    await assert.rejects(
      perform(renameRecord, because, { id: 'PAY-2', newId: 'PAY-3' }),
      isError('not-editable', /the tracker/),
    );
    assert.equal(files.writes, 0);
  });
});
