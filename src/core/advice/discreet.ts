/** What findings say of a record that must not be shown: the Problems panel and other extensions read them too. */
import { t } from '../base/l10n.ts';
import type { Advice } from '../records/record.ts';
import { REASONS } from '../wording/wording.ts';

/** Findings whose message holds no word of the file. */
const QUOTES_NOTHING: ReadonlySet<string> = new Set([
  'missing-field',
  'bad-value',
  'newer-schema',
  'unclear-mark',
  'template',
  'ends-before-start',
  'loose-evidence',
  'loose-risk',
  'no-evidence',
  'missing-baseline',
  'missing-target',
  'tabs',
  'not-a-map',
  'conflict',
  'unclosed',
  'not-utf8',
  'too-large',
  'outside-folder',
  'unreadable',
  'too-deep',
  'too-many',
  'front-matter',
  ...Object.keys(REASONS),
]);

/** What the others say without the words they quote. */
const UNQUOTED: { readonly [code: string]: () => string } = {
  yaml: () => t('The fields cannot be read.'),
  'duplicate-key': () => t('A field is given twice; the first one counts.'),
  'bad-id': () => t('This cannot be an id. Use letters, digits, dots, dashes and underscores, at most 100.'),
  'duplicate-id': () => t('Another record has this id too.'),
  'unknown-field': () => t('This field is kept but ignored. Is its name misspelled?'),
  'unknown-id': () => t('No record has this id.'),
  'wrong-kind': () => t('This is the id of a record of another kind.'),
  'unknown-member': () => t('This is not a member of the team in because.yml.'),
};

/** The finding without a word of the file it is about. */
export function discreet(finding: Advice): Advice {
  if (QUOTES_NOTHING.has(finding.code)) return finding;
  return { ...finding, message: UNQUOTED[finding.code]?.() ?? t('Something is not right here.') };
}
