/** The Markdown preview: what VS Code's own engine renders with the product in it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/editor.ts';
import { openRecords } from './setting.ts';

const render = (document: vscode.TextDocument | string) =>
  vscode.commands.executeCommand<string>('markdown.api.render', document);

describe('The Markdown preview', () => {
  it('links keys to their records, from where the document is', async () => {
    const folder = await openRecords({ 'docs/deep/a.md': 'See PAY-142, `PAY-142` and [PAY-142](x).\n' });
    const html = await render(await vscode.workspace.openTextDocument(folder.at('docs/deep/a.md')));
    const links = [...html.matchAll(/<a class="because-link" href="([^"]*)"/g)].map(([, href]) => href);
    assert.deepEqual(links, ['../../.because/initiatives/PAY-142.md']);
    assert.match(html, /title="PAY-142 · Urgent &lt;b&gt;updates/);
  });

  it('draws the cards of a block, and says what is not there', async () => {
    const folder = await openRecords({ 'a.md': '# Design\n\n```because\nPAY-142\nPAY-999\n```\n' });
    const html = await render(await vscode.workspace.openTextDocument(folder.at('a.md')));
    assert.match(html, /class="because-card because-about-initiative code-line" data-line="2"/);
    assert.match(html, /30% of users miss urgent updates\./);
    assert.match(html, /No record for PAY-999 yet\./);
    assert.doesNotMatch(html, /<b>|<img|href="command:|yourself/);
  });

  it('shows what the records say now, though the document did not change', async () => {
    const folder = await openRecords({ 'a.md': 'PAY-142\n' });
    const document = await vscode.workspace.openTextDocument(folder.at('a.md'));
    assert.match(await render(document), /title="PAY-142 · Urgent/);
    await folder.write('.because/initiatives/PAY-142.md', '---\nid: PAY-142\ntitle: Another\n---\n');
    await eventually(async () => (await render(document)).includes('PAY-142 · Another'), 'The new title');
  });

  it('renders a text without a document with links from the top of the folder', async () => {
    await openRecords();
    assert.match(await render('PAY-142'), /href="\/\.because\/initiatives\/PAY-142\.md"/);
  });
});
