/** The menus of rows: short enough to be read, and nothing is lost by that. */
import * as assert from 'node:assert/strict';
import { commands } from '../../../../src/editor/doors/commands/all.ts';
import type { CommandRow } from '../../../../src/editor/doors/row.ts';
import type { ViewName } from '../../../../src/editor/doors/views.ts';

const table: Readonly<Record<string, CommandRow>> = commands;

/** Whether a clause holds on a row; every part of it is about the view or the row. */
function holds(when: string, keys: Readonly<Record<string, string>>): boolean {
  return when.split(' && ').every((part) => {
    const [, name = '', sign = '', wanted = ''] = /^(view|viewItem) (==|!=|=~) (.+)$/.exec(part) ?? [];
    const value = keys[name] ?? assert.fail(`${part} is about something else.`);
    if (sign === '=~') return new RegExp(wanted.slice(1, -1)).test(value);
    return (value === wanted) === (sign === '==');
  });
}

/** The groups of a row's menu, each with its commands. */
function menuOf(view: ViewName, viewItem: string): Readonly<Record<string, readonly string[]>> {
  const entries = Object.entries(table).flatMap(([name, { menus = [] }]) =>
    menus
      .filter(({ menu, group }) => menu === 'view/item/context' && !group.startsWith('inline'))
      .filter(({ when }) => holds(when, { view: `because.${view}`, viewItem }))
      .map(({ group }) => ({ name, group: group.split('@')[0] ?? '', place: Number(group.split('@')[1]) })),
  );
  entries.sort((a, b) => a.place - b.place);
  return Object.fromEntries(
    Object.entries(Object.groupBy(entries, ({ group }) => group)).map(([group, all = []]) => [
      group,
      all.map(({ name }) => name),
    ]),
  );
}

describe('The menu of an initiative', () => {
  const everything = 'record.initiative.building.debt.url';

  it('has fewer than ten entries in groups, in either view', () => {
    for (const view of ['sprint', 'currentWork'] as const) {
      const groups = Object.values(menuOf(view, everything));
      assert.ok(groups.flat().length < 10, `${view}: ${groups.flat()}`);
      assert.ok(groups.every(({ length }) => length <= 3));
      assert.ok(groups.length >= 4);
    }
  });

  it('holds what is done with one first: say what may hurt, ask, begin, estimate, commit', () => {
    assert.deepEqual(menuOf('sprint', everything), {
      '3_add': ['flagRisk', 'addEvidence', 'askPm'],
      '5_copy': ['copyKey'],
      navigation: ['openRecordToSide', 'openTracker'],
      '4_score': ['estimate', 'commitToSprint'],
      '3_work': ['startBranch'],
    });
  });

  it('leaves the rest to the rows below it, the view or the palette', () => {
    const below = [
      ...Object.values(menuOf('sprint', 'section.scores')),
      ...Object.values(menuOf('sprint', 'section.work')),
    ];
    const moved = [
      'openBoard',
      'challenge',
      'object',
      'agreeScore',
      'recordScopeChange',
      'linkCommit',
      'linkPullRequest',
    ] as const;
    for (const name of [...moved, 'copyPullRequestDescription'] as const) assert.ok(below.flat().includes(name), name);
    assert.ok(table.scoreDebt?.menus?.some(({ menu }) => menu === 'view/title'));
  });
});
