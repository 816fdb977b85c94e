/** The nearest of a line's earlier commits that says why, where the one git blames does not. */
import { plural, t } from '../base/l10n.ts';
import { oneLine } from '../text/foreignText.ts';
import { shortHash, subjectOf } from './commitText.ts';
import type { Commit, EarlierOrigin } from './facts.ts';
import type { Why } from './why.ts';
import { revertText, whyNames } from './whyText.ts';

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
  if (looked === 0 && !isWhole) return t('Earlier commits of the line could not be looked at.');
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
    'Nothing says why. {0} “{1}” by {2} names no initiative.',
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
