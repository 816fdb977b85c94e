/** Tells a `#123` that is no issue, by what stands around it on its line: a color, or a place in a page. */

/** How far back on the line a declaration or a call is looked for. */
const REACH = 200;

/** What a name speaks of that takes colors. Alone, most of these words are prose as well when written with a capital. */
const COLORED =
  /colou?r|background|border|outline|fill|stroke|shadow|gradient|accent|caret|foreground|tint|palette|rgb|hex/;
const ALWAYS_COLORED = /colou?r|^(?:rgb|hex|(?:gui|cterm)?[bf]g$)/i;
const VARIABLE = /^(?:--|[$@])[\w-]/;
const COLOR_CALL = /gradient|colou?r|rgb|hsl|hwb|hex|shadow|darken|lighten|saturate|mix|fade|tint|shade|stop/i;

const PAGE_NAME =
  /^(?:.*(?:href|target|selector)|src|to|hash|fragment|anchor|usemap|cite|action|formaction|url|link|permalink)$/i;
const PAGE_CALL = /^(?:url|\$|jquery|closest|matches|locator|scrollto|.*selector(?:all)?)$/i;

/** Words that stand beside a color in the value of a style. */
const STYLE_WORDS = new Set(
  (
    'solid dashed dotted double groove ridge inset outset none thin medium thick auto hidden transparent currentcolor inherit ' +
    'initial white black red green blue gray grey yellow orange purple pink brown center top left right bottom repeat no-repeat ' +
    'repeat-x repeat-y fixed scroll cover contain to in at from srgb circle ellipse'
  ).split(' '),
);
const NUMBER_OR_COLOR = /^(?:[-+]?[\d.]+(?:%|[a-z]{1,4})?|#[\da-f]{3,8})$/i;

/** Whether the `#` and the digits up to `end` are a color or a place in a page. */
export function isColorOrFragment(text: string, hash: number, end: number): boolean {
  if (isFragment(text, hash, end)) return true;
  const digits = end - hash - 1;
  return (digits === 3 || digits === 4 || digits === 6 || digits === 8) && isColor(text, hash, end);
}

function isColor(text: string, hash: number, end: number): boolean {
  const after = text.slice(end, end + 20);
  if (/^\s*(?:!(?:important|default|global)\b|url\(|<\/\w{0,9}color)/i.test(after)) return true;
  if (/^\s+\d+%\s*[,)]/.test(after) || text.slice(hash - 2, hash) === '-[') return true;
  const { open, sign } = clauseBefore(text, hash);
  if (open >= 0 && COLOR_CALL.test(nameBefore(text, open)) && isStyle(text.slice(open + 1, hash))) return true;
  return sign >= 0 && takesColors(nameAt(text, sign)) && isStyle(text.slice(sign + 1, hash));
}

function takesColors(name: string): boolean {
  return VARIABLE.test(name) || ALWAYS_COLORED.test(name) || (COLORED.test(name) && !/^[A-Z]/.test(name));
}

function isFragment(text: string, hash: number, end: number): boolean {
  const last = text.charAt(hash - 1);
  if (last === '?' || (last === ';' && text.slice(hash - 5, hash) === '&amp;')) return true;
  // A space, the end of a word in most texts, tells at once.
  if (last === '' || (BLANK.test(last) && text.charAt(hash - 2) !== ':')) return false;
  if (/\]\(<?$|\[\[$/.test(text.slice(Math.max(0, hash - 3), hash)) || isInAddress(text, hash)) return true;
  const { start, open, sign } = clauseBefore(text, hash);
  if (sign > start && text.charAt(sign - 1) === ']' && isDefinition(text.slice(start, hash)))
    return endsLine(text, end);
  if (open >= 0 && isOpening(text, open + 1, hash) && PAGE_CALL.test(nameBefore(text, open))) return true;
  if (sign < 0 || !isOpening(text, sign + 1, hash) || !PAGE_NAME.test(nameAt(text, sign))) return false;
  return text.charAt(sign) === '=' || /["'`]/.test(text.slice(sign + 1, hash));
}

const BLANK = /\s/;

/** The line before a place, from its last end of a statement on. */
interface Clause {
  readonly start: number;
  /** The bracket of the call in which the clause ends; -1 outside of one. */
  readonly open: number;
  /** The last sign between a name and its value; -1 where there is none. */
  readonly sign: number;
}

const NO_CLAUSE: Clause = { start: 0, open: -1, sign: -1 };

function clauseBefore(text: string, at: number): Clause {
  const reach = text.slice(Math.max(0, at - REACH), at);
  // Asked for every number of a text; next to none stands behind such a sign.
  if (!/[:=(]/.test(reach)) return NO_CLAUSE;
  const from = at - reach.length;
  const start = 1 + Math.max(...STOPS.map((stop) => reach.lastIndexOf(stop)));
  let [depth, open] = [0, -1];
  for (let index = reach.length - 1; index >= start && open < 0; index--) {
    const code = reach.charCodeAt(index);
    if (code === CLOSE) depth++;
    else if (code === OPEN && depth-- === 0) open = index;
  }
  const sign = Math.max(reach.lastIndexOf(':'), reach.lastIndexOf('='));
  return { start: from + start, open: open < 0 ? -1 : from + open, sign: sign < start ? -1 : from + sign };
}

/** What ends a statement. */
const STOPS = ['\n', '\r', ';', '}'] as const;
const OPEN = 40;
const CLOSE = 41;

/** Whether the clause is the name of a link whose target follows; a footnote's is followed by its text. */
function isDefinition(clause: string): boolean {
  return /^ {0,3}\[[^\]^][^\]]*\]:[ \t]*<?$/.test(clause);
}

/** Whether nothing but a title follows on the line. */
function endsLine(text: string, at: number): boolean {
  return /^>?[ \t]*(?:["'(]|[\r\n]|$)/.test(text.slice(at, at + REACH));
}

/** The name whose value follows the sign: `color` of `color:` or `href` of `"href" =`. */
function nameAt(text: string, sign: number): string {
  let end = sign;
  while (end > 0 && sign - end < REACH && /[ \t"'=!]/.test(text.charAt(end - 1))) end--;
  return nameBefore(text, end);
}

function nameBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < REACH && /[\w$@-]/.test(text.charAt(start - 1))) start--;
  return text.slice(start, end);
}

/** Nothing but what opens a text: quotes and brackets. */
function isOpening(text: string, start: number, end: number): boolean {
  return end - start < 10 && /^[\s"'`{(<[]*$/.test(text.slice(start, end));
}

/** Nothing but what a style's value is made of. */
function isStyle(value: string): boolean {
  const words = value.replace(/\burl\([^()]*\)|(?<![\w-])[\w-]+\(/g, ' ').split(/[\s,()/+*"'`[\]{]+/);
  return words.every((word) => word === '' || STYLE_WORDS.has(word.toLowerCase()) || NUMBER_OR_COLOR.test(word));
}

/** Whether the place is the end of an address on the web. */
function isInAddress(text: string, at: number): boolean {
  const limit = Math.max(0, at - REACH);
  if (!text.slice(limit, at).includes('://')) return false;
  let start = at;
  while (start > limit && !/[\s<>()[\]"'`,]/.test(text.charAt(start - 1))) start--;
  return text.slice(start + 1, at).includes('://');
}
