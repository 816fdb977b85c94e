/** What a persona is built of: whose words are gathered, what they may carry, and what is kept back. */
import * as assert from 'node:assert/strict';
import { type DraftAsked, draftOf } from '../../../../src/core/persona/draft.ts';
import { leaningOf } from '../../../../src/core/persona/gathered.ts';
import { carriedWords } from '../../../../src/core/persona/personaWords.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const DAY = '2026-11-23';

const quote = (lines: readonly string[], said: string) => record(['kind: quote', ...lines], `> ${said}\n`);

const texts = {
  'problems/late.md': record(['title: Read too late', 'personas: [olivia]']),
  'problems/noise.md': record(['title: Too much noise']),
  'personas/olivia.md': record(
    [
      'name: Olivia',
      'role: On-call engineer',
      'goals: [Sleep, Know at once]',
      'basis: observed',
      'validated: 2026-11-17',
      'observed: {role: ev-shift, goals: [ev-gone, ev-secret]}',
    ],
    'On call one week in five.\n',
  ),
  'personas/mateo.md': record(['name: Mateo']),
  'evidence/acme.ev-acme.md': quote(
    ['id: ev-acme', 'problem: late', 'customer: Acme', 'segment: Payments', 'date: 2026-11-17', 'importance: 3'],
    'I found out from a shop owner.',
  ),
  'evidence/acme-2.md': quote(['problem: noise', 'customer: ACME', 'date: 2026-10-01'], 'I want to sleep.'),
  'evidence/bank.md': quote(
    ['problem: late', 'customer: Tern', 'segment: Banks', 'persona: mateo', 'date: 2026-10-29'],
    'Twenty past four is a complaint.',
  ),
  'evidence/shift.ev-shift.md': record(
    ['id: ev-shift', 'kind: observation', 'title: A night shift', 'problem: noise', 'persona: olivia'],
    'Sat in on it.\n',
  ),
  'evidence/against.md': record(
    ['kind: usage', 'title: Half had muted us', 'problem: late', 'stance: contradicts', 'date: 2026-10-20'],
    '312 of 640.\n',
  ),
  'evidence/secret.ev-secret.md': quote(
    ['id: ev-secret', 'problem: late', 'customer: Marlow', 'segment: Clinics', 'sensitive: true'],
    'The fraud case.',
  ),
};

const draft = (asked: DraftAsked, more: Readonly<Record<string, string>> = {}) =>
  draftOf(libraryOf({ ...texts, ...more }), asked, DAY);

const said = ({ pieces }: ReturnType<typeof draft>) => pieces.map((piece) => piece.said);

