/** Whys in sentences: how one is known, what it names, and what a line's earlier commits say. */
import { dayWords } from '../base/dayWords.ts';
import { plural, t } from '../base/l10n.ts';
import { memberName } from '../face/names.ts';
import type { Link } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { oneLine } from '../text/foreignText.ts';
import { type Commit, type EarlierOrigin, shortHash, subjectOf } from './facts.ts';
import type { Reverted, Via, Why } from './why.ts';

/** What a why names, for a sentence: keys and ids, and no id of what is sensitive. */
function whyNames({ initiatives, problems, evidence }: Why): string {
  const all = [initiatives, problems, evidence.filter(({ withheld }) => !withheld)];
  const names = (all.find((each) => each.length > 0) ?? []).map(({ shownId }) => oneLine(shownId)).join(', ');
  return names === '' && evidence.length > 0 ? t('sensitive evidence') : names;
}

/** How the why is known, as a sentence about the step it is known by. */
export const viaText = (library: Library, via: Via): readonly string[] =>
  [sentenceOf(library, via)].filter((words) => words !== undefined);

function sentenceOf(library: Library, via: Via): string | undefined {
  switch (via.kind) {
    case 'trailers':
      return t('The commit’s trailers name the reason.');
    case 'link':
      return linkText(library, via);
    case 'pull-request':
      return t('Linked by {0}.', linkerOf(library, via.link));
    // What it takes back is told in any case.
    case 'revert':
      return undefined;
    case 'subject':
      return t('The commit’s subject names {0}.', via.keys.map(oneLine).join(', '));
    case 'body':
      return t('The commit’s message names {0}.', via.keys.map(oneLine).join(', '));
    case 'merge':
      return via.keys.length === 0
        ? t('The merge’s message names the reason.')
        : t('The merge’s message names {0}.', via.keys.map(oneLine).join(', '));
    case 'merged-branch':
      return t('Merged from branch {0}.', oneLine(via.branch));
    case 'branch':
      return t('Committed on branch {0}.', oneLine(via.branch));
    case 'file':
      return t('The commit names no reason, but its file was linked by {0}.', linkerOf(library, via.link));
  }
}

/** `Grace Hopper on 30 Oct 2026`; the link's id where it does not say who wrote it. */
function linkerOf(library: Library, { id, values: { by, created } }: Link): string {
  if (by === undefined) return oneLine(id);
  const name = oneLine(memberName(library, by) ?? by);
  return created === undefined ? name : t('{0} on {1}', name, dayWords(created));
}

function linkText(library: Library, { link, by }: Extract<Via, { kind: 'link' }>): string {
  const [who, hash] = [linkerOf(library, link), shortHash(oneLine(link.values.commit ?? ''))];
  switch (by) {
    case 'hash':
      return t('Linked by {0}.', who);
    case 'patch':
      return t('Linked by {0}, through {1}, which makes the same change.', who, hash);
    case 'picked':
      return t('Linked by {0}, through {1}, from which it was cherry-picked.', who, hash);
  }
}

/** What a commit takes back, and why that was there. */
export function revertText({ hash, title, why }: Reverted): string {
  const what = [hash && shortHash(hash), title && `“${oneLine(title)}”`].filter(Boolean).join(' ');
  const names = whyNames(why);
  if (what === '') return t('It reverts work for {0}.', names);
  return names === ''
    ? t('It reverts {0}, which names no reason.', what)
    : t('It reverts {0}, which was for {1}.', what, names);
}

/** What a commit names and nobody has. */
export function unknownText({ unknown }: Why): readonly string[] {
  if (unknown.length === 0) return [];
  const names = unknown.map(oneLine).join(', ');
  return [
    plural(
      unknown.length,
      'It names {1}, but there is no such record.',
      'It names {1}, but there are no such records.',
      names,
    ),
  ];
}

/** What looking back found. */
export interface LookedBack {
  /** Earlier commits looked at. */
  readonly looked: number;
  /** The nearest that says why; undefined where none does. */
  readonly found?: { readonly origin: EarlierOrigin; readonly why: Why } | undefined;
  /** Whether all that changed since was layout. */
  readonly wasReformatted: boolean;
  /** Whether a shallow clone ends before a why was found. */
  readonly isCutOff: boolean;
  /** Whether these were all, or all that were wanted. */
  readonly isWhole: boolean;
}

/** Goes through a line's earlier commits, newest first, to the first that says why; what they end with is `isWhole`. */
export async function lookBack(
  earlier: AsyncGenerator<EarlierOrigin, boolean>,
  whyOf: (origin: EarlierOrigin) => Why | Promise<Why>,
): Promise<LookedBack> {
  let looked = 0;
  let wasReformatted = true;
  let isCutOff = false;
  for (;;) {
    const { value, done } = await earlier.next();
    if (done) return { looked, wasReformatted, isCutOff, isWhole: value };
    looked++;
    wasReformatted &&= value.wasReformatted;
    isCutOff = value.isCutOff;
    const why = await whyOf(value);
    if (!why.via) continue;
    await earlier.return(true);
    return { looked, found: { origin: value, why }, wasReformatted, isCutOff, isWhole: true };
  }
}

/** That a line's history goes on elsewhere. */
export const cutOff = (): string =>
  t('The history ends here in this shallow clone; the line may be older. `git fetch --unshallow` brings the rest.');

/** What the line's earlier commits say, in one sentence. */
export function earlierWords({ hash }: Commit, earlier: LookedBack | 'pending'): string {
  if (earlier === 'pending') return t('Looking at earlier commits of the line…');
  const { found, looked, wasReformatted, isCutOff, isWhole } = earlier;
  if (found) {
    const names = whyNames(found.why);
    return wasReformatted
      ? t('Reformatted in {0}; before that: {1}', shortHash(hash), names)
      : t('Changed in {0}, which names no reason; before that: {1}', shortHash(hash), names);
  }
  if (looked === 0 && !isWhole) return t('Git could not read the earlier commits of the line.');
  if (looked === 0) return t('There is no earlier commit of the line.');
  const none = plural(
    looked,
    'Looked at {0} earlier commit of the line: it names no reason.',
    'Looked at {0} earlier commits of the line: none names a reason.',
  );
  return isCutOff ? `${none} ${cutOff()}` : none;
}

/** What is said of a commit where nothing tells why it was made, nor the line before it. */
export function nothingText({ commit, earlier, isCutOff }: Unexplained, { reverts }: Why): string {
  const words = t(
    'No reason found. {0} “{1}” by {2} names no initiative.',
    shortHash(commit.hash),
    subjectOf(commit).slice(0, 100),
    oneLine(commit.author),
  );
  const isAsked = earlier && earlier !== 'pending' && (earlier.looked > 0 || !earlier.isWhole);
  return [
    words,
    ...(reverts ? [revertText(reverts)] : []),
    ...(isAsked ? [earlierWords(commit, earlier)] : []),
    ...(isCutOff ? [cutOff()] : []),
  ].join(' ');
}

interface Unexplained {
  readonly commit: Commit;
  readonly earlier?: LookedBack | 'pending' | undefined;
  readonly isCutOff?: boolean | undefined;
}
