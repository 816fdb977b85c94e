/** A walk-through: its initiatives, who may speak, what counts, and its minutes. */
import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import * as z from 'zod/mini';
import { minutesOf } from '../../../../src/core/story/minutes.ts';
import { minutesMarkdown } from '../../../../src/core/story/minutesMarkdown.ts';
import { peopleOf, tallyOf, voicesOn, walkList } from '../../../../src/core/story/walk.ts';
import { minutes as schema, type WalkChoice } from '../../../../src/core/story/walkTold.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const now = new Date('2026-11-23T14:30:00Z');

const ack = (initiative: string, by: string, state: string, words = '', ...more: string[]) =>
  record([`initiative: ${initiative}`, `by: ${by}`, `state: ${state}`, ...more], words);

const PLAN = {
  'because.yml':
    'team: {members: [{id: grace, name: Grace Hopper, role: pm}, {id: ada, name: Ada Lovelace, role: engineer}, {id: bob, role: lead}]}\n',
  'sprints/s1.md': record(['title: Sprint 1', 'starts: 2026-11-16', 'ends: 2026-11-29']),
  'initiatives/PAY-10.md': record(['title: The tenth', 'sprint: s1']),
  'initiatives/PAY-2.md': record(['title: The second', 'sprint: s1', 'team: [grace]', 'problem: late']),
  'initiatives/PAY-1.md': record(['title: Done', 'sprint: s1', 'status: shipped']),
  'initiatives/PAY-3.md': record(['title: Elsewhere', 'quarter: 2027-Q1']),
  'problems/late.md': record(['title: Late', 'segment: shops'], 'Some users wait | a day. Why?\n'),
  'acks/PAY-10/ada.md': ack('PAY-10', 'ada', 'can-explain', 'Shops *wait*.\n'),
  'acks/PAY-10/eve.md': ack('PAY-10', 'eve', 'objection', 'No [need](x).\n'),
  'acks/PAY-2/bob.md': ack('PAY-2', 'bob', 'question', 'Secret words.\n', 'sensitive: true'),
  'questions/q1.md': record(['initiative: PAY-2', 'by: bob', 'to: grace'], 'Which | shops?\n'),
  'questions/q2.md': record(['initiative: PAY-2', 'state: answered'], 'Done?\n'),
  'objections/o1.md': record(['initiative: PAY-10', 'kind: no-need', 'by: eve'], 'No need.\n'),
  'objections/o2.md': record(['initiative: PAY-10', 'kind: other', 'state: withdrawn'], 'Nothing.\n'),
};
const library = libraryOf(PLAN);
const ids = (choice: WalkChoice) => walkList(library, choice, now).initiatives.map(({ id }) => id);
const of = (id: string) => library.findOf('initiative', id) ?? assert.fail();

describe('A walk-through', () => {
  it('goes through what is ahead, as people count keys; where all is done, through that', () => {
    assert.deepEqual(ids({ kind: 'current' }), ['PAY-2', 'PAY-10']);
    assert.deepEqual(ids({ kind: 'quarter', quarter: '2027-Q1' }), ['PAY-3']);
    assert.deepEqual(ids({ kind: 'list', ids: ['PAY-1', 'gone', 'PAY-2'] }), ['PAY-1', 'PAY-2']);
    const done = libraryOf({ ...PLAN, 'initiatives/PAY-2.md': '', 'initiatives/PAY-10.md': '' });
    assert.deepEqual(
      walkList(done, { kind: 'sprint', id: 's1' }, now).initiatives.map(({ id }) => id),
      ['PAY-1'],
    );
  });

  it('lets who looks speak first, then who builds, the others, and who has left', () => {
    const initiatives = walkList(library, { kind: 'current' }, now).initiatives;
    assert.deepEqual(peopleOf(library, initiatives, 'grace'), ['grace', 'ada', 'bob', 'eve']);
    assert.deepEqual(peopleOf(library, initiatives, undefined), ['ada', 'bob', 'grace', 'eve']);
  });

  it('counts who is to build it, and whoever spoke', () => {
    const people = ['ada', 'bob', 'grace', 'eve'];
    const tenth = voicesOn(library, of('PAY-10'), people);
    assert.deepEqual(
      tenth.map(({ name, isAsked, said, words }) => [name, isAsked, said, words]),
      [
        ['Ada Lovelace', true, 'can-explain', 'Shops wait.'],
        ['bob', true, undefined, ''],
        ['Grace Hopper', false, undefined, ''],
        ['eve', false, 'objection', 'No need.'],
      ],
    );
    assert.deepEqual(tallyOf(tenth), { can: 1, of: 3 });
    assert.deepEqual(tallyOf(voicesOn(library, of('PAY-2'), people)), { can: 0, of: 2 }, 'its team, and who spoke');
  });

  it('shows of a large team whoever looks, and whoever counts', () => {
    const many = Array.from({ length: 40 }, (_, index) => `{id: m${index}, role: pm}`);
    const members = `team: {members: [${many.join(', ')}, {id: ada, role: engineer}, {id: grace, role: pm}]}\n`;
    const large = libraryOf({ ...PLAN, 'because.yml': members });
    const initiatives = walkList(large, { kind: 'current' }, now).initiatives;
    const people = peopleOf(large, initiatives, 'm7');
    const [second = assert.fail()] = initiatives;
    const shown = voicesOn(large, second, people).map(({ id }) => id);
    assert.deepEqual(shown.slice(0, 3), ['m7', 'grace', 'bob']);
    assert.equal(shown.length, 12);
    const { rows, people: taking } = minutesOf(large, { kind: 'current' }, { now, me: 'm7' });
    assert.deepEqual(
      rows.map(({ voices }) => voices.map(({ id }) => id)),
      [
        ['grace', 'bob'],
        ['ada', 'eve'],
      ],
    );
    assert.deepEqual(
      taking.map(({ id }) => id),
      ['ada', 'grace', 'bob', 'eve'],
    );
  });

  it('takes the last word of one who has two files', () => {
    const twice = libraryOf({ ...PLAN, 'acks/PAY-10/ada2.md': ack('PAY-10', 'ada', 'question', 'Why?\n') });
    const [ada] = voicesOn(twice, twice.findOf('initiative', 'PAY-10') ?? assert.fail(), ['ada']);
    assert.equal(ada?.said, 'question');
  });
});

