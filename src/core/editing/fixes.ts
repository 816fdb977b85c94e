/** What would mend a finding: changes of fields, most likely first, for the surfaces to carry out. */

import { mintId, slug } from '../base/ids.ts';
import { t } from '../base/l10n.ts';
import { fieldsOf, ID, isKind, type KindName, kindOf } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { withDismissal } from '../records/dismissals.ts';
import type { Advice, ContextRecord, FieldPath } from '../records/record.ts';
import { valueAt } from '../records/written.ts';
import { asPercent, offScale } from '../scoring/offScale.ts';
import { oneLine } from '../text/foreignText.ts';
import { type RewritePart, rewriteOf } from '../wording/wording.ts';
import { fieldAt } from './fieldHelp.ts';

/** How a fix is carried out. */
export type Remedy =
  /** Sets a field's value. */
  | { readonly do: 'set'; readonly path: FieldPath; readonly value: unknown }
  /** Writes a field, and leaves to the person what stands for `BLANK` in its value; `values` to choose from. */
  | { readonly do: 'fill'; readonly path: FieldPath; readonly value: unknown; readonly values: readonly string[] }
  /** Writes another text over the finding's place. */
  | { readonly do: 'replace'; readonly text: string }
  /** Writes other words over the finding's place, some of which the person puts there. */
  | { readonly do: 'rewrite'; readonly parts: readonly RewritePart[] }
  /** Writes a new record with the id. */
  | { readonly do: 'create'; readonly kind: KindName; readonly id: string }
  /** Asks for evidence behind an initiative. */
  | { readonly do: 'evidence'; readonly initiative: string }
  /** Says that a persona was checked today. */
  | { readonly do: 'validate'; readonly persona: string };

/** Stands for the words that a person will write: a word no record holds. */
export const BLANK = 'BECAUSE-7f3k9q2m-BLANK';

export interface Fix {
  readonly title: string;
  /** The one clear fix of this finding. */
  readonly preferred: boolean;
  readonly remedy: Remedy;
}

/** The fixes of one finding. A record that is broken or written by a newer version is left to people. */
export function fixesFor(library: Library, shown: ContextRecord, finding: Advice): readonly Fix[] {
  // They stand in the record's own file.
  const record = shown.itself;
  if (record.broken || record.readOnly) return [];
  const own = OWN[finding.code.replace(/^loose-.*/, 'loose')]?.(record, finding) ?? [];
  const replaced = [...insteadOf(record, finding), ...own];
  const rewritten = rewriting(record, finding);
  const created = finding.code === 'unknown-id' ? creations(library, record, finding) : [];
  const all = [
    ...replaced,
    ...rewritten,
    ...created,
    ...(finding.dismissible ? [dismissal(record, finding.code)] : []),
  ];
  return all.map((fix) => ({ ...fix, title: oneLine(fix.title) }));
}

type Mend = (record: ContextRecord, finding: Advice) => readonly Fix[];

/** Characters of a rewrite that its title shows. */
const LONGEST = 80;

/** What a record can be about. */
const ABOUT = ['initiative', 'problem'];

const OWN: { readonly [code: string]: Mend } = {
  'missing-field': filling,
  'missing-baseline': filling,
  'missing-target': filling,
  'unknown-field': renaming,
  'unclear-mark': renaming,
  'bad-value': numberInText,
  'off-scale': shareAsPercent,
  'duplicate-id': (record) => [newId(record, mintId(kindOf(record.kind)?.prefix ?? record.kind.slice(0, 2)))],
  'bad-id': (record) => {
    const readable = slug(record.id);
    return [newId(record, ID.test(readable) ? readable : mintId(kindOf(record.kind)?.prefix ?? 'id'))];
  },
  'unsupported-claim': () => [fill(['validation'], [])],
  'no-evidence': ({ id }) => [
    { title: t('Add Evidence from Clipboard…'), preferred: false, remedy: { do: 'evidence', initiative: id } },
  ],
  'stale-persona': ({ id: persona }) => [
    { title: t('Mark as Validated Today'), preferred: true, remedy: { do: 'validate', persona } },
  ],
  loose: ({ kind }) =>
    Object.keys(fieldsOf(kind))
      .filter((name) => ABOUT.includes(name))
      .map((name) => fill([name], [])),
};

function renaming(_record: ContextRecord, { instead = [] }: Advice): readonly Fix[] {
  return instead.map((text, index) => ({
    title: t('Change to “{0}”', text),
    preferred: index === 0 && instead.length === 1,
    remedy: { do: 'replace', text },
  }));
}

