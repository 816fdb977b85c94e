/** Everything that is wrong or could be better about one record, with its exact place. */

import { boundedAdvice, MOST } from '../advice/advice.ts';
import { discreet } from '../advice/discreet.ts';
import { t } from '../base/l10n.ts';
import { fieldsOf, ID, kindOf } from '../kinds/all.ts';
import { TEAM_FILE } from '../kinds/team.ts';
import type { Lookup } from '../records/face.ts';
import { type Field, type Fields, writtenFor } from '../records/field.ts';
import type { CommonValues, Kind } from '../records/kind.ts';
import { isMark } from '../records/privacy.ts';
import type { Advice, ContextRecord, FieldPath, Part, Reference } from '../records/record.ts';
import { templateFields, templateLines } from '../records/template.ts';
import { textAt } from '../records/written.ts';
import type { Span } from '../text/positions.ts';
import { nearest } from '../wording/nearest.ts';

/** What findings need to know beyond one record. */
export interface Surroundings extends Lookup {
  named(id: string): readonly ContextRecord[];
  /** The ids of a kind, for did-you-mean. */
  idsOf(kind: string): Iterable<string>;
  /** The ids of the team's members. */
  readonly memberIds: ReadonlySet<string>;
}

/** Advice that a record turned down, and why, where somebody wrote that down. */
export interface Dismissed extends Advice {
  readonly reason: string | undefined;
}

/** All findings of a record, in the order they stand in the file, without those its `dismissed:` names. */
export function findingsOf(shown: ContextRecord, around: Surroundings): readonly Advice[] {
  const record = shown.itself;
  const form = record.source.problems.map(
    ({ code, message, span }): Advice => ({ code, severity: 'error', message, span }),
  );
  // Advice on the content of a file that could not be read would be guesswork.
  const reasons = reasonsIn(record);
  const content =
    form.length > 0
      ? []
      : contentFindings(record, around).filter(({ dismissible, code }) => !dismissible || !reasons.has(code));
  const identity = record.path === TEAM_FILE ? [] : identityFindings(record, around);
  const all = [...form, ...identity, ...content].sort((a, b) => a.span.start - b.span.start);
  return shown.withheld ? all.map(discreet) : all;
}

/** What `findingsOf` leaves out; nothing of a record that must not be shown. */
export function dismissedIn(record: ContextRecord, around: Surroundings): readonly Dismissed[] {
  const reasons = reasonsIn(record);
  if (record.withheld || record.broken || reasons.size === 0) return [];
  return contentFindings(record, around)
    .filter(({ dismissible, code }) => dismissible && reasons.has(code))
    .map((finding) => ({ ...finding, reason: reasons.get(finding.code) }));
}

/** Why each advice is dismissed, by its name. */
function reasonsIn({ values }: ContextRecord): ReadonlyMap<string, string | undefined> {
  const { dismissed = [] } = values as Partial<CommonValues>;
  return new Map(dismissed.map(({ check, reason }) => [check, reason]));
}

function contentFindings(record: ContextRecord, around: Surroundings): Advice[] {
  const fields = fieldsOf(record.kind);
  const known = kindOf(record.kind);
  return [
    ...versionFindings(record),
    ...fieldFindings(record, fields, record.source.raw, []),
    ...(known ? nearMisses(record, fields) : []),
    ...referenceFindings(record, around),
    ...memberFindings(record, fields, around),
    ...templateFindings(record),
    ...(known?.loose ? looseFindings(record, known.loose(), known) : []),
    ...(known?.lint?.(record as never, around) ?? []),
  ];
}

/** What is about nothing would be found nowhere. */
function looseFindings(record: ContextRecord, message: string, { name, starts }: Kind): Advice[] {
  const { initiative, problem } = record.source.raw;
  if (initiative || problem) return [];
  const span = place(record, [starts.find((field) => field !== 'initiative') ?? ''], 'pair');
  return [{ code: `loose-${name}`, severity: 'warning', message, span, dismissible: true }];
}

