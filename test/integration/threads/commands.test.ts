/** The commands of risks and new records, called with a complete input, as other programs do. */
import * as assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import * as vscode from 'vscode';
import { eventually, openFolder } from '../../support/editor.ts';
import { record } from '../../support/sources.ts';
import { acceptingAll } from '../work/boxes.ts';
import { replace } from '../work/screen.ts';
import { CODE, openRisks, RISK, riskText } from './setting.ts';

interface Written {
  readonly id: string;
  readonly path: string;
}

const call = (command: string, input: object) =>
  Promise.resolve(vscode.commands.executeCommand<Written>(`because.${command}`, input));

const rejects = (command: string, input: object, words: RegExp) =>
  assert.rejects(call(command, input), (error: Error) => words.test(error.message));

const whole = { initiative: 'PAY-142', text: 'It will break', likelihood: 2, impact: 3 };

describe('flagging a risk by its command', () => {
  it('starts at the middle: Enter at how likely and at how bad is 3 and 3', async () => {
    const folder = await openRisks();
    const { initiative, text } = whole;
    const { path } = await acceptingAll<Written>('because.flagRisk', { initiative, text });
    assert.match(await folder.read(`.because/${path}`), /\nlikelihood: 3\nimpact: 3\n/);
  });

  it('asks nothing, writes a file that reads well, and gives its id', async () => {
    const folder = await openRisks();
    const anchor = { path: 'src/send.ts', line: 3, text: 'done();' };
    const { id, path } = await call('flagRisk', { ...whole, cause: 'debt', anchor });
    const text = (await folder.read(`.because/${path}`)).replace(/created: \S+/, 'created: now');
    assert.equal(
      text,
      record([
        `id: ${id}`,
        'title: It will break',
        'initiative: PAY-142',
        'type: feasibility',
        'cause: debt',
        'likelihood: 2',
        'impact: 3',
        'state: open',
        'anchor: {path: src/send.ts, line: 3, text: done();}',
        'created: now',
      ]),
    );
  });

  it('rejects a wrong input with what is wrong, and writes nothing', async () => {
    const folder = await openRisks();
    await rejects('flagRisk', { ...whole, likelihood: 9 }, /^bad-input: .*likelihood/);
    await rejects('flagRisk', { ...whole, initiative: 'PAY-141' }, /^not-found: /);
    await rejects('resolveRisk', { id: 'slo' }, /^not-found: /);
    await rejects('newRecord', { kind: 'wish' }, /^bad-input: .*kind/);
    await rejects('newProblem', { id: 'a/b' }, /^bad-input: .*a\/b/);
    const risks = await vscode.workspace.fs.readDirectory(folder.at('.because/risks'));
    assert.deepEqual(risks, [['slow.md', vscode.FileType.File]]);
  });

  it('writes into the folder that knows the initiative', async () => {
    await openRisks({}, 'one');
    const two = await openFolder({ '.because/initiatives/OPS-1.md': record(['title: Two']) }, 'two');
    await eventually(async () => {
      const found = await call('flagRisk', { ...whole, initiative: 'OPS-1' }).catch(() => undefined);
      return found && (await two.read(`.because/${found.path}`).catch(() => undefined));
    }, 'The risk in the second folder');
  });

  it('says why when nothing can be written', async () => {
    const folder = await openFolder({
      '.because/initiatives/PAY-142.md': record(['title: One']),
      '.because/risks': 'This is a file.',
    });
    await vscode.extensions.getExtension('because.because')?.activate();
    await rejects('flagRisk', whole, /^(not-writable|already-exists|not-found): /);
    assert.equal(await folder.read('.because/risks'), 'This is a file.');
  });
});

/** A file that says when its risk was resolved, without that. */
function withoutDay(text: string): string {
  assert.match(text, /\nresolved: \S+Z\n/);
  return text.replace(/\nresolved: \S+Z\n/, '\n');
}

