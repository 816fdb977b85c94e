/** The days a digest is about, and what its sections are made of. */
import { tidy } from '../face/cardLines.ts';
import type { Initiative, Sprint } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { initiativesIn } from '../library/query.ts';
import { dayOf } from '../library/workingHours.ts';
import { quietLine } from '../text/quietLine.ts';

/** A sprint as it was, up to the day it is told. */
export interface Period {
  readonly sprint: Sprint;
  readonly now: Date;
  /** The sprint's initiatives, those that are sensitive left out: what is told may be mailed. */
  readonly initiatives: readonly Initiative[];
  /** Whether a day or a time lies in it: nothing does in a sprint that does not say when it starts. */
  has(time: string | undefined): boolean;
}

/** A part of a digest: items, each a line of Markdown; with none, it is left out. */
export interface Section {
  readonly heading: string;
  readonly items: readonly string[];
}

export function periodOf(library: Library, sprint: Sprint, now: Date): Period {
  const { starts, ends = '9999' } = sprint.values;
  return {
    sprint,
    now,
    initiatives: initiativesIn(library, { kind: 'sprint', id: sprint.id }).filter(
      ({ withheld, broken, archived }) => !withheld && !broken && !archived,
    ),
    has(time) {
      const day = time === undefined ? '' : dayOf(library, time);
      return day !== '' && starts !== undefined && starts <= day && day <= ends;
    },
  };
}

/** Foreign text as one line of Markdown in which nothing comes alive. */
export const quiet = (text: string, most = 300): string => quietLine(tidy(text, most));
