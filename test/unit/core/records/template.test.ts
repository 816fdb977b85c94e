/** A template nobody has written over counts as empty everywhere, and has a finding. */
import * as assert from 'node:assert/strict';
import { gapsOf } from '../../../../src/core/board/readiness.ts';
import { cardOf } from '../../../../src/core/card/card.ts';
import { cardText } from '../../../../src/core/card/cardMarkdown.ts';
import { kindNames, kinds, readRecord } from '../../../../src/core/kinds/all.ts';
import { initiativeRow } from '../../../../src/core/outline/initiative.ts';
import type { OutlineNode } from '../../../../src/core/outline/node.ts';
import type { Fields } from '../../../../src/core/records/field.ts';
import * as f from '../../../../src/core/records/field.ts';
import type { Kind } from '../../../../src/core/records/kind.ts';
import { startLines, templateOf, withoutTemplate } from '../../../../src/core/records/template.ts';
import { libraryOf, record, source } from '../../../support/sources.ts';

/** A snippet as it stands in a file when nothing is typed over it. */
const untouched = (snippet: string): string =>
  snippet
    .replaceAll(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replaceAll(/\$\{\d+:([^}$]*)\}/g, '$1')
    .replaceAll(/\$\{\d+\}|\$0/g, '');

const untouchedRecord = (name: keyof typeof kinds, more: readonly string[]): string => {
  const kind = kinds[name] as Kind;
  const said = more.map((line) => line.slice(0, line.indexOf(':')));
  const lines = [...startLines(kind).values()]
    .map(untouched)
    .filter((line) => !said.includes(line.slice(0, line.indexOf(':'))));
  return record([...more, ...lines], `${untouched(kind.snippetBody)}\n`);
};

const files = {
  'initiatives/PAY-1.md': untouchedRecord('initiative', ['title: Urgent', 'problem: late', 'status: candidate']),
  'problems/late.md': untouchedRecord('problem', ['title: Late updates']),
  'evidence/call.md': untouchedRecord('evidence', [
    'title: A call',
    'kind: quote',
    'problem: late',
    'date: 2026-11-23',
  ]),
};

const now = new Date('2026-11-23T12:00:00Z');

describe('what is left of a template', () => {
  it('is taken out of maps in maps, each looked at once', () => {
    let looks = 0;
    const watched = <T extends object>(map: T): T =>
      new Proxy(map, {
        ownKeys: (target) => {
          looks++;
          return Reflect.ownKeys(target);
        },
      });
    const template = { values: ['Say who'], body: [] };
    const own = watched({ deep: 1 });
    let raw: { readonly [name: string]: unknown } = watched({ who: 'Say who', own });
    for (let depth = 0; depth < 20; depth++) raw = watched({ inner: raw });
    let left = withoutTemplate(raw, template);
    assert.equal(looks, 22);
    for (let depth = 0; depth < 20; depth++) left = left.inner as typeof left;
    assert.deepEqual(Object.keys(left), ['own']);
    assert.equal(left.own, own);
    assert.equal(withoutTemplate(own, template), own);
  });
});

