/** No way leads around the door: what the editor draws as words is made in src/editor/door, whose types see to the words. */
import * as assert from 'node:assert/strict';
import { type Source, sources } from '../../../support/imports.ts';

/** What may be reached of VS Code anywhere: nothing of it shows a text that could be foreign. */
const HARMLESS: Readonly<Record<string, RegExp>> = {
  window:
    /^(activeTextEditor|visibleTextEditors|tabGroups|state|onDid\w+|showTextDocument|showOpenDialog|showSaveDialog|createOutputChannel|registerWebviewPanelSerializer|createWebviewPanel)$/,
  languages: /^(createDiagnosticCollection|register(Definition|Reference|Rename)Provider)$/,
  comments: /^$/,
  env: /^(clipboard|openExternal|language|remoteName|uriScheme|appName|uiKind|isTelemetryEnabled)$/,
};

/** What may be made anywhere: places, texts of files, and the like. */
const MADE =
  /^(Range|Position|Selection|Location|Uri|Disposable|EventEmitter|CancellationTokenSource|CancellationError|RelativePattern|ThemeIcon|ThemeColor|WorkspaceEdit|SnippetString|SnippetTextEdit|TextEdit|CompletionList)$/;

function complaintsOf({ file, text }: Source): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  const instead = 'Texts reach the editor through src/editor/door alone.';
  const reached = [
    ...code.matchAll(/\bvscode\s*\.\s*(window|languages|comments|env)\b(?:\s*\.\s*(\w+)|\[|(?!\s*\.))/g),
  ].flatMap(([written, space = '', name = '']) => (HARMLESS[space]?.test(name) ? [] : [written]));
  const made = [...code.matchAll(/\bnew vscode\.(\w+)|\bclass \w+ extends vscode\.(\w+)/g)].flatMap(
    ([written, one, other = '']) => (MADE.test(one ?? other) ? [] : [written]),
  );
  const aliased = [...code.matchAll(/[=(,:]\s*vscode\b(?![.'])/g)].map(([written]) => written.trim());
  const named = [...code.matchAll(/import \{([^}]*)\} from 'vscode'/g)].flatMap(([, names = '']) =>
    names.split(',').filter((name) => name.trim() !== 'l10n' && name.trim() !== ''),
  );
  const set = [...code.matchAll(/\bpanel\.title\s*=|createWebviewPanel\((?!type, '')/g)].map(([written]) => written);
  return [...reached, ...made, ...aliased, ...named, ...set].map((what) => `${file} uses ${what}. ${instead}`);
}

describe('The door to the editor', () => {
  const guarded = sources().filter(
    ({ file, imports }) =>
      !file.startsWith('src/editor/door/') && imports.some(({ from, typeOnly }) => from === 'vscode' && !typeOnly),
  );

  it('is the only way by which texts reach it', () => {
    assert.ok(guarded.length > 50);
    assert.deepEqual(guarded.flatMap(complaintsOf), []);
  });

  it('is asked to tell of progress in numbers alone, once', () => {
    const told = guarded.flatMap(({ file, text }) =>
      [...text.matchAll(/\bwithProgress\([^;]*?, (?:async )?\((\w*)(?:, \w+)?\)(?:: [^=]+)? =>/g)].map(
        ([, say = '']) => ({
          file,
          say,
        }),
      ),
    );
    const all = guarded.flatMap(({ text }) => text.match(/\bwithProgress\(/g) ?? []);
    assert.equal(told.length, all.length);
    const telling = told.filter(({ say }) => say !== '' && say !== '_').map(({ file }) => file);
    const says = telling.map((file) => guarded.find((one) => one.file === file)?.text.match(/\bsay\(.*/g));
    assert.deepEqual(Object.fromEntries(telling.map((file, at) => [file, says[at]])), {
      'src/editor/navigation/search.ts': ["say(t('{0} of {1} files', looked, of));"],
      'src/editor/results/eventFile.ts': ["say(t('{0}%, {1} rows', percent, rows.toLocaleString('en-US')));"],
    });
    const question = sources().find(({ file }) => file === 'src/questions/search.ts')?.text ?? '';
    assert.match(question, /readonly looked: number;\n\s+readonly of: number;/);
  });

  it('would notice any other way', () => {
    for (const text of [
      'vscode.window.showErrorMessage(title)',
      'vscode.window.createStatusBarItem()',
      "vscode.window['showErrorMessage'](title)",
      'const { showErrorMessage } = vscode.window',
      'vscode.languages.registerInlayHintsProvider(all, hints)',
      'vscode.languages.registerCodeLensProvider(all, lenses)',
      'vscode.comments.createCommentController(id, name)',
      'new vscode.MarkdownString(title)',
      'class Link extends vscode.DocumentLink {',
      'const editor = vscode;',
      'call(vscode)',
      "import { window } from 'vscode';",
      'this.panel.title = folder.name',
      'vscode.window.createWebviewPanel(VIEW_TYPE, folder.name, column)',
    ]) {
      assert.equal(complaintsOf({ file: 'x.ts', text, imports: [] }).length > 0, true, text);
    }
  });
});
