/** Questions, answers and sessions of about a year, as many as are asked for. */
import { record } from './sources.ts';

const TEAM =
  'hours: {zone: Europe/Paris}\nteam:\n  members:\n    - {id: ada, role: engineer}\n    - {id: grace, role: pm}\n';

/** Half of the questions are answered; there are a quarter as many sessions. */
export function waitingTexts(questions: number, now: Date): Record<string, string> {
  const ago = (minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString();
  const all: Record<string, string> = { 'because.yml': TEAM };
  for (let at = 0; at < questions; at++) {
    const asked = at * 240 + 30;
    all[`initiatives/PAY-${at % 50}.md`] = record(['owner: grace']);
    all[`questions/q${at}.md`] = record([`initiative: PAY-${at % 50}`, 'by: ada', `created: ${ago(asked)}`], 'Why?');
    const answer = ['answer: true', 'by: grace', `created: ${ago(asked - 25)}`];
    if (at % 2 === 1) all[`replies/r${at}.md`] = record([`on: q${at}`, ...answer], 'So.');
    if (at % 4 === 0) all[`sessions/s${at}.md`] = record(['kind: interview', `at: ${ago(asked)}`, 'participants: ada']);
  }
  return all;
}
