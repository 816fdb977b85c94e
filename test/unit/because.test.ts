/** The product without a screen: new records, lossless edits, who is asking. */
import assert from 'node:assert/strict';
import { open } from '../../src/because.ts';
import { BecauseError } from '../../src/core/base/errors.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';
import { record } from '../support/sources.ts';

const TEAM = 'team:\n  members:\n    - {id: ada, emails: [Ada@relay.example]}\n    - {id: grace}\n';

function product(
  texts: Readonly<Record<string, string>> = {},
  who: { email?: string; chosen?: string } = {},
  email = () => Promise.resolve(who.email),
) {
  const files = new MemoryFiles({ 'because.yml': TEAM, ...texts });
  const because = open({
    files,
    now: () => new Date('2026-11-23T14:30:45Z'),
    email,
    chosenMember: () => who.chosen,
    onError: (error) => {
      throw error;
    },
  });
  return { files, because };
}

const isError = (code: string) => (error: unknown) => error instanceof BecauseError && error.code === code;

describe('The product', () => {
  it('reads nothing before it is asked to', async () => {
    const { files, because } = product();
    assert.equal(because.library.files.size, 0);
    assert.equal(files.reads.size, 0);
    await because.ready();
    assert.equal(because.library.members.length, 2);
  });

  it('writes a new record into a file of its own, with who and when', async () => {
    const { files, because } = product({}, { email: 'ada@relay.example' });
    const [risk] = await because.write([
      {
        create: 'risk',
        title: 'Töo slow: the queue / drains',
        fields: { initiative: 'PAY-1', likelihood: 3, impact: undefined },
        body: 'It will.\n',
      },
    ]);
    assert.match(risk.id, /^ri-[0-9a-hjkmnp-tv-z]{8}$/);
    assert.equal(risk.path, `risks/too-slow-the-queue-drains.${risk.id}.md`);
    assert.equal(
      files.texts.get(risk.path),
      record(
        [
          `id: ${risk.id}`,
          'title: "Töo slow: the queue / drains"',
          'initiative: PAY-1',
          'likelihood: 3',
          'by: ada',
          'created: 2026-11-23T14:30Z',
        ],
        'It will.\n',
      ),
    );
  });

  it('takes an id a person chose as the name of the file, once', async () => {
    const { because } = product();
    const [made] = await because.write([{ create: 'initiative', id: 'PAY-9', title: 'Nine' }]);
    assert.equal(made.path, 'initiatives/PAY-9.md');
    await assert.rejects(because.write([{ create: 'problem', id: 'PAY-9' }]), isError('already-exists'));
  });

  it('refuses an id that could not be a file name', async () => {
    const { because } = product();
    for (const id of ['../up', 'a/b', '', '🙂', 'x'.repeat(300), '.hidden']) {
      await assert.rejects(because.write([{ create: 'problem', id }]), isError('bad-input'), id);
    }
  });

  it('puts a file where it is told to, below the folder of its kind', async () => {
    const { because } = product();
    const [made] = await because.write([{ create: 'estimate', id: 'PAY-9.ada', file: 'PAY-9/ada' }]);
    assert.equal(made.path, 'estimates/PAY-9/ada.md');
    const again = because.write([{ create: 'estimate', file: 'PAY-9/ada' }]);
    await assert.rejects(again, isError('already-exists'));
  });

  it('refuses a file that leads elsewhere, or that some system could not hold', async () => {
    const { because } = product();
    const long = 'x'.repeat(101);
    for (const file of [
      '',
      '..',
      '../up',
      'a/../b',
      '/a',
      'a/',
      'a//b',
      'a\\b',
      'a:b',
      'a.',
      'a./b',
      '.a',
      'nul',
      'COM1.x',
      long,
    ]) {
      await assert.rejects(because.write([{ create: 'estimate', file }]), isError('bad-input'), file);
    }
    // A folder's README is no record, so one would not be found again.
    await assert.rejects(because.write([{ create: 'estimate', file: 'PAY-9/README' }]), isError('bad-input'));
  });

  it('changes the fields it is asked to, and no other byte', async () => {
    const before = '\uFEFF---\r\ntitle: "One" # the title\r\n\r\nodd: 007\r\nstate: open\r\n---\r\nBody.  \r\n';
    const { files, because } = product({ 'risks/r.md': before });
    await because.ready();
    const risk = because.library.findOf('risk', 'r');
    assert.ok(risk);
    const fields = [
      [['state'], 'resolved'],
      [['mitigation'], 'A cache'],
    ] as const;
    await because.write([{ edit: risk, fields }]);
    assert.equal(
      files.texts.get('risks/r.md'),
      before.replace('state: open', 'state: resolved\r\nmitigation: A cache'),
    );
  });

  it('refuses an edit of what somebody else changed since it was read', async () => {
    const { files, because } = product({ 'risks/r.md': record(['state: open']) });
    await because.ready();
    const risk = because.library.findOf('risk', 'r');
    assert.ok(risk);
    files.put('risks/r.md', record(['state: accepted']));
    await assert.rejects(
      because.write([{ edit: risk, fields: [[['state'], 'resolved']] }]),
      isError('changed-underneath'),
    );
    assert.equal(files.texts.get('risks/r.md'), record(['state: accepted']));
  });

  it('never names the file of what is sensitive when it cannot be written, moved or removed', async () => {
    for (const more of [['sensitive: true'], ['sensitive: true', 'schema: 2']]) {
      for (const shown of [true, false]) {
        const path = 'risks/globex leaves.md';
        const { files, because } = product({ [path]: record(['id: r', 'state: open', ...more]), 'risks/taken.md': '' });
        await because.ready();
        const known = because.library.findOf('risk', 'r') ?? assert.fail();
        const risk = shown ? known : known.itself;
        const fails = (work: Promise<unknown>) =>
          assert.rejects(work, (error: unknown) => {
            assert.ok(error instanceof BecauseError);
            assert.match(error.message, /Sensitive risk/);
            assert.doesNotMatch(`${error.message} ${error.next ?? ''}`, /globex|risks\//);
            return true;
          });
        for (const fault of ['EEXIST', 'ENOENT', 'ENOSPC', 'EBUSY', 'EACCES', 'EINVAL']) {
          files.fault = fault;
          await fails(because.write([{ edit: risk, fields: [[['state'], 'resolved']] }]));
          files.fault = undefined;
        }
        await fails(because.write([{ move: risk, to: 'risks/taken.md' }]));
        files.put(path, record(['id: r', 'state: accepted', ...more]));
        await fails(because.write([{ remove: risk }]));
        await fails(because.write([{ edit: risk, fields: [[['state'], 'resolved']] }]));
        files.take(path);
        await fails(because.write([{ edit: risk, fields: [[['state'], 'resolved']] }]));
      }
    }
  });

  it('shows what a newer version wrote, and does not edit it', async () => {
    const text = record(['schema: 2', 'state: open']);
    const { files, because } = product({ 'risks/r.md': text });
    await because.ready();
    const risk = because.library.findOf('risk', 'r');
    assert.ok(risk);
    await assert.rejects(because.write([{ edit: risk, fields: [[['state'], 'resolved']] }]), isError('newer-schema'));
    assert.equal(files.texts.get('risks/r.md'), text);
  });

  it('knows a person by the mail address, else by choice', async () => {
    const me = async (who: { email?: string; chosen?: string }) => {
      const { because } = product({}, who);
      await because.ready();
      return because.me();
    };
    assert.equal(await me({ email: 'ADA@relay.example', chosen: 'grace' }), 'ada');
    assert.equal(await me({ email: 'new@relay.example', chosen: 'grace' }), 'grace');
    assert.equal(await me({}), undefined);
  });

  it('guesses nobody where two people have one address: who chose is one of them', async () => {
    const team =
      'team:\n  members:\n    - {id: ada, emails: [pair@relay.example]}\n    - {id: grace, emails: [Pair@relay.example]}\n    - {id: lin}\n';
    const me = async (chosen?: string) => {
      const { because } = product({ 'because.yml': team }, { email: 'pair@relay.example', ...(chosen && { chosen }) });
      await because.ready();
      return because.me();
    };
    assert.deepEqual([await me(), await me('grace'), await me('lin')], [undefined, 'grace', undefined]);
  });

  it('asks for the address, which starts a program, only when the records are read', async () => {
    const asked: number[] = [];
    const { because } = product({}, {}, () => {
      asked.push(because.library.members.length);
      return Promise.resolve('ada@relay.example');
    });
    const [me] = await Promise.all([because.me(), because.ready()]);
    assert.deepEqual([me, asked], ['ada', [2]]);
  });

  it('makes a team file once, and edits it without loss', async () => {
    const { files, because } = product();
    await assert.rejects(
      because.write([{ create: 'because.yml', text: 'keys: []\n', fields: [] }]),
      isError('already-exists'),
    );
    await because.write([{ edit: because.library.teamFile ?? assert.fail(), fields: [[['keys'], ['PAY']]] }]);
    assert.equal(files.texts.get('because.yml'), `${TEAM}keys: [PAY]\n`);
  });
});
