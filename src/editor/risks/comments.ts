/** What a thread says: a risk, then its replies, each as a comment by its author. */

import * as vscode from 'vscode';
import { memberName } from '../../core/face/names.ts';
import type { Risk } from '../../core/kinds/all.ts';
import { kindOf } from '../../core/kinds/all.ts';
import { risk } from '../../core/kinds/risk.ts';
import { repliesOn } from '../../core/library/query.ts';
import { wordOf } from '../../core/records/field.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import type { Comment } from '../door/comments.ts';
import { markdown } from '../door/documents.ts';
import { bold, italic, lines, type Marked, paragraphs, plain, words } from '../door/words.ts';
import type { Folder } from '../workspace/workspace.ts';

const { fields } = risk;

/** A comment that stands for a record. */
export type RecordComment = Comment & { readonly folder: Folder; readonly record: ContextRecord };

/** The comments of a risk's thread. `hint` is what stands above everything else, such as where it was anchored. */
export function commentsOf(folder: Folder, flagged: Risk, hint: string | undefined): RecordComment[] {
  const replies = repliesOn(folder.library, flagged.id);
  return [
    comment(folder, flagged, [hint && italic(hint), ...riskText(flagged)]),
    ...replies.map((reply) => ({
      ...comment(folder, reply, [lines(reply.withheld ? reply.title : reply.body.trim())]),
      ...(reply.values.answer ? { label: plain(vscode.l10n.t('answer')) } : {}),
    })),
  ];
}

function comment(folder: Folder, record: ContextRecord, text: readonly (Marked | '' | undefined)[]): RecordComment {
  const { by, created } = record.values as { readonly by?: string; readonly created?: string };
  const time = created === undefined ? Number.NaN : Date.parse(created);
  return {
    folder,
    record,
    body: markdown(paragraphs(text)),
    mode: vscode.CommentMode.Preview,
    author: { name: plain(memberName(folder.library, by ?? '') ?? by ?? vscode.l10n.t('Somebody')) },
    contextValue: record.broken || record.readOnly || record.withheld ? `${record.kind}` : `${record.kind}.editable`,
    ...(Number.isNaN(time) ? {} : { timestamp: new Date(time) }),
  };
}

function riskText({ title, body, values }: Risk): Marked[] {
  const { likelihood, impact, cause, mitigation } = values;
  const facts = [
    likelihood && vscode.l10n.t('Likelihood {0} {1}', likelihood, wordOf(fields.likelihood, likelihood)),
    impact && vscode.l10n.t('impact {0} {1}', impact, wordOf(fields.impact, impact)),
    cause !== 'unknown' && vscode.l10n.t('cause {0}', cause),
  ].filter((fact) => typeof fact === 'string');
  return [
    bold(title),
    lines(body.trim()),
    words(facts.join(' · ')),
    mitigation ? lines(`${vscode.l10n.t('Mitigation:')} ${mitigation}`) : words(''),
  ];
}

/** The text a person edits: of a risk the title on the first line, like a commit message; of a reply its body. */
export function editableText(record: ContextRecord): string {
  const body = record.body.replace(/\r\n?/g, '\n').trim();
  return kindOf(record.kind)?.untitled ? body : [record.title, body].filter(Boolean).join('\n\n');
}

/** The edited text as the input of the action that writes it. */
export function editedText(record: ContextRecord, text: string): { id: string; title?: string; body: string } {
  const { id } = record;
  if (kindOf(record.kind)?.untitled) return { id, body: text };
  const [title = '', ...body] = text.trim().split('\n');
  return { id, title: title.trim(), body: body.join('\n').trim() };
}
