/** What the Discovery view costs: five hundred sessions, as the view draws them and the calendar holds them. */
import { calendarOf } from '../../src/core/discovery/calendar.ts';
import type { Library } from '../../src/core/library/library.ts';
import { discoveryOutline } from '../../src/core/outline/discovery.ts';
import { childrenOf } from '../../src/core/outline/node.ts';
import { libraryOf, record } from '../support/sources.ts';
import { measure, type Table } from './frame.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const SESSIONS = 500;
const HOUR = 3_600_000;

export async function bench(table: Table): Promise<void> {
  const library = libraryOf(texts());
  let fresh: Library = library;
  const renew = () => {
    fresh = library.with(new Map());
  };
  const runs = { runs: 9, before: renew };
  const list = await measure('sessions', () => discoveryOutline(fresh, 'ada', NOW), runs);
  table.add('500 sessions: rows of the Discovery view, from nothing', list.median, 'ms', 100);
  const all = await measure('all', () => discoveryOutline(fresh, 'ada', NOW).rows.map(childrenOf), runs);
  table.add('500 sessions: the same with all that are over unfolded', all.median, 'ms', 100);
  const calendar = await measure('calendar', () => calendarOf(fresh, fresh.ofKind('session'), NOW), runs);
  table.add('500 sessions: as a calendar', calendar.median, 'ms');
}

/** One every five hours, half of them over. */
function texts(): Record<string, string> {
  const all: Record<string, string> = {
    'because.yml':
      'hours: {zone: Europe/Paris}\nteam:\n  members:\n    - {id: ada, role: engineer}\n    - {id: grace, role: pm}\n',
    'problems/p.md': record([], 'People wait for an hour.\n'),
  };
  for (let at = 0; at < SESSIONS; at++) {
    const when = new Date(NOW.getTime() + (at - SESSIONS / 2) * 5 * HOUR).toISOString();
    const fields = ['kind: interview', `at: ${when}`, 'problem: p', `customer: Customer ${at}`, 'participants: [ada]'];
    all[`sessions/s${at}.md`] = record(fields, 'What happened last?\n');
    if (at % 3 === 0) all[`evidence/e${at}.md`] = record(['kind: quote', `session: s${at}`], '> I waited.\n');
  }
  return all;
}
