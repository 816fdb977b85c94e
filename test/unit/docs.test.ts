/** What README, CONTRIBUTING, CHANGELOG and docs/ tell a reader to open or to run is really there. */
import * as assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { commands } from '../../src/editor/doors/commands/all.ts';
import { type CommandRow, NEVER } from '../../src/editor/doors/row.ts';
import { demoFolder, root } from '../support/paths.ts';

const pages = globSync(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/**/*.md', 'src/README.md'], {
  cwd: root,
});
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

/** Text of a page without the examples of record files, which name files of the reader's own project. */
function read(page: string): string {
  return readFileSync(path.join(root, page), 'utf8');
}

function linked(page: string): string[] {
  return [...read(page).matchAll(/\]\(([^)\s]+)\)|<img[^>]*\ssrc="([^"]+)"/g)]
    .map(([, link, image]) => link ?? image ?? '')
    .filter((target) => !/^([a-z]+:|#)/i.test(target))
    .map((target) => path.join(path.dirname(page), target.replace(/#.*$/, '')));
}

/** The sections of its own that a page leads to, and those it has, as hosts name them. */
const ledTo = (page: string): string[] => [...read(page).matchAll(/\]\(#([^)\s]+)\)/g)].map(([, name = '']) => name);
const sections = (page: string): string[] =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Paths of this checkout in inline code: `src/core/library/library.ts`, `test/fixtures/demo`. */
function named(page: string): string[] {
  return [...read(page).matchAll(/`((?:src|test|docs|media|syntaxes|\.ci|\.vscode)\/[\w./-]*)`/g)].map(
    ([, file = '']) => file,
  );
}

function asked(page: string): string[] {
  return [...read(page).matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g)].map(([, run, short]) => run ?? short ?? '');
}

/** What a page tells to run as the palette writes it: `**Because: Link Work**`. */
function called(page: string): string[] {
  return [...read(page).matchAll(/\*\*Because: ([^*]+)\*\*/g)].map(([, title = '']) => title.replace(/\s+/g, ' '));
}

/** What a text says the palette has, in a sentence: `*Why This Commit?* is in the palette`, `**Start Branch**, from the palette`. */
function saidOfPalette(text: string): string[] {
  const sentences = text
    .replace(/^\*\*[^*]+\*\*$/gm, '')
    .replace(/\s+/g, ' ')
    .replaceAll('Because: ', '')
    .split(/[.;:] /);
  return sentences.flatMap(
    (sentence) => /\*([^*\s][^*]*)\*{1,2}(?:(?!\bnot\b)[^*])*\bpalette\b/.exec(sentence)?.[1]?.replace(/…$/, '') ?? [],
  );
}

/** What the palette may show, as pages name it. */
const inPalette = new Set(
  Object.values<CommandRow>(commands)
    .filter(({ hidden, palette }) => !hidden && palette !== NEVER)
    .map(({ title }) => title.replace(/…$/, '')),
);

describe('the documents', () => {
  it('are read', () => {
    assert.ok(pages.includes('README.md') && pages.includes('CONTRIBUTING.md'));
    assert.ok(asked('CONTRIBUTING.md').includes('test'));
    assert.ok(called('README.md').includes('Why Does This Line Exist?'));
    assert.ok(ledTo('README.md').includes('keep-your-promises'));
  });

  it('send a reader of README to initiatives, sprints and files that the demo has', () => {
    const way = /^## The whole way, on the demo\n(.*?)^## /ms.exec(read('README.md'))?.[1] ?? assert.fail();
    const has = (pattern: string) => globSync(pattern, { cwd: demoFolder }).length > 0;
    const keys = new Set(way.match(/\b(?:PAY|OPS)-\d+\b/g));
    const sprints = [...way.matchAll(/\bSprint (\d+)\b/g)].map(([, number]) => number);
    const files = [...way.matchAll(/`([\w/-]+\.\w+)`/g)].map(([, file]) => file);
    assert.ok(keys.size > 4 && sprints.length > 0 && files.length > 1);
    assert.deepEqual(
      [
        ...[...keys].map((key) => `.because/initiatives/${key}.md`),
        ...sprints.map((number) => `.because/sprints/*-${number}.md`),
        ...files.map((file) => `**/${file}`),
      ].filter((pattern) => !has(pattern)),
      [],
    );
  });

  it('say of a command that it is in the palette in many ways', () => {
    const said =
      '- *Why This Commit?* is in the palette; `slices` completes. **Start Branch** on a row or\n  from the palette, too.';
    assert.deepEqual(saidOfPalette(said), ['Why This Commit?', 'Start Branch']);
    assert.deepEqual(saidOfPalette('- *Refresh* is not in the palette. In the palette it replaces *Reply*.'), []);
    assert.deepEqual(
      saidOfPalette(said).filter((title) => !inPalette.has(title)),
      ['Why This Commit?'],
    );
    assert.ok(saidOfPalette(read('CHANGELOG.md')).includes('Ask the PM'));
  });

  for (const page of pages) {
    it(`link from ${page} to files that exist`, () => {
      const missing = [...linked(page), ...named(page)].filter((file) => !existsSync(path.join(root, file)));
      assert.deepEqual(missing, []);
    });

    it(`lead in ${page} to sections that it has`, () => {
      const there = new Set(sections(page));
      assert.deepEqual(
        ledTo(page).filter((name) => !there.has(name)),
        [],
      );
    });

    // Whoever reads it looks there, and finds nothing.
    it(`name in ${page} what the palette has as the palette does`, () => {
      assert.deepEqual(
        called(page).filter((title) => !inPalette.has(title)),
        [],
      );
    });

    it(`say in ${page} of nothing that it is in the palette where it is not`, () => {
      assert.deepEqual(
        saidOfPalette(read(page)).filter((title) => !inPalette.has(title)),
        [],
      );
    });

    it(`ask in ${page} for npm scripts that exist`, () => {
      const missing = asked(page).filter((name) => !(name in scripts));
      assert.deepEqual(missing, []);
    });
  }
});
