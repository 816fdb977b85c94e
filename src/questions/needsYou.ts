/** What waits for the person who asks. */
import * as z from 'zod/mini';
import { t } from '../core/base/l10n.ts';
import { momentTold } from '../core/base/time.ts';
import { nameOf } from '../core/face/names.ts';
import { type Need, needsOf } from '../core/waiting/needs.ts';
import { question } from './question.ts';

/** Something that waits, as plain data. */
export interface NeedTold extends Omit<Need, 'record' | 'due'> {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly path: string;
  /** The moment it is due, where it is. */
  readonly due: string | undefined;
}

/** A need as plain data. */
const needTold = ({ record, due, ...need }: Need): NeedTold => ({
  kind: record.kind,
  id: record.shownId,
  name: nameOf(record),
  path: record.shownPath,
  ...need,
  due: momentTold(due),
});

/** `Needs You` */
export const needsYou = question({
  name: 'needsYou',
  title: () => t('Needs You'),
  help: () => t('What is waiting for you, the most urgent first, with the time left; then what you are waiting for.'),
  input: z.object({}),
  answer: async ({ library, me, now }) => needsOf(library, await me(), now.getTime()).map(needTold),
});
