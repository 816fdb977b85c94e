/** Trust over the last sprints: counts of the team, and nothing where nothing is known. */
import * as assert from 'node:assert/strict';
import { trustOf } from '../../../../src/core/trust/trust.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const TEXTS = {
  'because.yml':
    'hours: {zone: Europe/Paris}\nteam:\n  members:\n    - {id: ada, name: Ada Lovelace, role: engineer}\n    - {id: grace, role: pm}\n',
  'sprints/s1.md': record(['title: Sprint 1', 'starts: 2026-11-02', 'ends: 2026-11-15']),
  'sprints/s2.md': record(['title: "Sprint 2 | [x](command:run)"', 'starts: 2026-11-16', 'ends: 2026-11-29']),
  'sprints/s3.md': record(['title: Sprint 3', 'starts: 2026-11-30', 'ends: 2026-12-13']),
  'commitments/a.md': record(['by: ada', 'due: 2026-11-20', 'state: kept', 'done: 2026-11-19'], 'Numbers.\n'),
  'commitments/b.md': record(['by: grace', 'due: 2026-11-20', 'state: kept', 'done: 2026-11-23'], 'Words.\n'),
  'scope-changes/a.md': record(
    ['initiative: PAY-1', 'added: 2', 'unit: "weeks | `x`"', 'created: 2026-11-19'],
    'Acme needs Dutch.\n',
  ),
  'scope-changes/b.md': record(
    ['initiative: PAY-1', 'added: 9', 'created: 2026-11-19', 'sensitive: true'],
    'Secret.\n',
  ),
  'questions/q.md': record(['id: qu-1', 'initiative: PAY-1', 'asked: 2026-11-03T10:00:00+01:00'], 'Who?\n'),
  'replies/r.md': record(['on: qu-1', 'by: grace', 'answer: true', 'created: 2026-11-03T10:20:00+01:00'], 'Olivia.\n'),
  'sessions/a.md': record(['kind: interview', 'at: 2026-11-18T10:00:00+01:00', 'participants: [grace]']),
  'credits/c.md': record(['to: ada', 'by: grace', 'created: 2026-11-20'], 'You asked first.\n'),
};

const told = (texts: Readonly<Record<string, string>>, now = '2026-11-25T12:00Z') =>
  trustOf(libraryOf(texts), new Date(now)).replaceAll('\u200B', '');

describe('Trust', () => {
  it('is told sprint by sprint, the newest first, in counts of the whole team', () => {
    assert.equal(
      told(TEXTS),
      [
        '# Trust',
        'For the team as a whole. Nothing is counted by person.',
        [
          '|  | Sprint 2 \\| \\[x\\](command:run) | Sprint 1 |',
          '| --- | --- | --- |',
          '| Promises kept on time | 1 of 2 | – |',
          '| Promises renegotiated in time | 0 | – |',
          '| Scope changes | 1 (\\+2 weeks \\| \\`x\\`) | – |',
          '| Questions answered in time | – | 1 of 1 |',
          '| Median time to answer, in working hours | – | 20 min |',
          '| Customer sessions with an engineer | 0 of 1 | – |',
          '| Thanks | 1 | – |',
        ].join('\n'),
        '– means no data yet.\n',
      ].join('\n\n'),
    );
    assert.doesNotMatch(told(TEXTS), /Ada|Secret/);
  });

  it('tells roles apart where that tells of nobody alone', () => {
    assert.doesNotMatch(told(TEXTS), /by role/);
    const team = ['ada', 'hedy', 'alan', 'grace', 'olivia'].map(
      (id, at) => `{id: ${id}, role: ${at < 3 ? 'engineer' : 'pm'}}`,
    );
    const promises = ['ada', 'hedy', 'grace', 'olivia'].map((by, at) => [
      `commitments/${by}.md`,
      record([`by: ${by}`, 'due: 2026-11-20', 'state: kept', `done: 2026-11-${at === 1 ? 23 : 19}`], 'Words.\n'),
    ]);
    const text = told({
      'because.yml': `team: {members: [${team.join(', ')}]}\n`,
      'sprints/s2.md': record(['starts: 2026-11-16', 'ends: 2026-11-29']),
      ...Object.fromEntries(promises),
    });
    assert.match(text, /## Promises by role\n\n- engineer: 1 of 2 kept on time\.\n- pm: 2 of 2 kept on time\.\n/);
    assert.doesNotMatch(text, /ada|hedy|grace/i);
  });

  it('says so before the first sprint', () => {
    assert.match(told({}), /^# Trust\n\nNo sprint has started yet\./);
    assert.match(told(TEXTS, '2026-10-01T12:00Z'), /No sprint has started yet/);
  });
});
