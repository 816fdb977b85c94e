/** What waits for whom, with as many questions and sessions as a large team has in a year: the view, the page, a minute later. */
import { needsOutline } from '../../src/core/outline/needsYou.ts';
import { answerTimes } from '../../src/core/waiting/answerTimes.ts';
import { waitingTexts } from '../support/generateWaiting.ts';
import { libraryOf } from '../support/sources.ts';
import { measure, type Table } from './frame.ts';

const QUESTIONS = 2000;
const NOW = new Date('2026-11-23T14:00Z');
const A_MINUTE_LATER = new Date(NOW.getTime() + 60_000);

export async function bench(table: Table): Promise<void> {
  const texts = waitingTexts(QUESTIONS, NOW);
  let library = libraryOf(texts);
  // Records that nobody has looked at yet, as at a start.
  const anew = () => {
    library = libraryOf(texts);
  };
  const name = `${QUESTIONS.toLocaleString('en')} questions, ${(QUESTIONS / 4).toLocaleString('en')} sessions`;
  const view = await measure('needs', () => needsOutline(library, 'grace', NOW), { runs: 9, before: anew });
  table.add(`${name}: rows of Needs You, from nothing`, view.median, 'ms', 100);
  const tick = await measure('tick', () => needsOutline(library, 'grace', A_MINUTE_LATER), { runs: 9 });
  table.add(`${name}: the same a minute later`, tick.median, 'ms', 50);
  const times = await measure('times', () => answerTimes(library, NOW.getTime()), { runs: 9, before: anew });
  table.add(`${name}: Answer Times, from nothing`, times.median, 'ms', 100);
}
