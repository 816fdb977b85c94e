/** The people in the digest of a sprint: what customers said, who met them, what was asked, and who is thanked. */
import { dayWords } from '../base/dayWords.ts';
import { plural, t } from '../base/l10n.ts';
import { lengthWords } from '../base/lengthWords.ts';
import { isEngineer } from '../board/evidenced.ts';
import { datedSessions, isHeld } from '../discovery/exposure.ts';
import { memberName } from '../face/names.ts';
import { manyOf, saidIn, whoSaid } from '../face/pieceWords.ts';
import type { Library } from '../library/library.ts';
import { byStance, dateOf, isWritten, strongestOf } from '../library/query.ts';
import { dotted, spaced } from '../text/joined.ts';
import { firstParagraph, firstSentences } from '../text/markdownText.ts';
import { answerTimes } from '../waiting/answerTimes.ts';
import { type Period, quiet, type Section } from './period.ts';

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
    return spaced(against.has(piece) && `${t('Against:')}`, said, from !== '' && `— ${quiet(from)}`);
  });
  return {
    heading: t('What customers said and did'),
    items: [...items, ...(more > 0 ? [plural(more, '{0} more piece of evidence', '{0} more pieces of evidence')] : [])],
  };
}

/** How often the team met customers. */
export function met(library: Library, { has, now }: Period): Section {
  const held = datedSessions(library).filter((one) => has(one.day) && isHeld(one, now.getTime()));
  if (held.length === 0) return { heading: t('Discovery'), items: [] };
  const engineers = ({ session }: (typeof held)[number]) =>
    (session.values.participants ?? []).filter((id) => isEngineer(library, id));
  const withOne = held.filter((one) => engineers(one).length > 0).length;
  const who = new Set(held.flatMap(engineers)).size;
  return {
    heading: t('Discovery'),
    items: [
      spaced(
        plural(
          held.length,
          '{0} session with customers, {1} with an engineer.',
          '{0} sessions with customers, {1} with an engineer.',
          withOne,
        ),
        who > 0 && plural(who, '{0} engineer took part.', '{0} engineers took part.'),
      ),
    ],
  };
}

/** Questions of these days, and how soon they were answered. */
export function asked(library: Library, { has, now }: Period): Section {
  const {
    asked: count,
    answered,
    within,
    of,
    median,
  } = answerTimes(library, now.getTime(), ({ values }) => has(values.asked ?? values.created));
  const items =
    count === 0
      ? []
      : [
          spaced(
            plural(count, '{0} question asked, {1} answered.', '{0} questions asked, {1} answered.', answered),
            of > 0 && t('In time: {0} of {1}.', within, of),
            median !== undefined && t('Median: {0} of working time.', lengthWords(median)),
          ),
        ];
  return { heading: t('Questions'), items };
}

/** Thanks of these days, in the words of those who gave them. */
export function thanked(library: Library, { has, initiatives }: Period): Section {
  const about = new Set(initiatives.map(({ id }) => id));
  const items = library
    .ofKind('credit')
    .filter(({ withheld, broken, values }) => {
      return !withheld && !broken && (has(values.created) || about.has(values.initiative ?? ''));
    })
    .map(({ values: { to = '', by }, body }) => {
      const whom = quiet(memberName(library, to) ?? to);
      const from = by === undefined ? '' : `— ${quiet(memberName(library, by) ?? by)}`;
      return spaced(`**${whom}:**`, quiet(firstSentences(firstParagraph(body) ?? '', 6, 600), 600), from);
    });
  return { heading: t('Thanks'), items: items.sort() };
}
