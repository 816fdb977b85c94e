/** Cards: what a key shows at a glance, in every state it can be in. */
import assert from 'node:assert/strict';
import { cardOf } from '../../../../src/core/card/card.ts';
import { cardText } from '../../../../src/core/card/cardMarkdown.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const now = new Date('2026-11-23T12:00:00Z');

const team = 'keys: [PAY, "#"]\n';
const problem = record(
  ['title: Missed updates', 'size: {affected: 2400, of: 8000, unit: users, cost: 200000, currency: USD, per: year}'],
  '30% of users miss time-sensitive updates.\n\nMore words.\n\nHow should we solve this?',
);
const initiative = record([
  'title: Urgent updates',
  'status: building',
  'sprint: [s1, s2]',
  'problem: missed',
  'issues: [PAY-143, "acme/api#7", "#9"]',
  'outcome: {metric: Read within 5 minutes, unit: "%", baseline: 70, target: 95, by: 2027-01-31}',
]);
const base = {
  'because.yml': team,
  'sprints/s1.md': record(['title: Sprint 1', 'starts: 2026-11-02', 'ends: 2026-11-15']),
  'sprints/s2.md': record(['title: Sprint 2', 'starts: 2026-11-16', 'ends: 2026-11-29']),
  'problems/missed.md': problem,
  'initiatives/PAY-142.md': initiative,
};

function textOf(files: Readonly<Record<string, string>>, key: string): string[] | undefined {
  const card = cardOf(libraryOf(files), key, now);
  // Days are held together by spaces that do not break.
  return card && cardText(card).replaceAll('\u00A0', ' ').split('\n');
}

/** The lines of PAY-142 with these files besides. */
const linesWith = (files: Readonly<Record<string, string>>): string[] => textOf({ ...base, ...files }, 'PAY-142') ?? [];

const piece = (lines: readonly string[], body = '') => record(['problem: missed', ...lines], body);

