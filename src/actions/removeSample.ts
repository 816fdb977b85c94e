/** Taking the sample away again: what it wrote and nobody has made their own. */

import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import { isOf } from '../core/kinds/all.ts';
import { TEAM_FILE } from '../core/kinds/team.ts';
import type { Edit } from '../core/library/change.ts';
import type { Library } from '../core/library/library.ts';
import type { ContextRecord } from '../core/records/record.ts';
import { sampleNamed } from '../core/setUp/sample.ts';
import { SAMPLE_PREFIX } from '../core/setUp/sampleIds.ts';
import { action } from './action.ts';

export const removeSample = action({
  name: 'removeSample',
  title: () => t('Remove Sample'),
  input: z.strictObject({}),
  async run(because) {
    // Another window, or a person's own hand, may have written in it since.
    await because.refresh([TEAM_FILE]);
    const records = because.library.records.filter(({ id }) => sampleNamed(id));
    if (records.length === 0) throw new BecauseError('not-found', t('There is no sample here.'));
    const gone = records.filter((record) => !isTouched(record));
    await because.write([...gone.map((record) => ({ remove: record })), ...withoutPrefix(because.library, gone)]);
    return { kept: records.filter(isTouched).map(({ shownPath }) => shownPath) };
  },
});

/** Whether somebody has written in a record of the sample: it is theirs then. Dates are of the day it was made. */
function isTouched({ id, title, body, broken }: ContextRecord): boolean {
  const written = sampleNamed(id);
  return broken || written === undefined || body !== written.body || title !== (written.title ?? title);
}

/** The sample's prefix lights up nothing any more, unless one of its initiatives was kept. */
function withoutPrefix({ team, teamFile, records }: Library, gone: readonly ContextRecord[]): Edit[] {
  const { keys = [] } = team;
  const isUsed = records.some(
    (record) => isOf(record, 'initiative') && record.id.startsWith(`${SAMPLE_PREFIX}-`) && !gone.includes(record),
  );
  if (isUsed || !keys.includes(SAMPLE_PREFIX) || !teamFile || teamFile.broken) return [];
  const rest = keys.filter((key) => key !== SAMPLE_PREFIX);
  return [{ edit: teamFile, fields: [[['keys'], rest.length > 0 ? rest : undefined]] }];
}
