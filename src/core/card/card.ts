/** The card of an issue key: what a hover, a preview and other tools show of it at a glance, as plain data. */
import { t } from '../base/l10n.ts';
import { isHidden } from '../board/rounds.ts';
import { CARD_TEXT, type Card, type CardLine, labelled, line, seg, tidy } from '../face/cardLines.ts';
import { scopeName } from '../face/names.ts';
import { ID, type Initiative, kindOf, type Problem } from '../kinds/all.ts';
import { outcomeText } from '../kinds/initiative.ts';
import { ownQuestion, sizeWords } from '../kinds/problem.ts';
import type { Library } from '../library/library.ts';
import { currentSprint, sprints, today } from '../library/query.ts';
import type { ContextRecord } from '../records/record.ts';
import { firstParagraph, firstSentences } from '../text/markdownText.ts';
import { cardMarkdown, cardText } from './cardMarkdown.ts';
import { evidenceLines, openLines, scoreLine } from './cardParts.ts';

/**
 * The card of a key or a record's id, made once per snapshot, day and person; undefined where the text is neither. In this
 * order: key, title, status and sprint; the problem; the outcome; the strongest evidence and what it adds up to; the open
 * risks; the scores, as `me` may see them.
 */
export function cardOf(library: Library, key: string, now: Date, me?: string): Card | undefined {
  // Some cards say how long ago something was, so the day is a part of the question.
  return library.memoFor(cardOn, JSON.stringify([today(library, now), key, me]));
}

const cardOn = (library: Library, question: string): Card | undefined => {
  const [day, key, who] = JSON.parse(question) as [string, string, string | null];
  const me = who ?? undefined;
  const named = library.named(key);
  const claims = named.length > 0 ? [] : (library.memo(claimsByIssue).get(key) ?? []);
  if (named.length > 1) return ambiguousCard(key, t('Several records have the id {0}.', tidy(key)), named);
  if (claims.length > 1)
    return ambiguousCard(key, t('Several initiatives have {0} among their issues.', tidy(key)), claims);
  const record = named[0] ?? claims[0];
  if (!record) return library.keys.test(key) ? unknownCard(key) : undefined;
  if (record.broken) return brokenCard(library, key, record);
  const initiative = library.findOf('initiative', record.id);
  return initiative ? initiativeCard(library, key, initiative, day, me) : recordCard(library, record, me);
};

/** The initiatives that name an issue key as theirs. */
const claimsByIssue = (library: Library): ReadonlyMap<string, readonly Initiative[]> => {
  const claims = new Map<string, Initiative[]>();
  for (const initiative of library.ofKind('initiative')) {
    for (const key of new Set(initiative.values.issues)) {
      const known = claims.get(key);
      if (known) known.push(initiative);
      else claims.set(key, [initiative]);
    }
  }
  return claims;
};

function initiativeCard(library: Library, key: string, initiative: Initiative, day: string, me?: string): Card {
  const outcome = outcomeText(initiative, day);
  return {
    key,
    about: 'initiative',
    id: initiative.id,
    path: initiative.path,
    lines: [
      headLine(library, key, initiative, day),
      problemLine(library, initiative),
      ...(outcome === undefined ? [] : [line('outcome', ...labelled(t('Outcome')), seg(tidy(outcome, CARD_TEXT)))]),
      ...evidenceLines(library, initiative, day),
      ...openLines(library, initiative),
      ...scoreLine(library, initiative, me),
    ],
  };
}

function headLine(library: Library, key: string, initiative: Initiative, day: string): CardLine {
  const { status, quarter } = initiative.values;
  const sprint = sprintId(library, initiative, day);
  const when = sprint === undefined ? quarter : scopeName(library, { kind: 'sprint', id: sprint });
  const words = [
    initiative.title === initiative.id ? undefined : seg(tidy(initiative.title, CARD_TEXT), 'title'),
    seg(status, 'status'),
    when && seg(tidy(when, 60)),
    initiative.archived && seg(t('archived')),
  ].filter((part) => typeof part === 'object');
  const part = key === initiative.id ? [] : [seg(` ${t('part of {0}', tidy(initiative.id))}`, 'quiet')];
  return line('head', seg(tidy(key), 'key'), ...part, ...words.flatMap((word) => [seg(' · '), word]));
}

/** The sprint to name: the current one where the initiative is in it, else its latest. */
function sprintId(library: Library, initiative: Initiative, day: string): string | undefined {
  const ids = initiative.values.sprint ?? [];
  const current = ids.length > 1 ? currentSprint(library, new Date(`${day}T12:00:00Z`))?.id : undefined;
  if (current !== undefined && ids.includes(current)) return current;
  return sprints(library).findLast(({ id }) => ids.includes(id))?.id ?? ids.at(-1);
}

