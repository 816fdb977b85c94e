/** What a thread says: a record, then its replies, each as a comment by its author. */
import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import { latestMoment } from '../../core/base/time.ts';
import { aroundIn } from '../../core/face/around.ts';
import { memberName } from '../../core/face/names.ts';
import { kindOf } from '../../core/kinds/all.ts';
import { repliesOn } from '../../core/library/query.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { type Comment, markdown } from '../door/documents.ts';
import { bold, italic, lines, type Marked, paragraphs, plain } from '../door/words.ts';
import type { Folder } from '../workspace/folder.ts';

/** A comment that stands for a record. */
export type RecordComment = Comment & { readonly folder: Folder; readonly record: ContextRecord };

/** The comments of a record's thread. `hint` is what stands above everything else, such as where it was anchored. */
export function commentsOf(folder: Folder, record: ContextRecord, hint: string | undefined): RecordComment[] {
  const replies = repliesOn(folder.library, record.id);
  return [
    comment(folder, record, [hint && italic(hint), ...textOf(folder, record)]),
    ...replies.map((reply) => {
      const { answer, reopens } = reply.values;
      const label = answer ? t('answer') : reopens ? t('reopened') : undefined;
      return {
        ...comment(folder, reply, [lines(reply.withheld ? reply.title : reply.body.trim())]),
        ...(label !== undefined && { label: plain(label) }),
      };
    }),
  ];
}

function comment(folder: Folder, record: ContextRecord, text: readonly (Marked | '' | undefined)[]): RecordComment {
  const { by, created } = record.values as { readonly by?: string; readonly created?: string };
  const time = created === undefined ? Number.NaN : latestMoment(created, folder.because.now());
  return {
    folder,
    record,
    body: markdown(paragraphs(text)),
    mode: vscode.CommentMode.Preview,
    author: { name: plain(memberName(folder.library, by ?? '') ?? by ?? t('Somebody')) },
    contextValue: record.broken || record.readOnly || record.withheld ? `${record.kind}` : `${record.kind}.editable`,
    ...(Number.isNaN(time) ? {} : { timestamp: new Date(time) }),
  };
}

/** Its title, where it has one or says nothing else, its text, and what its kind says besides. */
function textOf({ library }: Folder, record: ContextRecord): Marked[] {
  const body = record.body.trim();
  const facts = kindOf(record.kind)?.thread?.facts?.(record as never, aroundIn(library)) ?? [];
  const title = record.title !== record.id || body === '' ? [bold(record.title)] : [];
  return [...title, ...[body, ...facts].filter(Boolean).map(lines)];
}
