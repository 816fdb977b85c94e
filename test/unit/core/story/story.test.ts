/** The story of an initiative: what it tells, to whom, and what it says is missing. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import * as z from 'zod/mini';
import { storyOf } from '../../../../src/core/story/story.ts';
import { storyMarkdown } from '../../../../src/core/story/storyMarkdown.ts';
import { story } from '../../../../src/core/story/told.ts';
import { libraryOf, record } from '../../../support/sources.ts';

type Files = Readonly<Record<string, string>>;

const PLAN: Files = {
  'because.yml':
    'team: {members: [{id: ada, name: Ada Lovelace, role: engineer}, {id: bob, role: engineer}]}\nscoring: {effortUnit: weeks}\n',
  'sprints/s1.md': record(['title: Sprint 1', 'starts: 2026-11-16', 'ends: 2026-11-29']),
  'initiatives/PAY-1.md': record(
    [
      'title: Urgent updates',
      'status: building',
      'sprint: s1',
      'owner: ada',
      'problem: missed',
      'appetite: 2 weeks',
      'outcome: {metric: People who read it in time, unit: "%", baseline: 70, target: 95, by: 2027-01-31}',
      'slices:',
      '  - {title: Push first, must: true, effort: 2, share: 55}',
    ],
    'A ladder of push, SMS and a call.\n',
  ),
  'problems/missed.md': record(
    ['title: Missed updates', 'personas: [olivia]', 'size: {affected: 2400, of: 8000, unit: users}'],
    '30% of users miss urgent updates.\n\nWhat would wake them?\n',
  ),
  'personas/olivia.md': record(['name: Olivia', 'role: On call', 'basis: observed', 'validated: 2026-11-17']),
  'evidence/quote.md': record(
    ['kind: quote', 'problem: missed', 'customer: Acme', 'date: 2026-11-17'],
    '> It came forty minutes late.\n',
  ),
  'evidence/count.md': record(
    ['title: Half had muted us', 'kind: usage', 'problem: missed', 'stance: contradicts', 'sample: {hits: 5, of: 10}'],
    'Seen.\n',
  ),
  'evidence/secret.md': record(
    ['kind: quote', 'problem: missed', 'customer: Hush', 'sensitive: true'],
    '> Nobody may know.\n',
  ),
  'risks/slow.md': record(['title: Too slow', 'initiative: PAY-1', 'likelihood: 5', 'impact: 5']),
  'estimates/PAY-1/ada.md': record(['initiative: PAY-1', 'by: ada', 'effort: 2']),
  'estimates/PAY-1/bob.md': record(['initiative: PAY-1', 'by: bob', 'effort: 7.77']),
  'objections/big.md': record(['initiative: PAY-1', 'kind: too-complex'], 'Three products.\n'),
  'links/branch.md': record(['branch: feature/x', 'initiative: PAY-1']),
};

const told = (files: Files = PLAN, me?: string, id = 'PAY-1') => {
  const library = libraryOf(files);
  return storyOf(library, library.findOf('initiative', id) ?? assert.fail(), { day: '2026-11-23', me });
};

/** How it reads with ordinary spaces. */
const plain = (words: string | undefined) => words?.replaceAll('\u00A0', ' ');

