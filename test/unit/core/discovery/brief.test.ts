/** The brief before a session: what stands in it, and what must not. */
import * as assert from 'node:assert/strict';
import { briefOf } from '../../../../src/core/discovery/brief.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const texts = {
  'because.yml':
    'hours: {zone: Europe/Paris}\nteam:\n  members:\n    - {id: ada, name: Ada Lovelace, role: engineer}\n    - {id: dorothy, name: Dorothy Vaughan, role: researcher}\n',
  'sessions/s.md': record(
    [
      'kind: interview',
      'at: 2026-12-02T13:30Z',
      'minutes: 45',
      'problem: audit',
      'customer: Tern Bank',
      'participants: [dorothy]',
    ],
    'How did the last audit go?\n',
  ),
  'personas/viktor.md': record(
    [
      'name: Viktor',
      'role: Compliance officer',
      'basis: assumed',
      'jobs: [Pass an audit]',
      'goals: [No questions, Sleep]',
    ],
    'Reads every line.\n',
  ),
  'problems/audit.md': record(
    ['personas: viktor'],
    'A compliance officer needs 5 days to show an auditor one warning. It costs them.\n\nWhat would an auditor accept?\n',
  ),
  'evidence/for.md': record(
    ['kind: quote', 'problem: audit', 'customer: Halden', 'date: 2026-11-06'],
    '> He asked how I knew.\n',
  ),
  'evidence/against.md': record(
    ['kind: observation', 'problem: audit', 'stance: contradicts', 'date: 2026-11-10', 'title: They had a log'],
    'It was enough.\n',
  ),
  'evidence/secret.md': record(['kind: quote', 'problem: audit', 'sensitive: true'], '> The fraud case.\n'),
};

function brief(more: Readonly<Record<string, string>> = {}): string {
  const library = libraryOf({ ...texts, ...more });
  // Days are kept on one line.
  return briefOf(library, library.findOf('session', 's') ?? assert.fail(), '2026-11-23').replaceAll('\u00A0', ' ');
}

describe('The brief before a session', () => {
  it('says who, what we believe and why, the evidence against it, what to ask, and what not to do', () => {
    assert.equal(
      brief(),
      [
        '# Brief: Interview with Tern Bank',
        '- When: 2 Dec 2026, 14:30 (Europe/Paris), 45 minutes\n- Who: Dorothy Vaughan\n- 1 seat for an engineer is free',
        '## Who you meet',
        '**Viktor** — Compliance officer · assumed: nobody has met this person yet\n\nReads every line.\n\n- Goals: No questions; Sleep\n- Jobs: Pass an audit',
        '## What we believe',
        '**A compliance officer needs 5 days to show an auditor one warning. It costs them.**',
        '- “He asked how I knew.” — Halden · 6 Nov 2026',
        'Open question: What would an auditor accept?',
        '## Evidence against it',
        '- They had a log: It was enough. — 10 Nov 2026',
        '## Questions about the past',
        '1. When did you last need this: “Pass an audit”? Tell me about it from the beginning.\n2. What did you do then, step by step?\n3. What was the hardest part of it, and what did it cost you?\n4. What have you tried to make it better, and how did that go?\n5. Who else had to do something, and how did they hear about it?',
        '## Do not pitch',
        'Do not describe what you plan, and do not ask whether they would use it. Ask about the last time, and listen.',
        'Write down what they say word for word.',
        '## Plan',
        'How did the last audit go?',
        '',
      ].join('\n\n'),
    );
  });

  it('says what is missing, so that it can be mended before', () => {
    const bare = brief({ 'sessions/s.md': record(['kind: data-analysis', 'at: 2026-12-02', 'engineerSeats: 0']) });
    for (const words of [
      '# Brief: Data analysis',
      '- When: 2 Dec 2026, 60 minutes',
      'There is no persona yet.',
      'This session has no problem yet.',
      'Nothing so far. Listen for what would prove us wrong.',
      'When did this last happen to you?',
    ]) {
      assert.ok(bare.includes(words), words);
    }
    assert.doesNotMatch(bare, /Who:|seat|## Plan/);
    const guess = brief({ 'evidence/for.md': record(['kind: quote', 'initiative: PAY-1'], '> Elsewhere.\n') });
    assert.match(guess, /No evidence yet: this is a guess\./);
  });

  it('tells nothing that is sensitive, and lets nothing foreign come alive', () => {
    assert.doesNotMatch(brief(), /fraud/);
    const hostile = '[x](command:run) <img src=x> @all #1 `a` **b**';
    const text = brief({
      'sessions/s.md': record(
        [
          'kind: interview',
          'at: 2026-12-02T13:30Z',
          'problem: audit',
          `customer: "${hostile}"`,
          `participants: ["${hostile}"]`,
        ],
        `${hostile}\n`,
      ),
      'personas/viktor.md': record(
        [`name: "${hostile}"`, `role: "${hostile}"`, `jobs: ["${hostile}"]`],
        `${hostile}\n`,
      ),
      'problems/audit.md': record(['personas: viktor'], `${hostile}\n`),
      'evidence/for.md': record(['kind: quote', 'problem: audit', `customer: "${hostile}"`], `> ${hostile}\n`),
    });
    assert.doesNotMatch(text, /(?<!\\)\[x\]|(?<!\\)`|<img|@all|#1/);
    const secret = brief({
      'sessions/s.md': record(['kind: interview', 'at: 2026-12-02', 'sensitive: true', 'customer: Tern'], 'Tern.\n'),
    });
    assert.doesNotMatch(secret, /Tern/);
    assert.match(secret, /# Brief: Sensitive session/);
  });
});
