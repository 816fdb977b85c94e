/** The steps from the customer to the code as one text: a line per step that a list can show, and below it what else it says. */
import type { WhyStep } from './step.ts';

/** A part of one line; columns count UTF-16 units, the end exclusive. */
export interface LinePart {
  /** Counted from 0. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Words that lead somewhere: the name of a step, or words at its end where it leads to two places. */
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

/** Characters of a line: what a peek shows beside its list in a window of 1,000 pixels. It does not wrap by itself. */
const WIDTH = 46;

const INDENT = '  ';

/** As a person reads them: who hurts and what they said, the problem, what is done about it; git's facts come last. */
const ORDER: readonly WhyStep['sort'][] = [
  'evidence',
  'problem',
  'initiative',
  'pull-request',
  'commit',
  'uncommitted',
];

/** Writes the steps one below the other, the customer first. */
export function stepsText(steps: readonly WhyStep[], words: OpeningWords): StepsText {
  const lines: string[] = [];
  const names: LinePart[] = [];
  const openings: Opening[] = [];
  for (const step of steps.toSorted((a, b) => ORDER.indexOf(a.sort) - ORDER.indexOf(b.sort))) {
    const name = { line: lines.length, start: 0, end: step.name.length };
    names.push(name);
    lines.push(...wrapped(`${step.name}: ${step.headline}`, ''));
    lines.push(...step.lines.flatMap((paragraph) => paragraph.split('\n').flatMap((line) => wrapped(line, INDENT))));
    const [first, ...others] = openingsOf(step);
    if (first) openings.push({ ...name, step, to: first });
    for (const to of others) {
      openings.push({ line: lines.length, start: INDENT.length, end: INDENT.length + words[to].length, step, to });
      lines.push(INDENT + words[to]);
    }
  }
  // An editor marks spaces that do not break; no line is broken any more.
  return { text: `${lines.join('\n')}\n`.replaceAll('\u00A0', ' '), names, openings };
}

function openingsOf({ id, commit, url }: WhyStep): readonly Opening['to'][] {
  return [
    ...(id ? (['record'] as const) : []),
    ...(url ? (['url'] as const) : []),
    ...(commit ? (['commit'] as const) : []),
  ];
}

/** A line as several that fit, all but the first indented. A word that is longer, such as an address, stays whole. */
function wrapped(line: string, first: string): string[] {
  const lines: string[] = [];
  for (const word of line.trim().split(/[^\S\u00A0]+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push((lines.length === 0 ? first : INDENT) + word);
  }
  return lines;
}
