/** Advice on the wording of records: where it is told, how loudly, and what it can be rewritten to. */
import assert from 'node:assert/strict';
import { fixesFor } from '../../../../src/core/editing/fixes.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const path = 'problems/p.md';

/** The findings of one check in a file: the words each is about, and its severity. */
function told(file: string, text: string, code: string) {
  const library = libraryOf({ [file]: text });
  const found = library.files.get(file) ?? assert.fail();
  return library
    .findings(found)
    .filter((finding) => finding.code === code)
    .map((finding) => ({
      words: text.slice(finding.span.start, finding.span.end),
      severity: finding.severity,
      rewrites: fixesFor(library, found, finding).flatMap(({ title, remedy }) =>
        remedy.do === 'rewrite' ? { title, parts: remedy.parts } : [],
      ),
    }));
}

describe('Advice on wording', () => {
  it('is information over the very words, in the title as well as in the text', () => {
    const text = record(['title: Many users are lost'], 'Most customers give up. Why?\n');
    assert.deepEqual(
      told(path, text, 'vague').map(({ words, severity }) => [words, severity]),
      [
        ['Many users', 'info'],
        ['Most customers', 'info'],
      ],
    );
  });

  it('is told in a title that is a heading', () => {
    const text = record(['segment: all'], '# Build a **dashboard** for admins ##\n\n3 of 9 give up. Why?\n');
    assert.deepEqual(
      told(path, text, 'solution-first').map(({ words }) => words),
      ['Build a'],
    );
  });

  it('marks the whole value where quotes shift its words', () => {
    const text = record(['title: "Many users \\u2013 lost"']);
    assert.deepEqual(told(path, text, 'vague'), [
      { words: '"Many users \\u2013 lost"', severity: 'info', rewrites: [] },
    ]);
  });

  it('asks an initiative’s title for no problem, only for clear words', () => {
    const file = 'initiatives/PAY-1.md';
    assert.deepEqual(told(file, record(['title: Build a dashboard']), 'solution-first'), []);
    assert.deepEqual(
      told(file, record(['title: Raise the conversion rate by 5%']), 'ambiguous-percent').map(({ words }) => words),
      ['Raise the conversion rate by 5%'],
    );
  });
});

describe('The rewrite of a finding', () => {
  const rewritten = (body: string, code: string) =>
    told(path, record(['title: t'], body), code)[0]?.rewrites.map(({ title }) => title);

  it('keeps what was said and leaves open what only a person knows', () => {
    const cases = [
      ['3 of 9 admins give up.\n', 'no-open-question', '3 of 9 admins give up. How should we solve this?'],
      ['Build a dashboard. Why?\n', 'solution-first', '‹who› ‹cannot do what›, ‹how much›. Build a …'],
      ['Nothing works. Why?\n', 'no-sufferer', '‹who›: Nothing works. …'],
      ['Many users wait. Why?\n', 'vague', '‹how many› ‹who or what› …'],
      ['They raise the churn rate by 5%. Why?\n', 'ambiguous-percent', 'raise the churn rate by 5% (‹from› → ‹to›) …'],
    ] as const;
    for (const [body, code, wanted] of cases) assert.deepEqual(rewritten(body, code), [`Rewrite: ${wanted}`], body);
  });

  it('claims a change and no cause', () => {
    const text = record(['status: building'], 'The ladder caused a 5% drop in churn.\n');
    const [found] = told('initiatives/PAY-1.md', text, 'causal-overreach');
    const [{ parts = [] } = {}] = found?.rewrites ?? [];
    assert.deepEqual(parts, [found?.words.replace('caused', 'was followed by')]);
  });

  it('brings the file a finding less, where nothing is left open', () => {
    const text = record(['title: t', 'segment: all'], '3 of 9 admins give up.\n');
    const [found] = told(path, text, 'no-open-question');
    const [{ parts = [] } = {}] = found?.rewrites ?? [];
    const better = text.replace(found?.words ?? assert.fail(), parts.join(''));
    assert.deepEqual(told(path, better, 'no-open-question'), []);
  });
});