describe('A persona while it is built', () => {
  it('begins with nothing, and names what there is to look at', () => {
    const { persona, name, fields, problems, segments, pieces, totals } = draft({});
    assert.deepEqual([persona, name, pieces, totals], [undefined, '', [], '']);
    assert.ok(fields.every(({ value, carried }) => value === '' && carried.length === 0));
    assert.deepEqual(
      problems.map(({ id, pieces: count, chosen }) => [id, count, chosen]),
      [
        ['late', 4, false],
        ['noise', 2, false],
      ],
    );
    assert.deepEqual(
      segments.map(({ name: segment, customers }) => [segment, customers]),
      [
        ['Banks', 1],
        ['Payments', 1],
      ],
    );
  });

  it('gathers the words of the chosen problems, the strongest first, with who said them and when', () => {
    const found = draft({ problems: ['late'] });
    assert.deepEqual(said(found), [
      'I found out from a shop owner.',
      'Twenty past four is a complaint.',
      'Half had muted us',
    ]);
    assert.equal(
      found.totals.replaceAll('\u00A0', ' '),
      '2 customers · 2 quotes · 1 usage figure · 1 against · newest 17 Nov',
    );
    assert.deepEqual(found.left, ['1 sensitive piece is not shown.']);
    assert.doesNotMatch(JSON.stringify(found), /fraud|Marlow|Clinics/);
  });

  it('keeps to a segment, which one piece tells of its customer for all', () => {
    const found = draft({ problems: ['late', 'noise'], segments: ['Payments'] });
    assert.deepEqual(said(found), ['I found out from a shop owner.', 'I want to sleep.']);
    assert.deepEqual(found.left, ['1 sensitive piece is not shown.', '2 pieces name no segment.']);
    assert.deepEqual(said(draft({ segments: ['Payments'] })), said(found));
  });

  it('builds on a persona from its own problems and evidence, and not from what names another', () => {
    const found = draft({ persona: 'olivia' });
    assert.equal(found.name, 'Olivia');
    assert.ok(found.problems.every(({ id, chosen, linked }) => (id === 'late') === chosen && chosen === linked));
    assert.deepEqual(said(found), ['I found out from a shop owner.', 'Half had muted us', 'A night shift']);
    assert.ok(found.left.includes('1 piece is about another persona.'));
    const values = Object.fromEntries(found.fields.map(({ name, value, carried }) => [name, [value, carried]]));
    assert.deepEqual(values.role, ['On-call engineer', ['ev-shift']]);
    assert.deepEqual(values.goals, ['Sleep\nKnow at once', ['ev-gone', 'ev-secret']]);
    assert.deepEqual(values.portrait, ['On call one week in five.', []]);
  });

  it('has at hand what carries a field, wherever it comes from', () => {
    assert.ok(said(draft({ persona: 'olivia', problems: [] })).includes('A night shift'));
  });

  it('puts what speaks for a problem and against it beside each other', () => {
    const [one, ...others] = draft({ problems: ['late', 'noise'] }).against;
    assert.deepEqual(others, []);
    assert.deepEqual(
      [one?.title, one?.supports.map((piece) => piece.said), one?.contradicts.map((piece) => piece.said)],
      ['Read too late', ['I found out from a shop owner.', 'Twenty past four is a complaint.'], ['Half had muted us']],
    );
  });

  it('quotes word for word, with a link to the evidence that leads there from the persona', () => {
    const [piece] = draft({ persona: 'olivia' }).pieces;
    assert.equal(piece?.quote, '> I found out from a shop owner.\n\n— [Acme, 2026-11-17](../evidence/acme.ev-acme.md)');
    const hostile = draft(
      { problems: ['noise'] },
      { 'evidence/x.md': quote(['problem: noise', 'customer: "](command:x) [y"', 'importance: 3'], 'Words.') },
    ).pieces[0];
    assert.match(hostile?.quote ?? '', /\[\\\]\\\(command\\:x\) \\\[y\]\(\.\.\/evidence\/x\.md\)$/);
  });

  it('says of a sensitive persona nothing, and of a broken one why it cannot be changed', () => {
    const hidden = draft({ persona: 'x' }, { 'personas/x.md': record(['name: Xenia', 'sensitive: true']) });
    assert.doesNotMatch(JSON.stringify(hidden), /Xenia/);
    const broken = draft({ persona: 'x' }, { 'personas/x.md': '---\nname: [\n---\n' });
    assert.ok(broken.persona?.trouble);
  });

  it('says when nobody has checked it for a year', () => {
    const stale = (day: string) => draftOf(libraryOf(texts), { persona: 'olivia' }, day).persona;
    assert.equal(stale('2027-11-17')?.isStale, false);
    assert.equal(stale('2027-11-18')?.isStale, true);
    assert.match(stale('2027-11-18')?.basis ?? '', /^observed, checked 17.Nov.2026: not checked for over a year$/);
  });
});

describe('What a piece speaks of', () => {
  it('is a want, something that comes again and again, else what hurts where it carries its problem', () => {
    assert.equal(leaningOf('I want the sixty back.', 'contradicts'), 'goals');
    assert.equal(leaningOf('We would like to know on Friday.', 'supports'), 'goals');
    assert.equal(leaningOf('Every night I send them again.', 'supports'), 'jobs');
    assert.equal(leaningOf('I found out from a shop owner.', 'supports'), 'frustrations');
    assert.equal(leaningOf('Half had muted us', 'contradicts'), undefined);
  });
});

describe('What carries a field, in words', () => {
  it('counts pieces, distinct customers and the newest, also of what cannot be shown', () => {
    const { pieces } = draft({ problems: ['late', 'noise'] });
    const known = { day: DAY, isUnnamed: false };
    const words = carriedWords(pieces, 1, known).replaceAll('\u00A0', ' ');
    assert.equal(words, 'Observed · 6 pieces · 2 customers · newest 17 Nov');
    assert.equal(carriedWords([], 2, known), 'Observed · 2 pieces');
    assert.equal(carriedWords([], 0, known), 'Assumed');
    assert.equal(carriedWords([], 0, { ...known, isUnnamed: true }), 'Observed, but no evidence is listed');
  });
});
