/** The issue keys a branch name carries: looser than in prose, since branch names know neither case nor spaces. */

/** Longer names are cut: git itself stops at about this length on most disks. */
const MAX_NAME = 250;

/** A hyphenated key; an underscore may precede or follow, as in `fix_PAY-142_login`. */
const HYPHENATED = /(?<![\p{L}\p{N}])([A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*)-(\d+)(?![\p{L}\p{N}]|\.\d)/gu;

/** A number as hosts and people put it: `123-slug` (the host's own), `#123`, `issue-123`, `gh-123`, `issues/123`. */
const NUMBERED = /(?:^|[/_-])(?:(#|(?:issues?|gh)[-/#_])(\d+)(?![\p{L}\p{N}]|\.\d)|(?<=^|\/)(\d+)(?=-\p{L}))/giu;

/**
 * Makes the reader of branch names for a project's known keys and prefixes: each key once, in the order of the name, in
 * the project's own spelling. Unlike in prose, `ada-pay-142-slug` and `fix_PAY-142` count; `123-slug` is `#123` only when
 * that key is known, because `3-way-merge` is no issue.
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
    return keys.get(key.toLowerCase());
  };

  const numbered = (digits: string, marked: boolean): string | undefined => {
    const key = `#${digits}`;
    return known.has(key) || (marked && prefixes.has('#') && !digits.startsWith('0')) ? key : undefined;
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
    return [...new Set(found.sort((a, b) => a.at - b.at).map((one) => one.key))];
  };
}

/** `a_MY_PAY` → `a_MY_PAY`, `MY_PAY`, `PAY`: a prefix may hold an underscore, and an underscore may separate words. */
function suffixes(run: string): string[] {
  const parts = run.split('_');
  return parts.map((_, index) => parts.slice(index).join('_')).filter((part) => /^[A-Za-z]/.test(part));
}