function place(record: ContextRecord, path: FieldPath, part: Part = 'value'): Span {
  return record.source.locate(path, part) ?? { start: 0, end: Math.min(3, record.source.text.length) };
}

function identityFindings(record: ContextRecord, around: Surroundings): Advice[] {
  const findings: Advice[] = [];
  const find = (code: string, message: string) =>
    findings.push({ code, severity: 'error', message, span: place(record, ['id']), field: ['id'] });
  const id = shorten(record.id);
  const others = around.named(record.id).flatMap(({ path, shownPath }) => (path === record.path ? [] : shownPath));
  if (!ID.test(record.id)) {
    find('bad-id', t('“{0}” cannot be an id. Use letters, digits, dots, dashes and underscores, at most 100.', id));
  }
  if (others.length > 0) find('duplicate-id', t('{0} is also the id of {1}.', record.id, listed(others)));
  return findings;
}

/** Names enough to begin with. */
function listed(names: readonly string[]): string {
  return names.length <= 10 ? names.join(', ') : `${names.slice(0, 10).join(', ')}, …`;
}

function versionFindings(record: ContextRecord): Advice[] {
  if (!record.readOnly || record.keptIn !== undefined) return [];
  const message = t('Written by a newer version of Because. Update Because to edit it.');
  return [{ code: 'newer-schema', severity: 'info', message, span: place(record, ['schema']), field: ['schema'] }];
}

/** Missing and wrong values, through maps and lists of maps. */
function fieldFindings(
  record: ContextRecord,
  fields: Fields,
  raw: ContextRecord['source']['raw'],
  path: FieldPath,
): Advice[] {
  const findings: Advice[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const written = writtenFor(field, raw, name);
    const here = [...path, name];
    if (written === undefined || (written === null && !field.filled)) {
      if (field.required) findings.push(missing(record, name, here, path));
      continue;
    }
    if (field.read(written) === undefined) findings.push(wrong(record, field, written, here));
    else if (field.fields) findings.push(...nestedFindings(record, field, written, here));
  }
  return findings;
}

function nestedFindings(record: ContextRecord, field: Field, written: unknown, path: FieldPath): Advice[] {
  const fields = field.fields ?? {};
  const items = field.many && Array.isArray(written) ? written.entries() : undefined;
  if (!items) return fieldFindings(record, fields, written as { [name: string]: unknown }, path);
  const findings: Advice[] = [];
  for (const [index, item] of items) {
    findings.push(...fieldFindings(record, fields, item, [...path, index]));
    if (findings.length < MOST) continue;
    const message = t('From here on, the values of this list are not checked: {0} are wrong.', findings.length);
    return [...findings, { code: 'more', severity: 'info', message, span: place(record, [...path, index]) }];
  }
  return findings;
}

function missing(record: ContextRecord, name: string, field: FieldPath, parent: FieldPath): Advice {
  const span = parent.length > 0 ? place(record, parent) : { start: 0, end: Math.min(3, record.source.text.length) };
  return { code: 'missing-field', severity: 'warning', message: t('“{0}” is missing.', name), span, field };
}

function wrong(record: ContextRecord, field: Field, written: unknown, path: FieldPath): Advice {
  const name = String(path.filter((step) => typeof step === 'string').at(-1));
  const instead = field.values && typeof written === 'string' ? nearest(written, field.values) : [];
  const message = t('{0} should be {1}.', name, field.expected());
  const choices = instead.length > 0 ? instead : (field.values ?? []);
  return { code: 'bad-value', severity: 'warning', message, span: place(record, path), field: path, instead: choices };
}

