/** The library: snapshots, references both ways, findings with exact places. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readRecord } from '../../../../src/core/kinds/all.ts';
import { Library } from '../../../../src/core/library/library.ts';
import { libraryOf, record, source } from '../../../support/sources.ts';

const relay = {
  'because.yml': 'team:\n  members:\n    - {id: ada, emails: [ada@relay.example]}\n    - {id: grace}\nkeys: [PAY]\n',
  'sprints/s1.md': record(['starts: 2026-11-16', 'ends: 2026-11-29']),
  'problems/missed.md': record(
    ['title: Missed updates', 'segment: retail'],
    'People miss updates. How should we solve this?',
  ),
  'initiatives/PAY-142.md': record([
    'title: Urgent',
    'sprint: s1',
    'problem: [missed]',
    'issues: [PAY-150]',
    'owner: ada',
  ]),
  'evidence/acme.md': record(['kind: quote', 'problem: missed', 'customer: Acme']),
};

/** The findings of a file as `code at "marked text"`. */
function findings(library: Library, path: string): string[] {
  const found = library.files.get(path);
  assert.ok(found, `${path} is in the library`);
  return library
    .findings(found)
    .map(({ code, span }) => `${code} at ${JSON.stringify(found.source.text.slice(span.start, span.end))}`);
}

describe('A library', () => {
  it('resolves references both ways', () => {
    const library = libraryOf(relay);
    assert.deepEqual(library.findOf('initiative', 'PAY-142')?.values.problem, ['missed']);
    assert.deepEqual(
      library
        .children('missed')
        .map(({ id }) => id)
        .sort(),
      ['PAY-142', 'acme'],
    );
    assert.deepEqual(
      library.children('missed', 'evidence').map(({ id }) => id),
      ['acme'],
    );
  });

  it('finds an initiative by its own key and by the issues under it', () => {
    const library = libraryOf(relay);
    assert.equal(library.initiativeOf('PAY-150')?.id, 'PAY-142');
    assert.deepEqual(
      library.keys.find('see PAY-150 and PAY-999').map(({ key }) => key),
      ['PAY-150', 'PAY-999'],
    );
  });

  it('tells no key of an initiative that must not be shown', () => {
    const library = libraryOf({ 'initiatives/PAY-1.md': record(['sensitive: yes', 'issues: [OPS-31]']) });
    assert.equal(library.initiativeOf('OPS-31'), undefined);
    assert.deepEqual(library.find('PAY-1')?.keys, []);
  });

  it('keeps what is derived of a kind while no record of the kind changes', () => {
    const before = libraryOf(relay);
    const { keys } = before;
    const one = readRecord(source('evidence/new.md', record(['kind: quote', 'problem: missed'])));
    const after = before.with(new Map([['evidence/new.md', one]]));
    assert.equal(after.keys, keys);
    assert.equal(after.ofKind('evidence').length, 2);
    const renamed = readRecord(source('initiatives/PAY-142.md', record(['id: PAY-143'])));
    assert.notEqual(after.with(new Map([['initiatives/PAY-142.md', renamed]])).keys, keys);
  });

  it('leaves the last snapshot as it was', () => {
    const before = libraryOf(relay);
    const after = before.with(
      new Map([
        ['evidence/acme.md', undefined],
        ['evidence/new.md', readRecord(source('evidence/new.md', record(['kind: quote', 'problem: missed'])))],
      ]),
    );
    assert.deepEqual(
      before.children('missed', 'evidence').map(({ id }) => id),
      ['acme'],
    );
    assert.deepEqual(
      after.children('missed', 'evidence').map(({ id }) => id),
      ['new'],
    );
  });

  it('is the same whatever the order in which files came, changed and went', () => {
    const path = fc.constantFrom('initiatives/a.md', 'problems/b.md', 'evidence/c.md', 'evidence/d.md');
    const text = fc.constantFrom(
      undefined,
      record(['id: a', 'problem: b']),
      record(['problem: [b, a]']),
      record(['title: none']),
      'no front matter',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(path, text), { maxLength: 20 }), (steps) => {
        let grown = Library.empty;
        const last: Record<string, string> = {};
        for (const [where, what] of steps) {
          // Asked now and then, so that what is carried over is sometimes old.
          if (Object.keys(last).length % 2 === 0) grown.ofKind('problem');
          grown = grown.with(new Map([[where, what === undefined ? undefined : readRecord(source(where, what))]]));
          if (what === undefined) delete last[where];
          else last[where] = what;
        }
        const fresh = libraryOf(last);
        for (const id of ['a', 'b', 'c', 'd']) {
          const paths = (records: readonly { path: string }[]) => records.map((one) => one.path).sort();
          assert.deepEqual(paths(grown.named(id)), paths(fresh.named(id)));
          assert.deepEqual(paths(grown.children(id)), paths(fresh.children(id)));
        }
        for (const kind of ['initiative', 'problem', 'evidence'] as const) {
          const paths = (library: Library) => library.ofKind(kind).map((one) => one.path);
          assert.deepEqual(paths(grown), paths(fresh));
        }
        assert.deepEqual([...grown.files.keys()].sort(), [...fresh.files.keys()].sort());
      }),
    );
  });

  it('keeps both records of one id, names the ambiguity, and answers the first by path', () => {
    const library = libraryOf({
      'problems/b.md': record(['id: twice']),
      'problems/a.md': record(['id: twice']),
    });
    assert.equal(library.find('twice')?.path, 'problems/a.md');
    assert.deepEqual(findings(library, 'problems/a.md'), ['duplicate-id at "twice"']);
    assert.deepEqual(findings(library, 'problems/b.md'), ['duplicate-id at "twice"']);
  });

  it('keeps and shows kinds and fields it does not know', () => {
    const library = libraryOf({ 'retros/r1.md': record(['title: Retro', 'mood: good']) });
    const [retro] = library.records;
    assert.equal(retro?.kind, 'retros');
    assert.equal(retro.title, 'Retro');
    assert.equal(retro.source.raw.mood, 'good');
    assert.deepEqual(findings(library, 'retros/r1.md'), []);
  });

  it('takes the kind from `record:` before the folder', () => {
    const library = libraryOf({
      'misc/x.md': record(['record: risk', 'initiative: PAY-1', 'likelihood: 2', 'impact: 3']),
    });
    assert.deepEqual(
      library.ofKind('risk').map(({ values }) => values.likelihood),
      [2],
    );
  });

  it('hides archived records, and still knows who points where', () => {
    const library = libraryOf({
      ...relay,
      'evidence/old.md': record(['kind: quote', 'problem: missed', 'archived: true']),
    });
    assert.deepEqual(
      library.children('missed', 'evidence').map(({ id }) => id),
      ['acme'],
    );
    assert.deepEqual(
      library
        .referrers('missed')
        .map(({ id }) => id)
        .sort(),
      ['PAY-142', 'acme', 'old'],
    );
    assert.equal(library.find('old')?.archived, true);
  });

  it('keeps right values beside wrong ones', () => {
    const library = libraryOf({
      'risks/r.md': record(['initiative: PAY-1', 'likelihood: 9', 'impact: 4', 'state: opne', 'owner: [a, {b: c}]']),
    });
    const values = library.findOf('risk', 'r')?.values;
    assert.equal(values?.likelihood, undefined);
    assert.equal(values?.impact, 4);
    assert.equal(values?.state, 'open');
  });

  it('reads wrong types everywhere without throwing', () => {
    const fields = [
      'id',
      'title',
      'record',
      'archived',
      'sprint',
      'problem',
      'outcome',
      'issues',
      'team',
      'schema',
      'slices',
    ];
    const value = fc.constantFrom(
      '1',
      '[1, [2]]',
      '{a: {b: 1}}',
      'true',
      '~',
      '""',
      '-.inf',
      '2026-13-45',
      '"\\u0000"',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields, '__proto__', 'constructor'), value), (written) => {
        const lines = Object.entries(written).map(([name, text]) => `${name}: ${text}`);
        const library = libraryOf({ 'initiatives/x.md': record(lines), 'because.yml': lines.join('\n') });
        for (const file of library.files.values()) {
          assert.equal(typeof file.title, 'string');
          assert.ok(Array.isArray(library.findings(file)));
          assert.ok(file.values);
        }
        assert.equal(({} as { polluted?: boolean }).polluted, undefined);
      }),
    );
  });
});

