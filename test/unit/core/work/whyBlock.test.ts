/** The why block of a pull request: what it says, and that what records say stays words. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { Library } from '../../../../src/core/library/library.ts';
import { oneLine } from '../../../../src/core/text/foreignText.ts';
import { blockIn } from '../../../../src/core/work/markedBlock.ts';
import { quiet, type WhyBlock, whyBlock, withWhyBlock } from '../../../../src/core/work/whyBlock.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const files = {
  'because.yml': 'team:\n  members:\n    - {id: ada, name: Ada Lovelace}\n',
  'initiatives/PAY-142.md': record(
    [
      'title: Quiet hours that respect urgency',
      'problem: missed-updates',
      'outcome: {metric: Missed urgent updates, unit: "%", baseline: 30, target: 10, by: 2026-12-15}',
    ],
    'Let urgent updates through.',
  ),
  'problems/missed-updates.md': record(
    [],
    '30% of users miss urgent updates, and it costs us $200K a year. How should we solve this?\n',
  ),
  'evidence/acme.ev-7k3f9q2m.md': record(
    ['id: ev-7k3f9q2m', 'kind: quote', 'problem: missed-updates', 'customer: Acme Logistics', 'date: 2026-10-02'],
    '> We learned of the outage from our own customers.\n',
  ),
  'evidence/tickets.md': record([
    'kind: ticket',
    'count: 14',
    'title: Where is my alert?',
    'problem: missed-updates',
    'date: 2026-09-01',
  ]),
  'evidence/muted.md': record([
    'kind: survey',
    'title: Half of them mute us',
    'stance: contradicts',
    'problem: missed-updates',
    'date: 2026-11-01',
  ]),
  'evidence/old.md': record(['kind: observation', 'title: Old', 'problem: missed-updates', 'date: 2026-01-01']),
  'evidence/secret.md': record([
    'kind: quote',
    'title: Secret',
    'importance: 3',
    'sensitive: true',
    'problem: missed-updates',
    'customer: Hush',
  ]),
  'risks/queue.md': record([
    'title: The queue cannot tell what is urgent',
    'initiative: PAY-142',
    'likelihood: 4',
    'impact: 4',
    'owner: ada',
    'state: mitigating',
  ]),
  'risks/done.md': record(['title: Done with', 'initiative: PAY-142', 'state: resolved']),
};

const pageOf = (path: string) => `https://github.com/acme/pay/blob/main/.because/${path}`;

function about(library: Library, id = 'PAY-142'): WhyBlock {
  const initiative = library.findOf('initiative', id);
  assert.ok(initiative);
  return { initiative };
}

describe('The why block', () => {
  const library = libraryOf(files);

  it('says problem, outcome, strongest evidence with who and when, and open risks', () => {
    const text = whyBlock(library, about(library)).replaceAll('\u200B', '');
    assert.equal(
      text,
      [
        '<!-- because:why -->',
        '### Why',
        '',
        '**PAY-142** Quiet hours that respect urgency',
        '',
        '**Problem:** 30% of users miss urgent updates, and it costs us \\$200K a year. How should we solve this? (`missed-updates`)',
        '',
        '**Outcome:** Missed urgent updates: 30 → 10% by 15\u00A0Dec\u00A02026',
        '',
        '**Evidence:**',
        '',
        '- **Against:** Half of them mute us — 1\u00A0Nov\u00A02026 (`muted`)',
        '- “We learned of the outage from our own customers.” — Acme Logistics, 2\u00A0Oct\u00A02026 (`ev-7k3f9q2m`)',
        '- 14 × Where is my alert? — 1\u00A0Sept\u00A02026 (`tickets`)',
        '- and 1 more piece of evidence',
        '',
        '**Open risks:**',
        '',
        '- The queue cannot tell what is urgent — critical, being worked on, Ada Lovelace',
        '<!-- /because:why -->',
      ].join('\n'),
    );
  });

  it('leads to the records where the host has pages of them', () => {
    const text = whyBlock(library, { ...about(library), pageOf });
    assert.match(
      text,
      /\*\*PAY-142\*\* \[Quiet hours that respect urgency\]\(https:\/\/github\.com\/acme\/pay\/blob\/main\/\.because\/initiatives\/PAY-142\.md\)/,
    );
    assert.match(text, /\(\[`ev-7k3f9q2m`\]\(https:[^)]+ev-7k3f9q2m\.md\)\)/);
    const broken = whyBlock(library, { ...about(library), pageOf: () => 'javascript:alert(1)' });
    assert.doesNotMatch(broken, /javascript|\]\(/);
  });

  it('names what was chosen, in its order, and never what is sensitive', () => {
    const chosen = ['secret', 'tickets', 'ev-7k3f9q2m'].flatMap((id) => library.findOf('evidence', id) ?? []);
    const text = whyBlock(library, { ...about(library), evidence: chosen });
    assert.match(text, /14 ×[\s\S]*“We learned/);
    assert.doesNotMatch(text, /Secret|Hush|mute/);
    const only = whyBlock(library, { ...about(library), evidence: chosen.slice(0, 1) });
    assert.match(only, /\*\*Evidence:\*\* sensitive, and not shown here\./);
  });

  it('says plainly what there is not', () => {
    const bare = libraryOf({ 'initiatives/PAY-1.md': record([]) });
    const text = whyBlock(bare, about(bare, 'PAY-1'));
    assert.match(text, /\*\*PAY-1\*\*\n/);
    assert.match(text, /\*\*Problem:\*\* none yet\./);
    assert.match(text, /\*\*Outcome:\*\* none yet\./);
    assert.match(text, /\*\*Evidence:\*\* none yet\. Validate before building\./);
    assert.doesNotMatch(text, /risks/);
  });

  it('hides its markers on Bitbucket too, which shows comments as text', () => {
    const text = whyBlock(library, about(library), 'bitbucket');
    assert.match(text, /^\[\/\/\]: # \(because:why\)\n\n/);
    assert.equal(new MarkdownIt().render(text).includes('because:why'), false);
  });

  it('keeps the markers it finds when a body is updated', () => {
    const body = withWhyBlock('Mine.\n', library, about(library));
    const later = libraryOf({ ...files, 'evidence/tickets.md': record(['kind: ticket', 'problem: missed-updates']) });
    const updated = withWhyBlock(body, later, about(later), 'bitbucket');
    assert.ok(updated.startsWith('Mine.\n\n<!-- because:why -->\n'));
    assert.ok(updated.endsWith('<!-- /because:why -->\n'));
  });
});

const attacks = [
  '<!-- /because:why -->',
  '\n<!-- /because:why -->\n',
  '<!--',
  '-->',
  '[//]: # (/because:why)',
  '@team',
  'cc @org/team,@ada',
  'fixes #1',
  'Closes: #1, #2',
  'closes GH-1',
  'resolves owner/repo#1',
  'Closes https://github.com/o/r/issues/1',
  'Fixes http://gitlab.com/o/r/-/issues/1',
  'fix PAY-7',
  'Implements AB#12',
  'see !1 and group/project!2 $3 %4 &5 ~bug ~"a bug" %"v 1" ^alert#6',
  'o/r@deadbeef deadbeefcafe 1234567890',
  '12345678901cc 0123456789abcdef0123456789abcdef01234567 123456a',
  '<img src=x onerror=alert(1)>',
  '<details><summary>x</summary>',
  '![pixel](https://evil.example/p.png)',
  '[x](https://evil.example)',
  '[x]: https://evil.example',
  '[x][y] [^1]',
  '<https://evil.example>',
  'https://evil.com www.evil.com www.1.com ftp://evil.com //evil.com evil.com me@evil.com mailto:me@evil.com xmpp:a@b.c',
  '/close',
  '# Heading',
  '- [ ] task',
  '1. one',
  '> [!NOTE]\n> x',
  '```\nx\n```',
  '~~~',
  '`a` **b** __c__ ~~d~~ *e* $$f$$ :smile:',
  '&#64;team &lt;b&gt; &commat;x',
  '\\@team \\#1',
  '| a | b |\n|---|---|',
  '\u202E\u200B\uFEFF',
  '===\n---',
] as const;

const hostile = fc.oneof(
  fc.constantFrom(...attacks),
  fc
    .array(
      fc.constantFrom(
        ...attacks,
        ' ',
        '\n',
        '\\',
        '*',
        '_',
        '`',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '!',
        '#',
        '@',
        'fixes ',
        '1',
        'PAY-1',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

/** What hosts look for in text, however Markdown made it. */
const lookedFor: readonly RegExp[] = [
  // GitHub and GitLab: a mention of a person or a team.
  /(?:^|\W)@[a-z0-9]/i,
  /@[\w.-]+/,
  // GitHub: https://docs.github.com/get-started/writing-on-github, autolinked references.
  /(?:^|\W)(?:#|gh-)\d/i,
  /[\w.-]+\/[\w.-]+#\d/,
  /\b[0-9a-f]{7,40}\b/i,
  // GitHub: words that close.
  /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\b:?\s+(?:[\w.-]+\/[\w.-]+)?(?:#|gh-)\d/i,
  /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\b:?\s+https?:\/\//i,
  // GitLab: its closing pattern, of its own and of other trackers' issues.
  /(?:clos(?:e[sd]?|ing)|\bfix(?:e[sd]|ing)?|\bresolv(?:e[sd]?|ing)|\bimplement(?:s|ed|ing)?):? +(?:(?:issues? +)?(?:[\w/.-]*#\d|https?:\/\/)|[A-Z][A-Z0-9_]+-\d)/i,
  // GitLab: merge requests, snippets, milestones, epics, labels, alerts.
  /[!$%&^]\d|%"|~["\w]|\^alert#/,
  // Addresses, as GitHub links them without any marks.
  /(?:https?|ftp):\/\/|\bwww\.[\w-]|mailto:\w|xmpp:\w/i,
  // Azure DevOps: work items.
  /AB#\d/i,
];

const ours = new Set(['inline', 'text', 'text_special', 'softbreak', 'code_inline']);
const blocks = ['paragraph', 'heading', 'bullet_list', 'list_item', 'strong', 'link'];
for (const name of blocks) for (const end of ['open', 'close']) ours.add(`${name}_${end}`);

/** The words of Markdown outside code, as hosts look through them; and what is there that is not ours. */
function read(markdown: string): { words: string[]; foreign: string[]; links: string[] } {
  const tokens = new MarkdownIt({ html: true, linkify: true }).parse(markdown, {});
  const all = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
  return {
    words: tokens.map(({ children }) =>
      (children ?? []).map(({ type, content }) => (type === 'code_inline' ? '\uFFFC' : content)).join(''),
    ),
    foreign: all.map(({ type }) => type).filter((type) => !ours.has(type)),
    links: all.filter(({ type }) => type === 'link_open').map((token) => String(token.attrGet('href'))),
  };
}

describe('The why block of hostile records', () => {
  const yaml = (text: string) => JSON.stringify(text);

  it('is ours from marker to marker: no tag, image, link or list, mention, reference or closing word of theirs', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, fc.boolean(), (title, body, quote, customer, withPages) => {
        const library = libraryOf({
          'initiatives/PAY-1.md': `---\ntitle: ${yaml(title)}\nproblem: p\noutcome: {metric: ${yaml(body)}, unit: ${yaml(customer)}, target: ${yaml(title)}}\n---\n${body}\n`,
          'problems/p.md': `---\ntitle: ${yaml(title)}\n---\n${body}\n`,
          'evidence/a.md': `---\nid: ${yaml(customer)}\nkind: quote\nproblem: p\ncustomer: ${yaml(customer)}\n---\n> ${quote}\n`,
          'evidence/b.md': `---\nkind: ticket\ntitle: ${yaml(title)}\npersona: ${yaml(quote)}\nstance: contradicts\nproblem: p\n---\n`,
          'evidence/c.md': `---\nkind: survey\nproblem: p\nsegment: ${yaml(quote)}\n---\n${body}\n`,
          'risks/r.md': `---\ntitle: ${yaml(quote)}\nowner: ${yaml(title)}\ninitiative: PAY-1\nlikelihood: 5\nimpact: 5\n---\n${body}\n`,
        });
        const block = whyBlock(library, { ...about(library, 'PAY-1'), ...(withPages && { pageOf }) });
        const found = blockIn(`${block}\nAfter`);
        assert.deepEqual(found && [found.start, found.end], [0, block.length], block);
        const inside = block.split('\n').slice(1, -1).join('\n');
        const { words, foreign, links } = read(inside);
        assert.deepEqual(foreign, [], inside);
        assert.ok(
          links.every((link) => link.startsWith('https://github.com/acme/pay/blob/main/.because/')),
          inside,
        );
        assert.equal(links.length > 0, withPages);
        for (const text of words) {
          // The one key that may be linked is ours.
          const rest = text.replace(/^PAY-1(?= |$)/, '');
          for (const pattern of lookedFor) assert.doesNotMatch(rest, pattern, inside);
        }
        // Some look through the source instead.
        const source = inside.replace(/\]\(https:[^)]*\)|`[^`]*`|^\*\*PAY-1\*\*/gm, ' ');
        for (const pattern of lookedFor) assert.doesNotMatch(source, pattern, inside);
        // GitLab takes orders from lines of the source.
        assert.doesNotMatch(inside, /^\s*\//m);
      }),
      { numRuns: 1500 },
    );
  });

  it('would be theirs if their words were not made quiet', () => {
    const loud = attacks.filter((attack) => {
      const { words, foreign, links } = read(`“${attack}”`);
      return foreign.length + links.length > 0 || words.some((text) => lookedFor.some((each) => each.test(text)));
    });
    assert.ok(loud.length > attacks.length * 0.6, String(loud.length));
  });

  it('reads to a person as it was written', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const wanted = oneLine(text);
        const shown = read(`“${quiet(wanted, 1000)}”`)
          .words.join('')
          .replaceAll('\u200B', '');
        assert.equal(shown.replace(/[\u2068\u2069]/g, ''), `“${wanted}”`);
      }),
      { numRuns: 800 },
    );
  });
});
