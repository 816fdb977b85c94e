/** Who may import whom: the house of src/, read from the imports themselves. */
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { kindNames } from '../../src/core/kinds/all.ts';
import { commands } from '../../src/editor/doors/commands/all.ts';
import { pageNames } from '../../src/editor/doors/pages.ts';
import { settings } from '../../src/editor/doors/settings.ts';
import { views } from '../../src/editor/doors/views.ts';
import { onDemand } from '../support/hostBundle.ts';
import { type Import, importsOf, type Source, sources } from '../support/imports.ts';
import { root } from '../support/paths.ts';

interface Room {
  /** Which files are in it; the first room that matches is meant. */
  readonly files: RegExp;
  /** What its files may import, besides the room itself. */
  readonly may: readonly RegExp[];
  /** What its files may import as types only. */
  readonly mayAsTypes?: readonly RegExp[];
  /** What they may load when they are called for it. */
  readonly mayLate?: readonly RegExp[];
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
const git = /^src\/git\//;
const webviews = /^src\/webviews\//;
/** What every feature of the editor stands on. */
const ground = /^src\/editor\/(door|doors|platform|workspace|commands|lines|ask|api)\//;
/** The table of commands and views: what is behind an `import()` there is loaded by a call, and stands above it. */
const table = /^src\/editor\/doors\//;

const rooms: readonly Room[] = [
  {
    files: /^src\/core\/text\/yaml\.ts$/,
    may: [/^yaml$/],
    rule: 'the YAML library has one door, behind which it is loaded only when somebody needs it',
  },
  {
    files: core,
    may: [
      zod,
      /^markdown-it$/,
      /^fastest-levenshtein$/,
      /^d3-random$/,
      /^pure-rand(\/|$)/,
      /^@date-fns\/tz\//,
      /^ical-generator$/,
      // Whatever people export as CSV is read by a library.
      /^papaparse$/,
      // Audited arithmetic and ciphers, for what nobody alone may find out.
      /^@noble\//,
    ],
    rule: 'core is pure: it knows nothing of VS Code, node, disks or screens',
  },
  {
    files: /^src\/(store|connectors)\//,
    may: [core, node, zod],
    rule: 'store and connectors build on core and node, and on no surface',
  },
  {
    files: git,
    may: [/^src\/core\/(base|text|work|hosts)\//, node],
    rule: 'git asks git, and knows no records',
  },
  {
    files: because,
    may: [core, store, /^src\/connectors\//, /^src\/questions\/question\.ts$/],
    mayAsTypes: [git],
    rule: 'because.ts is the whole product without a screen: it builds on core, store and the shape of a question',
  },
  {
    files: actions,
    may: [core, git, /^src\/connectors\//, zod],
    mayAsTypes: [because],
    rule: 'actions build on core, git and connectors, and know because.ts as a type',
  },
  {
    files: questions,
    may: [core, git, zod],
    rule: 'questions build on core and git, and know no screen: whoever asks shows the answer',
  },
  {
    files: /^src\/webviews\/(kit\/|\w+\/ui\/)/,
    may: [
      /^src\/core\/(scoring\/|story\/(told|storyWords|walkTold|walkWords)\.ts$|persona\/(told|personaWords)\.ts$|guide\/told\.ts$|results\/told\.ts$|base\/(dayWords|l10n|order)\.ts$|text\/joined\.ts$)/,
      /^src\/webviews\/frame\/channel\.ts$/,
      // Both sides parse what arrives with the same schemas.
      /^src\/webviews\/.*\/protocol\.ts$/,
      /^zod\/mini$/,
      /^src\/webviews\/.*\.css$/,
      /^preact(\/|$)/,
      /^@preact\/signals$/,
      /^@observablehq\/plot$/,
      /^@tanstack\/virtual-core$/,
    ],
    rule: 'pages build on the channel, the kit, signals, their protocol, core/scoring, a story as it is told, and what words are made of only',
  },
  { files: webviews, may: [core, actions, vscode, zod], rule: 'webview hosts build on core, actions and VS Code' },
  {
    files: /^src\/editor\/platform\/node\.ts$/,
    may: [/^src\/editor\/platform\//, git, store, vscode, node],
    rule: 'the platform builds on node, git and the store alone',
  },
  {
    files: /^src\/editor\/workspace\/(workspace|files|saves|virtualFiles)\.ts$/,
    may: [core, store, because, vscode, ground],
    rule: 'the editor opens the product, and gives it a disk, in these four files only',
  },
  {
    files: /^src\/editor\/workspace\/(git|gitProgram|realPath|remoteAddresses)\.ts$/,
    may: [core, git, vscode, ground],
    rule: 'the editor finds out what its git extension does not tell in these files only',
  },
  {
    files: table,
    may: [core],
    mayAsTypes: [/^src\/webviews\/frame\/page\.ts$/, /^src\/actions\/action\.ts$/],
    mayLate: [/^src\/editor\//, actions, webviews],
    rule: 'the table of commands and views builds on core, and loads what it opens only when it is called',
  },
  {
    files: ground,
    may: [core, actions, questions, git, vscode],
    mayAsTypes: [because, store, zod],
    rule: 'what all features stand on builds on core, actions, questions, git and VS Code, and on no feature',
  },
  {
    files: /^src\/editor\/work\//,
    may: [core, actions, questions, vscode, ground, git, /^src\/connectors\//],
    mayAsTypes: [because, store, zod],
    rule: 'what links work to its why asks git and hosts through their own rooms, and imports no other feature',
  },
  ...[
    'card',
    'credit',
    'digest',
    'discovery',
    'inlay',
    'navigation',
    'pages',
    'promises',
    'records',
    'results',
    'scoring',
    'setUp',
    'sidebar',
    'threads',
  ].map(
    (feature): Room => ({
      files: new RegExp(`^src/editor/${feature}/`),
      may: [core, actions, questions, webviews, vscode, ground],
      mayAsTypes: [because, store, zod],
      rule: 'a feature of the editor builds on core, actions, questions, webviews and what all stand on, asks git nothing itself, and imports no other feature',
    }),
  ),
  {
    files: /^src\/editor\/[^/]+\.ts$/,
    may: [core, vscode, /^src\/editor\//],
    rule: 'what gathers the features is above them all',
  },
  {
    files: /^src\/(cli|mcp)\//,
    may: [because, core, actions, questions, store, node],
    rule: 'the command line and the agent server build on because.ts, core, actions, questions, the store’s disk and node',
  },
  {
    files: /^src\/extension\.ts$/,
    may: [because, /^src\/editor\//, vscode, /^src\/core\/base\/l10n\.ts$/],
    rule: 'extension.ts is a door: it opens the product and loops over features',
  },
];

function complaint(source: Source, each: Import): string | undefined {
  const room = rooms.find(({ files }) => files.test(source.file));
  if (!room) return `${source.file} is in no room of the house: give it one in test/unit/architecture.test.ts`;
  const wanted = each.file ?? each.from;
  const allowed = [
    ...room.may,
    room.files,
    ...(each.typeOnly ? (room.mayAsTypes ?? []) : []),
    ...(each.late ? (room.mayLate ?? []) : []),
  ];
  return allowed.some((pattern) => pattern.test(wanted))
    ? undefined
    : `${source.file} imports ${wanted}${each.typeOnly ? ' as a type' : ''}, but ${room.rule}.`;
}

/** Ways that lead from a name back to itself, as sentences. */
function circles(names: ReadonlyMap<string, Iterable<string>>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (name: string, way: readonly string[]): void => {
    const start = way.indexOf(name);
    if (start >= 0) found.push(`Imports go in a circle: ${[...way.slice(start), name].join(' → ')}.`);
    if (start >= 0 || done.has(name)) return;
    for (const next of names.get(name) ?? []) walk(next, [...way, name]);
    done.add(name);
  };
  for (const name of names.keys()) walk(name, []);
  return found;
}

const filesByFile = (all: readonly Source[]) =>
  new Map(all.map(({ file, imports }) => [file, imports.flatMap((each) => each.file ?? [])]));

/** The folder of a file; files right below src/ stand for themselves, as they are no folder of one kind. */
const folderOf = (file: string): string => (path.dirname(file) === 'src' ? file : path.dirname(file));

function foldersByFolder(all: readonly Source[]): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>();
  for (const { file, imports } of all) {
    const from = folderOf(file);
    const to = folders.get(from) ?? new Set();
    folders.set(from, to);
    for (const each of imports) if (each.file && folderOf(each.file) !== from) to.add(folderOf(each.file));
  }
  return folders;
}

const withoutComments = (text: string): string => text.replaceAll(/\/\*.*?\*\/|(?<=^|\s)\/\/.*$/gms, '');

/** Without what the table loads when it is called: whatever is loaded may name a command by the table. */
const standing = (all: readonly Source[]): readonly Source[] =>
  all.map((each) => (table.test(each.file) ? { ...each, imports: each.imports.filter(({ late }) => !late) } : each));

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

  it('has no circles of files, not even of types', () => {
    assert.deepEqual(circles(filesByFile(standing(all))), []);
  });

  it('has no circles of folders: each stands on those below it, and on none above', () => {
    const some = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
    ]);
    assert.deepEqual(circles(some), ['Imports go in a circle: a → b → c → a.']);
    assert.deepEqual(circles(foldersByFolder(standing(all))), []);
  });

  it('has every folder of core in src/README.md, from the ground up', () => {
    const order = [...readFileSync(path.join(root, 'src/README.md'), 'utf8').matchAll(/^- `core\/(\w+)\/`/gm)].map(
      ([, name]) => `src/core/${name}`,
    );
    const folders = foldersByFolder(all);
    const ofCore = [...folders.keys()].filter((folder) => folder.startsWith('src/core/'));
    assert.deepEqual([...order].sort(), ofCore.sort());
    for (const [at, folder] of order.entries()) {
      const above = [...(folders.get(folder) ?? [])].filter((other) => order.indexOf(other) > at);
      assert.deepEqual(above, [], `${folder} is listed below what it stands on.`);
    }
  });

  it('writes what it asks of git in src/git/ alone', () => {
    const asking = all.filter(({ file, text }) => !git.test(file) && /\.(?:run|start|ask)\(\s*\[/.test(text));
    assert.deepEqual(
      asking.map(({ file }) => file),
      [],
    );
  });

  it('knows of node in git/, store/, connectors/ and the platform of the editor alone', () => {
    const nodes = /(?<![\w.'"`])(?:process|Buffer|NodeJS)\.\w|: Buffer\b|\b(?:setImmediate|require)\(|__dirname/;
    assert.match('const bytes = Buffer.from(text);', nodes);
    assert.match('setImmediate(() => undefined);', nodes);
    const rooms = /^src\/((git|store|connectors|cli|mcp)\/|editor\/platform\/node\.ts$)/;
    const knowing = all.filter(({ file, text, imports }) => {
      const code = text.replaceAll(/\/\*.*?\*\/|\/\/.*$/gms, '');
      return !rooms.test(file) && (nodes.test(code) || imports.some(({ from }) => node.test(from)));
    });
    assert.deepEqual(
      knowing.map(({ file }) => file),
      [],
    );
  });

  it('says what it knows of a kind of host in the file of that kind alone', () => {
    const kinds = 'github|gitlab|bitbucket|bitbucket-server|azure|gitea';
    const branch = new RegExp(`\\bcase '(?:${kinds})'|\\bkind [!=]== '(?:${kinds})'|^ +'?(?:${kinds})'?: `, 'm');
    const branching = all.filter(({ file, text }) => branch.test(text) && !file.startsWith('src/core/hosts/'));
    assert.deepEqual(
      branching.map(({ file }) => file),
      [],
    );
  });

  it('names a command, a view, a page or a setting by the table alone', () => {
    const names = [...Object.keys(commands), ...Object.keys(views), ...pageNames, ...Object.keys(settings)];
    const literal = new RegExp(`['"\`:]because\\.(?:${names.join('|')})\\b(?!\\.ts)`);
    const naming = all.filter(({ file, text }) => !table.test(file) && literal.test(withoutComments(text)));
    assert.deepEqual(
      naming.map(({ file }) => file),
      [],
    );
  });

  it('says what it knows of a kind of record in the file of that kind alone: no other room asks which kind one is', () => {
    const names = kindNames.join('|');
    const branch = new RegExp(
      [
        // Scopes, choices and origins have kinds of their own.
        `(?<!\\b(?:scope|choice|shown|place|origin|via))\\??\\.kind [!=]== '(?:${names})'`,
        `(?<!\\.)\\bkind [!=]== '(?:${names})'`,
        `\\bisOf\\(`,
        `\\bcase '(?:${names})'`,
        `new Set(?:<KindName>)?\\(\\['(?:${names})'`,
      ].join('|'),
    );
    /** Where a kind is no branch but what is meant: a look-up by kind, and a row of the kind a gesture is about. */
    const meant = ['src/core/library/library.ts', 'src/editor/ask/subject.ts'];
    const rooms = /^src\/(?:core\/(?:outline|card|face|editing|library|why|advice)|editor|questions)\//;
    const branching = all
      .filter(({ file }) => rooms.test(file) && !meant.includes(file))
      .filter(({ text }) => branch.test(text.replaceAll(/\.isOf\(|\bisOf\(\{ uri/g, '')));
    assert.deepEqual(
      branching.map(({ file }) => file),
      [],
    );
  });

  it('gives an exported name one meaning, or two at most where the rooms lie far apart', () => {
    const declared = /^export (?:declare )?(?:async )?(?:function\*?|const|let|interface|type|class) (\w+)/gm;
    const filesByName = new Map<string, Set<string>>();
    // The parts of a page are named after what they show: the problem of a form, the row of a table; hosts all give a `page`.
    for (const { file, text } of all.filter(
      (each) => !/^src\/webviews\/((kit|\w+\/ui)\/|\w+\/host\.ts$)/.test(each.file),
    )) {
      for (const [, name = ''] of text.matchAll(declared)) {
        filesByName.set(name, (filesByName.get(name) ?? new Set()).add(file));
      }
    }
    assert.ok(filesByName.has('kindNames'));
    // Every host gives its page by that name: it is the shape of one.
    const worn = [...filesByName].filter(([name, files]) => name !== 'page' && files.size > 2);
    assert.deepEqual(
      worn.map(([name, files]) => `${name} is exported from ${[...files].join(', ')}: give each its own field's name.`),
      [],
    );
  });

  it('has no barrels: everything is imported from where it lives', () => {
    const passing = all.filter(({ imports }) => imports.some(({ passedOn, file }) => passedOn && file));
    assert.deepEqual(
      passing.map(({ file }) => file),
      [],
    );
  });

  it('loads on demand what is there, and is imported by something', () => {
    const imported = new Set(all.flatMap(({ imports }) => imports.flatMap(({ file }) => file ?? [])));
    assert.deepEqual(
      onDemand.filter((file) => !imported.has(file)),
      [],
    );
  });

  it('loads ciphers with the first key or answer of a remote health check, and not before', () => {
    const isBallots = (file: string | undefined) => file?.startsWith('src/core/ballots/') === true;
    const early = all.flatMap(({ file, imports }) =>
      imports
        .filter((each) => !isBallots(file) && isBallots(each.file) && !each.typeOnly)
        .filter((each) => !onDemand.includes(each.file ?? ''))
        .map((each) => `${file} → ${each.file}`),
    );
    assert.deepEqual(early, []);
    // Elsewhere there is but a hash, which a browser lacks.
    const users = all.filter(({ imports }) => imports.some(({ from }) => from.startsWith('@noble/')));
    assert.deepEqual(
      users.flatMap(({ file }) => (isBallots(file) ? [] : file)),
      ['src/core/adoption/sha256.ts'],
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
