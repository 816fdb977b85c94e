/** The Sprint view of a folder without records: what its commits name, and ways to begin. */
import { plural, t } from '../base/l10n.ts';
import { type NamedKeys, namedKeysText } from '../setUp/namedKeys.ts';
import { spaced } from '../text/joined.ts';
import { note, type Rows } from './node.ts';

/** Keys that are shown: enough to know one's work again. */
const SHOWN = 5;

/** What is said, and a row for each way to begin; undefined where commits and branches name no key. */
export function beginning(named: NamedKeys): { readonly message: string; readonly rows: Rows } | undefined {
  const text = namedKeysText(named);
  if (text === undefined) return undefined;
  const keys = named.keys.slice(0, SHOWN).map(({ key, title, commits }) =>
    note({
      id: `begin/${key}`,
      label: spaced(key, title),
      icon: 'circle-outline',
      context: 'note.key',
      given: { initiatives: [{ id: key, ...(title !== undefined && { title }) }] },
      hint: spaced(
        commits > 0 && plural(commits, '{0} commit names it.', '{0} commits name it.'),
        t('Click to set up with it as the first initiative of the sprint.'),
      ),
    }),
  );
  return {
    message: spaced(text, t('Nothing is recorded yet about who needs them, and how you know.')),
    rows: [
      note({ id: 'begin', label: t('Start with these keys'), icon: 'rocket', context: 'note.setUp' }),
      ...keys,
      note({ id: 'begin/sample', label: t('Look around with a sample'), icon: 'beaker', context: 'note.sample' }),
    ],
  };
}