describe('The card of an initiative', () => {
  it('says key, title, status and the current sprint, the problem, the outcome, the evidence and the risks, in that order', () => {
    const lines = linesWith({
      'evidence/1.md': piece(
        ['kind: quote', 'customer: Acme', 'date: 2026-11-17', 'importance: 3'],
        'Before.\n\n> I found out\n> from a **shop owner**.\n\nAfter.',
      ),
      'evidence/2.md': piece(['kind: ticket', 'title: Lost alerts', 'count: 14', 'date: 2026-11-01']),
      'evidence/3.md': piece(['kind: quote', 'customer: Tern', 'date: 2026-10-01', 'importance: 1'], '> Too late.'),
      'evidence/4.md': piece(['kind: usage', 'title: Most read it', 'stance: contradicts', 'date: 2026-10-02']),
      'risks/1.md': record(['initiative: PAY-142', 'likelihood: 5', 'impact: 4']),
      'risks/2.md': record(['problem: missed', 'likelihood: 3', 'impact: 3', 'state: mitigating']),
      'risks/3.md': record(['problem: missed', 'likelihood: 5', 'impact: 5', 'state: resolved']),
    });
    assert.deepEqual(lines, [
      'PAY-142 · Urgent updates · building · Sprint 2',
      'Problem: 30% of users miss time-sensitive updates.',
      'Outcome: Read within 5 minutes: 70 → 95% by 31 Jan 2027',
      'Evidence: “I found out from a shop owner.” — Acme, 17 Nov',
      '“Too late.” — Tern, 1 Oct',
      '2 customers · 2 quotes · 1 usage figure · 14 tickets · 1 against',
      'Risks: ⚠︎ 2 open (1 critical, 1 medium)',
    ]);
  });

  it('says plainly that there is no evidence', () => {
    assert.deepEqual(linesWith({}).slice(-1), ['No evidence yet. Validate before building.']);
    const shipped = { ...base, 'initiatives/PAY-142.md': record(['status: shipped']) };
    assert.deepEqual(textOf(shipped, 'PAY-142')?.slice(-1), ['No evidence yet.']);
  });

  it('marks what contradicts, names who and when, and shares that were counted', () => {
    const lines = linesWith({
      'personas/olivia.md': record(['title: Olivia on call']),
      'evidence/1.md': piece([
        'kind: experiment',
        'title: Few clicked',
        'stance: contradicts',
        'persona: olivia',
        'sample: {hits: 3, of: 40}',
        'date: 2026-11-23',
      ]),
      'evidence/2.md': piece(['kind: ticket', 'title: Lost', 'count: 2', 'created: 2026-09-01T10:00:00Z']),
    });
    assert.deepEqual(lines.slice(3), [
      'Evidence: Against: Few clicked (3 of 40) — Olivia on call, 23 Nov',
      '2 tickets: Lost — 1 Sept',
      '2 tickets · 1 experiment · 1 against',
    ]);
  });

  it('says every day in one way, which no line breaks', () => {
    const library = libraryOf({
      ...base,
      'evidence/1.md': piece(['customer: Acme', 'date: 2026-11-22'], '> Late.'),
      'evidence/2.md': piece(['customer: Tern', 'date: 2025-08-01'], '> Too late.'),
    });
    const card = cardOf(library, 'PAY-142', now);
    const days = (card ? cardText(card) : '').match(/\d+.(?:Jan|Aug|Nov)(?:.20\d\d)?/g);
    assert.deepEqual(days, ['31\u00A0Jan\u00A02027', '22\u00A0Nov', '1\u00A0Aug\u00A02025']);
    assert.doesNotMatch(card ? cardText(card) : '', /\d{4}-\d{2}|ago/);
  });

  it('says how new the newest piece is where no piece tells', () => {
    const strong = (n: number) => piece([`customer: Customer ${n}`, 'importance: 3', 'date: 2026-10-01'], '> Late.');
    const files = { 'evidence/1.md': strong(1), 'evidence/2.md': strong(2) };
    assert.equal(linesWith(files).at(-1), '2 customers · 2 quotes');
    const newer = { ...files, 'evidence/3.md': piece(['kind: ticket', 'title: Lost', 'date: 2026-11-20']) };
    assert.equal(linesWith(newer).at(-1), '2 customers · 2 quotes · 1 ticket · newest 20 Nov');
  });

  it('asks the question of a problem where it is one of its own', () => {
    const asked = (question: string) =>
      linesWith({ 'problems/missed.md': problem.replace('How should we solve this?', question) })[1];
    assert.equal(asked('How could we fix it?'), 'Problem: 30% of users miss time-sensitive updates.');
    assert.equal(
      asked('Which of them can wait?'),
      'Problem: 30% of users miss time-sensitive updates. Which of them can wait?',
    );
  });

  it('gives the size where the statement has no number, as far as there is room', () => {
    const asking = problem.replace('How should we solve this?', 'Which can wait?');
    const files = { 'problems/missed.md': asking.replace('30% of users', 'Users') };
    assert.equal(
      linesWith(files)[1],
      'Problem: Users miss time-sensitive updates. 2,400 of 8,000 users; 200,000 USD per year. Which can wait?',
    );
    const long = { 'problems/missed.md': asking.replace('30% of users', `30 users ${'who wait '.repeat(22)}`) };
    assert.match(linesWith(long)[1] ?? '', /^Problem: 30 users who wait .{150,180}… Which can wait\?$/);
  });

  it('shows that a list goes on', () => {
    const problem = record([], 'It changes for 2 reasons:\n\n* load increased,\n* load decreased.');
    assert.equal(linesWith({ 'problems/missed.md': problem })[1], 'Problem: It changes for 2 reasons: load increased…');
  });

  it('says what is wrong with its problem', () => {
    const at = (lines: readonly string[], files = {}) =>
      textOf({ 'because.yml': team, 'initiatives/PAY-1.md': record(lines), ...files }, 'PAY-1')?.[1];
    assert.equal(at(['title: x']), 'No problem yet.');
    assert.equal(at(['problem: gone']), 'Its problem gone has no record yet.');
    assert.equal(
      at(['problem: p'], { 'problems/p.md': '---\na: [\n---\n' }),
      'The file of its problem cannot be read: problems/p.md',
    );
    assert.equal(at(['problem: p'], { 'problems/p.md': record(['archived: true']) }), 'No problem yet.');
    const two = { 'problems/p.md': record([], 'One.'), 'problems/q.md': record([], 'Two.') };
    assert.equal(at(['problem: [p, q]'], two), 'Problem: One. (and 1 more)');
  });

  it('never shows, counts or names sensitive evidence, however it is marked', () => {
    for (const mark of ['sensitive: true', 'sensitive: yes', 'sensitive: "true"', 'sensitive: 1']) {
      const secret = piece(['kind: quote', 'customer: Secretive', 'date: 2026-11-22', mark], '> Do not tell.');
      assert.deepEqual(linesWith({ 'evidence/1.md': secret }).slice(3), [
        'Its evidence is sensitive, and not shown here.',
      ]);
      const lines = linesWith({ 'evidence/1.md': secret, 'evidence/2.md': piece(['customer: Acme', 'title: Open']) });
      assert.deepEqual(lines.slice(3), ['Evidence: Open — Acme', '1 customer · 1 quote']);
      const own = textOf({ 'evidence/leak.md': secret }, 'leak')?.join('\n') ?? '';
      assert.doesNotMatch(own, /Secretive|tell/);
    }
  });

  it('leaves evidence out whose file cannot be read, because nobody knows whether it is sensitive', () => {
    const half = '---\nproblem: missed\nkind: quote\ntags: [\n---\n> Do not tell.\n';
    assert.doesNotMatch(linesWith({ 'evidence/1.md': half }).join('\n'), /tell/);
  });

  it('counts risks without numbers as not rated', () => {
    const lines = linesWith({ 'risks/1.md': record(['initiative: PAY-142']) });
    assert.equal(lines.at(-1), 'Risks: ⚠︎ 1 open (1 not rated)');
  });

  it('says of which initiative an issue is a part', () => {
    for (const key of ['PAY-143', 'acme/api#7', '#9']) {
      assert.equal(textOf(base, key)?.[0], `${key} part of PAY-142 · Urgent updates · building · Sprint 2`);
      assert.equal(cardOf(libraryOf(base), key, now)?.id, 'PAY-142');
    }
  });

  it('names the quarter where there is no sprint, and the archive', () => {
    const files = { 'initiatives/PAY-1.md': record(['quarter: 2026-Q4', 'archived: true']) };
    assert.equal(textOf(files, 'PAY-1')?.[0], 'PAY-1 · idea · 2026-Q4 · archived');
  });
});

