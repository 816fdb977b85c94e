/** Evidence: one thing somebody said, did or measured, for or against a problem. */
import { dayWords } from '../base/dayWords.ts';
import { plural, t, wordsFor } from '../base/l10n.ts';
import type { EvidenceSum } from '../records/face.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';
import type { ContextRecord } from '../records/record.ts';
import { dotted, joined } from '../text/joined.ts';
import { firstSentences, gist, plainWords, quotes } from '../text/markdownText.ts';

export const evidenceSorts = ['quote', 'usage', 'ticket', 'experiment', 'survey', 'observation'] as const;

type Sort = (typeof evidenceSorts)[number];

/** Some evidence of a sort, in words. */
export const countedEvidence: Readonly<Record<Sort, (count: number) => string>> = {
  quote: (count) => plural(count, '{0} quote', '{0} quotes'),
  usage: (count) => plural(count, '{0} usage figure', '{0} usage figures'),
  ticket: (count) => plural(count, '{0} ticket', '{0} tickets'),
  experiment: (count) => plural(count, '{0} experiment', '{0} experiments'),
  survey: (count) => plural(count, '{0} survey', '{0} surveys'),
  observation: (count) => plural(count, '{0} observation', '{0} observations'),
};

const icons = {
  quote: 'quote',
  usage: 'graph',
  ticket: 'issues',
  experiment: 'beaker',
  survey: 'checklist',
  observation: 'eye',
} as const;

/** What a piece says about what it is about, in a word. */
export const stanceWord = wordsFor({
  supports: () => t('for'),
  contradicts: () => t('against'),
  neutral: () => t('neutral'),
});

export const againstText = (count: number): string => t('{0} against', count);

/** What evidence adds up to, in a line: how many customers, which pieces, what contradicts, and how new the newest is. */
export function sumText(
  { customers, contradictions, newest }: EvidenceSum,
  pieces: readonly string[],
  dayOf: (day: string) => string = dayWords,
): string {
  return dotted(
    customers > 0 ? plural(customers, '{0} customer', '{0} customers') : undefined,
    ...pieces,
    contradictions > 0 ? againstText(contradictions) : undefined,
    newest && t('newest {0}', dayOf(newest)),
  );
}

/** The first thing quoted in a piece of evidence, in so many sentences of 78 characters each. */
export function quoteIn({ broken, body }: Pick<ContextRecord, 'broken' | 'body'>, most = 1): string | undefined {
  const said = broken ? undefined : quotes(body)[0]?.text;
  return said === undefined ? undefined : `“${firstSentences(plainWords(said), most, 78)}”`;
}

export const evidence = kind({
  name: 'evidence',
  folder: 'evidence',
  icon: 'quote',
  place: 'why',
  guarded: true,
  label: () => t('Evidence'),
  labels: () => t('Evidence'),
  help: () => t('One thing somebody said, did or measured, for or against a problem.'),
  bodyHelp: () => t('Block quotes are word for word; the rest is in your own words.'),
  fields: {
    kind: f.required(f.oneOf(() => t('The kind of evidence.'), evidenceSorts)),
    problem: f.asked(
      f.references(() => t('The problem it is about, or a list of problems.'), 'problem'),
      () => t('Which problem does it support or contradict?'),
    ),
    initiative: f.reference(() => t('The initiative it is about, if it is not about the problem.'), 'initiative'),
    stance: f.oneOf(() => t('Whether it is evidence for or against.'), ['supports', 'contradicts', 'neutral']),
    customer: f.text(() => t('The customer.')),
    segment: f.text(() => t('The customer segment.')),
    persona: f.reference(() => t('The persona.'), 'persona'),
    source: f.url(() => t('Where it was said or measured.')),
    date: f.dayOfWriting(() => t('The day it was said or measured.')),
    count: f.withFallback(
      f.number(() => t('How many this stands for, such as 14 tickets.'), { min: 1, integer: true }),
      1,
    ),
    sample: f.map(() => t('A share that was counted, such as 12 of 40.'), {
      hits: f.number(() => t('How many it was true for.'), { min: 0 }),
      of: f.number(() => t('Out of how many.'), { min: 0 }),
    }),
    importance: f.number(() => t('How important it is for this customer, from 0 nice to have to 3 critical.'), {
      min: 0,
      max: 3,
    }),
    session: f.reference(() => t('The session it comes from.'), 'session'),
  },
  // Nobody learns who said it, or whether it speaks for or against.
  withheld: {
    stance: 'neutral',
    count: 1,
    importance: undefined,
    persona: undefined,
    session: undefined,
    by: undefined,
  },
  named: (record) => quoteIn(record),
  describe: ({ kind: sort, customer, date }) => dotted(sort, customer, date && dayWords(date)),
  told: ({ kind: sort, date }) => dotted(sort, date && dayWords(date)),
  address: ({ source }) => source,
  look({ withheld, values: { kind: sort, customer, date, stance, count } }, name) {
    const look = { icon: icons[sort], state: stance };
    const day = date && dayWords(date);
    // Its name tells nothing else of a piece that is withheld.
    if (withheld) return { ...look, description: dotted(sort, day), spoken: joined(name, sort, day) };
    const many = count > 1 ? `${count} × ${sort}` : undefined;
    return {
      ...look,
      description: dotted(many, customer, day),
      spoken: joined(many ?? sort, name, stanceWord(stance), customer, day),
    };
  },
  lines({ values: { kind: sort, stance, customer, segment, date, source = '' }, body }) {
    const said = quotes(body).slice(0, 2);
    return [
      ...said.map(({ text }) => `“${firstSentences(plainWords(text), 2, 150)}”`),
      said.length > 0 ? '' : gist(body),
      dotted(sort, stanceWord(stance), customer, segment, date && dayWords(date)),
      source,
    ];
  },
  loose: () => t('This evidence names no problem and no initiative. Add one, so that people find it.'),
  starts: ['kind', 'problem', 'customer', 'date', 'source'],
  snippetBody: '> ${0:What was said, word for word.}',
});