describe('a template nobody has written over', () => {
  const library = libraryOf(files);
  const initiative = library.findOf('initiative', 'PAY-1');
  assert.ok(initiative);
  const texts = kindNames.flatMap((name) => Object.values(templateOf(kinds[name] as Kind)).flat());

  it('is what the snippets of kinds hold', () => {
    for (const words of [
      'What changes, and for whom',
      'Who has the problem, how bad it is, and how we know.',
      'The idea, in one paragraph.',
      'What was said, word for word.',
    ]) {
      assert.ok(texts.includes(words), words);
    }
    assert.ok(
      texts.every((text) => !text.includes('$')),
      texts.join('\n'),
    );
  });

  it('leaves the body and the values of every kind empty', () => {
    for (const name of kindNames) {
      const { folder } = kinds[name];
      const read = readRecord(source(`${folder}/x.md`, untouchedRecord(name, ['title: x'])));
      assert.equal(read.body.trim(), '', name);
      assert.ok(!texts.some((text) => JSON.stringify(read.values).includes(text)), name);
    }
  });

  it('keeps every other word of a body in its place', () => {
    const body =
      'Before.\n\nWhat was said, word for word.\n\n> What was said, word for word.\n\nWhat was said, word for word. Twice.\n';
    const read = readRecord(source('evidence/x.md', record(['title: x'], body)));
    assert.equal(read.body.length, body.length);
    assert.equal(read.body.replaceAll(/ +/g, ' '), 'Before.\n\n \n\n \n\nWhat was said, word for word. Twice.\n');
  });

  it('leaves the question at the end to whoever wrote the problem above it', () => {
    const bodyOf = (body: string) => readRecord(source('problems/x.md', record(['title: x'], body))).body.trim();
    const question = 'How should we solve this?';
    assert.equal(bodyOf(`People wait.\n\n${question}\n`), `People wait.\n\n${question}`);
    assert.equal(bodyOf(`Who has the problem, how bad it is, and how we know.\n\n${question}\n`), '');
    assert.equal(bodyOf(`\n${question}\n`), '');
    assert.equal(bodyOf(`Who hurts, how badly, and how we know.\n\n${question}\n`), '', 'of an earlier version');
  });

  it('says nothing on the card, which takes the titles instead', () => {
    const card = cardOf(library, 'PAY-1', now, undefined);
    assert.ok(card);
    const text = cardText(card);
    assert.ok(!texts.some((words) => text.includes(words)), text);
    assert.match(text, /Late updates/);
    assert.match(text, /No evidence yet/);
  });

  it('says nothing in the tree', () => {
    const all = (row: OutlineNode): OutlineNode[] => [row, ...(row.children?.() ?? []).flatMap(all)];
    const words = all(initiativeRow(library, initiative, 'sprint')).map(({ label, description, hint }) =>
      [label, description, hint].join(' '),
    );
    assert.ok(!texts.some((text) => words.some((row) => row.includes(text))), words.join('\n'));
    assert.ok(
      words.some((row) => row.includes('no evidence yet')),
      words.join('\n'),
    );
  });

  it('is no evidence to commit on', () => {
    assert.ok(gapsOf(library, initiative).includes('evidence'));
  });

  it('has a finding at its words, until they are written over', () => {
    const marked = (path: string): string[] => {
      const found = library.files.get(path);
      assert.ok(found);
      return library
        .findings(found)
        .filter(({ code }) => code === 'template')
        .map(({ span }) => found.source.text.slice(span.start, span.end));
    };
    assert.deepEqual(marked('initiatives/PAY-1.md'), ['"What changes, and for whom"', 'The idea, in one paragraph.']);
    assert.deepEqual(marked('problems/late.md'), [
      'Who has the problem, how bad it is, and how we know.',
      'How should we solve this?',
    ]);
    assert.deepEqual(marked('evidence/call.md'), ['> What was said, word for word.']);
  });
});

describe('the lines a new record starts with', () => {
  const words = f.text(() => '', ['few words, or none']);
  const fields: Fields = {
    plain: f.text(() => ''),
    words,
    rated: f.number(() => '', { usual: [3, 1, 2] }),
    map: f.map(() => '', { first: words, second: f.text(() => '') }),
  };
  const lines = (...starts: string[]) => [...startLines({ fields, starts })];

  it('are those of the fields it names, in its order, each with a stop behind the title’s', () => {
    assert.deepEqual(lines('words', 'plain', 'gone'), [
      ['words', 'words: ${2:few words, or none}'],
      ['plain', 'plain: ${3}'],
      ['gone', 'gone: ${4}'],
    ]);
    assert.deepEqual(lines(), []);
  });

  it('have a choice where several values are usual', () => {
    assert.deepEqual(lines('rated'), [['rated', 'rated: ${2|3,1,2|}']]);
  });

  it('count on through maps, where words are quoted, as they may hold commas', () => {
    assert.deepEqual(lines('map', 'plain'), [
      ['map', 'map: {first: "${2:few words, or none}", second: ${3}}'],
      ['plain', 'plain: ${4}'],
    ]);
  });
});
