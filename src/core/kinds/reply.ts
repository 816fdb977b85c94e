/** A reply: what one person says on another record. */
import { t } from '../base/l10n.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';

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
  starts: ['on'],
});
