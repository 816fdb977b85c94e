/** What could be written at a place of a record: fields, and values that are right there. */

import { t } from '../base/l10n.ts';
import { fieldsOf, kindOf } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import type { Field, Fields } from '../records/field.ts';
import { oneLine } from '../text/foreignText.ts';
import { fieldAt, fieldHelp, fieldsAt } from './fieldHelp.ts';
import type { KeyPlace, Place, RecordPlace, ValuePlace } from './place.ts';
import { emptyRecord } from './place.ts';
import { idForFile, mapsSnippet, recordSnippet } from './recordSnippet.ts';
import { type Suggestion, type Suggestions, valuesFor } from './values.ts';

/** What suggestions are made from. */
export interface Writing {
  readonly library: Library;
  /** The kind of the record that is written, and its path below the context folder. */
  readonly kind: string;
  readonly path: string;
  readonly text: string;
  readonly now: Date;
  /** The member who is writing, if known. */
  readonly me?: string | undefined;
}

/** What could stand at the place. */
export function suggest(writing: Writing, place: Place): Suggestions | undefined {
  const found = suggestions(writing, place);
  return found && { ...found, all: found.all.map(shownOnOneLine) };
}

/** What is inserted stays as it is; what is shown is foreign text beside ours. */
function shownOnOneLine({ label, description, help, ...rest }: Suggestion): Suggestion {
  return {
    ...rest,
    label: oneLine(label),
    description: description && oneLine(description),
    ...(help && { help: help.map(oneLine) }),
  };
}

function suggestions(writing: Writing, place: Place): Suggestions | undefined {
  if (place.at === 'record') return wholeRecord(writing, place);
  const fields = fieldsOf(writing.kind);
  if (place.at === 'key') return keys(writing, fields, place);
  const field = fieldAt(fields, place.path);
  if (!field) return undefined;
  return field.fields ? inMap(field, place) : values(writing, field, place);
}

function wholeRecord(writing: Writing, place: RecordPlace): Suggestions | undefined {
  const kind = kindOf(writing.kind);
  if (!kind || kind.starts.length === 0) return undefined;
  const whole: Suggestion = {
    label: t('New {0}', kind.label()),
    description: t('all the usual fields'),
    help: [kind.help(), kind.bodyHelp()],
    insert: recordSnippet(kind, idForFile(kind, writing.path), place),
    snippet: true,
    // In an empty file there is nothing to compare with but the dashes.
    filter: `--- ${kind.name}`,
    icon: 'snippet',
  };
  return { span: place.span, all: [whole], partial: false };
}

function keys(writing: Writing, fields: Fields, place: KeyPlace): Suggestions | undefined {
  const within = fieldsAt(fields, place.path);
  if (!within) return undefined;
  const empty = emptyRecord(writing.text, place);
  const whole = empty && !place.hasColon ? (wholeRecord(writing, empty)?.all ?? []) : [];
  return { span: place.span, all: [...whole, ...fieldNames(within, place)], partial: false };
}

function fieldNames(
  fields: Fields,
  { taken, hasColon, flow }: Pick<KeyPlace, 'taken' | 'hasColon' | 'flow'>,
  before = '',
) {
  const free = Object.entries(fields).filter(([name]) => !taken.includes(name));
  const ordered = [...free.filter(([, { required }]) => required), ...free.filter(([, { required }]) => !required)];
  return ordered.map(([name, field]): Suggestion => {
    const value = hasColon ? undefined : valueSnippet(field, flow);
    return {
      label: name,
      description: field.required ? t('required') : undefined,
      help: fieldHelp(field),
      insert: before + (hasColon ? name : `${name}:${value ?? ' '}`),
      snippet: value !== undefined,
      icon: 'field',
      more: !hasColon && value === undefined && field.type !== 'text',
    };
  });
}

/** What follows a field's colon where it is more than one value, as a snippet. */
function valueSnippet(field: Field, flow: boolean): string | undefined {
  if (!field.fields) return undefined;
  if (flow) return field.many ? ' [{$0}]' : ' {$0}';
  return field.many ? mapsSnippet(field) : '\n  $0';
}

/** Where a map belongs and nothing of it is written: its fields, below or between braces. */
function inMap(field: Field, place: ValuePlace): Suggestions | undefined {
  const fields = field.fields ?? {};
  const isItem = typeof place.path.at(-1) === 'number';
  const nothing = { taken: [], hasColon: false, flow: place.flow };
  if (place.quoted) return undefined;
  if (field.many && !isItem && place.ownLine) {
    return { span: place.span, all: fieldNames(fields, nothing, '- '), partial: false };
  }
  const braces: Suggestion = {
    label: '{ }',
    description: t('all fields on one line'),
    help: fieldHelp(field),
    insert: field.many && !isItem ? `[${bracesWith(fields)}]` : bracesWith(fields),
    snippet: true,
    filter: '{',
    icon: 'snippet',
  };
  const below = (isItem || place.ownLine) && !place.flow ? fieldNames(fields, nothing) : [];
  return { span: place.span, all: [...below, braces], partial: false };
}

function bracesWith(fields: Fields): string {
  return `{${Object.keys(fields)
    .map((name, index) => `${name}: \${${index + 1}}`)
    .join(', ')}}`;
}

function values(writing: Writing, field: Field, place: ValuePlace): Suggestions | undefined {
  const isItem = typeof place.path.at(-1) === 'number';
  const typed = writing.text.slice(place.span.start, place.span.end);
  const found = valuesFor(writing, field, place, typed);
  if (!found) return undefined;
  const dash = field.many && !isItem && place.ownLine && !place.quoted ? '- ' : '';
  const all = found.all.map((one) => {
    if (one.create) return one;
    return { ...one, insert: dash + (place.quoted ? one.insert : written(one.insert)) };
  });
  return { span: place.span, all, partial: found.partial };
}

/** YAML takes some texts for something else than text; these need quotes. */
function written(value: string): string {
  const isPlain = /^[A-Za-z_/][\w./@+-]*$|^\d+-[\w.:+-]+$|^\d+(?:\.\d+)? [a-z]+$/.test(value);
  const isWord = /^(?:null|yes|no|on|off|y|n)$/i.test(value);
  return isPlain && !isWord ? value : JSON.stringify(value);
}