/** A field nobody knows is kept and shown; only one that looks like a slip of the finger is mentioned. */
function nearMisses(record: ContextRecord, fields: Fields): Advice[] {
  const { raw } = record.source;
  const free = Object.keys(fields).filter((field) => !Object.hasOwn(raw, field));
  const unknown = Object.keys(raw).filter((name) => !Object.hasOwn(fields, name));
  return unknown.flatMap((name): Advice[] => {
    const about = () => ({ span: place(record, [name], 'key'), field: [name] });
    if (isMark(name)) {
      const message = t('“{0}” is taken for “sensitive”, to be safe.', name);
      return [{ code: 'unclear-mark', severity: 'warning', message, instead: ['sensitive'], ...about() }];
    }
    const instead = nearest(name, free).slice(0, 1);
    if (!instead[0]) return [];
    const message = t('“{0}” is kept but ignored. Did you mean “{1}”?', name, instead[0]);
    return [{ code: 'unknown-field', severity: 'hint', message, instead, dismissible: true, ...about() }];
  });
}

function referenceFindings(record: ContextRecord, around: Surroundings): Advice[] {
  const wrong = record.references.filter(({ id, refers }) => {
    const target = around.find(id);
    return !target || (refers.length > 0 && !refers.includes(target.kind));
  });
  return boundedAdvice(record, wrong, (reference) => referenceFinding(record, reference, around));
}

function referenceFinding(record: ContextRecord, { id, field, refers }: Reference, around: Surroundings): Advice {
  const span = place(record, field);
  const target = around.find(id);
  if (target) {
    const kind = kindOf(target.kind)?.label() ?? target.kind;
    const message = t('{0} is of kind “{1}”, but this field needs “{2}”.', id, kind, labels(refers));
    return { code: 'wrong-kind', severity: 'warning', message, span, field };
  }
  const pool = refers.length > 0 ? refers.flatMap((kind) => [...around.idsOf(kind)]) : [];
  const instead = nearest(id, pool);
  const message = instead[0]
    ? t('No record has the id {0}. Did you mean {1}?', shorten(id), instead[0])
    : t('No record has the id {0}.', shorten(id));
  return { code: 'unknown-id', severity: 'warning', message, span, field, instead };
}

interface Named {
  readonly id: string;
  readonly field: FieldPath;
}

function memberFindings(record: ContextRecord, fields: Fields, around: Surroundings): Advice[] {
  if (around.memberIds.size === 0) return [];
  const { raw } = record.source;
  const wrong = Object.entries(fields).flatMap(([name, { type }]): Named[] => {
    if (type !== 'member') return [];
    const written = raw[name];
    const people = Array.isArray(written)
      ? Array.from(written.keys(), (index) => ({ id: textAt(written, index), field: [name, index] }))
      : [{ id: textAt(raw, name), field: [name] }];
    return people.flatMap(({ id, field }) => (id === undefined || around.memberIds.has(id) ? [] : { id, field }));
  });
  return boundedAdvice(record, wrong, ({ id, field }) => {
    const instead = nearest(id, around.memberIds);
    const message = instead[0]
      ? t('{0} is not a member of the team. Did you mean {1}?', shorten(id), instead[0])
      : t('{0} is not a member of the team in because.yml.', shorten(id));
    return { code: 'unknown-member', severity: 'warning', message, span: place(record, field), field, instead };
  });
}

/** What nobody has written over yet counts as empty, so it should not look as if somebody had said it. */
function templateFindings(record: ContextRecord): Advice[] {
  const { text, raw, bodyStart } = record.source;
  const lines = templateLines(text.slice(bodyStart), record.template);
  const spans = [
    ...templateFields(raw, record.template).map((path) => place(record, path)),
    ...lines.map(({ start, end }) => ({ start: bodyStart + start, end: bodyStart + end })),
  ];
  const message = t('This is still the template’s text. Write your own over it, or delete it.');
  return spans.map((span) => ({ code: 'template', severity: 'info', message, span }));
}

const labels = (kinds: readonly string[]) => kinds.map((kind) => kindOf(kind)?.label() ?? kind).join(' / ');

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
