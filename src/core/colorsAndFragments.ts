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
  const before = clauseBefore(text, hash);
  const call = callAround(before);
  if (call && COLOR_CALL.test(call.name) && isStyle(call.inside)) return true;
  const named = namedBy(before);
  return named !== undefined && takesColors(named.name) && isStyle(named.value);
}

function takesColors(name: string): boolean {
  return VARIABLE.test(name) || ALWAYS_COLORED.test(name) || (COLORED.test(name) && !/^[A-Z]/.test(name));
}

function isFragment(text: string, hash: number, end: number): boolean {
  const last = text.charAt(hash - 1);
  if (last === '?' || (last === ';' && text.slice(hash - 5, hash) === '&amp;')) return true;
  // A space, the end of a word in most texts, tells at once.
  if (last === '' || (/\s/.test(last) && text.charAt(hash - 2) !== ':')) return false;
  const before = clauseBefore(text, hash);
  if (/\]\(<?$/.test(before.slice(-3)) || before.endsWith('[[') || isInAddress(before)) return true;
  if (/^ {0,3}\[[^\]^][^\]]*\]:[ \t]*<?$/.test(before)) return /^>?[ \t]*(?:["'(].*)?$/.test(restOfLine(text, end));
  const call = callAround(before);
  if (call && PAGE_CALL.test(call.name) && isOpening(call.inside)) return true;
  const named = namedBy(before);
  if (!named || !PAGE_NAME.test(named.name) || !isOpening(named.value)) return false;
  return named.sign === '=' || /["'`]/.test(named.value);
}

/** The line before the place, from its last end of a statement on. */
function clauseBefore(text: string, at: number): string {
  const reach = text.slice(Math.max(0, at - REACH), at);
  const from = Math.max(...['\n', '\r', ';', '}'].map((mark) => reach.lastIndexOf(mark)));
  return reach.slice(from + 1);
}

function restOfLine(text: string, at: number): string {
  const rest = text.slice(at, at + REACH);
  const stop = rest.search(/[\r\n]/);
  return stop < 0 ? rest : rest.slice(0, stop);
}

/** The call in whose brackets the clause ends: `rgba(` and what stands in them so far. */
function callAround(clause: string): { readonly name: string; readonly inside: string } | undefined {
  let depth = 0;
  for (let at = clause.length - 1; at >= 0; at--) {
    const mark = clause.charAt(at);
    if (mark === ')') depth++;
    if (mark !== '(' || depth-- > 0) continue;
    return { name: nameBefore(clause, at), inside: clause.slice(at + 1) };
  }
  return undefined;
}

/** The declaration or attribute that the clause ends in the value of: `color: 1px ` or `href="`. */
function namedBy(clause: string): { readonly name: string; readonly sign: string; readonly value: string } | undefined {
  const at = Math.max(clause.lastIndexOf(':'), clause.lastIndexOf('='));
  if (at < 1) return undefined;
  let end = at;
  while (end > 0 && /[\s"'=!]/.test(clause.charAt(end - 1))) end--;
  return { name: nameBefore(clause, end), sign: clause.charAt(at), value: clause.slice(at + 1) };
}

function nameBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && /[\w$@-]/.test(text.charAt(start - 1))) start--;
  return text.slice(start, end);
}

/** Nothing but what opens a text: quotes and brackets. */
function isOpening(value: string): boolean {
  return /^[\s"'`{(<[]{0,9}$/.test(value);
}

/** Nothing but what a style's value is made of. */
function isStyle(value: string): boolean {
  const words = value.replace(/\burl\([^()]*\)|[\w-]+\(/g, ' ').split(/[\s,()/+*"'`[\]{]+/);
  return words.every((word) => word === '' || STYLE_WORDS.has(word.toLowerCase()) || NUMBER_OR_COLOR.test(word));
}

/** Whether the clause ends in an address on the web. */
function isInAddress(clause: string): boolean {
  const at = clause.lastIndexOf('://');
  return at > 0 && !/[\s<>()[\]"'`,]/.test(clause.slice(at));
}
