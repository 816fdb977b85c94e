/** What was promised and what came of it, in the digest of a sprint: results, promises, changes of scope. */
import { dayWords } from '../base/dayWords.ts';
import { t } from '../base/l10n.ts';
import { memberName, nameOf } from '../face/names.ts';
import { amountWords, dueMoveWords, growthWords } from '../kinds/scopeChange.ts';
import type { Library } from '../library/library.ts';
import { shareOf } from '../plans/committed.ts';
import { resultsTold } from '../results/results.ts';
import { joined, spaced } from '../text/joined.ts';
import { gist } from '../text/markdownText.ts';
import { type Period, quiet, type Section } from './period.ts';
import { promisedIn, scopeChangesIn } from './sums.ts';

/** What was measured in these days, or of what the sprint shipped; inconclusive and worse ones like the others. */
export function results(library: Library, { initiatives, has, now }: Period): Section {
  const about = new Set(initiatives.map(({ id }) => id));
  const isMeant = (id: string, initiative: string) => {
    const values = library.findOf('result', id)?.values;
    return about.has(initiative) || has(values?.created ?? values?.after?.to);
  };
  const items = resultsTold(library, now)
    .measured.filter(({ id, initiative }) => isMeant(id, initiative))
    .map(({ title, verdictName, sentence, interval }) =>
      spaced(
        `**${quiet(title, 200)}:**`,
        quiet(spaced(`${verdictName}.`, sentence), 500),
        interval !== undefined && `(${quiet(interval)})`,
      ),
    );
  return { heading: t('Results'), items };
}

/** How many of the promises that were due in these days were kept; never whose. */
export function promises(library: Library, period: Period): Section {
  const { due, renegotiated, words } = promisedIn(library, period);
  return { heading: t('Promises'), items: due + renegotiated > 0 ? [`${words}.`] : [] };
}

/** What was added, removed or moved in these days, with the reason, and who asked for it. */
export function scopeChanges(library: Library, period: Period): Section {
  const items = scopeChangesIn(library, period).map(({ values, body }) => {
    const initiative = library.findOf('initiative', values.initiative ?? '');
    const about = initiative?.withheld ? nameOf(initiative) : (values.initiative ?? '');
    const { initiative: id = '', requestedBy, created = '' } = values;
    const { added = 0, removed = 0 } = values;
    // A swap makes nothing larger.
    const share = initiative?.withheld || added <= removed ? undefined : shareOf(library, id, values);
    const amount = amountWords(values);
    const what = joined(
      amount && share ? `${amount} (${growthWords(share, values)})` : amount,
      dueMoveWords(values.dueFrom, values.dueTo),
      t('agreed on {0}', dayWords(created)),
    );
    const by = requestedBy && t('Asked for by {0}.', memberName(library, requestedBy) ?? requestedBy);
    return spaced(`**${quiet(about)}:**`, `${quiet(what)}.`, quiet(gist(body)), by && quiet(by));
  });
  return { heading: t('Scope changes'), items: items.sort() };
}
