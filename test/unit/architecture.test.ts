/** Who may import whom: the house of src/, read from the imports themselves. */
import * as assert from 'node:assert/strict';
import { type Import, importsOf, type Source, sources } from '../support/imports.ts';

interface Room {
  /** Which files are in it; the first room that matches is meant. */
  readonly files: RegExp;
  /** What its files may import, besides the room itself. */
  readonly may: readonly RegExp[];
  /** What its files may import as types only. */
  readonly mayAsTypes?: readonly RegExp[];
  readonly rule: string;
}

const zod = /^zod\/(mini|v4\/locales\/en\.js)$/;
const vscode = /^vscode$/;
const node = /^node:/;
const core = /^src\/core\//;
const store = /^src\/store\//;
const because = /^src\/because\.ts$/;
const actions = /^src\/actions\//;
const questions = /^src\/questions\//;
const git = /^src\/store\/git\//;
const editor = /^src\/editor\//;
const webviews = /^src\/webviews\//;

const rooms: readonly Room[] = [
  {
    files: core,
    may: [zod, /^markdown-it$/, /^fastest-levenshtein$/, /^d3-random$/, /^pure-rand(\/|$)/],
    mayAsTypes: [/^yaml$/],
    rule: 'core is pure: it knows nothing of VS Code, node, disks or screens',
  },
  {
    files: /^src\/(store|connectors)\//,
    may: [core, node, /^yaml$/, zod],
    rule: 'store and connectors build on core and node, and on no surface',
  },
  {
    files: because,
    may: [core, store, /^src\/connectors\//],
    rule: 'because.ts is the whole product without a screen: it builds on core and store only',
  },
  {
    files: actions,
    may: [core, zod],
    mayAsTypes: [because],
    rule: 'actions build on core, and know because.ts as a type',
  },
  {
    files: questions,
    may: [core, git],
    rule: 'questions build on core and git, and know no screen: whoever asks shows the answer',
  },
  {
    files: /^src\/webviews\/(kit\/|(.*\/)?ui(\.tsx$|\/))/,
    may: [
      /^src\/core\/(scoring\/|l10n\.ts$)/,
      /^src\/webviews\/channel\.ts$/,
      // Both sides parse what arrives with the same schemas.
      /^src\/webviews\/.*\/protocol\.ts$/,
      /^zod\/mini$/,
      /^src\/webviews\/.*\.css$/,
      /^preact(\/|$)/,
      /^@vscode-elements\//,
      /^@observablehq\/plot$/,
      /^@tanstack\/virtual-core$/,
    ],
    rule: 'pages build on the channel, the kit, their protocol and core/scoring only',
  },
  { files: webviews, may: [core, actions, vscode, zod], rule: 'webview hosts build on core, actions and VS Code' },
  {
    files: /^src\/editor\/(workspace|files|virtualFiles)\.ts$/,
    may: [core, store, because, actions, vscode, node, editor],
    rule: 'the editor opens the product, and gives it a disk, in these three files only',
  },
  {
    files: /^src\/editor\/(git|gitProgram|realPath|remoteAddresses)\.ts$/,
    may: [core, git, vscode, node, editor],
    rule: 'the editor finds out what its git extension does not tell in these files only',
  },
  {
    files: /^src\/editor\/work\//,
    may: [core, actions, questions, webviews, vscode, /^node:path$/, editor, git, /^src\/connectors\//],
    mayAsTypes: [because, store, zod],
    rule: 'what links work to reasons asks git and hosts through their own rooms',
  },
  {
    files: editor,
    may: [core, actions, webviews, vscode, /^node:(crypto|path)$/],
    mayAsTypes: [because, store, zod],
    rule: 'editor features build on core, actions, webviews and VS Code, and never reach for the store',
  },
  {
    files: /^src\/(cli|mcp)\//,
    may: [because, core, actions, questions, node],
    rule: 'the command line and the agent server build on because.ts, core, actions and node',
  },
  {
    files: /^src\/extension\.ts$/,
    may: [because, editor, vscode, /^src\/core\/l10n\.ts$/],
    rule: 'extension.ts is a door: it opens the product and loops over features',
  },
];

function complaint(source: Source, each: Import): string | undefined {
  const room = rooms.find(({ files }) => files.test(source.file));
  if (!room) return `${source.file} is in no room of the house: give it one in test/unit/architecture.test.ts`;
  const wanted = each.file ?? each.from;
  const allowed = [...room.may, room.files, ...(each.typeOnly ? (room.mayAsTypes ?? []) : [])];
  return allowed.some((pattern) => pattern.test(wanted))
    ? undefined
    : `${source.file} imports ${wanted}${each.typeOnly ? ' as a type' : ''}, but ${room.rule}.`;
}

/** A way that leads from a file back to itself, as a sentence. */
function circles(all: readonly Source[]): string[] {
  const byFile = new Map(all.map((source) => [source.file, source]));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file);
    if (start >= 0) found.push(`Imports go in a circle: ${[...way.slice(start), file].join(' → ')}.`);
    if (start >= 0 || done.has(file)) return;
    for (const each of byFile.get(file)?.imports ?? []) if (each.file) walk(each.file, [...way, file]);
    done.add(file);
  };
  for (const { file } of all) walk(file, []);
  return found;
}

describe('the house', () => {
  const all = sources();

  it('is read: imports of every form are seen', () => {
    const text = [
      "import * as z from 'zod';",
      "import type { A } from './a.ts';",
      "import { type B, type C } from '../b.ts';",
      "import { d,\n  type E } from './d.ts';",
      "export { f } from './f.ts';",
      "import './g.css';",
      "const h = await import('./h.ts');",
    ].join('\n');
    assert.deepEqual(
      importsOf('src/core/x.ts', text).map(({ from, file, typeOnly, passedOn }) => [file ?? from, typeOnly, passedOn]),
      [
        ['zod', false, false],
        ['src/core/a.ts', true, false],
        ['src/b.ts', true, false],
        ['src/core/d.ts', false, false],
        ['src/core/f.ts', false, true],
        ['src/core/g.css', false, false],
        ['src/core/h.ts', false, false],
      ],
    );
    assert.ok(all.length > 0 && all.some(({ imports }) => imports.length > 0));
  });

  it('has imports that point down only', () => {
    const complaints = all.flatMap((source) => source.imports.map((each) => complaint(source, each)).filter(Boolean));
    assert.deepEqual(complaints, []);
  });

  it('has no circles, not even of types', () => {
    assert.deepEqual(circles(all), []);
  });

  it('has no barrels: everything is imported from where it lives', () => {
    const passing = all.filter(({ imports }) => imports.some(({ passedOn, file }) => passedOn && file));
    assert.deepEqual(
      passing.map(({ file }) => file),
      [],
    );
  });

  it('opens every file with a sentence that says what it is', () => {
    const silent = all.filter(({ file, text }) => /\.tsx?$/.test(file) && !/^\/\*\*[\s\S]*?[.:]/.test(text));
    assert.deepEqual(
      silent.map(({ file }) => file),
      [],
    );
  });
});