describe('Minutes', () => {
  const told = minutesOf(library, { kind: 'current' }, { now, me: undefined });

  it('are plain data: who said what, who said nothing, what to mend', () => {
    assert.deepEqual(z.parse(schema, JSON.parse(JSON.stringify(told))), JSON.parse(JSON.stringify(told)));
    assert.deepEqual(
      told.people.map(({ name }) => name),
      ['Ada Lovelace', 'bob', 'Grace Hopper', 'eve'],
    );
    assert.deepEqual(told.silent, ['Grace Hopper']);
    const [second, tenth] = told.rows;
    const mend = (row: typeof second) => row?.mend.map(({ sort, says }) => `${sort}: ${says}`);
    assert.deepEqual(mend(second), [
      'Question: Which | shops? · open · for Grace Hopper',
      'Missing: How big is it? Add its size.',
      'Missing: No evidence yet. Validate before building.',
      'Missing: No outcome yet. What changes for people, and by how much?',
      'Missing: Nobody has estimated it yet.',
      'Wording: “Some users”: Means something different to every reader. Give a number, and say who.',
    ]);
    assert.match(mend(tenth)?.[0] ?? '', /^Objection: .*Customers don’t need this/);
    assert.equal(mend(tenth)?.filter((each) => each.startsWith('Objection')).length, 1);
  });

  it('read well as Markdown, in which words are only words', () => {
    const text = minutesMarkdown(told);
    const html = new MarkdownIt({ html: true, linkify: true }).render(text);
    assert.match(html, /<h1>Walk-through: Sprint 1<\/h1>\n<p>23.Nov.2026 · 2 initiatives<\/p>\n<table>/);
    assert.match(html, /<td>PAY-2 · The second<\/td>\n<td>–<\/td>\n<td>Has a question<\/td>\n<td>Nothing yet<\/td>/);
    assert.match(html, /<h2>PAY-10 · The tenth<\/h2>\n<p>1 of 3 people can explain why<\/p>/);
    assert.match(html, /<li>Ada Lovelace, can explain why: Shops wait\.<\/li>/);
    assert.match(html, /<li>Question: Which \| shops\? · open · for Grace Hopper<\/li>/);
    assert.doesNotMatch(html, /<a |<em>|<img/);
    assert.match(text, /Nothing yet from Grace Hopper\./);
  });

  it('hold no sensitive word', () => {
    assert.doesNotMatch(JSON.stringify(told) + minutesMarkdown(told), /Secret/);
    assert.equal(told.rows[0]?.voices.find(({ id }) => id === 'bob')?.said, 'question');
  });

  it('of nothing say nothing', () => {
    const none = minutesOf(libraryOf({}), { kind: 'current' }, { now, me: 'ada' });
    assert.deepEqual([none.rows, none.people, none.silent], [[], [], []]);
  });
});
