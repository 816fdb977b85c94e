/** Evidence from the clipboard: what other code may ask for, and what a person is asked. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { acceptingAll } from '../work/boxes.ts';
import { openRecords } from './setting.ts';

interface Made {
  readonly id: string;
  readonly path: string;
}

const accepted = (given: object) => acceptingAll<Made>('because.addEvidence', given);

describe('adding evidence', () => {
  it('asks nothing when all is given, and returns the record', async () => {
    const folder = await openRecords();
    const made = await vscode.commands.executeCommand<Made>('because.addEvidence', {
      quote: 'We found out\nfrom a shop owner.',
      problem: 'missed-updates',
      customer: 'Acme',
    });
    const text = await folder.read(`.because/${made.path}`);
    assert.ok(text.startsWith(`---\nid: ${made.id}\ntitle: We found out from a shop owner.\nkind: quote\n`), text);
    assert.ok(text.endsWith('---\n> We found out\n> from a shop owner.\n'), text);
  });

  it('rejects wrong input with its code', async () => {
    await openRecords();
    const given = { quote: 'x', problem: 'nobody-knows-it' };
    await assert.rejects(
      Promise.resolve(vscode.commands.executeCommand('because.addEvidence', given)),
      /^Error: not-found/,
    );
  });

  it('takes the quote, its source and its speaker from the clipboard, and opens the record', async () => {
    const folder = await openRecords();
    await vscode.env.clipboard.writeText('“It lay unread.”\n— Olivia, Acme Payments\nhttps://calls.example/17');
    const made = await accepted({ kind: 'quote' });
    const text = await folder.read(`.because/${made.path}`);
    assert.match(text, /\nproblem: missed-updates\nsource: https:\/\/calls\.example\/17\ncustomer: Acme Payments\n/);
    assert.ok(text.endsWith('---\n> It lay unread.\n\n— Olivia\n'), text);
    assert.ok(vscode.window.activeTextEditor?.document.uri.path.endsWith(made.path));
  });

  it('asks about the folder it is given, whichever is open in the editor', async () => {
    const first = await openRecords();
    const second = await openRecords({}, 'second');
    await vscode.window.showTextDocument(first.at('.because/problems/missed-updates.md'));
    await vscode.env.clipboard.writeText('“It lay unread.”\n— Olivia, Acme Payments');
    const made = await accepted({ kind: 'quote', folder: second.uri.toString() });
    assert.match(await second.read(`.because/${made.path}`), /It lay unread/);
    await assert.rejects(first.read(`.because/${made.path}`));
  });
});
