/** What is sensitive stays in its own file, in the real editor: in every spelling of the mark, wherever records are shown. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { threadTitle } from '../../src/core/face/threadTitle.ts';
import { childrenOf, type OutlineNode } from '../../src/core/outline/node.ts';
import { sprintOutline } from '../../src/core/outline/sprint.ts';
import type { BecauseExports } from '../../src/editor/api/apiTypes.ts';
import { Row } from '../../src/editor/ask/row.ts';
import { itemOf, tooltipOf } from '../../src/editor/sidebar/item.ts';
import type { Folder } from '../../src/editor/workspace/folder.ts';
import { eventually, type OpenFolder } from '../support/editor.ts';
import type { Files } from '../support/folder.ts';
import { SENSITIVE } from '../support/sensitive.ts';
import { libraryOf, record } from '../support/sources.ts';
import { watchBoxes } from './work/boxes.ts';
import { replace } from './work/screen.ts';
import { call, explain, openWork, startOn } from './work/setting.ts';

const WORDS = /zanzibar\w*/gi;

/** One piece in each spelling: every word it says, its id and its file name can be told from all others. */
const pieces = Object.fromEntries(
  Object.values(SENSITIVE).map((lines, index) => [
    `.because/evidence/zanzibarfile${index}.md`,
    record(
      [
        `id: zanzibarid${index}`,
        'title: Zanzibartitle',
        'kind: quote',
        'problem: missed',
        'customer: Zanzibarcustomer',
        'source: https://zanzibarsource.example/1',
        'by: zanzibarauthor',
        'date: 2026-11-20',
        ...lines,
      ],
      '> Zanzibarquote\n',
    ),
  ]),
);

const count = Object.keys(pieces).length;

const files = {
  ...pieces,
  '.because/challenges/c.md': record(
    ['initiative: PAY-142', 'factor: reach', 'to: 9', 'evidence: [zanzibarid0]'],
    'Fewer.',
  ),
  '.because/links/l.md': record(['branch: x', 'evidence: ']),
  '.because/initiatives/PAY-7.md': record(['archived: true']),
  'a.md': 'See PAY-142.\n\n```because\nPAY-142\n```\n',
};

const open = async (more: Files = {}) => {
  const folder = await openWork({ ...files, ...more });
  const exports = await vscode.extensions.getExtension<BecauseExports>('because.because')?.activate();
  const api = exports?.getAPI(1) ?? assert.fail();
  await api.ready();
  return { folder, api };
};

/** Fails where a text holds a word that must not be there. */
function silent(shown: unknown, where: string): void {
  const text = typeof shown === 'string' ? shown : (JSON.stringify(shown) ?? '');
  assert.deepEqual([...new Set(text.match(WORDS) ?? [])], [], where);
}

const contentOf = (markdown: vscode.MarkdownString | vscode.MarkedString): string =>
  typeof markdown === 'string' ? markdown : markdown.value;

/** The rows of the next list that is shown, which is then put away. */
async function listed(command: string): Promise<readonly vscode.QuickPickItem[]> {
  let rows: readonly vscode.QuickPickItem[] | undefined;
  const restore = replace(vscode.window, 'showQuickPick', async (items: Thenable<readonly vscode.QuickPickItem[]>) => {
    rows = await items;
    return undefined;
  });
  try {
    await vscode.commands.executeCommand(command);
  } finally {
    restore();
  }
  return rows ?? assert.fail(`${command} showed no list.`);
}

const drawn = (rows: readonly vscode.QuickPickItem[]) =>
  rows.map(({ label, description, detail }) => [label, description, detail]);

function shownRows(row: Row): vscode.TreeItem[] {
  const item = itemOf(row);
  item.tooltip = tooltipOf(row);
  return [item, ...childrenOf(row.node).flatMap((node) => shownRows(new Row(node, row.folder, row)))];
}

async function suggested(folder: OpenFolder, path: string, after: string): Promise<readonly vscode.CompletionItem[]> {
  const document = await vscode.workspace.openTextDocument(folder.at(path));
  const at = document.positionAt(document.getText().indexOf(after) + after.length);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
    undefined,
    200,
  );
  return list.items.filter(({ insertText }) => String(insertText).includes('zanzibarid'));
}