describe('The card of a key that is not one initiative', () => {
  it('says that a known prefix has no such record yet, which can be written', () => {
    const card = cardOf(libraryOf(base), 'PAY-999', now);
    assert.deepEqual(card && cardText(card), 'No record for PAY-999 yet.');
    assert.equal(card?.creatable, true);
    const number = cardOf(libraryOf(base), '#123', now);
    assert.equal(number?.creatable, undefined);
    assert.match(number ? cardText(number) : '', /No record for #123 yet\.\nAdd it to the issues/);
  });

  it('is none where the text is no key: UTF-8, a longer word, nothing', () => {
    for (const text of ['UTF-8', 'REPAY-142', 'x86-64', '', 'PAY-', 'constructor']) {
      assert.equal(cardOf(libraryOf(base), text, now), undefined);
    }
  });

  it('names the files of an id that several records have', () => {
    const files = { ...base, 'initiatives/copy.md': record(['id: PAY-142']) };
    assert.deepEqual(textOf(files, 'PAY-142'), [
      'PAY-142',
      'Several records have the id PAY-142. initiatives/PAY-142.md, initiatives/copy.md',
    ]);
  });

  it('names the initiatives that all claim one issue', () => {
    const files = { ...base, 'initiatives/PAY-150.md': record(['issues: PAY-143']) };
    assert.deepEqual(textOf(files, 'PAY-143'), [
      'PAY-143',
      'Several initiatives have PAY-143 among their issues. initiatives/PAY-142.md, initiatives/PAY-150.md',
    ]);
  });

  it('says what is broken about a file', () => {
    const files = { ...base, 'initiatives/PAY-7.md': '---\ntitle: [\n---\n' };
    const [head, what] = textOf(files, 'PAY-7') ?? [];
    assert.equal(head, 'PAY-7');
    assert.match(what ?? '', /^initiatives\/PAY-7\.md cannot be read: \S/);
    assert.equal(cardOf(libraryOf(files), 'PAY-7', now)?.about, 'broken');
  });

  it('shows another kind of record in two lines', () => {
    assert.deepEqual(textOf(base, 'missed'), [
      'missed · Missed updates · Problem · open',
      '30% of users miss time-sensitive updates.',
    ]);
  });
});

describe('Cards', () => {
  it('are made once per snapshot and day', () => {
    const library = libraryOf(base);
    const card = cardOf(library, 'PAY-142', now);
    assert.equal(cardOf(library, 'PAY-142', new Date('2026-11-23T20:00:00Z')), card);
    assert.notEqual(cardOf(library, 'PAY-142', new Date('2026-11-24T20:00:00Z')), card);
  });

  it('are plain data', () => {
    const card = cardOf(libraryOf(base), 'PAY-142', now);
    assert.deepEqual(JSON.parse(JSON.stringify(card)), card);
  });
});
