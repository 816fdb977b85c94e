/** The hover card, in every sort of document a key can stand in. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { addFolder, eventually } from '../../support/editor.ts';
import { kubernetesAtHand, kubernetesFolder } from '../../support/kubernetes.ts';
import { openRecords, product } from './setting.ts';

interface Shown {
  /** What records say, and what we count, as Markdown. */
  readonly said: string;
  readonly counted: string;
  readonly offered: string;
  readonly order: readonly string[];
}

const isOffer = ({ value }: vscode.MarkdownString): boolean => value.includes('](command:');

/** What the hovers of the product say over a text of a document: what records say, and what can be done. */
async function hoverOn(document: vscode.TextDocument, text: string): Promise<Shown | undefined> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(document.getText().indexOf(text) + 1),
  );
  const all = hovers.map(({ contents }) => contents as vscode.MarkdownString[]);
  const parts = all.find(([first]) => first && /^\*\*(?:PAY|KEP|No record)/.test(first.value));
  if (!parts) return undefined;
  const [offers, saying] = [parts.filter(isOffer), parts.filter((part) => !isOffer(part))];
  const [counted, said] = [saying.filter(({ supportHtml }) => supportHtml), saying.filter((part) => !part.supportHtml)];
  for (const { isTrusted, supportThemeIcons } of said) {
    assert.ok(!isTrusted && !supportThemeIcons, 'What records say is trusted with nothing.');
  }
  for (const { isTrusted, value } of counted) {
    assert.ok(!isTrusted);
    // Only our own marks: a color and an icon.
    const words = value.replaceAll(/<span style="color:var\(--vscode-[\w-]+\);">|<\/span>|\$\(warning\)/g, '');
    assert.doesNotMatch(words, /(?<!\\)[[\]<>!`$]/);
  }
  return {
    said: said.map(({ value }) => value).join('\n'),
    counted: counted.map(({ value }) => value).join('\n'),
    offered: offers.map(({ value }) => value).join('\n'),
    order: parts.map((part) => (isOffer(part) ? 'actions' : part.supportHtml ? 'counted' : 'said')),
  };
}

/** As much of git's API as is used here. */
interface GitApi {
  openRepository(root: vscode.Uri): Promise<{ readonly inputBox: { value: string } }>;
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

const open = (uri: vscode.Uri) => vscode.workspace.openTextDocument(uri);

/** The line of the card without our escapes. */
const plain = (markdown: string | undefined) => markdown?.replaceAll(/\\(.)/g, '$1') ?? '';

describe('The hover card', () => {
  it('stands on keys in code, comments, strings and Markdown', async () => {
    const folder = await openRecords({
      'a.ts': "// PAY-142 because\nconst x = 'PAY-143';\n",
      'b.md': '# About PAY-142\n\nText.\n',
      'c.txt': 'TODO:PAY-142',
    });
    for (const file of ['a.ts', 'b.md', 'c.txt']) {
      const hover = await hoverOn(await open(folder.at(file)), 'PAY-142');
      assert.match(plain(hover?.said), /^\*\*PAY-142\*\* · \*\*Urgent <b>updates/, file);
      assert.match(
        plain(hover?.said),
        /30% of users miss urgent updates\.[\s\S]*\*\*Evidence:\*\* \*“We heard it from a shop\.”\* — Acme, 17\u00A0Nov(?:\u00A02026)?/,
      );
      assert.doesNotMatch(plain(hover?.said), /yourself|Tern/);
    }
    assert.match(
      plain((await hoverOn(await open(folder.at('a.ts')), 'PAY-143'))?.said),
      /PAY-143\*\* part of PAY-142 ·/,
    );
  });

  it('starts with its head and what can be done, which nothing long cuts off', async () => {
    const risk = '---\ninitiative: PAY-142\nlikelihood: 5\nimpact: 5\n---\n';
    const folder = await openRecords({ 'a.md': 'PAY-142 PAY-999', '.because/risks/r1.md': risk });
    const document = await open(folder.at('a.md'));
    const hover = await hoverOn(document, 'PAY-142');
    assert.deepEqual(hover?.order, ['said', 'actions', 'said', 'counted']);
    assert.match(
      plain(hover?.counted),
      /^<span style="color:[^"]+">1 customer · 1 quote<\/span>\\?\n\*\*Risks:\*\* <span[^>]+>\$\(warning\)<\/span> 1 open \(1 critical\)$/,
    );
    assert.deepEqual((await hoverOn(document, 'PAY-999'))?.order, ['said', 'actions']);
  });

  it('is all that says what an initiative is called: the link below it says where it leads', async () => {
    const folder = await openRecords({ 'a.md': 'PAY-142' });
    const document = await open(folder.at('a.md'));
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    assert.deepEqual(
      links.map(({ tooltip }) => tooltip),
      ['Open the record'],
    );
  });

  it('keeps what records hold from coming alive', async () => {
    const folder = await openRecords({ 'a.md': 'PAY-142' });
    const hover = await hoverOn(await open(folder.at('a.md')), 'PAY-142');
    assert.match(hover?.said ?? '', /\\<b\\>updates\\<\\\/b\\> \\\[now\\\]\\\(command\\:/);
    assert.doesNotMatch(hover?.said ?? '', /(?<!\\)[[\]<>!`]/);
  });

  it('offers to open the record, to flag a risk and to score it', async () => {
    const folder = await openRecords({ 'a.md': 'PAY-143' });
    const document = await open(folder.at('a.md'));
    const hover = await hoverOn(document, 'PAY-143');
    const links = [...(hover?.offered ?? '').matchAll(/\[([^\]]+)\]\(command:(\S+)\?(\S+) "/g)].map(
      ([, title, id, input = '']) => [title, id, JSON.parse(decodeURIComponent(input))],
    );
    assert.deepEqual(links, [
      ['Open', 'because.openWhy', [{ id: 'PAY-142', folder: folder.uri.toString() }]],
      ['Flag risk', 'because.flagRisk', [{ initiative: 'PAY-142', folder: folder.uri.toString() }]],
      ['Ask', 'because.askPm', [{ initiative: 'PAY-142', folder: folder.uri.toString() }]],
      ['Score', 'because.estimate', [{ initiative: 'PAY-142', folder: folder.uri.toString() }]],
    ]);
    await vscode.commands.executeCommand('because.openRecord', { id: 'PAY-142', folder: folder.uri.toString() });
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /PAY-142\.md$/);
  });

  it('offers to challenge a number where there is one', async () => {
    const folder = await openRecords({
      'a.md': 'PAY-77',
      '.because/initiatives/PAY-77.md': '---\nrice: {effort: 3}\n---\n',
    });
    const hover = await hoverOn(await open(folder.at('a.md')), 'PAY-77');
    assert.match(hover?.offered ?? '', /\[Score\].* · \[Challenge\]\(command:because\.challenge\?/);
  });

  it('says what is unknown, broken or ambiguous, and what can be done about it', async () => {
    const folder = await openRecords({ 'a.md': 'PAY-999 PAY-13 PAY-20' });
    const document = await open(folder.at('a.md'));
    const unknown = await hoverOn(document, 'PAY-999');
    assert.match(plain(unknown?.said), /^\*\*No record for PAY-999 yet\.\*\*$/);
    assert.match(unknown?.offered ?? '', /^\[Create initiative\]\(command:because\.createInitiative\?/);
    const broken = await hoverOn(document, 'PAY-13');
    assert.match(plain(broken?.said), /initiatives\/PAY-13\.md cannot be read:/);
    assert.match(broken?.offered ?? '', /^\[Open\]\(command:because\.openRecord\?\S+ "[^"]+"\)$/);
    const ambiguous = await hoverOn(document, 'PAY-20');
    assert.match(plain(ambiguous?.said), /have the id PAY-20\.\*\* initiatives\/one\.md, initiatives\/two\.md/);
  });

  it('is silent on what is no key', async () => {
    const folder = await openRecords({ 'a.ts': '// UTF-8 SHA-256 REPAY-142 x86-64 OPS-1\n' });
    const document = await open(folder.at('a.ts'));
    for (const text of ['UTF-8', 'SHA-256', 'REPAY-142', 'x86-64', 'OPS-1']) {
      assert.equal(await hoverOn(document, text), undefined, text);
    }
  });

  it('stands in untitled documents and on lines of any length', async () => {
    await openRecords();
    const content = `${'x '.repeat(50_000)}PAY-142 ${'y '.repeat(50_000)}`;
    const document = await vscode.workspace.openTextDocument({ content });
    assert.ok(await hoverOn(document, 'PAY-142'));
  });

  it('follows the records', async () => {
    const folder = await openRecords({ 'a.md': 'PAY-142' });
    const document = await open(folder.at('a.md'));
    await folder.write('.because/initiatives/PAY-142.md', '---\nid: PAY-142\ntitle: Another\n---\n');
    await eventually(
      async () => plain((await hoverOn(document, 'PAY-142'))?.said).includes('Another'),
      'The new title',
    );
  });

  it('speaks of the records of the folder a text is in', async () => {
    const first = await openRecords({ 'a.md': 'PAY-142' }, 'first');
    const second = await openRecords(
      { 'a.md': 'PAY-142', '.because/initiatives/PAY-142.md': '---\nid: PAY-142\ntitle: Second\n---\n' },
      'second',
    );
    assert.match(plain((await hoverOn(await open(second.at('a.md')), 'PAY-142'))?.said), /Second/);
    assert.match(plain((await hoverOn(await open(first.at('a.md')), 'PAY-142'))?.said), /Urgent/);
  });

  it('stands on keys in old versions of files and in the commit message', async () => {
    await openRecords({}, 'other');
    const folder = await openRecords(
      { 'a.md': 'PAY-142', '.because/initiatives/PAY-142.md': '---\nid: PAY-142\ntitle: Ours\n---\n' },
      'ours',
    );
    await folder.git('init');
    await folder.git('add', '.');
    await folder.git('commit', '-m', 'first');
    const git = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
    assert.ok(git);
    const api = (await git.activate()).getAPI(1);
    const repository = await api.openRepository(folder.uri);
    const old = await open(api.toGitUri(folder.at('a.md'), 'HEAD'));
    assert.equal(old.uri.scheme, 'git');
    assert.match(plain((await hoverOn(old, 'PAY-142'))?.said), /Ours/);

    await vscode.commands.executeCommand('workbench.view.scm');
    repository.inputBox.value = 'fix: PAY-142';
    const message = await eventually(
      () =>
        vscode.workspace.textDocuments.find(
          ({ uri, getText }) => uri.scheme === 'vscode-scm' && getText().includes('PAY-142'),
        ),
      'The box of the commit message',
    );
    assert.match(plain((await hoverOn(message, 'PAY-142'))?.said), /Ours/);
    repository.inputBox.value = '';
  });

  it('offers what the line calls an unknown key as the title of its initiative', async () => {
    const folder = await openRecords({ 'a.md': 'PAY-77: drop the second mail' });
    const hover = await hoverOn(await open(folder.at('a.md')), 'PAY-77');
    assert.match(decodeURIComponent(hover?.offered ?? ''), /"title":"Drop the second mail"/);
  });

  it('asks what an unknown key is about before it writes anything', async () => {
    const folder = await openRecords();
    let isAnswered = false;
    const asked = Promise.resolve(
      vscode.commands.executeCommand('because.createInitiative', { id: 'PAY-77', folder: folder.uri.toString() }),
    ).finally(() => {
      isAnswered = true;
    });
    // Nothing tells when the question is there to be turned away from.
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return isAnswered;
    }, 'Turning away');
    await asked;
    assert.equal((await product()).getAPI(1).find('PAY-77'), undefined);
  });

  if (kubernetesAtHand()) {
    it('stands on KEP-1287 in the documents of Kubernetes', async () => {
      const copy = await kubernetesFolder();
      assert.ok(copy);
      const folder = await addFolder(copy);
      await (await product()).getAPI(1).ready();
      const document = await open(folder.at('docs/2570-memory-qos.md'));
      const hover = await hoverOn(document, 'KEP-1287');
      assert.match(
        plain(hover?.said),
        /^\*\*KEP-1287\*\* · \*\*In-place Update of Pod Resources\*\* · shipped · Kubernetes v1\.35\\?\n/,
      );
    });
  }
});
