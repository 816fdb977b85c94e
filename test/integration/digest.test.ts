/** The digest of a sprint as other code calls it, in the real extension host: read, copied, and said what is wrong. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, openFolder } from '../support/editor.ts';

const files = {
  '.because/sprints/s1.md': '---\ntitle: Sprint 1\nstarts: 2026-11-16\nends: 2026-11-29\n---\n',
  '.because/initiatives/PAY-1.md': '---\ntitle: One\nsprint: s1\nstatus: shipped\n---\n',
};

describe('the digest of a sprint', () => {
  it('is copied, and read as it is now', async () => {
    const folder = await openFolder(files);
    const { markdown } = await vscode.commands.executeCommand<{ markdown: string }>('because.sprintDigest', {
      sprint: 's1',
      as: 'copy',
    });
    assert.match(markdown, /^# Digest: Sprint 1\n/);
    assert.equal(await vscode.env.clipboard.readText(), markdown);
    await vscode.commands.executeCommand('because.sprintDigest', { sprint: 's1', as: 'read' });
    const text = () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'because-told' && uri.path.includes('Digest'));
    await eventually(() => text()?.getText().includes('One'), 'The digest');
    const shipped = files['.because/initiatives/PAY-1.md'];
    await folder.write('.because/initiatives/PAY-1.md', shipped.replace('One', 'Signatures'));
    await eventually(() => text()?.getText().includes('Signatures'), 'The digest with what changed');
    await vscode.commands.executeCommand('because.openTrust', {});
    const trust = () => vscode.workspace.textDocuments.find(({ uri }) => uri.path === '/Trust.md')?.getText();
    await eventually(() => trust()?.includes('Sprint 1'), 'The table of trust');
    const wrong = vscode.commands.executeCommand('because.sprintDigest', { sprint: 'none', as: 'copy' });
    await assert.rejects(async () => wrong, /not-found/);
  });
});
