/** The people in the digest of a sprint: what customers said, who met them, what was asked, and who is thanked. */
import { dayWords } from '../base/dayWords.ts';
import { plural, t } from '../base/l10n.ts';
import { lengthWords } from '../base/lengthWords.ts';
import { memberName, nameOf } from '../face/names.ts';
import { manyOf, saidIn, whoSaid } from '../face/pieceWords.ts';
import type { Evidence } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { byStance, dateOf, isWritten, strongestOf } from '../library/query.ts';
import { dotted, spaced } from '../text/joined.ts';
import { firstParagraph, firstSentences } from '../text/markdownText.ts';
import { type Period, quiet, type Section } from './period.ts';
import { askedIn, creditsIn, metIn } from './sums.ts';

/** Pieces of evidence that are told word for word. */
const MOST = 5;

/** The strongest of what was said and seen in these days, what contradicts among it; never a sensitive piece. */
export function heard(library: Library, { has }: Period): Section {
  const all = library
    .ofKind('evidence')
    .filter((piece) => !piece.withheld && !piece.broken && isWritten(piece) && has(dateOf(piece)));
  const against = new Set(byStance(all).contradicts);
  const told = strongestOf(all, MOST);
  const more = all.length - told.length;
  const items = told.map((piece) => {
    const { words, isQuote } = saidIn(piece, 240);
    const from = dotted(whoSaid(library, piece), manyOf(piece), dayWords(dateOf(piece)));
    const said = quiet(isQuote ? `“${words}”` : words);
    return spaced(against.has(piece) && quiet(againstWords(library, piece)), said, from !== '' && `— ${quiet(from)}`);
  });
  return {
    heading: t('What customers said and did'),
    items: [...items, ...(more > 0 ? [plural(more, '{0} more piece of evidence', '{0} more pieces of evidence')] : [])],
  };
}

/** What a piece speaks against, by the name of the problem, where everybody may see that. */
function againstWords(library: Library, { values: { problem = [] } }: Evidence): string {
  const [about] = problem.flatMap((id) => library.findOf('problem', id) ?? []).filter(({ withheld }) => !withheld);
  return about ? t('Against “{0}”:', nameOf(about)) : t('Against:');
}

/** How often the team met customers. */
export function met(library: Library, period: Period): Section {
  const { sessions, withEngineer, engineers } = metIn(library, period);
  const held = plural(
    sessions,
    '{0} session with customers, {1} with an engineer.',
    '{0} sessions with customers, {1} with an engineer.',
    withEngineer,
  );
  const who = engineers > 0 && plural(engineers, '{0} engineer took part.', '{0} engineers took part.');
  return { heading: t('Discovery'), items: sessions === 0 ? [] : [spaced(held, who)] };
}

/** Questions of these days, and how soon they were answered. */
export function asked(library: Library, period: Period): Section {
  const sum = askedIn(library, period);
  const { within, of, median } = sum;
  const count = plural(
    sum.asked,
    '{0} question asked, {1} answered.',
    '{0} questions asked, {1} answered.',
    sum.answered,
  );
  const words = spaced(
    count,
    of > 0 && t('In time: {0} of {1}.', within, of),
    median !== undefined && t('Median: {0} in working hours.', lengthWords(median)),
  );
  return { heading: t('Questions'), items: sum.asked === 0 ? [] : [words] };
}

/** Thanks of these days, in the words of those who gave them. */
export function thanked(library: Library, period: Period): Section {
  const items = creditsIn(library, period).map(({ values: { to = '', by }, body }) => {
    const whom = quiet(memberName(library, to) ?? to);
    const from = by === undefined ? '' : `— ${quiet(memberName(library, by) ?? by)}`;
    return spaced(`**${whom}:**`, quiet(firstSentences(firstParagraph(body) ?? '', 6, 600), 600), from);
  });
  return { heading: t('Thanks'), items: items.sort() };
}
