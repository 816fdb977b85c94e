/** The steps from code to customer as one text: a line per step that a list can show, and below it what else the step says. */
import type { WhyStep } from './step.ts';

/** A part of one line; columns count UTF-16 units, the end exclusive. */
export interface LinePart {
  /** Counted from 0. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Words at the end of a step that lead somewhere. */
export interface Opening extends LinePart {
  readonly step: WhyStep;
  readonly to: 'record' | 'commit' | 'url';
}

export interface StepsText {
  readonly text: string;
  /** The name of each step, at the start of its line. */
  readonly names: readonly LinePart[];
  readonly openings: readonly Opening[];
}

/** What the words say that lead somewhere. */
export type OpeningWords = Readonly<Record<Opening['to'], string>>;

/** Characters of a line: what a peek shows beside its list in a window of ordinary width. It does not wrap by itself. */
const WIDTH = 64;

const INDENT = '  ';

/** Writes the steps one below the other. */
export function stepsText(steps: readonly WhyStep[], words: OpeningWords): StepsText {
  const lines: string[] = [];
  const names: LinePart[] = [];
  const openings: Opening[] = [];
  for (const step of steps) {
    if (lines.length > 0) lines.push('');
    names.push({ line: lines.length, start: 0, end: step.name.length });
    lines.push(...wrapped(`${step.name}: ${step.headline}`, ''));
    lines.push(...step.lines.flatMap((paragraph) => paragraph.split('\n').flatMap((line) => wrapped(line, INDENT))));
    for (const to of openingsOf(step)) {
      openings.push({ line: lines.length, start: INDENT.length, end: INDENT.length + words[to].length, step, to });
      lines.push(INDENT + words[to]);
    }
  }
  return { text: `${lines.join('\n')}\n`, names, openings };
}

function openingsOf({ id, commit, url }: WhyStep): readonly Opening['to'][] {
  return [
    ...(id ? (['record'] as const) : []),
    ...(commit ? (['commit'] as const) : []),
    ...(url ? (['url'] as const) : []),
  ];
}

/** A line as several that fit, all but the first indented. A word that is longer, such as an address, stays whole. */
function wrapped(line: string, first: string): string[] {
  const lines: string[] = [];
  for (const word of line.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push((lines.length === 0 ? first : INDENT) + word);
  }
  return lines;
}
