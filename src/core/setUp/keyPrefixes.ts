/** Which issue keys a project uses, as far as its branch names and commit subjects tell. */
import { isPrefix } from '../keys/keys.ts';

export interface KeyPrefix {
  /** As because.yml holds it: `PAY`, `#` for `#123`, or `AB#` for `AB#123`. */
  readonly prefix: string;
  /** How many branches and commits name one. */
  readonly count: number;
  /** One of them, as written. */
  readonly example: string;
}

/** Whether a prefix is named often enough to be the team's; `#123` is a pull request as often as an issue. */
export const isLikely = ({ prefix, count }: KeyPrefix): boolean => prefix !== '#' && count >= FEW;

/** A prefix that fewer branches and commits name is offered, and left to the person. */
const FEW = 3;

/** Looks like a key and is the name of something else. */
const OTHERS = new Set(
  (
    'UTF UCS SHA ISO RFC CVE CWE GHSA RUSTSEC IEEE ANSI ECMA ITU NIST FIPS WCAG BASE AES RSA DES MD CRC HMAC TLS SSL HTTP IPV ' +
    'UTC GMT INT UINT FP BF ES EC CSS HTML X86 I18N L10N A11Y RC ALPHA BETA PRE POST REV VERSION VER RELEASE STEP PART PHASE ' +
    'NODE PYTHON JAVA JDK PHP GO GCC LLVM CUDA MSVC WIN WINDOWS MACOS UBUNTU DEBIAN ARM AMD GPT COVID Q H MP PX ' +
    'TEST TESTS FIX FEATURE FEAT BUG HOTFIX PATCH ISSUE ISSUES GH PR MR TODO SPRINT WEEK DAY YEAR UPGRADE UPDATE BUMP WAY'
  ).split(' '),
);

/** An upper-case key on its own, or before a slug. */
const WRITTEN = /(?<![\p{L}\p{N}_-])([A-Z][A-Z0-9_]{1,19})-(\d{1,9})(?![\p{L}\p{N}_]|\.\d)/gu;

/** A branch name's part that starts with a key in any case: `feature/pay-142-slug`. */
const IN_BRANCH = /(?:^|\/)([A-Za-z][A-Za-z0-9_]{1,19})-(\d{1,9})(?![\p{L}\p{N}]|\.\d)/gu;

/** A word and a number, as Azure DevOps writes it: `AB#123`. */
const WORDED = /(?<![\p{L}\p{N}_/&#.-])([A-Z][A-Z0-9_]{1,19})#(\d{1,9})(?![\p{L}\p{N}_-])/gu;

/** `#123`, not as part of a word, a path or a color. */
const NUMBERED = /(?<![\p{L}\p{N}_/&#.-])#(\d{1,9})(?![\p{L}\p{N}_-])/gu;

/** One number alone may be a name (SHA-1, COVID-19); two tell a tracker. */
const FEWEST_NUMBERS = 2;

interface Found {
  readonly numbers: Set<string>;
  readonly example: string;
  count: number;
}

/** The prefixes found, who is named most first; `#` last, since `#123` is a pull request as often as an issue. */
export function keyPrefixesFrom(branches: Iterable<string>, subjects: Iterable<string>): KeyPrefix[] {
  const found = new Map<string, Found>();
  for (const subject of subjects)
    add(found, [...keysIn(WRITTEN, subject), ...keysIn(WORDED, subject), ...numbersIn(subject)]);
  for (const branch of branches) {
    const name = branch.slice(0, 250);
    add(found, [...keysIn(WRITTEN, name), ...keysIn(IN_BRANCH, name)]);
  }
  return [...found]
    .filter(([, { numbers }]) => numbers.size >= FEWEST_NUMBERS)
    .map(([prefix, { count, example }]) => ({ prefix, count, example }))
    .sort((a, b) => Number(a.prefix === '#') - Number(b.prefix === '#') || b.count - a.count);
}

/** Prefixes as people type them, `PAY, OPS-`, without what cannot be one. */
export function prefixesNamed(text: string): string[] {
  const words = text.split(/[\s,;]+/).map((word) => word.replace(/(?:-|(?<=#))\d*$/, ''));
  return [...new Set(words.filter(isPrefix))];
}

type Key = readonly [prefix: string, number: string, written: string];

function keysIn(pattern: RegExp, text: string): Key[] {
  return [...text.matchAll(pattern)].flatMap(([whole, prefix = '', digits = '']): Key[] => {
    const upper = prefix.toUpperCase();
    return OTHERS.has(upper) ? [] : [[pattern === WORDED ? `${upper}#` : upper, digits, whole.replace('/', '')]];
  });
}

function numbersIn(text: string): Key[] {
  return [...text.matchAll(NUMBERED)].map(([whole, digits = '']) => ['#', digits, whole]);
}

/** Counts a text's keys, each prefix once: a branch that names PAY-1 twice is one branch. */
function add(found: Map<string, Found>, keys: readonly Key[]): void {
  const counted = new Set<string>();
  for (const [prefix, number, example] of keys) {
    const known = found.get(prefix) ?? { numbers: new Set(), example, count: 0 };
    found.set(prefix, known);
    known.numbers.add(number);
    if (!counted.has(prefix)) known.count++;
    counted.add(prefix);
  }
}
