/** A small plan for tests of the board: one initiative, and estimates for it. */
import { record } from '../../../support/sources.ts';

export type Files = Readonly<Record<string, string>>;

/** A team of two engineers, a lead and a manager, and one initiative. */
export const PLAN: Files = {
  'because.yml':
    'team:\n  members:\n    - {id: ada, name: Ada Lovelace, role: engineer}\n    - {id: bob, role: engineer}\n    - {id: cleo, role: lead}\n    - {id: grace, role: pm}\n',
  'initiatives/PAY-1.md': record(['title: One']),
};

/** Somebody's estimate of PAY-1. */
export const guess = (by: string, lines: readonly string[], body = ''): string =>
  record(['initiative: PAY-1', `by: ${by}`, ...lines], body);
