/** The digest of a sprint: what stands in it, what must not, and how it travels. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { digestOf } from '../../../../src/core/digest/digest.ts';
import { mailOf } from '../../../../src/core/digest/mail.ts';
import { SENSITIVE } from '../../../support/sensitive.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const TEXTS = {
  'because.yml':
    'hours: {zone: Europe/Paris}\nteam:\n  members:\n    - {id: ada, name: Ada Lovelace, role: engineer}\n    - {id: grace, name: Grace Hopper, role: pm}\n    - {id: alan, role: lead, noCredits: true}\n',
  'sprints/s1.md': record(['title: Sprint 1', 'starts: 2026-11-16', 'ends: 2026-11-29', 'goal: Nobody waits.']),
  'problems/missed.md': record(['title: Many miss what is urgent'], 'Many miss what is urgent.\n'),
  'initiatives/PAY-1.md': record([
    'title: One',
    'sprint: s1',
    'status: shipped',
    'problem: missed',
    'outcome: {metric: Late updates, unit: "%", baseline: 30, target: 5}',
  ]),
  'initiatives/PAY-2.md': record(['title: Two', 'sprint: s1', 'status: building']),
  'initiatives/PAY-3.md': record(['title: Three', 'sprint: s2', 'status: shipped']),
  'initiatives/PAY-4.md': record(['title: A takeover', 'sprint: s1', 'status: shipped', 'sensitive: true']),
  'evidence/in.md': record(['kind: quote', 'problem: missed', 'customer: Acme', 'date: 2026-11-16'], '> Too late.\n'),
  'evidence/before.md': record(['kind: quote', 'problem: missed', 'date: 2026-11-15'], '> Long ago.\n'),
  'evidence/secret.md': record(
    ['kind: quote', 'problem: missed', 'date: 2026-11-17', 'sensitive: true'],
    '> The fraud case.\n',
  ),
  'risks/grave.md': record(['initiative: PAY-1', 'likelihood: 5', 'impact: 5', 'happened: true'], 'One sender.\n'),
  'risks/over.md': record(['initiative: PAY-1', 'state: resolved', 'mitigation: A second key'], 'Lost keys.\n'),
  'risks/then.md': record(['initiative: PAY-1', 'state: resolved', 'resolved: 2026-11-12T10:00Z'], 'Told before.\n'),
  'risks/later.md': record(['initiative: PAY-1', 'likelihood: 5', 'impact: 5', 'created: 2026-11-30'], 'Seen later.\n'),
  'risks/small.md': record(['initiative: PAY-1', 'likelihood: 1', 'impact: 1'], 'A typo.\n'),
  'questions/q.md': record(['id: qu-1', 'initiative: PAY-1', 'asked: 2026-11-18T10:00:00+01:00'], 'Who?\n'),
  'replies/r.md': record(['on: qu-1', 'by: grace', 'answer: true', 'created: 2026-11-18T10:20:00+01:00'], 'Olivia.\n'),
  'questions/old.md': record(['initiative: PAY-1', 'asked: 2026-11-02T10:00:00+01:00'], 'When?\n'),
  'sessions/a.md': record(['kind: interview', 'at: 2026-11-18T10:00:00+01:00', 'participants: [ada, grace]']),
  'sessions/b.md': record(['kind: interview', 'at: 2026-11-27T10:00:00+01:00', 'participants: [ada]']),
  'results/r.md': record([
    'initiative: PAY-1',
    'created: 2026-11-24',
    'baseline: {value: 30}',
    'after: {value: 4}',
    'verdict: confirmed',
  ]),
  'commitments/a.md': record(['by: ada', 'due: 2026-11-20', 'state: kept', 'done: 2026-11-19'], 'Numbers.\n'),
  'commitments/b.md': record(['by: grace', 'due: 2026-11-20', 'state: kept', 'done: 2026-11-23'], 'Words.\n'),
  'commitments/c.md': record(['by: grace', 'due: 2026-12-20'], 'More.\n'),
  'scope-changes/a.md': record(
    ['initiative: PAY-1', 'requestedBy: Acme', 'added: 2', 'unit: person-weeks', 'created: 2026-11-19'],
    'Acme needs Dutch.\n',
  ),
  'decisions/d.md': record(['initiative: PAY-1', 'sprint: s1', 'created: 2026-11-16', 'plan: {effort: 10}']),
  'credits/c.md': record(['to: ada', 'initiative: PAY-1', 'by: grace', 'created: 2026-11-20'], 'You asked first.\n'),
  'credits/d.md': record(['to: alan', 'initiative: PAY-1', 'by: grace', 'created: 2026-11-20'], 'Not wanted.\n'),
};

const NOW = new Date('2026-11-25T12:00Z');

function digest(more: Readonly<Record<string, string>> = {}, now = NOW) {
  const library = libraryOf({ ...TEXTS, ...more });
  const told = digestOf(library, library.findOf('sprint', 's1') ?? assert.fail(), now);
  return { ...told, text: told.markdown.replaceAll('\u200B', '').replaceAll('\u00A0', ' ') };
}

describe('The digest of a sprint', () => {
  it('says what came of it, and for whom', () => {
    assert.equal(
      digest().text,
      [
        '# Digest: Sprint 1',
        '16 Nov – 29 Nov 2026 · as of 25 Nov 2026',
        'Goal: Nobody waits.',
        '## Shipped',
        '- **PAY-1 One:** Many miss what is urgent. Outcome: Late updates: 30 → 5%.',
        '## Results',
        '- **PAY-1 One:** confirmed. Late updates: 4% instead of 30%; the target was 5%. Changed after the release; no control group.',
        '## What customers said and did',
        '- “Too late.” — Acme · 16 Nov 2026',
        '## Not shipped',
        '- **PAY-2 Two.** It is being built.',
        '## Scope changes',
        '- **PAY-1:** \\+2 person-weeks (+20%), agreed on 19 Nov 2026. Acme needs Dutch. Asked for by Acme.',
        '## Risks',
        '- Came true: One sender.\n- Averted: Lost keys. (A second key)\n- 1 smaller risk is open',
        '## Questions',
        '- 1 question asked, 1 answered. In time: 1 of 1. Median: 20 min in working hours.',
        '## Promises',
        '- 1 of 2 kept on time.',
        '## Discovery',
        '- 1 session with customers, 1 with an engineer. 1 engineer took part.',
        '## Thanks',
        '- **Ada Lovelace:** You asked first. — Grace Hopper\n',
      ].join('\n\n'),
    );
    assert.doesNotMatch(digest({}, new Date('2026-11-30T12:00Z')).text, /as of/);
    assert.match(digest({}, new Date('2026-11-30T12:00Z')).text, /2 sessions with customers, 2 with an engineer/);
  });

  it('leaves out what there is nothing to say of, but for what was shipped', () => {
    const bare = libraryOf({ 'sprints/s1.md': record(['starts: 2026-11-16']) });
    const { markdown } = digestOf(bare, bare.findOf('sprint', 's1') ?? assert.fail(), NOW);
    const text = markdown.replaceAll('\u200B', '').replaceAll('\u00A0', ' ');
    assert.equal(text, '# Digest: s1\n\nas of 25 Nov 2026\n\n## Shipped\n\n- Nothing was shipped in this sprint.\n');
  });

  it('gathers nothing from all times for a sprint that does not say when it is', () => {
    const undated = { ...TEXTS, 'sprints/s1.md': record(['title: Sprint 1']) };
    const library = libraryOf(undated);
    const { markdown } = digestOf(library, library.findOf('sprint', 's1') ?? assert.fail(), NOW);
    assert.deepEqual(markdown.match(/^## .+$/gm), ['## Shipped', '## Results', '## Not shipped', '## Risks']);
  });

  it('tells nothing that is sensitive, and lets nothing foreign come alive', () => {
    assert.doesNotMatch(digest().text, /fraud|takeover/i);
    const hostile = '[x](command:run) <img src=x> @all #1 `a` **b** https://evil.example';
    const { markdown } = digest({
      'sprints/s1.md': record([`title: "${hostile}"`, 'starts: 2026-11-16', 'ends: 2026-11-29', `goal: "${hostile}"`]),
      'problems/missed.md': record([`title: "${hostile}"`], `${hostile}\n`),
      'initiatives/PAY-1.md': record([`title: "${hostile}"`, 'sprint: s1', 'status: shipped', 'problem: missed']),
      'evidence/in.md': record(['kind: quote', 'problem: missed', 'date: 2026-11-16'], `> ${hostile}\n`),
      'risks/over.md': record([
        `title: "${hostile}"`,
        'initiative: PAY-1',
        'state: resolved',
        `mitigation: "${hostile}"`,
      ]),
      'credits/c.md': record([`to: "${hostile}"`, 'initiative: PAY-1', `by: "${hostile}"`], `${hostile}\n`),
    });
    assert.doesNotMatch(markdown, /(?<!\\)\[x\]|(?<!\\)`|<img|@all|#1/);
    const html = new MarkdownIt({ linkify: true, html: true }).render(markdown);
    assert.doesNotMatch(html, /<a |<img|<code/);
  });

  it('tells not a word of what is sensitive, whatever kind of record it is and however that is written', () => {
    /** Each record says its own word wherever it can say any. */
    const files = {
      'sprints/s1.md': ['title: W0', 'goal: W0', 'starts: 2026-11-16', 'ends: 2026-11-29'],
      'problems/p.md': ['title: W1'],
      'initiatives/PAY-1.md': [
        'title: W2',
        'sprint: s1',
        'status: shipped',
        'problem: p',
        'outcome: {metric: W2, baseline: 3, target: 1}',
      ],
      'initiatives/PAY-2.md': ['title: W3', 'sprint: s1', 'status: building', 'problem: p'],
      'evidence/e.md': ['title: W4', 'kind: quote', 'problem: p', 'customer: W4', 'segment: W4', 'date: 2026-11-18'],
      'risks/r.md': ['title: W5', 'initiative: PAY-1', 'state: resolved', 'mitigation: W5'],
      'questions/q.md': ['title: W6', 'initiative: PAY-1', 'asked: 2026-11-18T10:00Z'],
      'sessions/s.md': ['title: W7', 'kind: interview', 'at: 2026-11-18T10:00Z', 'customer: W7', 'problem: p'],
      'results/x.md': [
        'title: W8',
        'initiative: PAY-1',
        'created: 2026-11-24',
        'baseline: {value: 3}',
        'after: {value: 1}',
      ],
      'commitments/c.md': ['title: W9', 'by: ada', 'due: 2026-11-20', 'state: kept', 'done: 2026-11-19'],
      'scope-changes/c.md': ['title: W10', 'initiative: PAY-1', 'added: 2', 'requestedBy: W10', 'created: 2026-11-19'],
      'credits/c.md': ['title: W11', 'to: ada', 'initiative: PAY-1', 'by: grace', 'created: 2026-11-20'],
    };
    const written = Object.entries(files);
    const told = (hidden: readonly (readonly string[] | undefined)[]) => {
      const texts = written.map(([path, lines], at) => {
        const mark = hidden[at];
        const word = `W${at}`;
        return [path, record([...lines, ...(mark ?? [])], `> ${word}\n\n${word} ${word}.\n`)];
      });
      const library = libraryOf(Object.fromEntries(texts));
      return digestOf(library, library.findOf('sprint', 's1') ?? assert.fail(), NOW).markdown;
    };
    const open = told([]);
    for (const word of ['W0', 'W1', 'W2', 'W3', 'W4', 'W5', 'W10', 'W11'])
      assert.match(open, new RegExp(`\\b${word}\\b`));
    const marks = fc.array(fc.option(fc.constantFrom(...Object.values(SENSITIVE)), { nil: undefined }), {
      minLength: written.length,
      maxLength: written.length,
    });
    fc.assert(
      fc.property(marks, (hidden) => {
        const text = told(hidden);
        hidden.forEach((mark, at) => {
          if (mark !== undefined) assert.doesNotMatch(text, new RegExp(`\\bW${at}\\b`), mark.join('; '));
        });
      }),
    );
  });

  it('begins a mail, and says so where it is too long for one', () => {
    const bodyOf = (address: string) => new URL(address).searchParams;
    const whole = mailOf({ title: 'Digest: A & B', markdown: '# Di\u200Bgest\n\n- 5% of #1' });
    const short = bodyOf(whole.address);
    assert.equal(whole.toPaste, undefined);
    assert.deepEqual([short.get('subject'), short.get('body')], ['Digest: A & B', '# Digest\n\n- 5% of #1']);
    const long = mailOf({ title: 'Digest', markdown: 'é'.repeat(2000) });
    assert.ok(long.address.length < 1800);
    assert.match(bodyOf(long.address).get('body') ?? '', /clipboard/);
    assert.equal(long.toPaste, 'é'.repeat(2000));
    const half = mailOf({ title: 'Half a \uD83D', markdown: '\uDE00' });
    assert.equal(bodyOf(half.address).get('subject'), 'Half a \uFFFD');
  });
});
