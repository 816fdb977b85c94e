/** What a thread says: a risk, then its replies, each as a comment by its author. */
import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import { latestMoment } from '../../core/base/time.ts';
import { memberName } from '../../core/face/names.ts';
import { riskFacts } from '../../core/face/riskLine.ts';
import type { Risk } from '../../core/kinds/all.ts';
import { repliesOn } from '../../core/library/query.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { type Comment, markdown } from '../door/documents.ts';
import { bold, italic, lines, type Marked, paragraphs, plain, words } from '../door/words.ts';
import type { Folder } from '../workspace/workspace.ts';

/** A comment that stands for a record. */
export type RecordComment = Comment & { readonly folder: Folder; readonly record: ContextRecord };

/** The comments of a risk's thread. `hint` is what stands above everything else, such as where it was anchored. */
export function commentsOf(folder: Folder, flagged: Risk, hint: string | undefined): RecordComment[] {
  const replies = repliesOn(folder.library, flagged.id);
  return [
    comment(folder, flagged, [hint && italic(hint), ...riskText(flagged)]),
    ...replies.map((reply) => ({
      ...comment(folder, reply, [lines(reply.withheld ? reply.title : reply.body.trim())]),
      ...(reply.values.answer ? { label: plain(t('answer')) } : {}),
    })),
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

function riskText(flagged: Risk): Marked[] {
  const { mitigation } = flagged.values;
  return [
    bold(flagged.title),
    lines(flagged.body.trim()),
    words(riskFacts(flagged)),
    mitigation ? lines(`${t('Mitigation:')} ${mitigation}`) : words(''),
  ];
}
