/** What is asked of the wording of a problem; each rule gives the places where it fires, and prefers silence to a guess. */

import type { Span } from '../text/positions.ts';
import { ARTEFACT, namesPeople } from './people.ts';

/** A problem's prose, and in it the sentences of its first paragraph. */
interface Stated {
  readonly text: string;
  readonly statement: readonly Span[];
}

/** Verbs that make something, in a sentence that tells somebody to do so. */
const MAKE =
  '(?:build|add|create|implement|launch|migrate|introduce|develop|provide|ship|rewrite|refactor|integrate|redesign)';
const DETERMINER =
  '(?:an?|the|our|new|more|another|support|this|these|some|all|better|custom|automatic|automated|native|in-app|from|to a|to the)';

const COMMAND = new RegExp(String.raw`^(?:please\s+|let's\s+|let us\s+)?${MAKE}\s+${DETERMINER}\b`, 'i');
const BARE_COMMAND = /^(?:please\s+|let's\s+)?(?:build|add|create|implement|launch|introduce|develop|ship)\s+[a-z]/i;

/** Signs that "Build times are …" is a statement after all. */
const FINITE =
  /\b(?:is|are|was|were|has|have|had|does|do|did|can|cannot|can't|could|will|would|must|should|may|might|takes?|took|fails?|failed|costs?|breaks?|broke|makes?|made|needs?|keeps?|kept|loses?|lost|waits?|happens?|goes|went|gets?|got|requires?|leaves?|left|shows?|exceeds?|confuses?|hides?|\w+n['’]t)\b/i;

const WE_MAKE = new RegExp(
  String.raw`^(?:currently,?\s+|today,?\s+)?(?:we|i)\s+(?:(?:really\s+)?(?:need|want|plan|propose|have|intend)\s+to|would\s+like\s+to|should|must|will|are\s+going\s+to)\s+${MAKE}\b`,
  'i',
);

/** A day, an hour: what is needed is time, which is a cost and no solution. */
const TIME = '(?:second|minute|hour|day|night|week|month|sprint|quarter|year|moment|few|couple|lot)s?';
const NEED_THING = new RegExp(
  String.raw`^(?:[\w'’-]+\s+){0,4}?(?:users?|customers?|people|admins?|administrators?|developers?|engineers?|operators?|teams?|they|we)\s+(?:(?:really|also|all|often)\s+)?(?:need|want|require)s?\s+(?:an?|the|some|more|better|new)\s+(?!${TIME}\b)(?:[\w'’-]+\s+){0,3}?${ARTEFACT}s?\b`,
  'i',
);
const LACK = new RegExp(
  String.raw`^(?:(?:the|a|there\s+is\s+a|currently,?\s+there\s+is\s+a|our)\s+)?(?:lack|absence)\s+of\s+(?:an?|any)\s+(?:[\w'’-]+\s+){0,3}?${ARTEFACT}s?\b`,
  'i',
);

/** A problem that starts with what to build. */
export function solutionFirst({ text, statement: [first] }: Stated): Span[] {
  if (!first) return [];
  const words = text.slice(first.start, first.end);
  for (const pattern of [COMMAND, WE_MAKE, NEED_THING, LACK]) {
    const match = pattern.exec(words);
    if (match) return [{ start: first.start, end: first.start + match[0].length }];
  }
  // "Add dark mode" tells to do; "Add buttons are hidden" and "Build times of 20 minutes" do not.
  if (BARE_COMMAND.test(words) && !FINITE.test(words) && !/\d|\btimes?\b/i.test(words)) {
    return [{ start: first.start, end: first.start + words.search(/\s/) }];
  }
  return [];
}

/** A problem in which nobody appears. */
export const noSufferer = ({ text, statement }: Stated): Span[] => (namesPeople(text) ? [] : statement.slice(0, 1));

/** A problem without a question; told at the end of what it states, or of its list where that leads into one. */
export function noOpenQuestion({ text, statement }: Stated, last: readonly Span[]): Span[] {
  if (/\?["'”’)]*(?:\s|$)/.test(text)) return [];
  const end = statement.at(-1);
  return end && text.charAt(end.end - 1) === ':' ? last.slice(-1) : statement.slice(-1);
}

const WHO_OR_TIME =
  '(?:users?|customers?|people|developers?|engineers?|operators?|admins?|teams?|companies|tickets|requests|incidents|outages|seconds?|minutes?|hours?|days|weeks|months)';
const CLAIMS = [
  /(?<![\w.])\d[\d.,]{0,20}\s?(?:%|percent\b)/gi,
  /[$€£¥]\s?\d[\d.,]{0,20}(?:\s?(?:k|m|bn|million|billion)\b)?/gi,
  /\b\d[\d.,]{0,20}\s?(?:USD|EUR|GBP|dollars|euros)\b/gi,
  /\b\d+(?:\s+out)?\s+of\s+(?:the\s+|our\s+|every\s+)?\d+\b/gi,
  /\b(?:one|two|three|four|five|six|seven|eight|nine)\s+(?:out\s+of|in)\s+(?:three|four|five|six|seven|eight|nine|ten)\b/gi,
  new RegExp(
    String.raw`\b(?:takes?|took|waits?|waited|loses?|lost|spends?|spent|wastes?|wasted|costs?)\s+(?:[\w'’-]+\s+){0,3}?\d[\d.,]{0,20}\s+${WHO_OR_TIME}\b`,
    'gi',
  ),
  /\b\d[\d,]{0,20}\s?[kKM]?\s+(?:of\s+(?:our|the)\s+)?(?:users|customers|people|developers|engineers|operators|admins|patients|drivers|companies)\b/g,
];

/** What makes a number no claim about the problem: a source beside it, an aim, a made-up case. */
const SOURCED =
  /\b(?:according to|source:|survey(?:ed)?|measured|study|report(?:ed)? (?:by|in)|we (?:saw|counted|asked)|interviews?)\b/i;
const SUPPOSED =
  /\b(?:e\.g|for example|for instance|suppose|imagine|let's say|assum(?:e|ing)|if|defaults?|defaulted|thresholds?|configur\w+|100\s?(?:%|percent))(?!\w)/i;

/** The first number a statement claims, when nothing is linked that supports it. */
export function unsupportedClaim({ text, statement }: Stated, written: string): Span[] {
  for (const sentence of statement) {
    const words = text.slice(sentence.start, sentence.end);
    if (!/\d|\b(?:one|two|three|four|five|six|seven|eight|nine)\b/i.test(words)) continue;
    // The address of a source is blanked in the prose, so it is looked for in what is written.
    if (SOURCED.test(words) || SUPPOSED.test(words) || /:\/\//.test(written.slice(sentence.start, sentence.end)))
      continue;
    const found = CLAIMS.flatMap((claim) => [...words.matchAll(claim)]).sort((a, b) => a.index - b.index)[0];
    if (found) {
      const start = sentence.start + found.index;
      return [{ start, end: start + found[0].trimEnd().length }];
    }
  }
  return [];
}
