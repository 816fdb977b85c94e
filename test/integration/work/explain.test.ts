/** Why a line exists, asked of git in the real editor; and the why in texts for pull requests and commits. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { WhyStep } from '../../../src/core/why/step.ts';
import { eventually } from '../../support/editor.ts';
import { call, explain, mergeLinked, openWork, startOn } from './setting.ts';

const isWay = ({ uri }: vscode.TextDocument): boolean => uri.scheme === 'because-why';

describe('why a line exists', () => {
  afterEach(() => vscode.commands.executeCommand('closeReferenceSearch'));

  it('is told from the commit to the customer', async () => {
    const folder = await openWork();
    await folder.write('src/send.ts', 'export const one = 1;\nexport const two = 22;\n');
    await folder.git('commit', '--quiet', '-am', 'Send twice\n\nInitiative: PAY-142');
    const hash = await folder.git('rev-parse', '--short=8', 'HEAD');
    const steps = await explain(folder, 2);
    assert.deepEqual(steps, [`Commit ${hash}`, 'Initiative', 'Problem', 'Acme']);
  });

  it('is told by the pull request that brought it, through a link record', async () => {
    const folder = await openWork();
    await mergeLinked(folder);
    const steps = await explain(folder, 1);
    assert.equal(steps?.[1], 'Pull request #418');
    assert.equal(steps?.[2], 'Initiative');
  });

  it('is what the branch is for, while the line is not committed, also before it is saved', async () => {
    const folder = await openWork();
    await startOn(folder, 'PAY-142-x');
    const editor = await vscode.window.showTextDocument(folder.at('src/send.ts'));
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), 'export const between = 0;\n'));
    const steps = await explain(folder, 2);
    assert.deepEqual(steps?.slice(0, 2), ['Not committed yet', 'Initiative']);
  });

  it('follows the line through a rename', async () => {
    const folder = await openWork();
    await folder.write(
      'src/send.ts',
      'export const one = 1;\nexport const two = 22; // a line long enough to follow\n',
    );
    await folder.git('commit', '--quiet', '-am', 'PAY-142: send twice');
    await folder.git('mv', 'src/send.ts', 'src/post office.ts');
    await folder.git('commit', '--quiet', '-m', 'Rename');
    assert.equal((await explain(folder, 2, 'src/post office.ts'))?.[1], 'Initiative');
  });

  it('opens as a peek, with the steps one below the other, each leading on', async () => {
    const folder = await openWork();
    await folder.write('src/send.ts', 'export const one = 11;\nexport const two = 2;\n');
    await folder.git('commit', '--quiet', '-am', 'PAY-142: one');
    await explain(folder, 1);
    const way = await eventually(
      () => vscode.workspace.textDocuments.find((each) => isWay(each) && / PAY-142: one\n/.test(each.getText())),
      'The text of the way',
    );
    assert.match(
      way.getText(),
      /^Acme: “I found out from a shop owner\.”\n {2}— 17 Nov 2026\nProblem: 30% of users miss/,
    );
    assert.match(
      way.getText(),
      /\nCommit [0-9a-f]{8}: PAY-142: one\n {2}The commit’s subject names PAY-142\.\n {2}Ada Lovelace · \d+ [A-Z][a-z]+ \d{4}\n$/,
    );
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', way.uri);
    const commands = links.flatMap(({ target }) => (target?.scheme === 'command' ? target.path : []));
    assert.deepEqual(commands, [...Array.from({ length: 3 }, () => 'because.openRecord'), 'because.openCommit']);
  });

  it('has in the title of a commit’s peek the commit, and beside it the folder', async () => {
    const folder = await openWork();
    await folder.git('commit', '--quiet', '--amend', '-m', 'PAY-142: begin');
    const commit = (await folder.git('rev-parse', 'HEAD')).trim();
    // A peek stands in an editor.
    await vscode.window.showTextDocument(folder.at('src/send.ts'));
    await vscode.commands.executeCommand('because.explainCommit', { commit });
    const title = `Why ${commit.slice(0, 8)}?`;
    const way = await eventually(
      () => vscode.workspace.textDocuments.find((each) => isWay(each) && each.uri.path.endsWith(title)),
      'The text of the way',
    );
    // What stands before the last slash is drawn beside the title; without one that would be a dot.
    assert.equal(way.uri.path, `${folder.uri.path.split('/').at(-1)}/${title}`);
  });

  it('is told by an earlier commit of the line, where its own names no reason', async () => {
    const folder = await openWork();
    await folder.write('src/send.ts', 'export const one = 1;\nexport const two = 22;\n');
    await folder.git('commit', '--quiet', '-am', 'PAY-142: send twice');
    await folder.write('src/send.ts', 'export const one = 1;\n  export const two = 22\n');
    await folder.git('commit', '--quiet', '-am', 'Reformat');
    const hash = await folder.git('rev-parse', '--short=8', 'HEAD');
    const names = await explain(folder, 2);
    assert.deepEqual([names?.[0], names?.[2]], [`Commit ${hash}`, 'Initiative']);
    const isTold = () => {
      const texts = vscode.workspace.textDocuments.filter(isWay).map((each) => each.getText().replace(/\s+/g, ' '));
      return texts.some((text) => text.includes(` Reformatted in ${hash}; before that: PAY-142 `));
    };
    // It may be told a moment after what the line's own commit says, and on a busy machine git is given up before.
    await eventually(async () => {
      const isSoon = await eventually(isTold, 'The earlier commit', 4_000).then(
        () => true,
        () => false,
      );
      if (!isSoon) await explain(folder, 2);
      return isSoon;
    }, 'The earlier commit');
  });

  it('is given as data, and nothing is shown', async () => {
    const folder = await openWork({
      '.because/evidence/secret.md':
        '---\nkind: quote\nproblem: missed\nsensitive: true\nimportance: 3\n---\n> Secret words\n',
    });
    await folder.write('src/send.ts', 'export const one = 1;\nexport const two = 22;\n');
    await folder.git('commit', '--quiet', '-am', 'Merge pull request #418 from relay/ladder\n\nPAY-142 Climb');
    const commit = await folder.git('rev-parse', 'HEAD');
    const open = vscode.workspace.textDocuments.filter(isWay).length;
    const input = { uri: folder.at('src/send.ts').toString(), line: 2, show: false };
    const steps = await call<readonly WhyStep[]>('explainLine', input);
    assert.deepEqual(
      steps.map(({ lines: _, ...step }) => step),
      [
        {
          sort: 'commit',
          name: `Commit ${commit.slice(0, 8)}`,
          headline: 'Merge pull request #418 from relay/ladder',
          commit,
        },
        {
          sort: 'pull-request',
          name: 'Pull request #418',
          headline: 'https://github.com/relay/app/pull/418',
          url: 'https://github.com/relay/app/pull/418',
        },
        { sort: 'initiative', name: 'Initiative', headline: 'PAY-142 Urgent updates reach drivers', id: 'PAY-142' },
        { sort: 'problem', name: 'Problem', headline: '30% of users miss urgent updates.', id: 'missed' },
        {
          sort: 'evidence',
          name: 'Acme',
          headline: '“I found out from a shop owner.” —\u00A017\u00A0Nov\u00A02026',
          id: 'said',
        },
      ],
    );
    assert.deepEqual(await call('explainCommit', { commit, show: false }), steps);
    assert.ok(!JSON.stringify(steps).includes('Secret'));
    const begin = await folder.git('rev-parse', 'HEAD~1');
    assert.deepEqual(await call('explainFile', { uri: input.uri, show: false }), [
      { initiative: 'PAY-142', share: 0.5, commits: [commit] },
      { share: 0.5, commits: [begin] },
    ]);
    const [unexplained, ...more] = await call<readonly WhyStep[]>('explainCommit', { commit: begin, show: false });
    assert.deepEqual([unexplained?.sort, unexplained?.commit, more.length], ['commit', begin, 0]);
    assert.equal(vscode.workspace.textDocuments.filter(isWay).length, open);
    await assert.rejects(call('explainFile', { uri: input.uri, show: 'no' }), /bad-input/);
  });

  it('is what the branch is for in a file that git does not know yet, and refused for one it is told to ignore', async () => {
    const folder = await openWork();
    await startOn(folder, 'PAY-142-x');
    await folder.write('src/new.ts', 'export const n = 1;\n');
    assert.deepEqual((await explain(folder, 1, 'src/new.ts'))?.slice(0, 2), ['Not committed yet', 'Initiative']);
    await folder.write('src/ignored.ts', 'export const n = 1;\n');
    await folder.write('.gitignore', 'src/ignored.ts\n');
    await assert.rejects(explain(folder, 1, 'src/ignored.ts'), /git-failed/);
  });
});

describe('the why in texts', () => {
  it('is copied for a pull request, without what is sensitive', async () => {
    const folder = await openWork({
      '.because/evidence/secret.md': '---\nkind: quote\nproblem: missed\nsensitive: true\n---\n> Secret words\n',
    });
    await startOn(folder, 'PAY-142-x');
    await call('copyPullRequestDescription');
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /^<!-- because:why -->\n/);
    assert.match(text, /I found out from a shop owner/);
    assert.doesNotMatch(text, /Secret/);
  });

  it('is put into a Markdown text and updated there, and nothing else is touched', async () => {
    const folder = await openWork({ 'body.md': '# Mine\n\nfirst\n\nlast\n' });
    await startOn(folder, 'PAY-142-x');
    const editor = await vscode.window.showTextDocument(folder.at('body.md'));
    editor.selection = new vscode.Selection(3, 0, 3, 0);
    await call('insertWhyBlock');
    const once = editor.document.getText();
    assert.match(once, /^# Mine\n\nfirst\n\n<!-- because:why -->\n[\s\S]*<!-- \/because:why -->\n\nlast\n$/);
    await folder.write('.because/problems/missed.md', '---\ntitle: Missed updates\n---\n31% of users miss updates.\n');
    await eventually(async () => {
      await call('insertWhyBlock');
      return editor.document.getText().includes('31%');
    }, 'The block following its records');
    const twice = editor.document.getText();
    assert.equal(twice.replace(/<!-- b[\s\S]*why -->/, ''), once.replace(/<!-- b[\s\S]*why -->/, ''));
  });

  it('is refused where it would land in code', async () => {
    const folder = await openWork();
    await vscode.window.showTextDocument(folder.at('src/send.ts'));
    await assert.rejects(call('insertWhyBlock'), /bad-input/);
  });

  it('completes trailers in a commit message', async () => {
    const folder = await openWork({ COMMIT_EDITMSG: 'Send twice\n\nInit' });
    await startOn(folder, 'PAY-142-x');
    const opened = await vscode.workspace.openTextDocument(folder.at('COMMIT_EDITMSG'));
    const document = await vscode.languages.setTextDocumentLanguage(opened, 'git-commit');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(2, 4),
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.equal(labels[0], 'Initiative: PAY-142');
  });
});
