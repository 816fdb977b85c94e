/** Did-you-mean: the known word a mistyped one was most likely meant to be. */
import { distance } from 'fastest-levenshtein';

const MOST = 3;

/** Up to three candidates within a third of the word's length in edits, nearest first; case counts little. */
export function nearest(word: string, candidates: Iterable<string>): string[] {
  const limit = Math.max(1, Math.floor(word.length / 3));
  const lower = word.toLowerCase();
  const close: { candidate: string; edits: number }[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const edits = distance(lower, candidate.toLowerCase());
    if (edits <= limit) close.push({ candidate, edits });
  }
  close.sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1));
  return close.slice(0, MOST).map(({ candidate }) => candidate);
}
