/** Issue keys that would never light up: each is told, with what was meant. */
import assert from 'node:assert/strict';
import { libraryOf, record } from '../../../support/sources.ts';

function findings(texts: Readonly<Record<string, string>>, path: string) {
  const library = libraryOf(texts);
  const file = library.files.get(path);
  assert.ok(file);
  return library
    .findings(file)
    .filter(({ code }) => code === 'dark-key')
    .map(({ span, instead }) => [file.source.text.slice(span.start, span.end), instead?.[0]]);
}

describe('An issue key under an initiative', () => {
  it('that no text could hold is told, with the key that is meant', () => {
    const meant: Record<string, string | undefined> = {
      T123: undefined,
      PAY142: 'PAY-142',
      'PAY 142': 'PAY-142',
      '"PAY-142: the pager"': 'PAY-142',
      '143': '#143',
      'https://gitlab.com/acme/team/relay/-/issues/12': 'acme/team/relay#12',
      'https://github.com/acme/relay/issues/12#issuecomment-1': 'acme/relay#12',
      'https://dev.azure.com/acme/relay/_workitems/edit/12345': 'AB#12345',
      'https://acme.atlassian.net/browse/PAY-7?focused=1': 'PAY-7',
      'late-pages': undefined,
      '"#12 and #13"': undefined,
      'acme/relay!12': undefined,
    };
    for (const [written, instead] of Object.entries(meant)) {
      const texts = { 'initiatives/A-1.md': record([`issues: [PAY-1, ${written}]`]) };
      assert.deepEqual(findings(texts, 'initiatives/A-1.md'), [[written, instead]]);
    }
    const single = { 'initiatives/A-1.md': record(['issues: T123']) };
    assert.deepEqual(findings(single, 'initiatives/A-1.md'), [['T123', undefined]]);
  });

  it('that a text can hold is found, and nothing is said', () => {
    const keys = [
      'PAY-142',
      '#12',
      'acme/relay#1',
      'acme/team/relay#12',
      'a/b_c/d.e/f#3',
      'relay#4',
      'AB#12345',
      '#123456',
    ];
    const texts = { 'initiatives/A-1.md': record([`issues: [${keys.map((key) => `"${key}"`).join(', ')}]`]) };
    assert.deepEqual(findings(texts, 'initiatives/A-1.md'), []);
    const library = libraryOf(texts);
    for (const key of keys) {
      assert.deepEqual(
        library.keys.find(`fixes ${key}.`).map((match) => match.key),
        [key],
      );
      assert.equal(library.initiativeOf(key)?.id, 'A-1');
    }
  });

  it('that somebody wants to keep as it is can be kept', () => {
    const texts = { 'initiatives/A-1.md': record(['issues: [T123]', 'dismissed: [dark-key]']) };
    assert.deepEqual(findings(texts, 'initiatives/A-1.md'), []);
  });
});

describe('A prefix in because.yml', () => {
  it('that no key begins with is told', () => {
    const texts = {
      'because.yml': 'keys: [PAY, OPS-, "#", "AB#", "acme/relay#", PAY-142, "#12", "7UP", "two words"]\n',
    };
    assert.deepEqual(findings(texts, 'because.yml'), [
      ['PAY-142', 'PAY'],
      ['"#12"', '#'],
      ['"7UP"', undefined],
      ['"two words"', undefined],
    ]);
  });
});
