/** Setting up: what is written, what is left alone, and how it goes on after an interruption. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { perform } from '../../../src/actions/action.ts';
import { removeSample } from '../../../src/actions/removeSample.ts';
import { setUp } from '../../../src/actions/setUp.ts';
import { open } from '../../../src/because.ts';
import { sample } from '../../../src/core/setUp/sample.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { isError } from '../../support/product.ts';
import { record } from '../../support/sources.ts';

function folderOf(texts: Readonly<Record<string, string>> = {}) {
  const files = new MemoryFiles(texts);
  const because = open({
    files,
    now: () => new Date('2026-11-25T14:30:45Z'),
    email: () => Promise.resolve('ada@relay.example'),
    chosenMember: () => undefined,
    onError: (error) => {
      throw error;
    },
  });
  return { files, because, set: (input: unknown) => perform(setUp, because, input) };
}

const ada = { id: 'ada', name: 'Ada Lovelace', emails: ['ada@relay.example'] };
const sprint = { id: '2026-48', starts: '2026-11-23', ends: '2026-12-06' };

describe('Setting up', () => {
  it('writes the team, its keys, and a first sprint', async () => {
    const { files, because, set } = folderOf();
    const team = { name: 'Relay', members: [ada, { id: 'li', name: '李小龙' }] };
    const result = await set({ team, keys: ['PAY', '#'], sprint: { ...sprint, goal: 'Nobody misses an update.' } });
    assert.deepEqual(result, { id: '2026-48', path: 'sprints/2026-48.md' });
    const { team: written, keys } = because.library.team;
    assert.equal(written?.name, 'Relay');
    assert.deepEqual(
      written?.members?.map(({ id, name }) => `${id} ${name}`),
      ['ada Ada Lovelace', 'li 李小龙'],
    );
    assert.deepEqual(keys, ['PAY', '#']);
    assert.equal(
      files.texts.get('sprints/2026-48.md'),
      record([
        'id: 2026-48',
        'starts: 2026-11-23',
        'ends: 2026-12-06',
        'goal: Nobody misses an update.',
        'by: ada',
        'created: 2026-11-25T14:30Z',
      ]),
    );
    assert.match(files.texts.get('because.yml') ?? '', /^# Who works here.*\nversion: 1\n\nteam:\n {2}name: Relay\n/);
  });

  it('writes a because.yml that explains the rest of it, and is edited losslessly later', async () => {
    const { files, because, set } = folderOf();
    assert.deepEqual(await set({ sprint: 'none' }), { id: 'because.yml', path: 'because.yml' });
    const before = files.texts.get('because.yml') ?? '';
    assert.match(before, /# keys: \[PAY, "#"\]/);
    assert.match(before, /# {3}- \{id: ada, name: Ada Lovelace, role: engineer/);
    assert.match(before, /# hours: \{zone: [A-Za-z_/]+, days/);
    const team = because.library.teamFile;
    assert.deepEqual(team && because.library.findings(team), []);
    const fields = [
      [['team', 'members'], [ada]],
      [['keys'], ['PAY']],
    ] as const;
    await because.write([{ edit: team ?? assert.fail(), fields }]);
    const after = files.texts.get('because.yml') ?? '';
    for (const line of before.split('\n').filter((each) => each.trim().startsWith('#')))
      assert.ok(after.includes(line));
    assert.deepEqual(because.library.team.keys, ['PAY']);
    assert.equal(because.library.members[0]?.name, 'Ada Lovelace');
  });

  it('is right as it stands once the comments are taken away', async () => {
    const { files, set } = folderOf();
    await set({ sprint: 'none' });
    const plain = (files.texts.get('because.yml') ?? '')
      .replace('  members: []\n', '')
      .replace(/^# keys:/m, 'keys:')
      .replace(/^# hours:/m, 'hours:')
      .replace(/^ {2}# (name:|members:| {2}-)/gm, '  $1');
    const { because } = folderOf({ 'because.yml': plain });
    await because.ready();
    const team = because.library.teamFile;
    assert.deepEqual(team && because.library.findings(team), []);
    assert.equal(because.library.team.team?.name, 'Relay');
    assert.equal(because.library.members[0]?.id, 'ada');
    assert.deepEqual(because.library.team.keys, ['PAY', '#']);
    assert.deepEqual(because.library.team.hours?.days, ['mon', 'tue', 'wed', 'thu', 'fri']);
  });

  it('keeps any names as they are', async () => {
    const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== '');
    await fc.assert(
      fc.asyncProperty(texts, texts, async (team, name) => {
        const { because, set } = folderOf();
        await set({ team: { name: team, members: [{ id: 'a', name }] }, sprint: 'none' });
        assert.equal(because.library.team.team?.name, team.trim());
        assert.equal(because.library.members[0]?.name, name.trim());
      }),
      { numRuns: 200 },
    );
  });

  it('changes nothing where it is done, and says so', async () => {
    const { files, set } = folderOf();
    await set({ sprint });
    const before = new Map(files.texts);
    for (const again of [{ sprint }, { sprint: 'none' }, { sprint: { ...sprint, id: 'next' } }, { sample: true }]) {
      await assert.rejects(set(again), isError('already-exists', /already set up here.*Open because\.yml/));
    }
    assert.deepEqual(files.texts, before);
  });

  it('goes on with what is missing', async () => {
    const mine = '# mine\nkeys: [OPS]\n';
    const { files, because, set } = folderOf({ 'because.yml': mine });
    await assert.rejects(set({ sprint: 'none' }), isError('already-exists'));
    assert.deepEqual(await set({ team: { name: 'Other' }, keys: ['PAY'], sprint }), {
      id: '2026-48',
      path: 'sprints/2026-48.md',
    });
    assert.equal(files.texts.get('because.yml'), mine);
    assert.equal(because.library.ofKind('sprint').length, 1);
    const own = record(['starts: 2026-11-01', 'ends: 2026-11-14']);
    const second = folderOf({ 'sprints/2026-48.md': own });
    await second.set({ sprint });
    assert.equal(second.files.texts.get('sprints/2026-48.md'), own);
    assert.ok(second.files.texts.has('because.yml'));
  });

  it('writes what the sprint is for with the rest, in one batch', async () => {
    const { files, because, set } = folderOf();
    const initiatives = [{ id: 'SHOP-115', title: 'Say when it comes' }, { id: 'SHOP-112' }];
    assert.equal((await set({ keys: ['SHOP'], sprint, initiatives })).id, '2026-48');
    assert.deepEqual([...files.texts.keys()].sort(), [
      'because.yml',
      'initiatives/SHOP-112.md',
      'initiatives/SHOP-115.md',
      'sprints/2026-48.md',
    ]);
    const [made] = because.library.ofKind('initiative').filter(({ id }) => id === 'SHOP-115');
    assert.deepEqual([made?.title, made?.values.sprint], ['Say when it comes', ['2026-48']]);
    assert.deepEqual(made && because.library.findings(made), []);
  });

  it('plans more for the sprint that goes on, and leaves initiatives that are there', async () => {
    const { files, because, set } = folderOf();
    await set({ sprint, initiatives: [{ id: 'SHOP-1', title: 'One' }] });
    const before = files.texts.get('initiatives/SHOP-1.md');
    const again = [
      { id: 'SHOP-1', title: 'Other' },
      { id: 'SHOP-2', title: 'Two' },
    ];
    assert.equal((await set({ sprint: 'none', initiatives: again })).id, 'SHOP-1');
    assert.equal(files.texts.get('initiatives/SHOP-1.md'), before);
    assert.deepEqual(because.library.initiativeOf('SHOP-2')?.values.sprint, ['2026-48']);
  });

  it('adds who works here where because.yml names nobody, and the next sprint when the last is over', async () => {
    const over = record(['starts: 2026-11-01', 'ends: 2026-11-14']);
    const { files, because, set } = folderOf({ 'because.yml': '# mine\nversion: 1\n', 'sprints/old.md': over });
    await set({ team: { name: 'Mine', members: [ada] }, keys: ['PAY'], sprint });
    assert.match(files.texts.get('because.yml') ?? '', /^# mine\nversion: 1\n/);
    assert.deepEqual([because.library.members.map(({ id }) => id), because.library.team.keys], [['ada'], ['PAY']]);
    assert.ok(because.library.findOf('sprint', '2026-48'));
    assert.equal(files.texts.get('sprints/old.md'), over);
  });

  for (const fault of ['EACCES', 'ENOSPC']) {
    it(`says what is wrong when the disk answers ${fault}, and goes on when it is mended`, async () => {
      const { files, set } = folderOf();
      files.fault = fault;
      await assert.rejects(set({ sprint }), isError(fault === 'EACCES' ? 'not-writable' : 'disk-full', /because\.yml/));
      assert.equal(files.texts.size, 0);
      await set({ sprint: 'none' });
      files.fault = fault;
      await assert.rejects(set({ sprint }), isError(fault === 'EACCES' ? 'not-writable' : 'disk-full'));
      assert.deepEqual([...files.texts.keys()], ['because.yml']);
      await set({ sprint });
      assert.deepEqual([...files.texts.keys()], ['because.yml', 'sprints/2026-48.md']);
    });
  }

  it('refuses an id of another record before anything is written', async () => {
    const { files, set } = folderOf({ 'problems/2026-48.md': 'Slow.\n' });
    await assert.rejects(set({ sprint }), isError('already-exists', /2026-48.*another id/));
    assert.deepEqual([...files.texts.keys()], ['problems/2026-48.md']);
  });

  it('refuses what is wrong, with the reason', async () => {
    const { files, set } = folderOf();
    const wrong: readonly (readonly [unknown, RegExp])[] = [
      [{}, /sprint: is needed/],
      [{ sprint: { ...sprint, starts: 'Monday' } }, /sprint.*starts|sprint/],
      [{ sprint: { ...sprint, ends: '2026-11-01' } }, /sprint/],
      [{ sprint: 'none', keys: ['P A Y'] }, /keys\.0: must be a prefix/],
      [{ sprint: 'none', team: { members: [{ id: '../x' }] } }, /team\.members\.0\.id/],
      [{ sprint: 'none', teem: {} }, /teem/],
    ];
    for (const [input, words] of wrong) await assert.rejects(set(input), isError('bad-input', words));
    assert.equal(files.texts.size, 0);
  });
});

describe('Removing the sample', () => {
  const started = async (more: Readonly<Record<string, string>> = {}) => {
    const product = folderOf(more);
    await product.set({ sample: true, keys: ['SHOP'], team: { name: 'Shop', members: [ada] } });
    return product;
  };

  it('takes away what it wrote, and its prefix', async () => {
    const { files, because } = await started();
    assert.deepEqual(because.library.team.keys, ['SHOP', 'SAMPLE']);
    assert.deepEqual(await perform(removeSample, because, {}), { kept: [] });
    assert.deepEqual([...files.texts.keys()], ['because.yml']);
    assert.deepEqual(because.library.team.keys, ['SHOP']);
    await assert.rejects(perform(removeSample, because, {}), isError('not-found', /no sample/));
  });

  it('leaves what somebody has written in, every byte of it, and everybody else’s records', async () => {
    const { files, because } = await started();
    const path = [...files.texts.keys()].find((each) => each.includes('sample-nine-days')) ?? '';
    const mine = `${files.texts.get(path)}And a word of mine.\n`;
    files.put(path, mine);
    files.put('problems/own.md', 'Own.\n');
    await because.refresh();
    assert.deepEqual(await perform(removeSample, because, {}), { kept: [path] });
    assert.deepEqual([...files.texts.keys()].sort(), ['because.yml', path, 'problems/own.md'].sort());
    assert.equal(files.texts.get(path), mine);
  });

  it('leaves what another window has just written', async () => {
    const { files, because } = await started();
    const path = [...files.texts.keys()].find((each) => each.includes('SAMPLE-1')) ?? '';
    files.put(path, 'Mine now.\n');
    await assert.rejects(perform(removeSample, because, {}), isError('changed-underneath'));
    assert.equal(files.texts.get(path), 'Mine now.\n');
  });
});

describe('Setting up where the sample is', () => {
  it('adds the team, its keys and a first sprint to what is there', async () => {
    const { because, set } = folderOf();
    await set({ sample: true, team: { name: 'Shop', members: [ada] } });
    const grace = { id: 'grace', name: 'Grace Hopper' };
    await set({ team: { members: [ada, grace] }, keys: ['SHOP'], sprint });
    const ids = because.library.members.map(({ id }) => id);
    assert.deepEqual(
      [ids, because.library.team.keys],
      [
        ['ada', 'grace'],
        ['SAMPLE', 'SHOP'],
      ],
    );
    assert.ok(because.library.findOf('sprint', sprint.id));
  });
});

describe('The sample', () => {
  it('is one sprint with an initiative and its why, and nothing is wrong with it', async () => {
    const { because, set } = folderOf();
    assert.equal((await set({ sample: true, team: { name: 'Shop', members: [ada] } })).id, 'sample-sprint');
    const kinds = because.library.records.map(({ kind }) => kind).sort();
    assert.deepEqual(kinds, ['evidence', 'evidence', 'initiative', 'persona', 'problem', 'risk', 'sprint']);
    for (const each of because.library.records) assert.deepEqual(because.library.findings(each), [], each.id);
    assert.deepEqual(because.library.team.keys, ['SAMPLE']);
    assert.ok(because.library.records.every(({ id }) => /^sample-/i.test(id)));
  });

  it('runs in the sprint of today, and was heard of before', () => {
    const [first] = sample('2026-11-25').filter(({ kind }) => kind === 'sprint');
    assert.deepEqual([first?.fields.starts, first?.fields.ends], ['2026-11-23', '2026-12-06']);
    for (const { fields } of sample('2026-11-25')) assert.ok(!fields.date || String(fields.date) < '2026-11-25');
  });

  it('is finished where it was interrupted', async () => {
    const { files, because, set } = folderOf();
    await set({ sample: true });
    const whole = new Map(files.texts);
    for (const path of ['sprints/sample-sprint.md', 'risks/sample-bank-once-a-day.md']) files.take(path);
    await because.refresh();
    await set({ sample: true });
    assert.deepEqual([...files.texts.keys()].sort(), [...whole.keys()].sort());
  });

  it("is not mixed with anybody's records", async () => {
    const { files, set } = folderOf({ 'problems/slow.md': 'Slow.\n' });
    await assert.rejects(set({ sample: true }), isError('already-exists', /mix.*empty folder/));
    assert.equal(files.texts.size, 1);
  });

  it('goes beside a because.yml that is there', async () => {
    const { files, set } = folderOf({ 'because.yml': 'keys: [OPS]\n' });
    await set({ sample: true });
    assert.equal(files.texts.get('because.yml'), 'keys: [OPS]\n');
    assert.equal(files.texts.size, 8);
  });
});
