/** Words that say too little or too much, wherever they stand: vague ones, blame, claimed causes, percentages of rates. */

const EMPTY_WORDS =
  /\b(?:seamless(?:ly)?|intuitive(?:ly)?|robust(?:ly|ness)?|user-friendly|frictionless|delightful|best-in-class|world-class|state-of-the-art)\b/gi;
/** Before an empty word: it is denied, conceded, or half of another word. */
const DENIED =
  /(?:\b(?:not|n['’]t|less|never|non|neither|nor|hardly|far from|no|un|while|although|though)[\s-]+(?:\w+\s+)?|n['’]t\s+(?:\w+\s+)?|-)$/i;
const BETTER =
  /\b(?:an?\s+(?:much\s+|far\s+)?better|with\s+better|provides?\s+(?:a\s+)?better|offers?\s+(?:a\s+)?better|for\s+(?:a\s+)?better|(?:works?|perform|performs|looks?|feels?|is|are|be)\s+(?:much\s+)?better)\b(?!\s+(?:than|off|known|not|to|if|when|at|fit|idea|understanding|chance|part)\b)/i;
const SOME =
  /\b(?:some|many|most|several|lots\s+of|a\s+lot\s+of|a\s+few)\s+(?:of\s+our\s+|of\s+the\s+)?(?:users|customers|people|clients)\b(?!['’]|\s+(?:may|might|could|can)\b)/i;

/** Words that everybody understands differently. A number in the sentence says what they mean. */
export function vague(sentence: string): RegExpMatchArray | undefined {
  for (const word of sentence.matchAll(EMPTY_WORDS)) {
    if (!DENIED.test(sentence.slice(Math.max(0, word.index - 30), word.index))) return word;
  }
  if (/\d/.test(sentence)) return undefined;
  return BETTER.exec(sentence) ?? SOME.exec(sentence) ?? undefined;
}

const BLAMED = String.raw`(?:engineering|the\s+engineers|engineers|devs|developers|the\s+(?:\w+\s+)?team|our\s+team|QA|backend|frontend|design|product|the\s+PMs?|ops)`;
const BLAME = new RegExp(
  String.raw`\b${BLAMED}\s+(?:(?:has|have|had|again|simply|just|badly|repeatedly|once\s+again)\s+)*(?:` +
    [
      String.raw`missed\s+(?:(?:the|their|its|our|this|every|another|a|all)\s+)?(?:\w+\s+)?(?:deadlines?|dates?|estimates?|targets?|commitments?|milestones?|goals?|sprints?|releases?|promises?)`,
      String.raw`failed(?:\s+(?:to\s+(?:deliver|ship|finish|estimate|meet|complete|keep|plan|communicate|commit|hit)|us)|\s*[.!]?$)`,
      String.raw`slipped|under-?estimated|over-?promised|dropped\s+the\s+ball|blew\s+(?:the|their|its)|let\s+us\s+down`,
      String.raw`(?:was|were)\s+(?:too\s+slow|late|careless|lazy)`,
      String.raw`(?:didn['’]t|did\s+not|could\s+not|couldn['’]t)\s+(?:deliver|keep\s+(?:their|its)|meet\s+(?:the|their|its)|hit\s+(?:the|their|its))`,
    ].join('|') +
    ')',
  'i',
);

/** People named as the reason for a date. */
export const blame = (sentence: string): RegExpMatchArray | undefined => BLAME.exec(sentence) ?? undefined;

/** A change is an effect where it is one in something: a change to a format is a thing somebody made. */
const EFFECT =
  '(?:rise|increase|drop|fall|decline|growth|improvement|jump|change\\s+in|reduction|gain|uplift|lift|decrease|conversion|churn|retention|adoption|revenue)';
const CAUSED = new RegExp(
  String.raw`\b(?:caused|causes)\s+(?!by\b)(?:(?:an?|the|this|our|most\s+of\s+the|all\s+of\s+the)\s+)?(?:[\w%.,+-]+\s+){0,3}?${EFFECT}\b`,
  'i',
);
/** It is said to be proved; what is still to prove something, nobody claims yet. */
const PROVED =
  /(?<!\b(?:would|could|should|must|will|may|might|can|to)\s(?:be\s)?)\b(?:proved|proves|proven)\s+(?:that|our\s+(?:hypothesis|theory|assumption)|the\s+(?:hypothesis|theory|feature|change|value|idea)|it\s+works)\b/i;
/** What a test of the code proves needs no other customers to compare with. */
const TESTED =
  /\b(?:unit|integration|e2e|load|regression|conformance|validation|robust)[\s-]+tests?\b|\btest\s+suite\b|\bverif(?:y|ies|ied|ication)\b/i;
const THANKS = /\bthanks\s+to\s+(?:the|our|this|these|its|an?)\b/i;
/** A number, though not that of an issue or a version. */
const MOVED =
  /(?<![\w#/.-])\d|\b(?:rose|grew|fell|dropped|improved|increased|decreased|declined|faster|slower|higher|lower|fewer|more|doubled|halved)\b/i;
const CONTROLLED =
  /\b(?:control(?:led)?\s+(?:group|arm|cohort|trial|experiment)|against\s+(?:the\s+|a\s+)?control|randomi[sz]ed|a\/b|ab[- ]test|holdout|split\s+test|p\s?[<=]\s?0?\.\d)/i;

/** A cause claimed for a change of numbers. Whether there was a control is asked of the whole text. */
export function causalOverreach(sentence: string): RegExpMatchArray | undefined {
  const claimed = CAUSED.exec(sentence) ?? (TESTED.test(sentence) ? undefined : PROVED.exec(sentence));
  if (claimed) return claimed;
  return MOVED.test(sentence) ? (THANKS.exec(sentence) ?? undefined) : undefined;
}

/** Whether the text says that something was compared with a control. */
export const hasControl = (text: string): boolean => CONTROLLED.test(text);

const RATE =
  '(?:rates?|share|percentage|proportion|conversions?|adoption|retention|churn|activation|CTR|utili[sz]ation|coverage|completion)';
const MOVE =
  '(?:increas|rais|ris|rose|grow|grew|grown|improv|boost|lift|reduc|decreas|drop|fell|fall|lower|cut|declin|up|down|gain|climb|jump)[a-z]*';
const PERCENT = String.raw`\d[\d.,]{0,20}\s?(?:%|percent)(?!\s*(?:-\s*)?points?)`;
const RATE_BY = new RegExp(
  String.raw`\b(?:${MOVE}\b[^.;]{0,60}?\b${RATE}\b[^.;]{0,30}?|${RATE}\b[^.;]{0,40}?\b${MOVE}\s+(?:by\s+)?)\bby\s+${PERCENT}|\b${RATE}\b[^.;]{0,30}?\b${MOVE}\s+(?:by\s+)?${PERCENT}`,
  'i',
);
const PERCENT_RATE = new RegExp(
  String.raw`${PERCENT}\s+(?:(?:higher|lower|better|more|less|increase|drop|rise|decrease|improvement|reduction|decline|growth|jump|lift)\s+)(?:in\s+|of\s+)?(?:(?:the|our)\s+)?(?:\w+\s+){0,2}?${RATE}\b`,
  'i',
);
const CLEAR =
  /→|->|\bfrom\b\D{0,100}\d.{0,100}\bto\b\D{0,100}\d|\d\s*(?:percentage\s+)?(?:-\s*)?(?:points?|pp|pts)\b|\brelative(?:ly)?\b|\binstead\s+of\b/i;

/** "Increased the rate by 5%": points, or a twentieth of it? */
export function ambiguousPercent(sentence: string): RegExpMatchArray | undefined {
  if (!/\d\s?(?:%|percent)/i.test(sentence) || CLEAR.test(sentence)) return undefined;
  return RATE_BY.exec(sentence) ?? PERCENT_RATE.exec(sentence) ?? undefined;
}
