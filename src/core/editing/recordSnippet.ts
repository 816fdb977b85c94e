/** The text a new record starts with, as a snippet; made of what its kind says. */
import { mintId } from '../base/ids.ts';
import { ID, kindOf } from '../kinds/all.ts';
import type { Field } from '../records/field.ts';
import type { Kind } from '../records/kind.ts';
import type { ContextRecord } from '../records/record.ts';
import { startLines, stopOf } from '../records/template.ts';
import type { RecordPlace } from './place.ts';

/** The id a file in the place of a new record would have: its name's last part, as tools name files, or a new one. */
export function idForFile(kind: Pick<Kind, 'prefix'>, path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  const last = name.slice(name.lastIndexOf('.') + 1);
  const id = last.startsWith(`${kind.prefix}-`) ? last : name;
  return ID.test(id) ? id : mintId(kind.prefix);
}

/** The snippet of a whole record, without the parts that are already there. */
export function recordSnippet(
  kind: Kind,
  id: string,
  place: Pick<RecordPlace, 'opened' | 'closed' | 'hasBody'>,
): string {
  const lines = [`id: ${escapeSnippet(id)}`, 'title: ${1}', ...startLines(kind).values()];
  if (!place.opened) lines.unshift('---');
  if (place.closed) return lines.join('\n');
  return [...lines, '---', ...(place.hasBody ? [] : [kind.snippetBody])].join('\n');
}

/**
 * What a record that was just written still lacks, as a snippet from `start` to the end of its file: the fields its kind
 * starts with, and a body. Undefined where somebody wrote one already.
 */
export function fillingOf({
  kind: name,
  source,
  itself,
}: ContextRecord): { start: number; snippet: string } | undefined {
  const kind = kindOf(name);
  const start = (source.locate(['by'], 'pair') ?? source.locate(['created'], 'pair'))?.start;
  if (!kind || start === undefined || itself.body !== '') return undefined;
  const lines = [...startLines(kind)].flatMap(([field, line]) => (Object.hasOwn(source.raw, field) ? [] : `${line}\n`));
  return { start, snippet: [...lines, escapeSnippet(source.text.slice(start)), kind.snippetBody].join('') };
}

/** Two make a list: one alone shows neither where the next begins nor that there may be one. */
const ITEMS = 2;

/** A list of maps as a snippet, each with the fields it starts with below its dash. */
export function mapsSnippet({ fields = {}, starts = Object.keys(fields) }: Pick<Field, 'fields' | 'starts'>): string {
  const names = Object.entries(fields).filter(([name]) => starts.includes(name));
  const item = (number: number): string =>
    names
      .map(([name, field], index) => {
        const stop = stopOf(number * names.length + index + 1, field);
        return `\n  ${index === 0 ? '-' : ' '} ${name}: ${stop}`;
      })
      .join('');
  return Array.from({ length: ITEMS }, (_, number) => item(number)).join('');
}

/** Text that stands for itself in a snippet. */
function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
