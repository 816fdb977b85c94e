/** The lossless reader and editor of records: Markdown with YAML front matter, and plain YAML files. */

import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import type { FieldPath } from '../core/records/record.ts';
import { conflictAtTop, conflictIn, type Layout, layoutOf, markLength } from '../core/text/fence.ts';
import { lineEndingOf } from '../core/text/lines.ts';
import type { Span } from '../core/text/positions.ts';
import { refuse } from './frontMatter/change.ts';
import { type Reading, readYaml } from './frontMatter/document.ts';
import { editYaml } from './frontMatter/edit.ts';
import { spanIn } from './frontMatter/entries.ts';
import { nearMiss, nearMissOfYaml } from './frontMatter/nearMiss.ts';
import { quickPlaces, quickRead } from './frontMatter/reading/quick.ts';
import { newValues, type Parsed, type Problem, type Values } from './frontMatter/reading/shape.ts';
import { pairLines } from './frontMatter/render.ts';
import { plainData, same } from './frontMatter/sameness.ts';

/** Reads a record. Never throws, whatever the text. */
export function parseRecord(text: string): Parsed {
  const layout = layoutOf(text);
  const problem = topProblem(text, layout);
  const { kind, yaml } = layout;
  const bodyStart = problem ? markLength(text) : layout.bodyStart;
  const rest = { body: text.slice(bodyStart), bodyStart, hasFrontMatter: kind === 'closed' && !problem };
  if (rest.hasFrontMatter) return { ...parsePart(text, yaml), ...rest };
  return { values: newValues(), problems: problem ? [problem] : [], spanOf: () => undefined, ...rest };
}

/** Reads a plain YAML file, all of which is one map. Never throws. */
export function parseYaml(text: string): Parsed {
  const whole = { start: markLength(text), end: text.length };
  const problem = nearMissOfYaml(text);
  const part = problem ? { values: newValues(), problems: [problem], spanOf: () => undefined } : parsePart(text, whole);
  return { ...part, body: '', bodyStart: text.length, hasFrontMatter: true };
}

/**
 * The record with one field set, or removed when the value is undefined; no byte of another field changes. A record
 * without front matter gets one. Throws a BecauseError 'not-editable' when it cannot be done without loss.
 */
export function setField(text: string, path: FieldPath, value: unknown): string {
  const layout = layoutOf(text);
  refuseBroken(topProblem(text, layout));
  const { kind, yaml, bodyStart } = layout;
  if (kind === 'closed') return replacePart(text, yaml, path, value);
  const fields = edited(text, '', path, value);
  if (fields === '') return text;
  const fence = `---${lineEndingOf(text)}`;
  return text.slice(0, bodyStart) + fence + fields + fence + text.slice(bodyStart);
}

/** The plain YAML file with one field set, or removed when the value is undefined. Throws like setField. */
export function setYamlField(text: string, path: FieldPath, value: unknown): string {
  refuseBroken(nearMissOfYaml(text));
  return replacePart(text, { start: markLength(text), end: text.length }, path, value);
}

/** The record with another body; the front matter keeps every byte. Throws like setField. */
export function setBody(text: string, body: string): string {
  const layout = layoutOf(text);
  refuseBroken(topProblem(text, layout));
  const { kind, bodyStart } = layout;
  const ended = kind === 'none' || body === '' || text[bodyStart - 1] === '\n';
  const changed = text.slice(0, bodyStart) + (ended ? '' : lineEndingOf(text)) + body;
  const read = layoutOf(changed);
  if (read.kind !== kind || changed.slice(read.bodyStart) !== body || topProblem(changed, read)) {
    refuse(t('This text would be read as fields, not as text.'));
  }
  return changed;
}

/** The text of a new record, with LF line endings. Fields that are undefined are left out. */
export function newRecord(fields: Record<string, unknown>, body: string): string {
  const wanted = plainData(fields) as Values;
  const lines = Object.entries(wanted).flatMap(([key, value]) => pairLines(key, value));
  const yaml = lines.map((line) => `${line}\n`).join('');
  const { values, problems } = readYaml(yaml);
  if (problems.length > 0 || !same(values, wanted)) {
    throw new BecauseError('bad-input', t('These fields cannot be written as YAML.'));
  }
  return `---\n${yaml}---\n${body}`;
}

function parsePart(text: string, part: Span): Pick<Parsed, 'values' | 'problems' | 'spanOf'> {
  const { values, problems } = quickRead(text, part) ?? readSlowly(text.slice(part.start, part.end), part.start);
  let find: Parsed['spanOf'] | undefined;
  return {
    values,
    problems,
    // Places are many times larger than the values, and few readers ask where something stands.
    spanOf(path, which = 'value') {
      find ??= quickPlaces(text, part) ?? placesIn(readYaml(text.slice(part.start, part.end)), part.start);
      return find(path, which);
    },
  };
}

/** What the quick reader reads holds no conflict. */
function readSlowly(source: string, offset: number): Pick<Parsed, 'values' | 'problems'> {
  const conflict = conflictIn(source);
  const { values, problems } = conflict
    ? { values: newValues(), problems: [conflictProblem(conflict)] }
    : readYaml(source);
  return { values, problems: problems.map((problem) => ({ ...problem, span: moved(problem.span, offset) })) };
}

const placesIn =
  (reading: Reading, offset: number): Parsed['spanOf'] =>
  (path, which = 'value') => {
    const span = spanIn(reading, path, which);
    return span && moved(span, offset);
  };

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

function replacePart(text: string, { start, end }: Span, path: FieldPath, value: unknown): string {
  const source = text.slice(start, end);
  const changed = edited(text, source, path, value);
  return changed === source ? text : text.slice(0, start) + changed + text.slice(end);
}

/** A part of a text, edited. Where it has no line end to go by, it gets those of the text. */
function edited(text: string, part: string, path: FieldPath, value: unknown): string {
  const changed = editYaml(part, path, value);
  return part.includes('\n') ? changed : changed.replaceAll('\n', lineEndingOf(text));
}

function conflictProblem(span: Span): Problem {
  return { code: 'conflict', message: t('A merge left conflict markers here.'), span };
}

function topProblem(text: string, layout: Layout): Problem | undefined {
  const conflict = layout.kind === 'none' ? conflictAtTop(text) : undefined;
  if (conflict) return conflictProblem(conflict);
  const near = nearMiss(text, layout);
  if (near || layout.kind !== 'unclosed') return near;
  const start = markLength(text);
  const message = t('The fields start with "---", but no line with "---" ends them.');
  return { code: 'unclosed', message, span: { start, end: start + 3 } };
}

function refuseBroken(problem: Problem | undefined): void {
  if (problem) refuse(problem.message, t('Correct the file by hand first.'));
}
