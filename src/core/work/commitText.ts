/** A commit in a few words. */
import { oneLine } from '../text/foreignText.ts';
import type { Commit } from './facts.ts';

/** The first line of its message; empty where that is. */
export const subjectOf = ({ message }: Pick<Commit, 'message'>): string => oneLine(message.split('\n', 1)[0] ?? '');

/** As much of a hash as people read. */
export const shortHash = (hash: string): string => hash.slice(0, 8);
