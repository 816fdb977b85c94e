/** Bad files of every kind: each stays visible with a finding that says what is wrong, and costs nobody else anything. */
import assert from 'node:assert/strict';
import type { Library } from '../../../src/core/library/library.ts';
import { FolderStore } from '../../../src/store/folderStore.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { record } from '../../support/sources.ts';

async function load(texts: Readonly<Record<string, string>>): Promise<Library> {
  const store = new FolderStore(new MemoryFiles({ 'problems/good.md': record(['segment: all']), ...texts }), {
    onError: (error) => {
      throw error;
    },
  });
  await store.load();
  return store.library;
}

/** The codes of a file's findings, and proof that its neighbour is well. */
async function codes(path: string, text: string): Promise<string[]> {
  const library = await load({ [path]: text });
  assert.ok(library.find('good'), 'the good record is still there');
  const bad = library.files.get(path);
  assert.ok(bad, 'the bad one is there too');
  for (const { message } of library.findings(bad)) assert.match(message, /\w.*[.?”]$/s, 'a finding is a sentence');
  return library.findings(bad).map(({ code }) => code);
}

describe('A bad file', () => {
  it('of 10 MB of YAML is listed, not read', async () => {
    assert.deepEqual(await codes('problems/big.md', `---\n${'a: 1\n'.repeat(2_000_000)}---\n`), ['too-large']);
  });

  it('of 1 MiB of broken YAML is not read, and says why; of less, it says what is wrong, and not thousands of times', async () => {
    for (const line of [
      'a: [x: y',
      'a: "x',
      ',,,,',
      ']]]]',
      '[[[[',
      '@',
      '\ta: 1',
      'a: &x *y !z',
      '- - -',
      'a: 1',
      'a: |\nb',
    ]) {
      const broken = `${line}\n`.repeat(1_000_000 / (line.length + 1));
      assert.deepEqual(await codes('problems/big.md', `---\n${broken}---\n`), ['too-large'], line);
      const found = await codes('problems/small.md', `---\n${broken.slice(0, 4000 - (4000 % (line.length + 1)))}---\n`);
      assert.ok(found.length > 0 && found.length <= 40, `${line}: ${found.length}`);
    }
  });

  it('of 1 MiB of spaces where people put one is read in no time', async () => {
    const spaces = ' '.repeat(200_000);
    const library = await load({
      'problems/wide.md': record([`personas: [${spaces}`, `  a${spaces}b${spaces}]`, `segment: c${spaces}d${spaces}`]),
    });
    assert.deepEqual(library.findOf('problem', 'wide')?.values.personas, [`a${spaces}b`]);
    assert.deepEqual(library.findOf('problem', 'wide')?.values.segment, `c${spaces}d`);
  });

  it('with an alias bomb is refused', async () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef'].map((pair) => [...pair])) {
      bomb.push(`${to}: &${to} [${Array.from({ length: 10 }, () => `*${from}`).join(', ')}]`);
    }
    assert.deepEqual(await codes('problems/bomb.md', record(bomb)), ['alias-bomb']);
  });

  it('indented with tabs says so', async () => {
    assert.deepEqual(await codes('problems/tabs.md', record(['size:', '\taffected: 3'])), ['tabs']);
  });

  it('with a key twice says which', async () => {
    const library = await load({ 'problems/twice.md': record(['segment: a', 'segment: b']) });
    const [finding] = library.findings(library.find('twice') ?? assert.fail());
    assert.equal(finding?.code, 'duplicate-key');
    assert.match(finding?.message ?? '', /segment/);
  });

  it('with a list where fields belong, half a front matter, or conflict markers says so', async () => {
    assert.deepEqual(await codes('problems/list.md', record(['- a', '- b'])), ['not-a-map']);
    assert.deepEqual(await codes('problems/half.md', '---\nsegment: a\n'), ['unclosed']);
    const conflict = record(['<<<<<<< ours', 'segment: a', '=======', 'segment: b', '>>>>>>> theirs']);
    assert.deepEqual(await codes('problems/conflict.md', conflict), ['conflict']);
  });

  it('with `__proto__` as a key changes nothing but itself', async () => {
    const library = await load({
      'problems/p.md': record(['__proto__: {polluted: true}', 'constructor: x', 'segment: a']),
      'because.yml': '__proto__: {keys: [EVIL]}\n',
    });
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
    assert.equal(library.findOf('problem', 'p')?.values.segment, 'a');
    assert.equal(library.team.keys, undefined);
  });

  it('as because.yml leaves an empty team and its own finding', async () => {
    const library = await load({ 'because.yml': 'team: [\nkeys: {' });
    assert.deepEqual(library.members, []);
    assert.ok(library.teamFile?.broken);
  });

  it('that is not text says how to mend it', async () => {
    const files = new MemoryFiles({ 'problems/latin.md': 'x' });
    files.read = () => Promise.resolve(undefined);
    const store = new FolderStore(files, { onError: (error) => assert.fail(String(error)) });
    await store.load();
    const latin = store.library.find('latin');
    assert.ok(latin);
    assert.deepEqual(
      store.library.findings(latin).map(({ code }) => code),
      ['not-utf8'],
    );
  });
});

describe('A team', () => {
  it('of 500 members is known by id, and a slip of the finger is told', async () => {
    const members = Array.from(
      { length: 500 },
      (_, n) => `    - {id: person-${n}, name: Person ${n}, emails: [p${n}@relay.example]}`,
    );
    const library = await load({
      'because.yml': ['team:', '  members:', ...members].join('\n'),
      'initiatives/PAY-1.md': record(['owner: person-499', 'team: [person-1, persn-77]']),
    });
    assert.equal(library.memberIds.size, 500);
    const found = library.findings(library.find('PAY-1') ?? assert.fail());
    assert.deepEqual(
      found.map(({ code, instead }) => [code, instead?.includes('person-77')]),
      [['unknown-member', true]],
    );
  });
});
