/** Rows, ways and messages made of hostile records, branches and commits: each text one line, and nothing unseen in any. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { pickName, scopeName } from '../../../../src/core/face/names.ts';
import {
  currentProblem,
  currentWorkMessage,
  currentWorkOutline,
  statusText,
} from '../../../../src/core/outline/currentWork.ts';
import { scopeOptions } from '../../../../src/core/outline/scope.ts';
import { sprintOutline } from '../../../../src/core/outline/sprint.ts';
import { unlinkedOutline } from '../../../../src/core/outline/unlinked.ts';
import { whySteps } from '../../../../src/core/why/steps.ts';
import { stepsText } from '../../../../src/core/why/stepsText.ts';
import { commitMessage } from '../../../../src/core/work/commitMessage.ts';
import type { Commit } from '../../../../src/core/work/facts.ts';
import { whyOf } from '../../../../src/core/work/why.ts';
import { libraryOf } from '../../../support/sources.ts';
import { allRows } from './sketch.ts';

const now = new Date('2026-11-23T12:00:00Z');

const odd = fc.constantFrom(
  ...['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029', '\t', '\u001B[31m', '\u0000', '\u0008'],
  ...['\u200B', '\u200E', '\u200F', '\u061C', '\u202E', '\u2066', '\u2069', '\u00AD', '\uFEFF', '\u{E0041}', '\uD800'],
);
const hostile = fc
  .array(fc.oneof(odd, fc.constantFrom('word', ' ', 'PAY-1', '. ', '?', '%', '-', '> ')), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

const UNSEEN = /(?![\n\t])\p{Cc}|\p{Zl}|\p{Zp}|\p{Cs}|\p{Bidi_Control}|[\u200B\u00AD\uFEFF]|[\u{E0000}-\u{E007F}]/u;

function isOneLine(text: string, what: string): void {
  assert.doesNotMatch(text, UNSEEN, `${what}: ${JSON.stringify(text)}`);
  assert.doesNotMatch(text, /[\n\t]/, `${what}: ${JSON.stringify(text)}`);
}

/** Every field a hostile text, the id too. */
function filesOf(text: string): Record<string, string> {
  const value = JSON.stringify(text);
  const file = (fields: readonly string[], body = text) => `---\n${fields.join('\n')}\n---\n${body}\n`;
  const every = [`title: ${value}`, `by: ${value}`, `owner: ${value}`, `status: ${value}`, `state: ${value}`];
  return {
    'because.yml': `keys: [PAY]\nreachUnit: ${value}\nteam:\n  members:\n    - {id: ada, name: ${value}, role: ${value}}\n`,
    'initiatives/PAY-1.md': file([
      ...[`title: ${value}`, 'owner: ada', `problem: [p, ${value}]`, `sprint: ${value}`, `quarter: ${value}`],
      `outcome: {metric: ${value}, unit: ${value}, baseline: 1, target: 2, by: ${value}}`,
      `rice: {reach: 3, impact: 1, confidence: 80, effort: 2, unit: ${value}}`,
    ]),
    'initiatives/x.md': file([`id: ${value}`, ...every]),
    'initiatives/broken.md': `---\ntitle: [${value}\n`,
    'problems/p.md': file([`title: ${value}`]),
    'evidence/a.md': file(['kind: quote', `customer: ${value}`, `date: ${value}`, 'problem: p'], `> ${text}`),
    'evidence/b.md': file(['kind: ticket', 'initiative: PAY-1', `persona: ${value}`, `source: ${value}`]),
    'risks/r.md': file([`title: ${value}`, 'initiative: PAY-1', `owner: ${value}`, `mitigation: ${value}`]),
    'estimates/e.md': file(['initiative: PAY-1', 'by: ada', 'reach: 3', `effort: ${value}`]),
    'challenges/c.md': file(['initiative: PAY-1', 'factor: reach', `to: ${value}`, `by: ${value}`]),
    'objections/o.md': file(['initiative: PAY-1', `kind: ${value}`, `by: ${value}`]),
    'decisions/d.md': file(['initiative: PAY-1', `sprint: ${value}`, `by: ${value}`]),
    'links/l.md': file(['initiative: PAY-1', `branch: ${value}`]),
    'links/m.md': file([`title: ${value}`, 'problem: p', `pr: ${value}`]),
    'sprints/s.md': file([`title: ${value}`, `starts: ${value}`]),
    'personas/q.md': file([`name: ${value}`, ...every]),
    'wishes/w.md': file([`record: ${value}`, ...every]),
  };
}

const commitOf = (text: string): Commit => ({
  hash: 'a'.repeat(40),
  parents: [],
  author: text,
  email: text,
  authored: now.getTime(),
  message: `${text}\n\n${text}\n\nInitiative: PAY-1\n`,
});

describe('hostile records, branches and commits', () => {
  it('make rows of one line each', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const library = libraryOf(filesOf(text));
        const place = { kind: 'branch', branch: `PAY-1-${text}`, repos: [] } as const;
        const unlinked = {
          branches: [{ name: text, remote: text, committed: 0, subject: text, hash: '' }],
          commits: [commitOf(text)],
        };
        const rows = [
          ...sprintOutline(library, { scope: { kind: 'all' }, filter: '', grouping: 'owner', me: 'ada' }).rows,
          ...currentWorkOutline(library, place, 'ada'),
          ...unlinkedOutline(unlinked, String),
        ];
        for (const { label, description, spoken, hint = '', urgent = '' } of allRows(rows)) {
          isOneLine(label, 'label');
          isOneLine(description, 'description');
          isOneLine(spoken, 'spoken');
          isOneLine(hint, 'hint');
          isOneLine(urgent, 'sign');
        }
        for (const record of library.records) isOneLine(pickName(record), 'name');
        for (const { label, choice } of scopeOptions(library, now)) {
          isOneLine(label, 'scope');
          if (choice.kind !== 'current') isOneLine(scopeName(library, choice), 'scope');
        }
        for (const initiative of library.ofKind('initiative')) isOneLine(statusText(library, initiative), 'status');
        isOneLine(currentWorkMessage(library, place) ?? '', 'message');
        isOneLine(currentProblem(library, place) ?? '', 'problem');
      }),
      { numRuns: 150 },
    );
  });

  it('make ways in which nothing is unseen, and no step but ours begins', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const library = libraryOf(filesOf(text));
        const commit = commitOf(text);
        const merge = { ...commit, message: `Merge branch 'PAY-1-${text}'\n\n${text}` };
        const steps = whySteps(library, { commit, merges: [merge] }, whyOf(library, { commit, merges: [merge] }));
        for (const { name, headline, lines } of steps) {
          isOneLine(name, 'name');
          isOneLine(headline, 'headline');
          for (const line of lines) assert.doesNotMatch(line, UNSEEN);
        }
        const way = stepsText(steps, { record: 'record', commit: 'commit', url: 'page' });
        assert.doesNotMatch(way.text, UNSEEN);
        assert.equal(way.text.split('\n').filter((line) => /^\S/.test(line)).length, steps.length);
      }),
      { numRuns: 150 },
    );
  });

  it('put nothing unseen into a commit message', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const library = libraryOf(filesOf(text));
        for (const initiative of library.ofKind('initiative')) {
          isOneLine(commitMessage(library, initiative, 'prefix'), 'prefix');
          isOneLine(commitMessage(library, initiative, 'prefix', text), 'prefix');
          assert.doesNotMatch(commitMessage(library, initiative, 'trailers'), UNSEEN);
        }
      }),
      { numRuns: 150 },
    );
  });
});