describe('A library asked many times', () => {
  const library = libraryOf({
    'problems/p.md': record([]),
    'initiatives/p.md': record([]),
    'evidence/one.md': record(['kind: quote', 'problem: p', 'archived: true']),
    'evidence/two.md': record(['kind: quote', 'problem: p']),
    'risks/r.md': record(['problem: p']),
  });

  it('goes through what points to an id once', () => {
    assert.deepEqual(
      library.children('p').map(({ path }) => path),
      ['evidence/two.md', 'risks/r.md'],
    );
    assert.equal(library.children('p', 'evidence').length, 1);
    assert.equal(library.children('p', 'evidence'), library.children('p', 'evidence'));
    assert.deepEqual(library.children('p', 'reply'), []);
    assert.deepEqual(library.children('q'), []);
    assert.equal(library.idsOf('evidence'), library.idsOf('evidence'));
  });

  it('tells records of one id apart by kind', () => {
    assert.equal(library.find('p')?.path, 'initiatives/p.md');
    assert.equal(library.findOf('problem', 'p')?.path, 'problems/p.md');
    assert.equal(library.findOf('risk', 'p'), undefined);
    assert.equal(library.findOf('problem', 'r'), undefined);
  });
});

describe('Findings', () => {
  it('stand exactly where the mistake is', () => {
    const library = libraryOf({
      ...relay,
      'initiatives/PAY-7.md': record([
        'kind: featur',
        'sprint: [s1, s9]',
        'problem: misssed',
        'owner: adaa # who?',
        'statsu: building',
        'outcome: {metric: "Setup takes 3 minutes instead of 20", target: 3}',
      ]),
    });
    assert.deepEqual(findings(library, 'initiatives/PAY-7.md'), [
      'bad-value at "featur"',
      'unknown-id at "s9"',
      'unknown-id at "misssed"',
      'unknown-member at "adaa"',
      'unknown-field at "statsu"',
      'missing-baseline at "outcome"',
      ...findings(library, 'initiatives/PAY-7.md').slice(6),
    ]);
  });

  it('suggest what was meant', () => {
    const library = libraryOf({ ...relay, 'evidence/e.md': record(['kind: qoute', 'problem: mised']) });
    const file = library.files.get('evidence/e.md');
    assert.ok(file);
    assert.deepEqual(
      library.findings(file).map(({ code, instead }) => [code, instead?.[0]]),
      [
        ['bad-value', 'quote'],
        ['unknown-id', 'missed'],
      ],
    );
  });

  it('keep their place behind a byte order mark and with CRLF', () => {
    const text = `\uFEFF${record(['kind: quote', 'problem: nowhere-at-all']).replaceAll('\n', '\r\n')}`;
    const library = libraryOf({ 'evidence/e.md': text });
    assert.deepEqual(findings(library, 'evidence/e.md'), ['unknown-id at "nowhere-at-all"']);
  });

  it('can be dismissed in the record when they are advice, never when they are errors', () => {
    const risk = ['id: "a/b"', 'dismissed: [loose-risk, bad-id]'];
    const library = libraryOf({ 'risks/r.md': record(risk) });
    assert.deepEqual(findings(library, 'risks/r.md'), ['bad-id at "\\"a/b\\""']);
  });

  it('refuse ids that could not be file names', () => {
    for (const id of ['a/b', '../up', '🙂', 'x'.repeat(300), '.hidden', 'with space']) {
      const library = libraryOf({
        'problems/p.md': record([`id: ${JSON.stringify(id)}`, 'segment: all', 'dismissed: []']),
      });
      assert.ok(
        findings(library, 'problems/p.md').some((finding) => finding.startsWith('bad-id')),
        id,
      );
    }
  });

  it('ask for evidence only where work was promised', () => {
    const of = (status: string) =>
      findings(libraryOf({ 'initiatives/PAY-1.md': record([`status: ${status}`]) }), 'initiatives/PAY-1.md');
    assert.deepEqual(of('idea'), []);
    assert.deepEqual(of('building'), ['no-evidence at "status: building"']);
  });

  it('advise against blame in the text of an initiative, unless the record turns that down', () => {
    const of = (...lines: string[]) =>
      findings(
        libraryOf({ 'initiatives/PAY-1.md': record(lines, 'Late, because the team underestimated it.') }),
        'initiatives/PAY-1.md',
      ).map((finding) => finding.split(' ')[0]);
    assert.deepEqual(of('title: x'), ['blame']);
    assert.deepEqual(of('title: x', 'dismissed: [blame]'), []);
  });

  it('call a reference to a record of another kind wrong', () => {
    const library = libraryOf({ ...relay, 'evidence/e.md': record(['kind: quote', 'problem: PAY-142']) });
    assert.deepEqual(findings(library, 'evidence/e.md'), ['wrong-kind at "PAY-142"']);
  });

  it('are bounded in a record that is wrong in thousands of places, and say how many more there are', () => {
    const many = (word: string, count = 1_500) =>
      `[${Array.from({ length: count }, (_, n) => `${word}-${n}`).join(', ')}]`;
    const library = libraryOf({
      'because.yml': 'team: {members: [{id: ada}]}\n',
      'initiatives/A-1.md': record([`problem: ${many('unknown', 12_500)}`]),
      'initiatives/A-2.md': record([`team: ${many('nobody')}`]),
      'initiatives/A-3.md': record([`issues: ${many('no key')}`]),
      'initiatives/A-4.md': record([`slices: [${'{must: 1},'.repeat(1_500)}]`]),
    });
    const messages = (id: string) => {
      const found = library.findings(library.find(id) ?? assert.fail());
      assert.ok(found.length <= 102, `${found.length} findings`);
      return found.map(({ message }) => message);
    };
    assert.match(messages('A-1').join(' '), /12,?400 more values/);
    assert.match(messages('A-2').join(' '), /1,?400 more values/);
    assert.match(messages('A-4').join(' '), /not checked/);
    assert.match(messages('A-3').join(' '), /1,?400 more values/);
    const same = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`problems/${n}.md`, record(['id: same'])]));
    const [first] = libraryOf(same).findings(libraryOf(same).find('same') ?? assert.fail());
    assert.ok((first?.message.length ?? 0) < 300);
  });

  it('say that a newer record is read-only', () => {
    const library = libraryOf({ 'personas/p.md': record(['schema: 2']) });
    assert.deepEqual(findings(library, 'personas/p.md'), ['newer-schema at "2"']);
    assert.equal(library.find('p')?.readOnly, true);
  });

  it('keep a message on its line, whatever names stand in it', () => {
    const library = libraryOf({ 'problems/p.md': record(['id: "a\\nb\\u202E"']) });
    const [finding] = library.findings(library.records[0] ?? assert.fail());
    assert.match(finding?.message ?? '', /^“a b” cannot be an id/);
  });
});
