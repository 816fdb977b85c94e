/** Who may be in the team: people out of git history, each once, with an id to be known by. */
import { slug } from '../base/ids.ts';
import { oneLine } from '../text/foreignText.ts';

/** A member as because.yml holds one. */
export interface NewMember {
  readonly id: string;
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly emails?: readonly string[] | undefined;
  readonly handles?: { readonly [service: string]: string } | undefined;
}

/** Somebody who wrote commits. */
export interface Author extends NewMember {
  readonly name: string;
  readonly emails: readonly string[];
  /** How many of the commits looked at. */
  readonly commits: number;
}

const MAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+$/;
const GITHUB_PRIVATE = /^(?:\d+\+)?([a-z\d][a-z\d-]*)@users\.noreply\.github\.com$/;
const NOBODY = /^(?:no-?reply|do-?not-?reply|bot|bots|actions?|automation|ci|builds?|root|git)(?:[+.-][^@]*)?@/;
const BOT =
  /\[bot\]|(?:^|[\s_-])(?:robot|bot|ci)$|^(?:dependabot|renovate|github|github[ -]actions|greenkeeper|snyk|copilot)\b/i;

const LONGEST_NAME = 100;

/** Letters of scripts that write a full name without a space. */
const ONE_WORD_NAME = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]{2,}/u;

interface Person {
  readonly names: Map<string, number>;
  readonly mails: Map<string, number>;
  commits: number;
  /** Set when the two turned out to be one. */
  became?: Person;
}

/**
 * The people in lines of an address, a tab and a name, one line per commit, who wrote most first. One address is one person, and so is
 * one full name: most people write with several addresses, and few teams have two of the same full name. Bots are left out.
 */
export function membersFrom(lines: Iterable<string>): Author[] {
  const byMark = new Map<string, Person>();
  const people: Person[] = [];
  for (const line of lines) {
    const [rawMail = '', ...rest] = line.split('\t');
    const mail = rawMail.trim().toLowerCase();
    const name = cleanName(rest.join(' '));
    if (isBot(name, mail) || (name === '' && !MAIL.test(mail))) continue;
    const marks = [...(MAIL.test(mail) ? [mail] : []), ...nameMarks(name)];
    const known = new Set(marks.flatMap((mark) => now(byMark.get(mark)) ?? []));
    const [person = { names: new Map(), mails: new Map(), commits: 0 }, ...others] = known;
    if (known.size === 0) people.push(person);
    for (const other of others) merge(person, other);
    for (const mark of marks) byMark.set(mark, person);
    person.commits++;
    if (name) count(person.names, name, 1);
    if (MAIL.test(mail)) count(person.mails, mail, 1);
  }
  const distinct = people.filter(({ became }) => !became).sort((a, b) => b.commits - a.commits);
  const ids = new MemberIds();
  return distinct.map((person) => authorOf(person, ids));
}

/** Members as people type them: `Ada Lovelace <ada@relay.example>, Grace Hopper`. */
export function membersNamed(text: string, ids = new MemberIds()): NewMember[] {
  return text.split(/[,;\n]/).flatMap((part) => {
    const [, before, inside] = /^([^<>]*)<([^<>]*)>\s*$/.exec(part) ?? [];
    const alone = part.trim();
    const mail = (inside ?? (MAIL.test(alone) ? alone : '')).trim().toLowerCase();
    const name = cleanName(before ?? (mail ? '' : alone.replace(/[<>]/g, '')));
    if (name === '' && !MAIL.test(mail)) return [];
    const emails = MAIL.test(mail) ? [mail] : [];
    return [{ id: ids.idFor(name, emails), ...(name && { name }), ...(emails.length > 0 && { emails }) }];
  });
}

/** Hands out ids, each once. */
export class MemberIds {
  readonly #taken: Set<string>;
  /** The number to try next, by the id in front of it: thousands may share a first name. */
  readonly #next = new Map<string, number>();

