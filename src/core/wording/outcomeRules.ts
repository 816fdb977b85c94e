/** What is asked of the wording of an outcome: what changes for people, from where, to where. */

import type { Span } from '../text/positions.ts';
import { ARTEFACT, namesPeople } from './people.ts';
import { trimmed } from './prose.ts';

/** Where the first of the patterns that fires does. */
function found(text: string, ...patterns: readonly RegExp[]): Span[] {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return [trimmed(text, { start: match.index, end: match.index + match[0].length })];
  }
  return [];
}

const METRIC =
  '(?:KPIs?|OKRs?|revenue|NPS|MRR|ARR|ARPU|LTV|GMV|CLV|market\\s+share|churn|bookings|activation|conversions?|engagement|retention|sign-?ups?|DAU|MAU|upsells?)';
/** These mean business wherever they stand; the others also name technical things (log retention, unit conversion). */
const BUSINESS =
  /\b(?:KPIs?|OKRs?|(?:annual|monthly|our|more|net|recurring|total|ad|sales)?\s*revenue|NPS|MRR|ARR|ARPU|LTV|GMV|CLV|market\s+share|churn|bookings)\b/;
const BUSINESS_CHANGE =
  /\b(?:improv\w+|increas\w+|rais\w+|boost\w*|grow\w*|lift\w*|driv\w+|reduc\w+|lower\w*|maximi[sz]\w+|optimi[sz]\w+|higher|better|more)\s+(?:(?:our|the|user|users'|customer|overall|paid|trial|free-to-paid|new|weekly|monthly|daily|product|feature)\s+){0,3}(?:activation|conversions?|engagement|retention|sign-?ups?|DAU|MAU|upsells?)\b/i;
const BUSINESS_RATE =
  /\b(?:activation|conversion|engagement|retention|sign-?up|upsell)\s+(?:rates?|KPIs?|metrics?|numbers?|funnel|scores?|targets?)\b/i;
const PERSON_AS_ADJECTIVE = new RegExp(
  String.raw`\b(?:our|my|we|user|customer|client|member|subscriber|employee|student)s?['’]?s?\s+(?=(?:\w+\s+)?${METRIC}\b)|\bour\b`,
  'gi',
);

/** An outcome that is the business's number, with no person who does something. */
export function businessTarget(text: string): Span[] {
  return namesPeople(text.replace(PERSON_AS_ADJECTIVE, ''))
    ? []
    : found(text, BUSINESS, BUSINESS_CHANGE, BUSINESS_RATE);
}

const DELIVER = '(?:ship|launch|release|deliver|deploy|roll\\s+out|publish|complete|finish)';
const DELIVERS = new RegExp(
  String.raw`^\s*(?:we\s+|to\s+|successfully\s+)*${DELIVER}\s+(?!(?:notes?|times?|cycles?|cadence|process|days?|dates?|frequency|trains?|branch(?:es)?|pipelines?|lead|rates?|failures?|windows?|size|engineering|engineers?|managers?)\b)[\w"“'v]`,
  'i',
);
const DELIVERED = new RegExp(
  String.raw`\b${ARTEFACT}s?\s+(?:(?:is|are|gets?|has\s+been|have\s+been|was|were)\s+)(?:fully\s+)?(?:shipped|launched|released|deployed|rolled\s+out|live|delivered|finished|done|complete|in\s+production)\b`,
  'i',
);
const PARITY = /\bfeature[- ]parity\b|\bparity\s+with\b|\breach(?:es|ed)?\s+parity\b/i;
const NUMBER_OF =
  /^\s*(?:(?:increase|raise|grow|boost|maximi[sz]e|higher|larger|more)\s+)?(?:the\s+|our\s+|total\s+)*number\s+of\s+\w+/i;
/** Counting what hurts is counting an outcome. */
const HURTS =
  /\b(?:tickets?|errors?|incidents?|outages?|calls?|complaints?|crash(?:es)?|failures?|bugs?|clicks?|steps?|pages?|alerts?|conflicts?|restarts?|retries|timeouts?|delays?|escalations?|refunds?|cancellations?|accidents?|injuries|misses|drops?|falls?|fell|fewer|reduc\w+|decreas\w+|lower)\b/i;
const COMPARED = /\binstead\s+of\b|\bfrom\b.{0,200}\bto\b|→|->/i;

/** An outcome that is a delivery: shipped, released, on a par, more of something made. */
export function outputAsOutcome(text: string): Span[] {
  const [delivers] = COMPARED.test(text) ? [] : found(text, DELIVERS);
  if (delivers) return [{ start: delivers.start, end: text.trimEnd().length }];
  const delivered = found(text, DELIVERED, PARITY);
  if (delivered.length > 0) return delivered;
  const counted = found(text, NUMBER_OF);
  return counted.length > 0 && !HURTS.test(text) && !namesPeople(text.replace(/\bour\b/gi, '')) ? counted : [];
}

const CHANGE =
  /\b(?:reduc(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|improv(?:e|es|ed|ing)|shorten(?:s|ed|ing)?|speed(?:s|ing)?\s+up|cut(?:s|ting)?|lower(?:s|ed|ing)|boost(?:s|ed|ing)?|minimi[sz]e[sd]?|maximi[sz]e[sd]?|faster|quicker|slower|cheaper)\b/i;
const NUMBER = String.raw`[~≈<>≤≥]?\s?[$€£]?\d[\d.,]{0,20}`;
const FROM = new RegExp(
  String.raw`\bfrom\s+(?:\w+\s+){0,2}?${NUMBER}|\binstead\s+of\b|→|->|\b(?:today|currently|now|was|were|baseline)\b[^.]{0,200}\d|\d[^.]{0,200}\b(?:today|currently|baseline)\b|\bdown\s+from\b|\bup\s+from\b`,
  'i',
);
const TO = new RegExp(
  String.raw`\b(?:to|under|below|above|over|within|at\s+(?:most|least)|less\s+than|more\s+than|fewer\s+than|by|only)\s+(?:\w+\s+){0,2}?${NUMBER}|→|->|\binstead\s+of\b|\b(?:halv\w+|doubl\w+|tripl\w+|half|twice|zero|none|never|no\s+longer)\b|\d\s?(?:x|times)\b|\d\s?%`,
  'i',
);

/** A change with no number of today, neither in words nor in its field. */
export function noBaseline(text: string, baseline: unknown): Span[] {
  return isGiven(baseline) || FROM.test(text) ? [] : found(text, CHANGE);
}

/** A change with no number to reach, neither in words nor in its field. */
export function noTarget(text: string, target: unknown): Span[] {
  return isGiven(target) || TO.test(text) ? [] : found(text, CHANGE);
}

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '';
