/** Changing what a record says: its title, its body, and no other byte. */

import * as z from 'zod/mini';
import { field, words } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { kindOf } from '../core/kinds/all.ts';
import type { FieldChange } from '../core/library/change.ts';
import { recordInput } from '../core/library/inputs.ts';
import { commonFields } from '../core/records/kind.ts';
import type { ContextRecord } from '../core/records/record.ts';
import { action, written } from './action.ts';
import { recordNamed } from './named.ts';

export const editText = action({
  name: 'editText',
  title: () => t('Edit Text'),
  input: z.object({
    id: recordInput('risk', () => t('Which record do you want to edit?'), { any: ({ records }) => records }),
    title: z.optional(field(words, commonFields.title.help)),
    body: z.optional(field(z.string(), () => t('The new text of the record, as Markdown.'))),
  }),
  async run(because, { id, title, body }) {
    const record = (await recordNamed(because, id)).itself;
    const fields: FieldChange[] = title === undefined || title === record.title ? [] : [[['title'], title]];
    const text = body === undefined ? undefined : bodyWith(record, body);
    return written(because, [{ edit: record, fields, body: text }]);
  },
});

/** The text a person edits: the title on the first line, like a commit message; of what has no title the body alone. */
export function textToEdit({ kind, title, body }: ContextRecord): string {
  const text = unixLines(body).trim();
  return kindOf(kind)?.untitled ? text : [title, text].filter(Boolean).join('\n\n');
}

/** That text, edited, as the input of the action that writes it. */
export function editOf({ id, kind }: ContextRecord, text: string): { id: string; title?: string; body: string } {
  if (kindOf(kind)?.untitled) return { id, body: text };
  const [title = '', ...body] = text.trim().split('\n');
  return { id, title: title.trim(), body: body.join('\n').trim() };
}

/** The record's body with another text in it; undefined where it says that already. */
export function bodyWith({ itself }: ContextRecord, text: string): string | undefined {
  const { body, source } = itself;
  return text.trim() === unixLines(body).trim() ? undefined : inPlaceOf(body, text, source.text);
}

/** The new body with the blank lines around the old one, in the file's own line ends. */
function inPlaceOf(old: string, body: string, file: string): string {
  const before = /^\s*\n/.exec(old)?.[0] ?? '';
  const after = old.slice(old.trimEnd().length) || '\n';
  const text = body.trim() === '' ? '' : before + unixLines(body).trim() + (old.trim() === '' ? '\n' : after);
  return file.includes('\r\n') ? unixLines(text).replaceAll('\n', '\r\n') : text;
}

function unixLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