describe('settling a risk by its command', () => {
  it('leaves a readable file: the state and when it was resolved, and no other byte', async () => {
    const folder = await openRisks();
    assert.deepEqual(await call('resolveRisk', { id: 'slow' }), { id: 'slow', path: 'risks/slow.md' });
    assert.equal(withoutDay(await folder.read(RISK)), riskText('resolved'));
    await call('reopenRisk', { id: 'slow' });
    assert.equal(await folder.read(RISK), riskText('open'));
    await call('mitigateRisk', { id: 'slow', mitigation: 'A second sender' });
    assert.equal(
      await folder.read(RISK),
      riskText('mitigating').replace('by: ada\n', 'by: ada\nmitigation: A second sender\n'),
    );
  });

  it('keeps the reason as a reply', async () => {
    const folder = await openRisks();
    await call('acceptRisk', { id: 'slow', reason: 'We can live with it.' });
    assert.equal(await folder.read(RISK), riskText('accepted'));
    const [[name = ''] = []] = await vscode.workspace.fs.readDirectory(folder.at('.because/replies'));
    assert.match(
      await folder.read(`.because/replies/${name}`),
      /^---\nid: re-\w{8}\non: slow\nanswer: true\ncreated: \S+\n---\nWe can live with it\.\n$/,
    );
  });

  it('edits what is typed in an open file and not yet saved, and leaves saving to the person', async () => {
    const folder = await openRisks();
    const document = await vscode.workspace.openTextDocument(folder.at(RISK));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().length), 'And more.\n');
    await vscode.workspace.applyEdit(edit);
    await call('resolveRisk', { id: 'slow' });
    assert.equal(withoutDay(document.getText()), `${riskText('resolved')}And more.\n`);
    assert.equal(await folder.read(RISK), riskText('open'));
    await document.save();
  });

  it('gives a moved risk the line it is told', async () => {
    const folder = await openRisks({ 'src/send.ts': CODE.replace('send(message);\n', '') });
    await call('updateAnchor', { id: 'slow', anchor: { path: 'src/send.ts', line: 2, text: 'done();' } });
    assert.equal(await folder.read(RISK), riskText('open').replace('"send(message);"', '"done();"'));
  });
});

describe('updating an anchor', () => {
  const debt = (more: readonly string[]) => record(['title: Old debt', 'kind: debt', ...more]);

  /** The rows of the next list, of which one is chosen by its label. */
  async function choosing(label: string, work: () => Thenable<unknown>): Promise<readonly vscode.QuickPickItem[]> {
    let rows: readonly vscode.QuickPickItem[] = [];
    const restore = replace(
      vscode.window,
      'showQuickPick',
      async (given: Thenable<readonly vscode.QuickPickItem[]>) => {
        rows = await given;
        return rows.find((row) => row.label === label);
      },
    );
    try {
      await work();
      return rows;
    } finally {
      restore();
    }
  }

  it('is offered from the palette for whatever is about a line, and takes the line of the cursor', async () => {
    const folder = await openRisks({
      '.because/initiatives/PAY-9.md': debt(['anchor: {path: src/other.ts, line: 7, text: gone();}']),
      '.because/initiatives/PAY-8.md': debt(['archived: true', 'anchor: {path: src/other.ts, line: 1}']),
      '.because/initiatives/PAY-7.md': debt([]),
    });
    const editor = await vscode.window.showTextDocument(folder.at('src/send.ts'));
    editor.selection = new vscode.Selection(2, 1, 2, 1);
    const rows = await choosing('PAY-9 Old debt', () => vscode.commands.executeCommand('because.updateAnchor'));
    assert.deepEqual(
      rows.map(({ label, description }) => [label, description]),
      [
        ['Too slow', 'Critical risk · open · PAY-142 Urgent updates'],
        ['PAY-9 Old debt', 'Initiative · src/other.ts:7'],
      ],
    );
    assert.equal(
      await folder.read('.because/initiatives/PAY-9.md'),
      debt(['anchor: {path: src/send.ts, line: 3, text: done();}']),
    );
  });

  it('writes where a file really lies, whatever link leads there', async () => {
    const folder = await openRisks({ 'src/send.ts': CODE.replace('send(message);', 'moved();') });
    await symlink('src', folder.at('lib').fsPath);
    const editor = await vscode.window.showTextDocument(folder.at('lib/send.ts'));
    editor.selection = new vscode.Selection(2, 1, 2, 1);
    await choosing('Too slow', () => vscode.commands.executeCommand('because.updateAnchor'));
    assert.match(await folder.read(RISK), /anchor: \{path: src\/send\.ts, line: 3, text: "done\(\);"\}/);
  });
});

describe('making records by command', () => {
  it('writes one of each kind, without a question', async () => {
    const folder = await openRisks();
    const inputs: readonly (readonly [string, object])[] = [
      ['newInitiative', { id: 'PAY-9', title: 'Nine' }],
      ['newProblem', { id: 'late', title: 'Late' }],
      ['newEvidence', { title: 'Said so', fields: { problem: ['late'] } }],
      ['newPersona', { id: 'ops', title: 'Ops' }],
      ['newRisk', { title: 'Slow' }],
      ['newSprint', { id: 's1', fields: { starts: '2026-11-23', ends: '2026-12-04' } }],
      ['newReply', { fields: { on: 'late' }, body: 'Yes.\n' }],
    ];
    for (const [command, input] of inputs) {
      const { path } = await call(command, input);
      assert.match(await folder.read(`.because/${path}`), /^---\nid: /, command);
    }
  });
});