describe('Sensitive evidence', () => {
  it('is given to other extensions as such, without what it says', async () => {
    const { api } = await open();
    const evidence = api.records('evidence').filter(({ title }) => title !== 'said');
    assert.equal(evidence.length, count);
    for (const { id, title, body, values } of evidence) {
      assert.match(title, /^(?:Sensitive|Unreadable) evidence$/, id);
      assert.deepEqual([body, values.sensitive, values.kind, values.date], ['', true, 'quote', '2026-11-20']);
      silent(values, id);
    }
    silent(api.find('zanzibarid0')?.values, 'find');
    silent(api.card('PAY-142'), 'card');
    silent(api.card('zanzibarid0')?.text.replaceAll('zanzibarid0', ''), 'card of its id');
    silent(
      api.findings().map(({ message }) => message),
      'findings',
    );
  });

  it('says nothing in the Problems panel, in hovers on its id, in the preview', async () => {
    const { folder } = await open();
    const document = await vscode.workspace.openTextDocument(folder.at('.because/challenges/c.md'));
    const at = document.positionAt(document.getText().indexOf('zanzibarid0') + 3);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const said = hovers.flatMap(({ contents }) => contents.map(contentOf)).join('\n');
    assert.match(said, /Sensitive evidence/);
    assert.match(said, /quote · 20.Nov.2026/);
    silent(said, 'hover');

    const html = await vscode.commands.executeCommand<string>(
      'markdown.api.render',
      await vscode.workspace.openTextDocument(folder.at('a.md')),
    );
    assert.match(html, /because-card/);
    silent(html, 'preview');

    await eventually(
      () => vscode.languages.getDiagnostics().some(([uri]) => uri.path.includes('zanzibarfile')),
      'Findings of the spellings',
    );
    silent(
      vscode.languages.getDiagnostics().flatMap(([, all]) => all.map(({ message }) => message)),
      'Problems',
    );
  });

  it('is completed by its kind and day, and inserts its id', async () => {
    const { folder } = await open();
    for (const [path, after] of [
      ['.because/links/l.md', 'evidence: '],
      ['.because/challenges/c.md', 'evidence: ['],
    ] as const) {
      const items = await suggested(folder, path, after);
      assert.ok(items.length > count / 2, `${items.length} of ${count} in ${path}`);
      for (const { label, detail, documentation, insertText, filterText } of items) {
        const name = typeof label === 'string' ? label : label.label;
        assert.match(name, /^(?:Sensitive|Unreadable) evidence$/);
        silent([label, detail, documentation && contentOf(documentation as vscode.MarkdownString)], path);
        silent(filterText?.replace(String(insertText).trim(), ''), 'what is compared');
      }
    }
  });

  it('says nothing in lists to pick from', async () => {
    await open();
    for (const command of ['because.openRecord', 'because.renameRecord']) {
      const rows = drawn(await listed(command));
      assert.ok(rows.filter((row) => /(?:Sensitive|Unreadable) evidence/.test(row.join(' '))).length >= count, command);
      silent(rows, command);
    }
    const boxes = watchBoxes();
    try {
      const linked = Promise.resolve(vscode.commands.executeCommand('because.linkBranch'));
      await boxes.accept();
      await boxes.accept();
      const box = await boxes.next();
      const rows = 'items' in box ? drawn(box.items) : assert.fail();
      assert.equal(rows.filter((row) => /(?:Sensitive|Unreadable) evidence/.test(row.join(' '))).length, count);
      silent(rows, 'because.linkBranch');
      await boxes.leave();
      await linked;
    } finally {
      boxes.restore();
    }
  });

  it('says nothing in rows, their tooltips, and what a screen reader is told', () => {
    const library = libraryOf(
      Object.fromEntries(
        Object.entries({
          ...files,
          '.because/initiatives/PAY-142.md': record(['problem: missed']),
          '.because/problems/missed.md': record([]),
        })
          .filter(([path]) => path.startsWith('.because/'))
          .map(([path, text]) => [path.slice('.because/'.length), text]),
      ),
    );
    const because = { now: () => new Date('2026-11-23T15:00:00Z') };
    const folder = { library, because, me: 'ada', uriOf: () => vscode.Uri.file('/') } as unknown as Folder;
    const nodes: readonly OutlineNode[] = sprintOutline(library, {
      scope: { kind: 'all' },
      filter: '',
      grouping: 'none',
    }).rows;
    const items = nodes.flatMap((node) => shownRows(new Row(node, folder, undefined)));
    const sensitive = items.filter(({ label }) => /^(?:Sensitive|Unreadable) evidence$/.test(String(label)));
    assert.equal(sensitive.length, count);
    for (const { label, description, tooltip, accessibilityInformation } of items) {
      silent([label, description, tooltip && contentOf(tooltip), accessibilityInformation?.label], String(label));
    }
    const readable = sensitive.filter(({ label }) => label === 'Sensitive evidence');
    assert.ok(readable.length > count / 2);
    for (const { description, accessibilityInformation } of readable) {
      assert.deepEqual(
        [description, accessibilityInformation?.label],
        ['quote · 20\u00A0Nov\u00A02026', 'Sensitive evidence, quote, 20\u00A0Nov\u00A02026'],
      );
    }
  });

  it('says nothing in what is copied for a pull request', async () => {
    const { folder } = await open();
    await startOn(folder, 'PAY-142-x');
    await call('copyPullRequestDescription');
    const copied = await vscode.env.clipboard.readText();
    assert.match(copied, /PAY-142/);
    silent(copied, 'clipboard');
  });
});

describe('A sensitive problem', () => {
  it('is named by no word of its file in the peek of a way, and in the thread of a risk to it', async () => {
    const { folder } = await open({
      '.because/problems/zanzibarfile.md': record(['id: zanzibarid', 'title: Zanzibartitle', 'sensitive: true']),
      '.because/initiatives/PAY-777.md': record(['title: Receipts', 'problem: zanzibarid']),
    });
    await folder.write('src/send.ts', 'export const one = 11;\nexport const two = 2;\n');
    await folder.git('commit', '--quiet', '-am', 'PAY-777: receipts first');
    assert.deepEqual((await explain(folder, 1))?.slice(1), ['Initiative', 'Problem']);
    const way = await eventually(
      () => vscode.workspace.textDocuments.find(({ getText }) => /: PAY-777: receipts first\n/.test(getText())),
      'The text of the way',
    );
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', way.uri);
    assert.ok(links.length > 2);
    silent([way.getText(), links.map(({ tooltip }) => tooltip)], 'the way');
    await vscode.commands.executeCommand('closeReferenceSearch');

    const library = libraryOf({
      'problems/zanzibarfile.md': record(['id: zanzibarid', 'sensitive: true']),
      'risks/r.md': record(['problem: zanzibarid', 'likelihood: 5', 'impact: 5']),
    });
    const risk = library.findOf('risk', 'r') ?? assert.fail();
    assert.equal(threadTitle(library, risk), 'Critical risk · open · Sensitive problem');
  });
});