  /** @param taken the ids that are somebody's already. */
  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /** A short id out of the first name, else the address; told from those taken by the next name or a number, and then taken. */
  idFor(name: string, emails: readonly string[]): string {
    const [first = '', ...rest] = name.includes('@') ? [] : name.split(' ');
    const mail = emails.find((one) => !GITHUB_PRIVATE.test(one)) ?? emails[0] ?? '';
    const handle = GITHUB_PRIVATE.exec(mail)?.[1] ?? mail.slice(0, mail.indexOf('@'));
    const short = (isLatin(first) && slug(first)) || slug(handle) || slug(first) || 'member';
    const last = isLatin(rest.at(-1) ?? '') ? slug(rest.at(-1) ?? '') : '';
    const more = last ? [`${short}-${last[0]}`, `${short}-${last}`] : [];
    const id = [short, ...more].find((one) => !this.#taken.has(one)) ?? this.#numbered(short);
    this.#taken.add(id);
    return id;
  }

  #numbered(short: string): string {
    let number = this.#next.get(short) ?? 2;
    while (this.#taken.has(`${short}-${number}`)) number++;
    this.#next.set(short, number + 1);
    return `${short}-${number}`;
  }
}

function authorOf({ names, mails, commits }: Person, ids: MemberIds): Author {
  const emails = byCount(mails).sort((a, b) => Number(GITHUB_PRIVATE.test(a)) - Number(GITHUB_PRIVATE.test(b)));
  const name = byCount(names).sort((a, b) => Number(b.includes(' ')) - Number(a.includes(' ')))[0] ?? emails[0] ?? '';
  const github = emails.flatMap((mail) => GITHUB_PRIVATE.exec(mail)?.[1] ?? [])[0];
  return { id: ids.idFor(name, emails), name, emails, ...(github && { handles: { github } }), commits };
}

function isBot(name: string, mail: string): boolean {
  return BOT.test(name) || mail.includes('[bot]') || (NOBODY.test(mail) && !GITHUB_PRIVATE.test(mail));
}

/** What a full name is found again by; a first name alone is not enough. */
function nameMarks(name: string): string[] {
  const full = name.includes(' ') || ONE_WORD_NAME.test(name);
  return full ? [`name:${name.normalize('NFKC').toLowerCase()}`] : [];
}

function cleanName(text: string): string {
  return oneLine(oneLine(text).slice(0, LONGEST_NAME));
}

/** Whether no letter is lost when the word is spelled in ASCII: Renée is, Øystein and Дмитрий are not. */
function isLatin(word: string): boolean {
  return !/[^\p{ASCII}]/u.test(word.normalize('NFKD').replace(/\p{M}/gu, ''));
}

function now(person: Person | undefined): Person | undefined {
  let current = person;
  while (current?.became) current = current.became;
  return current;
}

function merge(into: Person, other: Person): void {
  for (const [name, times] of other.names) count(into.names, name, times);
  for (const [mail, times] of other.mails) count(into.mails, mail, times);
  into.commits += other.commits;
  other.became = into;
}

function count(counts: Map<string, number>, key: string, times: number): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}

const byCount = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].sort(([, a], [, b]) => b - a).map(([key]) => key);

/** The person first, where git knows them, by their address and name there; then the others who wrote. */
export function withMe(
  authors: readonly Author[],
  mail: string | undefined,
  name = '',
): { readonly authors: readonly Author[]; readonly me: Author | undefined } {
  const address = mail?.trim().toLowerCase();
  if (!address) return { authors, me: undefined };
  const known = authors.find(({ emails }) => emails.includes(address));
  const ids = new MemberIds(authors.map(({ id }) => id));
  const me = known ?? { id: ids.idFor(name, [address]), name: name || address, emails: [address], commits: 0 };
  return { authors: [me, ...authors.filter((author) => author !== me)], me };
}
