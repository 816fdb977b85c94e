/** The panels of scoring boards: their document, and how the editor brings them back. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Library } from '../../../src/core/library/library.ts';
import { viewType } from '../../../src/editor/doors/pages.ts';
import type { PageFolder } from '../../../src/webviews/frame/page.ts';
import { Panels } from '../../../src/webviews/frame/panels.ts';
import { page } from '../../../src/webviews/scoring/host.ts';

const idle: Omit<PageFolder, 'name'> = {
  library: Library.empty,
  now: () => new Date('2026-11-23T14:30:00Z'),
  ready: () => Promise.resolve(),
  me: () => Promise.resolve(undefined),
  onDidChange: () => ({ dispose: () => undefined }),
  act: () => Promise.resolve(null),
  run: () => undefined,
  keeps: () => Promise.resolve(false),
  mayForget: false,
  copy: () => Promise.resolve(),
  save: () => Promise.resolve(false),
};

describe('a panel the editor kept', () => {
  const comings = new vscode.EventEmitter<void>();
  const extension = vscode.Uri.file('/extension');
  let folders: Record<string, PageFolder> = {};
  let panels: Panels;

  const made = () => vscode.window.createWebviewPanel(viewType('scoring'), 'kept', vscode.ViewColumn.Active);
  const stateFor = (folder: unknown) => ({ restore: { folder }, page: { tab: 'charts' } });

  beforeEach(() => {
    folders = { 'file:///relay': { ...idle, name: 'relay' } };
    panels = new Panels('scoring', page, {
      type: viewType('scoring'),
      extension,
      folderAt: (address) => folders[address],
      onDidChangeFolders: comings.event,
      titled: (panel, title) => {
        panel.title = title;
      },
      log: (error) => {
        throw error;
      },
    });
  });

  afterEach(() => panels.dispose());

  it('is filled with the board of its folder', () => {
    const panel = made();
    panels.restore(panel, stateFor('file:///relay'));
    assert.equal(panel.title, 'Scoring: relay');
    assert.match(panel.webview.html, /dist\/scoring\.js/);
    assert.match(panel.webview.html, /data-restore="[^"<>]*file:[^"<>]*relay/);
  });

  it('may load its own script, style and fonts, and nothing else', () => {
    const panel = made();
    panels.restore(panel, stateFor('file:///relay'));
    const { html, options, cspSource } = panel.webview;
    const policy = (/Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&#39;', "'");
    const nonce = /<script nonce="([^"]+)"/.exec(html)?.[1] ?? '';
    assert.ok(nonce.length >= 16);
    assert.deepEqual(policy.split('; '), [
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      `style-src ${cspSource}`,
      `font-src ${cspSource}`,
    ]);
    assert.ok(!html.includes('unsafe'));
    assert.match(html, /<html lang="en/);
    const names = options.localResourceRoots?.map(({ path }) => path.split('/').at(-1));
    assert.deepEqual([options.enableScripts, names], [true, ['dist', 'media']]);
  });

  it('shows a name as a name, whatever is in it', () => {
    folders['file:///relay'] = { ...idle, name: '<img src=x onerror=alert(1)>"' };
    const panel = made();
    panels.restore(panel, stateFor('file:///relay'));
    assert.ok(!panel.webview.html.includes('<img'));
  });

  it('says so in words while its folder is not open, and fills when that comes', () => {
    const panel = made();
    panels.restore(panel, stateFor('file:///elsewhere'));
    assert.match(panel.webview.html, /The folder of this board is not open/);
    assert.ok(!panel.webview.html.includes('<script'));
    folders['file:///elsewhere'] = { ...idle, name: 'elsewhere' };
    comings.fire();
    assert.equal(panel.title, 'Scoring: elsewhere');
    assert.match(panel.webview.html, /dist\/scoring\.js/);
    folders = {};
    comings.fire();
    assert.match(panel.webview.html, /The folder of this board is not open/);
  });

  it('takes any state without failing', () => {
    for (const state of [undefined, null, 7, 'x', {}, { restore: [] }, { restore: { folder: 7 } }]) {
      const panel = made();
      panels.restore(panel, state);
      assert.match(panel.webview.html, /is not open/);
      panel.dispose();
    }
  });

  it('is brought to the front instead of a second one', () => {
    const panel = made();
    panels.restore(panel, stateFor('file:///relay'));
    assert.equal(panels.open('file:///relay'), panel);
  });
});
