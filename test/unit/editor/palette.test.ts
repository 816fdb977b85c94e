/** What the palette offers: few commands, and none that has nothing to be done to. */
import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import { presence } from '../../../src/core/library/presence.ts';
import { commands } from '../../../src/editor/doors/commands/all.ts';
import { type CommandRow, NEVER } from '../../../src/editor/doors/row.ts';
import { FolderStore } from '../../../src/store/folderStore.ts';
import { NodeFiles } from '../../../src/store/nodeFiles.ts';
import { demoFolder } from '../../support/paths.ts';

/** The titles the palette shows while the keys have these values; a key that has none is false. */
function offered(keys: Readonly<Record<string, string>>): string[] {
  const holds = (clause: string): boolean => {
    const [, key = '', pattern] = /^([\w.]+) =~ \/(.*)\/$/.exec(clause) ?? [];
    if (pattern !== undefined) return new RegExp(pattern).test(keys[key] ?? '');
    const [, name = '', wanted] = /^([\w.]+)(?: == (\w+))?$/.exec(clause) ?? assert.fail(clause);
    return wanted === undefined ? keys[name] !== undefined : keys[name] === wanted;
  };
  const isOffered = ({ hidden, palette = 'because.state == ready' }: CommandRow) =>
    !hidden && palette !== 'false' && palette.split(' && ').every((clause) => clause === '' || holds(clause));
  return Object.values<CommandRow>(commands)
    .filter(isOffered)
    .map(({ title }) => title);
}

const usual = { 'because.state': 'ready', 'because.inGit': 'true', editorIsOpen: 'true' };

/** What the palette has for a folder in which everything is that the demo has. */
async function ofDemo(): Promise<readonly string[]> {
  const store = new FolderStore(new NodeFiles(path.join(demoFolder, '.because')), {
    onError: (error) => assert.fail(String(error)),
  });
  await store.load();
  const { library } = store;
  store.dispose();
  return offered({ ...usual, 'because.has': presence(library).join(' ') });
}

describe('The palette', () => {
  it('offers about thirty commands in a folder that has every kind of record', async () => {
    const titles = await ofDemo();
    assert.ok(titles.length <= 31, `${titles.length}: ${titles.join(', ')}`);
    for (const one of ['Answer…', 'Commit to Sprint…', 'Why Does This Line Exist?', 'Link Work…']) {
      assert.ok(titles.includes(one), one);
    }
  });

  it('offers to a folder with only a sprint nothing that has no object', () => {
    assert.deepEqual(offered({ ...usual, 'because.has': 'sprint' }), [
      'Set Up…',
      'Set My Identity…',
      'New Record…',
      'New Initiative…',
      'New Problem…',
      'Open Record',
      'Promise…',
      'Sprint Digest…',
      'Trust',
      'Why Does This Line Exist?',
    ]);
  });

  it('offers nothing about branches where git tells nothing, and nothing about a text where none is open', () => {
    const titles = offered({ 'because.state': 'ready', 'because.has': 'initiative problem sprint risk' });
    const needy = /Branch|Link Work|Unlinked|Pull Request|Line|Block/;
    assert.deepEqual(
      titles.filter((title) => needy.test(title)),
      [],
    );
  });

  it('leaves out nothing that has no other way in', () => {
    const shut = Object.entries<CommandRow>(commands).filter(
      ([, { hidden, palette, menus = [] }]) => !hidden && palette === NEVER && menus.length === 0,
    );
    assert.deepEqual(
      shut.map(([name]) => name).filter((name) => !name.startsWith('new')),
      // The walkthrough, a hover, a click on a row and a page call these; *New Record…* asks for the kind.
      ['tryOut', 'createInitiative', 'openWhy', 'ack'],
    );
  });

  it('offers no answer where nothing waits for one', () => {
    const has = 'initiative sprint risk question challenge objection commitment';
    const answers = (present: string) =>
      offered({ ...usual, 'because.has': present }).filter((title) => title.startsWith('Answer'));
    assert.deepEqual(answers(has), ['Answer Times']);
    for (const kind of ['risk', 'question', 'challenge', 'objection', 'commitment']) {
      assert.deepEqual(answers(`initiative ${kind}.open`), ['Answer…'], kind);
    }
  });

  it('leaves to their menus what stands in one that nobody can miss', () => {
    const inMenus = ['answerQuestion', 'answerObjection', 'explainFile', 'prioritizationGuide', 'scoreDebt'] as const;
    for (const name of inMenus) {
      const { palette, menus = [] }: CommandRow = commands[name];
      assert.deepEqual([palette, menus.length > 0], [NEVER, true], name);
    }
  });

  it('offers in a folder without records what begins one, and nothing else', () => {
    assert.deepEqual(offered({ 'because.state': 'none', 'because.has': '' }), [
      'Look Around with a Sample',
      'Set Up…',
      'New Record…',
      'New Initiative…',
      'New Problem…',
    ]);
  });
});
