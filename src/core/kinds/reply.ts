/** A reply: what one person says on another record. */
import { blameAdvice } from '../advice/advice.ts';
import { t } from '../base/l10n.ts';
import type { Lookup } from '../records/face.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';
import { lateWords } from './scopeChange.ts';

/** The initiative that a record is about, or is. */
function initiativeOf(id: string | undefined, around: Lookup): string {
  const about = id === undefined ? undefined : around.find(id);
  const { initiative } = (about?.values ?? {}) as { readonly initiative?: unknown };
  return typeof initiative === 'string' ? initiative : (about?.id ?? '');
}

export const reply = kind({
  name: 'reply',
  folder: 'replies',
  icon: 'comment',
  place: 'thread',
  untitled: true,
  label: () => t('Reply'),
  labels: () => t('Replies'),
  help: () => t('What one person says about another record.'),
  bodyHelp: () => t('The reply.'),
  fields: {
    on: f.required(f.reference(() => t('The record it replies to.'))),
    answer: f.flag(() => t('True if it is the answer that was waited for.')),
    reopens: f.flag(() => t('True if it reopens a question that was answered.')),
  },
  // Where scope moved a date, nobody is to blame for it.
  lint: (record, around) => blameAdvice(record, lateWords(around, initiativeOf(record.values.on, around))),
  starts: ['on'],
});