/** The words another way. Between quotes, where other offsets hold, they are left to the person. */
function rewriting(record: ContextRecord, { code, span }: Advice): readonly Fix[] {
  const words = record.source.text.slice(span.start, span.end);
  const parts = /^['"|>]/.test(words) ? undefined : rewriteOf(code, words);
  if (!parts) return [];
  const goesOn = /^[^\r\n]*\S/.test(record.source.text.slice(span.end));
  const said =
    parts.map((part) => (typeof part === 'string' ? part : `‹${part.hole}›`)).join('') + (goesOn ? ' …' : '');
  return [
    {
      title: t('Rewrite: {0}', said.length > LONGEST ? `${said.slice(0, LONGEST - 1).trimEnd()}…` : said),
      preferred: false,
      remedy: { do: 'rewrite', parts },
    },
  ];
}

function filling(record: ContextRecord, { field }: Advice): readonly Fix[] {
  if (!field) return [];
  return [{ ...fill(field, fieldAt(fieldsOf(record.kind), field)?.values ?? []), preferred: true }];
}

function fill(path: FieldPath, values: readonly string[]): Fix {
  return {
    title: t('Add “{0}”', path.join('.')),
    preferred: false,
    remedy: { do: 'fill', path, value: BLANK, values },
  };
}

/** A number in quotes is a text to YAML, and hardly ever meant as one where a number belongs. */
function numberInText(record: ContextRecord, { field: path }: Advice): readonly Fix[] {
  const field = path && fieldAt(fieldsOf(record.kind), path);
  const written = path && valueAt(record.source.raw, path);
  if (!path || field?.type !== 'number' || typeof written !== 'string' || written.trim() === '') return [];
  const value = Number(written);
  if (field.read(value) === undefined) return [];
  return [set(t('Change to {0}', value), path, value)];
}

/** A confidence of 0.8 is meant as 80; so is each number of a range. */
function shareAsPercent(record: ContextRecord, { field = [] }: Advice): readonly Fix[] {
  const step = field.at(-1);
  const path = step === 'low' || step === 'likely' || step === 'high' ? field.slice(0, -1) : field;
  const written = valueAt(record.source.raw, path);
  const points = Object.entries(typeof written === 'object' ? { ...written } : { written });
  const isShare = points.every(
    ([, value]) => typeof value === 'number' && offScale('confidence', value) === 'fraction',
  );
  if (!isShare || factorAt(record, path) !== 'confidence') return [];
  const percents = Object.fromEntries(points.map(([name, value]) => [name, asPercent(Number(value))]));
  const value = path === field ? percents.written : percents;
  return [set(t('Change to {0}', Object.values(percents).join(', ')), path, value)];
}

/** Which factor a number is of: a challenge says so beside it. */
function factorAt(record: ContextRecord, path: FieldPath): unknown {
  return path.at(-1) === 'to' ? record.source.raw.factor : path.at(-1);
}

function insteadOf(record: ContextRecord, { code, instead = [], field: path }: Advice): readonly Fix[] {
  if (!path || OWN[code] === renaming || Array.isArray(valueAt(record.source.raw, path))) return [];
  const isBoolean = fieldAt(fieldsOf(record.kind), path)?.type === 'boolean';
  return instead.map((text) =>
    set(t('Change to “{0}”', text), path, isBoolean ? text === 'true' : text, instead.length === 1),
  );
}

function creations(library: Library, record: ContextRecord, { field }: Advice): readonly Fix[] {
  const reference = record.references.find(({ field: at }) => at.join('/') === field?.join('/'));
  if (!reference || !ID.test(reference.id) || library.named(reference.id).length > 0) return [];
  const { id, refers } = reference;
  return refers
    .filter(isKind)
    .filter(needsNothing)
    .map((kind) => ({
      title: t('Create {0} “{1}”', kindOf(kind)?.label() ?? kind, id),
      preferred: false,
      remedy: { do: 'create', kind, id },
    }));
}

/** Whether an id is enough for a record of the kind. A sprint, say, needs its days, which only people know. */
function needsNothing(kind: KindName): boolean {
  return Object.values(kindOf(kind)?.fields ?? {}).every((field) => !field.required || field.always);
}

const newId = (record: ContextRecord, id: string): Fix =>
  set(t('Give {0} the id “{1}”', record.shownPath, id), ['id'], id);

function dismissal(record: ContextRecord, code: string): Fix {
  const value = withDismissal(record.source.raw.dismissed, code, BLANK);
  return {
    title: t('Dismiss “{0}” for this record…', code),
    preferred: false,
    remedy: { do: 'fill', path: ['dismissed'], value, values: [] },
  };
}

const set = (title: string, path: FieldPath, value: unknown, preferred = true): Fix => ({
  title,
  preferred,
  remedy: { do: 'set', path, value },
});
