/** A persona: what carries it, and when somebody has to look again. */
import * as assert from 'node:assert/strict';
import { fixesFor } from '../../../../src/core/editing/fixes.ts';
import { libraryOf, record } from '../../../support/sources.ts';

function persona(lines: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const library = libraryOf({ 'personas/olivia.md': record(lines), ...more });
  return { library, record: library.findOf('persona', 'olivia') ?? assert.fail() };
}

describe('A persona', () => {
  it('refers to the evidence that carries its fields, and to nothing that is not there', () => {
    const { library, record: olivia } = persona(['observed: {role: ev-1, goals: [ev-1, ev-2]}'], {
      'evidence/ev-1.md': record(['kind: quote', 'problem: late'], '> Late.\n'),
    });
    assert.deepEqual(olivia.refersTo, ['ev-1', 'ev-2']);
    assert.deepEqual(
      olivia.references.map(({ field }) => field.join('/')),
      ['observed/role', 'observed/goals/0', 'observed/goals/1'],
    );
    assert.ok(library.children('ev-1', 'persona').includes(olivia));
    assert.deepEqual(
      library.findings(olivia).map(({ code, field }) => [code, field?.join('/')]),
      [['unknown-id', 'observed/goals/1']],
    );
  });

  it('has to be checked again after a year, from the day it was checked or else written', () => {
    for (const line of ['validated: 2026-01-10', 'created: 2026-01-10T12:00Z']) {
      const { library, record: olivia } = persona([line]);
      const codes = (day?: string) => library.findings(olivia, day).map(({ code }) => code);
      assert.deepEqual([codes('2027-01-10'), codes('2027-01-11'), codes()], [[], ['stale-persona'], []]);
    }
    const { library, record: undated } = persona(['basis: observed']);
    assert.deepEqual(library.findings(undated, '2099-01-01'), []);
  });

  it('offers as the fix that it was checked today', () => {
    const { library, record: olivia } = persona(['validated: 2025-01-10']);
    const [finding] = library.findings(olivia, '2026-11-23');
    const fixes = fixesFor(library, olivia, finding ?? assert.fail());
    assert.deepEqual(
      fixes.map(({ title, remedy }) => [title, remedy.do]),
      [
        ['Mark as Validated Today', 'validate'],
        ['Dismiss “stale-persona” for this record…', 'fill'],
      ],
    );
  });
});
