/** Which records may be shown outside their own file, however people write that one must not. */
import assert from 'node:assert/strict';
import { fixesFor } from '../../../../src/core/editing/fixes.ts';
import { isMark } from '../../../../src/core/records/privacy.ts';
import { SENSITIVE, SHOWN } from '../../../support/sensitive.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const WORDS = ['title: Globex leaves', 'kind: quote', 'customer: Globex', 'date: 2026-11-20'];

const evidence = (lines: readonly string[]) => {
  const library = libraryOf({ 'evidence/globex.md': record([...WORDS, ...lines], '> We leave.') });
  const [found = assert.fail()] = library.records;
  return { library, found };
};

describe('Sensitive evidence', () => {
  for (const [name, lines] of Object.entries(SENSITIVE)) {
    it(`is withheld where it says ${JSON.stringify(name)}`, () => {
      const { found } = evidence(lines);
      assert.equal(found.withheld, true);
      assert.match(found.title, /^(?:Sensitive|Unreadable) evidence$/);
      assert.equal(found.body, '');
      const { kind, date, customer, sensitive, stance } = found.values;
      assert.deepEqual(
        { kind, date, customer, sensitive, stance },
        { kind: 'quote', date: '2026-11-20', customer: undefined, sensitive: true, stance: 'neutral' },
      );
      assert.equal(found.itself.values.customer, 'Globex');
      assert.equal(found.itself.body, '> We leave.');
    });
  }

  for (const [name, lines] of Object.entries(SHOWN)) {
    it(`is shown where it says ${JSON.stringify(name)}`, () => {
      const { found } = evidence(lines);
      assert.equal(found.withheld, false);
      assert.equal(found.title, 'Globex leaves');
      assert.equal(found.values.sensitive, false);
      assert.equal(found.itself, found);
    });
  }

  it('is withheld where its front matter is none, or cannot be read', () => {
    const texts = [
      'sensitive: true\n\n> We leave.',
      '> We leave.\n\n---\nsensitive: true\n---\n',
      '---\rsensitive: true\r---\r> We leave.',
      '---\nkind: quote\n> We leave.',
      '---\nkind: [quote\n---\n> We leave.',
      '---\nkind: quote\nsensitive: false\nsensitive: true\n---\n> We leave.',
      '---\n<<<<<<< ours\nsensitive: true\n=======\n>>>>>>> theirs\n---\n> We leave.',
    ];
    for (const text of texts) {
      const [found] = libraryOf({ 'evidence/globex.md': text }).records;
      assert.equal(found?.withheld, true, text);
      assert.doesNotMatch(`${found.title} ${found.body}`, /leave/);
    }
  });

  it('is told from evidence that only speaks of what is sensitive', () => {
    const { found } = evidence(['segment: "sensitive: true"', 'sensitivity-analysis: true']);
    assert.equal(found.withheld, false);
  });

  it('says what is unclear about the mark, with a fix to true or false', () => {
    for (const line of ['sensitive: yes', 'sensitive: "true"', 'sensitive: 1', 'sensitive:', 'sensitive: no']) {
      const { library, found } = evidence(['problem: p', line]);
      const finding = library.findings(found).find(({ field }) => field?.[0] === 'sensitive');
      assert.equal(finding?.message, 'sensitive should be true or false.', line);
      const fixes = fixesFor(library, found, finding).map(({ remedy }) => JSON.stringify(remedy));
      assert.ok(fixes.includes(JSON.stringify({ do: 'set', path: ['sensitive'], value: true })), line);
    }
    const { library, found } = evidence(['problem: p', 'Sensitve: true']);
    const finding = library.findings(found).find(({ code }) => code === 'unclear-mark');
    assert.equal(finding?.message, '“Sensitve” is taken for “sensitive”, to be safe.');
    assert.deepEqual(fixesFor(library, found, finding)[0]?.remedy, { do: 'replace', text: 'sensitive' });
  });

  it('has findings that hold none of its words', () => {
    const library = libraryOf({
      'evidence/globex.md': record([
        'id: globex leaves',
        'kind: Globex',
        'problem: globex-problem',
        'initiative: persona-1',
        'by: Globex',
        'globexs: Globex',
        'customr: Globex',
        'sensitive: yes',
      ]),
      'evidence/other.md': record(['id: globex leaves', 'kind: quote']),
      'personas/persona-1.md': record(['name: Olivia']),
      'evidence/broken.md': '---\nsensitive: true\nx: !globex [globex\n---\n',
      'evidence/twice.md': '---\nglobex: 1\nglobex: 2\n---\n',
      'because.yml': 'team: {members: [{id: ada, name: Ada}]}',
    });
    for (const file of library.files.values()) {
      for (const { message } of library.findings(file)) {
        if (file.path !== 'evidence/other.md') assert.doesNotMatch(message, /globex/i);
        else assert.doesNotMatch(message, /globex\.md/);
      }
    }
  });
});

describe('A record of any kind', () => {
  it('is withheld where it is marked, with its state and its ties left', () => {
    const library = libraryOf({
      'risks/globex.md': record(
        ['title: Globex', 'initiative: PAY-1', 'likelihood: 4', 'impact: 5', 'mitigation: Globex', 'sensitive: yes'],
        'Globex sues.',
      ),
      'notes/globex.md': record(['sensitive: true', 'about: Globex'], 'Globex sues.'),
      'initiatives/PAY-1.md': record(['sensitive: true', 'title: Globex', 'status: building']),
    });
    const risk = library.findOf('risk', 'globex');
    assert.equal(risk?.title, 'Sensitive risk');
    assert.deepEqual([risk.values.likelihood, risk.values.mitigation, risk.body], [4, undefined, '']);
    assert.equal(library.files.get('notes/globex.md')?.title, 'Sensitive record');
    const initiative = library.findOf('initiative', 'PAY-1');
    assert.deepEqual([initiative?.shownId, initiative?.title], ['PAY-1', 'Sensitive initiative']);
  });

  it('is never the team’s file, which holds settings', () => {
    const library = libraryOf({ 'because.yml': 'sensitive: true\nkeys: [PAY]' });
    assert.deepEqual(library.team.keys, ['PAY']);
  });
});

describe('The mark', () => {
  it('is known with a slip of the finger, and told from other words', () => {
    for (const name of ['sensitive', 'Sensitive', ' SENSITIVE ', 'sensitve', 'senstive', 'sensitiv', 'sensitives']) {
      assert.equal(isMark(name), true, name);
    }
    for (const name of [
      'segment',
      'session',
      'stance',
      'source',
      'status',
      'sensible-default',
      'initiative',
      'sensor',
    ]) {
      assert.equal(isMark(name), false, name);
    }
  });
});
