/** The issue keys a branch name carries: looser than in prose, since branch names know neither case nor spaces. */

/** Longer names are cut: git itself stops at about this length on most disks. */
const MAX_NAME = 250;

/** A hyphenated key; an underscore may precede or follow, as in `fix_PAY-142_login`. */
const HYPHENATED = /(?<![\p{L}\p{N}])([A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+){0,8})-(\d+)(?![\p{L}\p{N}]|\.\d)/gu;

/** A number as hosts and people put it: `123-slug` (the host's own), `#123`, `issue-123`, `gh-123`, `issues/123`. */
const NUMBERED = /(?:^|[/_-])(?:(#|(?:issues?|gh)[-/#_])(\d+)(?![\p{L}\p{N}]|\.\d)|(?<=^|\/)(\d+)(?=-\p{L}))/giu;

/** A reference as it is written elsewhere too: `AB#123`, `owner/repo#123`. What leads to it may be folders of the branch's name. */
const REFERENCED = /(?<![\p{L}\p{N}_./-])([A-Za-z0-9_][A-Za-z0-9._/-]*)#(\d+)(?![\p{L}\p{N}]|\.\d)/gu;

/** The word of Azure DevOps, whose numbers are those of one organization. */
const AZURE = 'AB#';

/**
 * Makes the reader of branch names for a project's known keys and prefixes: each key once, in the order of the name, in
 * the project's own spelling. Unlike in prose, `ada-pay-142-slug` and `fix_PAY-142` count; `123-slug` is `#123` only when
 * that key (or `AB#123`) is known, because `3-way-merge` is no issue; `ab-123` is `AB#123` where the project has such.
 */
export function branchKeyReader(known: ReadonlySet<string>, prefixes: ReadonlySet<string>): (name: string) => string[] {
  const spelling = (texts: Iterable<string>) => {
    const spellings = new Map<string, string>();
    for (const text of texts) if (!spellings.has(text.toLowerCase())) spellings.set(text.toLowerCase(), text);
    return spellings;
  };
  const keys = spelling(known);
  const heads = spelling(prefixes);

  const hyphenated = (head: string, digits: string): string | undefined => {
    const key = `${head}-${digits}`;
    if (known.has(key)) return key;
    const canonical = prefixes.has(head) ? head : heads.get(head.toLowerCase());
    if (canonical !== undefined && !digits.startsWith('0'))
      return keys.get(key.toLowerCase()) ?? `${canonical}-${digits}`;
    return keys.get(key.toLowerCase()) ?? referenced(head, digits);
  };

  const referenced = (path: string, digits: string): string | undefined => {
    const key = keys.get(`${path}#${digits}`.toLowerCase());
    const head = heads.get(`${path}#`.toLowerCase());
    return key ?? (head === undefined || digits.startsWith('0') ? undefined : `${head}${digits}`);
  };

  const numbered = (digits: string, marked: boolean): string | undefined => {
    const key = `#${digits}`;
    if (known.has(key) || (marked && prefixes.has('#') && !digits.startsWith('0'))) return key;
    return known.has(`${AZURE}${digits}`) ? `${AZURE}${digits}` : undefined;
  };

  return (name) => {
    const text = name.slice(0, MAX_NAME);
    const found: { key: string; at: number }[] = [];
    const add = (key: string | undefined, at: number) => {
      if (key !== undefined) found.push({ key, at });
    };
    for (const match of text.matchAll(HYPHENATED)) {
      const [, run = '', digits = ''] = match;
      const key = suffixes(run)
        .map((head) => hyphenated(head, digits))
        .find((candidate) => candidate !== undefined);
      add(key, match.index);
    }
    for (const match of text.matchAll(NUMBERED))
      add(numbered(match[2] ?? match[3] ?? '', match[1] !== undefined), match.index);
    for (const { 1: path = '', 2: digits = '', index } of text.matchAll(REFERENCED)) {
      const key = tails(path).map((tail) => referenced(tail, digits));
      add(
        key.find((candidate) => candidate !== undefined),
        index,
      );
    }
    return [...new Set(found.sort((a, b) => a.at - b.at).map((one) => one.key))];
  };
}

/** `a_MY_PAY` → `a_MY_PAY`, `MY_PAY`, `PAY`: a prefix may hold an underscore, and an underscore may separate words. */
function suffixes(run: string): string[] {
  const parts = run.split('_');
  return parts.map((_, index) => parts.slice(index).join('_')).filter((part) => /^[A-Za-z]/.test(part));
}

/** `feature/acme/relay` → itself, `acme/relay`, `relay`; a hyphen or underscore may end what leads to a key, too. */
function tails(path: string): string[] {
  const starts = [...path.matchAll(/[/_-]/g)].map(({ index }) => index + 1);
  return [0, ...starts].map((start) => path.slice(start));
}
