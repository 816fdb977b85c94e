/** Threads stand where their risks do, say what the records say, and follow the code. */
import * as assert from 'node:assert/strict';
import { chmod, readFile, symlink } from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { OpenFolder } from '../../support/editor.ts';
import { addFolder, eventually } from '../../support/editor.ts';
import { makeFolder } from '../../support/folder.ts';
import { record } from '../../support/sources.ts';
import { files, openRisks, RISK, riskText, type Watched, watchThreads } from './setting.ts';

const LABEL = 'Critical risk · open · PAY-142 Urgent updates';

describe('the threads on code', () => {
  let folder: OpenFolder;
  let watched: Watched;

  async function open(more = {}, path = 'src/send.ts'): Promise<vscode.TextDocument> {
    folder = await openRisks(more);
    watched = await watchThreads(folder);
    return vscode.workspace.openTextDocument(folder.at(path));
  }

  afterEach(() => watched.dispose());

  const says = (wanted: string) =>
    watched.shows(folder.at('src/send.ts'), (lines) => lines.length === 1 && lines[0] === wanted, `"${wanted}"`);

  const words = (index: number) => (comments()[index]?.body ?? assert.fail('No such comment')) as vscode.MarkdownString;

  const comments = () => watched.threads.in(folder.at('src/send.ts')).flatMap(({ thread }) => thread.comments);

  const type = async (document: vscode.TextDocument, range: vscode.Range, text: string) => {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, range, text);
    assert.ok(await vscode.workspace.applyEdit(edit));
  };

  it('appear in the file they are about when it is opened, folded, with a reply box, and nowhere else', async () => {
    await open();
    await says(`2 ${LABEL}`);
    await vscode.workspace.openTextDocument(folder.at('src/other.ts'));
    assert.equal(watched.threads.in(folder.at('src/other.ts')).length, 0);
    const [first] = watched.threads.in(folder.at('src/send.ts'));
    assert.equal(first?.thread.collapsibleState, vscode.CommentThreadCollapsibleState.Collapsed);
    assert.equal(first?.thread.canReply, true);
    assert.equal(first?.thread.contextValue, 'risk.open.here');
    assert.deepEqual(
      comments().map(({ author }) => author.name),
      ['Ada Lovelace'],
    );
  });

  it('show a reply, a new state and new words as soon as the files hold them', async () => {
    await open();
    await says(`2 ${LABEL}`);
    await folder.write('.because/replies/re-1.md', record(['on: slow', 'by: grace'], 'Says *who*?\n'));
    await eventually(() => comments().length === 2, 'The reply in the thread');
    assert.match(words(1).value, /^Says \\\*who\\\*?/);
    await folder.write(RISK, riskText('resolved').replace('It will hurt.', 'It did.'));
    await says('2 Critical risk · resolved · PAY-142 Urgent updates');
    assert.match(words(0).value, /It did/);
    assert.equal(watched.threads.in(folder.at('src/send.ts'))[0]?.thread.state, vscode.CommentThreadState.Resolved);
    await vscode.workspace.fs.delete(folder.at(RISK));
    await watched.shows(folder.at('src/send.ts'), (lines) => lines.length === 0, 'No thread without its record');
  });

  it('show a reply that was given through the command', async () => {
    await open();
    await says(`2 ${LABEL}`);
    const asked = Date.now();
    const { path } = await vscode.commands.executeCommand<{ path: string }>('because.reply', {
      on: 'slow',
      text: 'No.',
    });
    await eventually(() => comments().length === 2, 'The reply in the thread');
    assert.match(await folder.read(`.because/${path}`), /^---\nid: re-\w{8}\non: slow\ncreated: \S+\n---\nNo\.\n$/);
    // Its file says the minute alone; what was said just now is not as old as that minute.
    const { timestamp } = comments()[1] ?? assert.fail('No reply');
    assert.ok(timestamp && timestamp.getTime() >= asked, `${timestamp?.toISOString()}, asked ${asked}`);
  });

  it('follow what is typed above, keep an edited line, and say when a line is gone', async () => {
    const document = await open();
    await says(`2 ${LABEL}`);
    await type(document, new vscode.Range(0, 0, 0, 0), '// new\n');
    await says(`3 ${LABEL}`);
    await type(document, new vscode.Range(2, 0, 2, 4), 'post');
    await eventually(
      () => watched.threads.in(document.uri)[0]?.thread.contextValue === 'risk.open.elsewhere',
      'The thread on the edited line',
    );
    assert.equal(watched.threads.in(document.uri)[0]?.line, 2);
    await type(document, new vscode.Range(2, 0, 3, 0), '');
    await says(`file Moved · ${LABEL}`);
    assert.match(words(0).value, /send\\\(message\\?\);/);
    await type(document, new vscode.Range(2, 0, 2, 0), 'send(message);\n');
    await says(`3 ${LABEL}`);
  });

  it('follow the file when it gets another name in the editor, and write nothing for it', async () => {
    await open();
    await says(`2 ${LABEL}`);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(folder.at('src/send.ts'), folder.at('src/mail/post.ts'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await vscode.workspace.openTextDocument(folder.at('src/mail/post.ts'));
    await watched.shows(folder.at('src/mail/post.ts'), ([line]) => line === `2 ${LABEL}`, 'The thread in the new file');
    assert.equal(await folder.read(RISK), riskText('open'));
  });

  it('follow the file when git says it got another name', async () => {
    folder = await openRisks();
    await folder.git('init');
    await folder.git('add', '-A');
    await folder.git('commit', '-m', 'one');
    await folder.git('mv', 'src/send.ts', 'src/post.ts');
    await folder.git('commit', '-m', 'two');
    await vscode.commands.executeCommand('git.openRepository', folder.path);
    watched = await watchThreads(folder);
    await vscode.workspace.openTextDocument(folder.at('src/post.ts'));
    await watched.shows(folder.at('src/post.ts'), ([line]) => line === `2 ${LABEL}`, 'The thread in the new file');
  });

  it('follow a name that is only staged, and run no filter that the repository names', async () => {
    folder = await openRisks({ '.gitattributes': '*.ts filter=foreign\n' });
    await folder.git('init');
    await folder.git('add', '-A');
    await folder.git('commit', '-m', 'one');
    // The editor's own git runs filters when it looks at the working tree, so each run says who asked for it.
    const asked = folder.at('../asked').fsPath;
    await folder.write('../filter', `#!/bin/sh\nps -o args= -p "$PPID" >> '${asked}'\ncat\n`);
    await chmod(folder.at('../filter').fsPath, 0o755);
    await folder.git('config', 'filter.foreign.clean', folder.at('../filter').fsPath);
    await folder.git('mv', 'src/send.ts', 'src/post.ts');
    await folder.write('src/other.ts', 'another();\n');
    await folder.git('diff', 'HEAD', '--stat');
    assert.match(await readFile(asked, 'utf8'), /diff HEAD --stat/, 'The filter is one that git runs');
    await vscode.commands.executeCommand('git.openRepository', folder.path);
    watched = await watchThreads(folder);
    await vscode.workspace.openTextDocument(folder.at('src/post.ts'));
    await watched.shows(folder.at('src/post.ts'), ([line]) => line === `2 ${LABEL}`, 'The thread in the new file');
    assert.doesNotMatch(await readFile(asked, 'utf8'), /--diff-filter/);
  });

  it('stand in a file by each name that leads to it, whichever the record says', async () => {
    folder = await openRisks();
    await symlink('send.ts', folder.at('src/alias.ts').fsPath);
    await symlink('src', folder.at('lib').fsPath);
    watched = await watchThreads(folder);
    for (const written of ['src/send.ts', 'lib/send.ts']) {
      await folder.write(RISK, riskText('open').replace('src/send.ts', written));
      const names = written === 'src/send.ts' ? ['src/send.ts', 'src/alias.ts', 'lib/send.ts'] : ['lib/send.ts'];
      for (const name of names) {
        await vscode.workspace.openTextDocument(folder.at(name));
        await watched.shows(folder.at(name), ([line]) => line === `2 ${LABEL}`, `${written} in ${name}`);
        await eventually(
          () => watched.threads.in(folder.at(name))[0]?.thread.contextValue === 'risk.open.here',
          `${written} is where it says, in ${name}`,
        );
      }
    }
  });

  for (const where of ['file', 'folder']) {
    it(`follow a line from its commit where the ${where} is reached through a link`, async () => {
      const code = 'a();\nreturn null;\nb();\nreturn null;\n';
      const real = await makeFolder({ ...files, 'src/send.ts': code });
      await symlink('src', path.join(real.path, 'lib'));
      await real.git('init');
      await real.git('add', '-A');
      await real.git('commit', '-m', 'one');
      const written = where === 'file' ? 'lib/send.ts' : 'src/send.ts';
      const commit = (await real.git('rev-parse', 'HEAD')).slice(0, 12);
      const anchor = `anchor: {path: ${written}, line: 4, text: return null;, commit: ${commit}}`;
      await real.write(RISK, riskText('open').replace(/anchor: .*/, anchor));
      await real.write('src/send.ts', `// new\n${code}`);
      const outer = await makeFolder();
      const link = path.join(outer.path, 'link');
      await symlink(real.path, link);
      const remove = () => Promise.all([outer.remove(), real.remove()]).then(() => undefined);
      folder = await addFolder({ ...real, path: where === 'file' ? real.path : link, remove });
      await vscode.commands.executeCommand('git.openRepository', folder.path);
      watched = await watchThreads(folder);
      await vscode.workspace.openTextDocument(folder.at(written));
      await watched.shows(folder.at(written), ([line]) => line === `5 ${LABEL}`, `The thread in ${written}`);
    });
  }

  describe('on a line that has twins', () => {
    const body = (name: string) => [`function ${name}() {`, '  return null;', '}', ''];
    const code = (...names: string[]) => `${names.flatMap(body).join('\n')}\n`;
    const risk = (more: string) =>
      riskText('open').replace('line: 2, text: "send(message);"', `line: 6, text: return null;${more}`);
    const at = (wanted: RegExp) =>
      watched.shows(folder.at('src/send.ts'), ([line]) => line !== undefined && wanted.test(line), String(wanted));

    /** A folder whose risk is about the second of three equal lines, in a commit. */
    async function committed(): Promise<void> {
      folder = await openRisks({ 'src/send.ts': code('a', 'b', 'c') });
      await folder.git('init');
      await folder.git('add', 'src');
      await folder.git('commit', '-m', 'one');
      await folder.write(RISK, risk(`, commit: ${(await folder.git('rev-parse', 'HEAD')).slice(0, 12)}`));
      await vscode.commands.executeCommand('git.openRepository', folder.path);
    }

    it('are followed from the commit through what was done to the file outside', async () => {
      await committed();
      await folder.write('src/send.ts', `// new\n${code('a', 'b', 'new_', 'c')}`);
      watched = await watchThreads(folder);
      await vscode.workspace.openTextDocument(folder.at('src/send.ts'));
      await at(/^file Moved/);
      await folder.write('src/send.ts', `// new\n// newer\n${code('a', 'b', 'c')}`);
      await at(/^8 Critical/);
    });

    it('have moved when the line is gone, and stand on no other', async () => {
      await committed();
      await folder.write('src/send.ts', code('a', 'c'));
      watched = await watchThreads(folder);
      await vscode.workspace.openTextDocument(folder.at('src/send.ts'));
      await at(/^file Moved/);
    });

    it('are followed through a rename that was committed', async () => {
      await committed();
      await folder.git('mv', 'src/send.ts', 'src/post.ts');
      await folder.write('src/post.ts', `// new\n${code('a', 'b', 'c')}`);
      await folder.git('add', 'src');
      await folder.git('commit', '-m', 'two');
      watched = await watchThreads(folder);
      await vscode.workspace.openTextDocument(folder.at('src/post.ts'));
      await watched.shows(folder.at('src/post.ts'), ([line]) => line?.startsWith('7 ') ?? false, 'The thread');
    });

    it('have moved where nothing tells which line was meant', async () => {
      folder = await openRisks({ 'src/send.ts': code('a', 'b', 'c'), [RISK]: risk('') });
      watched = await watchThreads(folder);
      await vscode.workspace.openTextDocument(folder.at('src/send.ts'));
      await at(/^file Moved/);
    });
  });

  describe('of questions', () => {
    const QUESTION = '.because/questions/who.md';
    const asked = (...more: readonly string[]) =>
      record(
        [
          'initiative: PAY-142',
          'to: grace',
          'by: ada',
          'created: 2026-11-23T13:00Z',
          'anchor: {path: src/send.ts, line: 3, text: done();}',
          ...more,
        ],
        'Who may switch it off?\n',
      );
    const question = () =>
      watched.threads.in(folder.at('src/send.ts')).find(({ record: { kind } }) => kind === 'question');
    const titled = (wanted: RegExp) =>
      watched.shows(folder.at('src/send.ts'), (lines) => lines.some((line) => wanted.test(line)), String(wanted));

    it('stand beside those of risks, say how much time is left, and follow the line', async () => {
      const document = await open({ [QUESTION]: asked() });
      await titled(/^3 Overdue by \d+ h · for Grace Hopper · PAY-142 Urgent updates$/);
      assert.equal(question()?.thread.contextValue, 'question.open.here');
      assert.equal(question()?.isTimed, true);
      const [first] = question()?.thread.comments ?? [];
      assert.ok(first?.body instanceof vscode.MarkdownString);
      assert.match(first.body.value, /^Who may switch it off/);
      await type(document, new vscode.Range(0, 0, 0, 0), '// new\n');
      await titled(/^4 Overdue/);
      await type(document, new vscode.Range(3, 0, 4, 0), '');
      await titled(/^file Moved · Overdue/);
    });

    it('are acknowledged by a word, answered by an answer alone, and then settled', async () => {
      await open({ [QUESTION]: asked() });
      await titled(/^3 Overdue/);
      const said = (...more: readonly string[]) =>
        record(['on: who', 'by: grace', 'created: 2026-11-23T13:12Z', ...more], 'Ada may.\n');
      await folder.write('.because/replies/re-1.md', said());
      await titled(/^3 Acknowledged · overdue by/);
      assert.equal(question()?.thread.state, vscode.CommentThreadState.Unresolved);
      await folder.write('.because/replies/re-1.md', said('answer: true'));
      await titled(/^3 Answered in 12 min by Grace Hopper · PAY-142 Urgent updates$/);
      assert.equal(question()?.thread.state, vscode.CommentThreadState.Resolved);
      assert.equal(question()?.thread.comments[1]?.label, 'answer');
      assert.equal(question()?.isTimed, false);
      await folder.write(
        '.because/replies/re-2.md',
        record(['on: who', 'by: ada', 'created: 2026-11-23T13:14Z', 'reopens: true'], 'And at night?\n'),
      );
      await titled(/^3 Reopened · overdue by/);
      assert.equal(question()?.thread.comments[2]?.label, 'reopened');
    });

    it('tell the reply box for whom they wait, and whose they are', async () => {
      await open({ [QUESTION]: asked() });
      await titled(/^3 Overdue/);
      const isMe = async (me: string, wanted: string) => {
        await vscode.workspace.getConfiguration('because', folder.at('')).update('me', me);
        await eventually(() => question()?.thread.contextValue === wanted, wanted);
      };
      try {
        await isMe('grace', 'question.open.due.here');
        await isMe('ada', 'question.open.mine.here');
      } finally {
        await vscode.workspace.getConfiguration('because', folder.at('')).update('me', undefined);
      }
    });
  });

  it('are made for open files only, however many risks there are', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, n) => [
        `.because/risks/r${n}.md`,
        riskText('open').replace('send.ts', `f${n}.ts`),
      ]),
    );
    await open(many);
    await says(`2 ${LABEL}`);
    assert.equal(watched.threads.count, 1);
  });

  it('show what foreign text says, and do nothing it asks for', async () => {
    const foreign = '[run](command:workbench.action.quit) ![x](https://example.com/p.png) <b>bold</b>\n';
    await open({ [RISK]: riskText('open').replace('It will hurt.\n', foreign) });
    await says(`2 ${LABEL}`);
    const body = words(0);
    assert.ok(!body.isTrusted && !body.supportHtml && !body.supportThemeIcons);
    assert.match(body.value, /\\\[run\\\]\\\(command/);
    assert.match(body.value, /\\!\\\[x\\\]/);
  });
});
