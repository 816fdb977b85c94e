/** Taking the sample away again: what it wrote and nobody has made their own. */
import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import type { ContextRecord } from '../core/records/record.ts';
import { sampleNamed } from '../core/setUp/sample.ts';
import { SAMPLE_PREFIX } from '../core/setUp/sampleIds.ts';
import { action } from './action.ts';

export const removeSample = action({
  name: 'removeSample',
  title: () => t('Remove Sample'),
  input: z.strictObject({}),
  async run(because) {
    await because.ready();
    const records = because.library.records.filter(({ id }) => sampleNamed(id));
    if (records.length === 0) throw new BecauseError('not-found', t('There is no sample here.'));
    const kept: string[] = [];
    for (const record of records) {
      if (isTouched(record)) kept.push(record.shownPath);
      else await because.remove(record);
    }
    await forgetPrefix(because);
    return { kept };
  },
});

/** Whether somebody has written in a record of the sample: it is theirs then. Dates are of the day it was made. */
function isTouched({ id, title, body, broken }: ContextRecord): boolean {
  const written = sampleNamed(id);
  return broken || written === undefined || body !== written.body || title !== (written.title ?? title);
}

/** The sample's prefix lights up nothing any more, unless one of its initiatives was kept. */
async function forgetPrefix(because: Because): Promise<void> {
  const { library } = because;
  const keys = library.team.keys ?? [];
  const isUsed = library.ofKind('initiative').some(({ id }) => id.startsWith(`${SAMPLE_PREFIX}-`));
  if (isUsed || !keys.includes(SAMPLE_PREFIX) || library.teamFile?.broken) return;
  const rest = keys.filter((key) => key !== SAMPLE_PREFIX);
  await because.editTeam([[['keys'], rest.length > 0 ? rest : undefined]]);
}
