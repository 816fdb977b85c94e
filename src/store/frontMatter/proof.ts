/** What must hold for an edit to be kept: the field has its new value, and nothing else has changed. */

import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { type Reading, readYaml } from './document.ts';
import { containerOf, entryAt } from './entries.ts';
import { conflictIn } from './fence.ts';
import { lineExtent, lineStart } from './lines.ts';
import type { Path, Span } from './reading/shape.ts';
import { same, withValue } from './sameness.ts';

/** Throws 'not-editable' unless the text as it stands can take an edit of the field. */
export function refuseUnlessEditable({ source, problems, doubled }: Reading, path: Path): void {
  if (conflictIn(source)) {
    throw new BecauseError('not-editable', t('A merge left conflict markers here.'), {
      next: t('Resolve the conflict first.'),
    });
  }
  const broken = problems.find(({ code }) => code !== 'duplicate-key');
  if (broken) throw new BecauseError('not-editable', broken.message, { next: t('Correct the file by hand first.') });
  if (doubled.has(String(path[0]))) {
    throw new BecauseError('not-editable', t('"{0}" has a key that is given twice.', String(path[0])), {
      next: t('Remove one of the two first.'),
    });
  }
}

/** Throws 'not-editable' unless `after` is `before` with that one field changed: as data, and byte by byte. */
export function prove(before: Reading, after: string, path: Path, value: unknown): void {
  const { source } = before;
  const own = ownLines(before, String(path[0]));
  const start = source.slice(0, own.start);
  const end = source.slice(own.end);
  const elsewhereKept = after.startsWith(start) && after.endsWith(end) && after.length >= start.length + end.length;
  const read = readYaml(after);
  const asAsked = same(read.values, withValue(before.values, path, value));
  if (elsewhereKept && asAsked && read.problems.length === before.problems.length) return;
  const shared = /[*&]/.test(source)
    ? t('Other fields may share its value through an alias.')
    : t('Change it by hand.');
  throw new BecauseError(
    'not-editable',
    t('"{0}" cannot be changed without changing something else.', path.join('.')),
    {
      next: shared,
    },
  );
}

/** The lines of a top-level field; where it would be added when it is missing. */
function ownLines({ source, tree }: Reading, key: string): Span {
  const root = containerOf(source, tree);
  if (root?.flow) return { start: root.start, end: root.end };
  const entry = entryAt(root, key);
  if (!entry) return { start: source.length, end: source.length };
  return lineExtent(source, lineStart(source, entry.start), entry.end);
}