describe('The story of an initiative', () => {
  it('begins with who hurts, how many they are, and how sure that is', () => {
    const { title, state, summary, problems } = told();
    assert.deepEqual([title, state], ['Urgent updates', 'building · Sprint 1 · owner Ada Lovelace']);
    assert.equal(summary, 'A ladder of push, SMS and a call.');
    const [problem] = problems;
    assert.equal(problem?.statement, '30% of users miss urgent updates.');
    assert.equal(problem?.question, 'What would wake them?');
    assert.deepEqual(problem?.size, ['2,400 of 8,000 users']);
    assert.deepEqual([problem?.share?.low.toFixed(3), problem?.share?.high.toFixed(3)], ['0.290', '0.310']);
    assert.deepEqual(
      problem?.people.map(({ name, role, basis }) => [name, role, plain(basis)]),
      [['Olivia', 'On call', 'observed, checked 17 Nov']],
    );
  });

  it('tells what speaks for it and against it apart, and nothing that is sensitive but that it is there', () => {
    const story = told();
    assert.deepEqual(
      story.supports.pieces.map(({ said, isQuote, source }) => [said, isQuote, plain(source)]),
      [['It came forty minutes late.', true, 'Acme · 17 Nov']],
    );
    assert.deepEqual(
      story.contradicts.pieces.map(({ said, sort, share }) => [said, sort, share?.hits, share?.of]),
      [['Half had muted us', 'usage', 5, 10]],
    );
    assert.equal(story.withheld, 1);
    assert.doesNotMatch(JSON.stringify(story) + storyMarkdown(story), /Hush|Nobody may know/);
  });

  it('tells the outcome as numbers where they are some, and in words where they are none', () => {
    assert.deepEqual(
      { ...told().outcome, by: plain(told().outcome?.by) },
      {
        metric: 'People who read it in time',
        unit: '%',
        baseline: '70',
        target: '95',
        by: '31 Jan 2027',
        from: 70,
        to: 95,
        source: undefined,
      },
    );
    const worded = told({
      ...PLAN,
      'initiatives/PAY-1.md': record(['outcome: {metric: Calls, baseline: many, target: few}']),
    });
    assert.deepEqual([worded.outcome?.from, worded.outcome?.target], [undefined, 'few']);
  });

  it('has every section of the records about it, its slices and its objections', () => {
    const { sections, slices, objections, appetite } = told();
    const rows = Object.fromEntries(sections.map(({ name, rows }) => [name, rows.map(({ label }) => label)]));
    assert.deepEqual(rows.risks, ['Too slow']);
    assert.deepEqual(rows.work, ['feature/x']);
    assert.deepEqual(slices, [{ title: 'Push first', must: true, effort: '2 weeks', share: 55 }]);
    assert.deepEqual(
      objections.map(({ id }) => id),
      ['big'],
    );
    assert.equal(appetite, '2 weeks');
  });

  it('keeps the others’ estimates from who has not given theirs', () => {
    const blind = told(PLAN, 'cleo');
    assert.match(blind.estimates?.hidden ?? '', /2 have estimated/);
    assert.doesNotMatch(JSON.stringify(blind), /7\.77/);
    const seen = told(PLAN, 'ada').estimates?.factors.find(({ name }) => name === 'Effort');
    assert.deepEqual([seen?.values, seen?.disagrees], [[2, 7.77], true]);
  });

  it('says what is missing, each with what adds it', () => {
    const bare = told({ 'initiatives/PAY-1.md': record(['title: Bare']) });
    const offers = Object.values(bare.gaps).flatMap((gaps) => gaps.map(({ offer }) => `${offer.command} ${offer.id}`));
    assert.deepEqual(offers, [
      'newProblem PAY-1',
      'addEvidence PAY-1',
      'openRecordToSide PAY-1',
      'estimate PAY-1',
      'startBranch PAY-1',
    ]);
    assert.deepEqual(Object.values(told(PLAN, 'ada').gaps).flat(), [], 'of a whole story nothing is missing');
    const unsized = told({ ...PLAN, 'problems/missed.md': record(['title: Missed'], 'They miss them.\n') });
    assert.deepEqual(
      unsized.gaps.problem.map(({ says }) => says),
      ['Who has it? Add personas or a segment.', 'How big is it? Add its size.'],
    );
    const done = told({ 'initiatives/PAY-1.md': record(['title: Done', 'status: dropped']) });
    assert.deepEqual([done.gaps.estimates, done.gaps.work], [[], []]);
  });

  it('tells the trouble of a file that cannot be read', () => {
    const broken = told({ 'initiatives/PAY-1.md': '---\ntitle: [\n---\n' });
    assert.ok(broken.trouble);
  });
});

describe('The story as Markdown', () => {
  it('reads as it would be written by hand', () => {
    const text = plain(storyMarkdown(told(PLAN, 'ada'))) ?? '';
    assert.match(text, /^# PAY-1 · Urgent updates\n\nbuilding · Sprint 1 · owner Ada Lovelace\n\n## Problem\n\n/);
    assert.match(text, /\n30% of users miss urgent updates\.\n\nWhat would wake them\?\n/);
    assert.match(text, /\n- “It came forty minutes late\.” — Acme · 17 Nov\n/);
    assert.match(text, /\nPeople who read it in time: 70 → 95% by 31 Jan 2027\n/);
    assert.match(text, /\n- Push first · must-have · 2 weeks\n/);
  });

  it('holds nothing but our own headings, lists and words, whatever people write', () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        '[x](command:y)',
        '![p](https://e.example/p.png)',
        '<img src=x>',
        '# Not ours',
        '- no',
        '`x`',
        '> q',
      ),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    );
    const words = fc.array(hostile, { minLength: 1, maxLength: 4 }).map((parts) => JSON.stringify(parts.join(' ')));
    fc.assert(
      fc.property(words, words, words, (a, b, c) => {
        const files = {
          'initiatives/PAY-1.md': record(
            [`title: ${a}`, `problem: p`, `appetite: ${b}`, `outcome: {metric: ${c}, unit: ${a}, baseline: ${b}}`],
            JSON.parse(c) as string,
          ),
          'problems/p.md': record([`title: ${b}`, `segment: ${c}`], JSON.parse(a) as string),
          'evidence/e.md': record(
            [`title: ${c}`, 'kind: ticket', 'problem: p', `customer: ${a}`],
            JSON.parse(b) as string,
          ),
          'risks/r.md': record([`title: ${a}`, 'initiative: PAY-1']),
        };
        const story = told(files);
        const markdown = storyMarkdown(story);
        const tokens = new MarkdownIt({ html: true, linkify: true })
          .parse(markdown, {})
          .flatMap((token) => [token, ...(token.children ?? [])]);
        const foreign = tokens.filter(({ type }) =>
          /link|image|html|code|fence|blockquote|hr|table|ordered/.test(type),
        );
        assert.deepEqual(
          foreign.map(({ type }) => type),
          [],
          markdown,
        );
        const headings = tokens.filter(({ type }) => type === 'heading_open').length;
        assert.equal(headings, markdown.split('\n').filter((line) => /^##? /.test(line)).length, markdown);
      }),
      { numRuns: 200 },
    );
  });

  it('is told in the form that pages parse', () => {
    const told1 = JSON.parse(JSON.stringify(told(PLAN, 'ada')));
    assert.ok(z.safeParse(story, told1).success);
  });
});