function problemLine(library: Library, initiative: Initiative): CardLine {
  const ids = [...new Set(initiative.values.problem)];
  const problems = ids.flatMap((id) => library.findOf('problem', id) ?? []).filter(({ archived }) => !archived);
  const [first] = problems;
  if (!first) {
    const missing = ids.find((id) => library.named(id).length === 0);
    return line(
      'problem',
      seg(
        missing === undefined ? t('No problem yet.') : t('Its problem {0} has no record yet.', tidy(missing)),
        'warning',
      ),
    );
  }
  if (first.broken)
    return line('problem', seg(t('The file of its problem cannot be read: {0}', first.shownPath), 'warning'));
  const more = problems.length > 1 ? [seg(` ${t('(and {0} more)', problems.length - 1)}`, 'quiet')] : [];
  return line('problem', ...labelled(t('Problem')), seg(problemText(first)), ...more);
}

/** Characters of the problem, question included. */
const PROBLEM = 280;

/** One sentence, or two: its size where it says no number, its own open question where there is room. */
function problemText(problem: Problem): string {
  const words = tidy(firstSentences(firstParagraph(problem.body) ?? problem.title, 1, CARD_TEXT), CARD_TEXT);
  // The first item of a list often ends as if the next one followed.
  const statement = words.replace(/[,;:]$/, '…');
  const size = /\d/.test(statement) ? '' : tidy(sizeWords(problem.values.size).join('; '));
  const question = ownQuestion(problem.body);
  let text = statement;
  for (const extra of [size && `${size}.`, question && tidy(question, CARD_TEXT)]) {
    if (extra && text !== extra && !text.endsWith(extra) && text.length + extra.length < PROBLEM) text += ` ${extra}`;
  }
  return text;
}

function unknownCard(key: string): Card {
  const canBeId = ID.test(key);
  return {
    key,
    about: 'unknown',
    lines: [
      line('notice', seg(t('No record for {0} yet.', tidy(key)), 'warning')),
      ...(canBeId ? [] : [line('notice', seg(t('Add it to the issues of an initiative.')))]),
    ],
    ...(canBeId ? { creatable: true } : {}),
  };
}

function brokenCard(library: Library, key: string, record: ContextRecord): Card {
  const code = record.source.problems[0]?.code;
  const what = library.findings(record).find((finding) => finding.code === code)?.message ?? '';
  return {
    key,
    about: 'broken',
    id: record.id,
    path: record.path,
    lines: [
      line('head', seg(tidy(key), 'key')),
      line(
        'notice',
        seg(t('{0} cannot be read:', tidy(record.shownPath)), 'warning'),
        seg(` ${tidy(what, CARD_TEXT)}`),
      ),
    ],
  };
}

/** Files named on an ambiguous card before the rest is only counted. */
const FILES = 4;

function ambiguousCard(key: string, what: string, records: readonly ContextRecord[]): Card {
  const files = records.map(({ shownPath }) => tidy(shownPath)).sort();
  const rest = files.length > FILES ? [t('and {0} more', files.length - FILES)] : [];
  return {
    key,
    about: 'ambiguous',
    id: records[0]?.id ?? key,
    lines: [
      line('head', seg(tidy(key), 'key')),
      line('notice', seg(what, 'warning'), seg(` ${[...files.slice(0, FILES), ...rest].join(', ')}`)),
    ],
  };
}

/** Any other record, in two lines. */
function recordCard(library: Library, record: ContextRecord, me: string | undefined): Card {
  const blind = isHidden(library, record, me);
  const kind = kindOf(record.kind);
  const description = tidy(kind?.describe?.(record.values) ?? '', CARD_TEXT);
  const titled = record.title !== record.id;
  const words = [
    titled ? seg(tidy(record.title, CARD_TEXT), 'title') : undefined,
    record.withheld ? undefined : seg(kind?.label() ?? tidy(record.kind, 60)),
    description ? seg(description, 'status') : undefined,
    record.archived ? seg(t('archived')) : undefined,
  ].filter((part) => part !== undefined);
  const said = record.withheld
    ? t('Sensitive: open the record to read it.')
    : blind
      ? t('Hidden until you give your own estimate, or the round is revealed.')
      : kind?.sealed
        ? kind.help()
        : firstParagraph(record.body);
  return {
    key: record.id,
    about: 'record',
    id: record.id,
    path: record.path,
    lines: [
      line('head', seg(tidy(record.id), 'key'), ...words.flatMap((word) => [seg(' · '), word])),
      ...(said ? [line('problem', seg(tidy(firstSentences(said, 2, CARD_TEXT), 2 * CARD_TEXT)))] : []),
    ],
  };
}

/** The card of a key as `me` may see it; undefined where it is none. Its Markdown is safe to show, trusted or not. */
export function cardTold(library: Library, key: string, now: Date, me: string | undefined) {
  const found = cardOf(library, key, now, me);
  return found && { markdown: cardMarkdown(found), text: cardText(found) };
}
