/** What the palette offers: few commands, and none that has nothing to be done to. */
import * as assert from 'node:assert/strict';
import { commands } from '../../../src/editor/doors/commands/all.ts';
import type { CommandRow } from '../../../src/editor/doors/row.ts';

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

const usual = { 'because.state': 'ready', editorIsOpen: 'true' };

describe('The palette', () => {
  it('offers about thirty commands where there is something to do each to', () => {
    const has = 'initiative problem sprint evidence estimate risk risk.open';
    const titles = offered({ ...usual, 'because.has': has });
    assert.ok(titles.length <= 34, `${titles.length}: ${titles.join(', ')}`);
    for (const one of ['Answer Risk…', 'Commit to Sprint…', 'Why Does This Line Exist?', 'Link Work…']) {
      assert.ok(titles.includes(one), one);
    }
  });

  it('offers no answer where nothing waits for one', () => {
    const has = 'initiative sprint challenge objection';
    assert.deepEqual(
      offered({ ...usual, 'because.has': has }).filter((title) => /^(Answer|Move)/.test(title)),
      [],
    );
    const open = offered({ ...usual, 'because.has': `${has} challenge.open objection.open risk` });
    assert.deepEqual(
      open.filter((title) => title.startsWith('Answer')),
      ['Answer Risk…', 'Answer Challenge…', 'Answer Objection…'],
    );
  });

  it('offers in a folder without records what begins one, and nothing else', () => {
    assert.deepEqual(offered({ 'because.state': 'none', 'because.has': '' }), [
      'Look Around with a Sample',
      'Set Up…',
      'New Record…',
      'New Initiative…',
      'New Problem…',
      'Score Technical Debt…',
    ]);
  });
});
