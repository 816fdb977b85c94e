/** How git is asked to print commits, and what it prints read. */
import type { Commit, FileChange } from '../core/work/facts.ts';

/** The fields of a commit, each ended by a zero byte, which no field can hold. Names are those of .mailmap. */
const FORMAT = '%H%x00%P%x00%aN%x00%aE%x00%at%x00%B%x00';
const FIELDS = 6;

/** Prints commits alone, each ended by one more zero byte. */
export const COMMIT_ARGS = ['-z', `--format=tformat:${FORMAT}`, '--no-patch'] as const;

/** Prints commits, each followed by what it changed. */
export const CHANGE_ARGS = [
  '-z',
  '--name-status',
  `--format=tformat:${FORMAT}`,
  '--no-ext-diff',
  '--no-textconv',
] as const;

/** Milliseconds from 1970 that a date can hold, either way. */
const LAST_MOMENT = 8.64e15;

/** The commits that git printed with `COMMIT_ARGS`. */
export function commitsFrom(output: Buffer): Commit[] {
  const fields = fieldsOf(output);
  const commits: Commit[] = [];
  for (let at = 0; at + FIELDS < fields.length; at += FIELDS + 1) commits.push(commitAt(fields, at));
  return commits;
}

/**
 * What git printed with `CHANGE_ARGS`: each commit's fields, then `␊M`, `path` (or `␊R100`, `old`, `new`), and one empty
 * field before the next.
 */
export function changesFrom(output: Buffer): FileChange[] {
  const fields = fieldsOf(output);
  const changes: FileChange[] = [];
  let at = 0;
  while (at + FIELDS < fields.length) {
    const commit = commitAt(fields, at);
    at += FIELDS;
    let path: string | undefined;
    while (at < fields.length && fields[at] === '') at++;
    for (let status = STATUS.exec(fields[at] ?? ''); status; status = STATUS.exec(fields[at] ?? '')) {
      at += status[1] === 'R' || status[1] === 'C' ? 2 : 1;
      path = fields[at++];
    }
    while (at < fields.length && fields[at] === '') at++;
    if (path !== undefined) changes.push({ commit, path });
  }
  return changes;
}

const STATUS = /^\n?([ACDMRTUX])\d*$/;

function commitAt(fields: readonly string[], at: number): Commit {
  const [hash = '', parents = '', author = '', email = '', seconds = '', message = ''] = fields.slice(at, at + FIELDS);
  return {
    hash,
    parents: parents.split(' ').filter(Boolean),
    author,
    email,
    authored: moment(Number(seconds) * 1000),
    message,
  };
}

/** A time that no date can hold is the first one, as git itself says. */
export const moment = (time: number): number => (Math.abs(time) <= LAST_MOMENT ? time : 0);

/** Git gives UTF-8 where a commit says what it is in; what is not UTF-8 after all reads best as Latin-1. */
function fieldsOf(output: Buffer): string[] {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(output).split('\0');
  } catch {
    return output.toString('latin1').split('\0').map(decoded);
  }
}

function decoded(latin: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(latin, 'latin1'));
  } catch {
    return latin;
  }
}
