/** The why of some work as a block of a pull request's body: problem, outcome, strongest evidence, open risks. */
import { dayWords } from '../base/dayWords.ts';
import { plural, t } from '../base/l10n.ts';
import { tidy } from '../face/cardLines.ts';
import { memberName, nameOf } from '../face/names.ts';
import { type HostKind, hostOf } from '../hosts/all.ts';
import { type Evidence, ID, type Initiative, type Problem, type Risk } from '../kinds/all.ts';
import { outcomeText } from '../kinds/initiative.ts';
import { isOpen } from '../kinds/risk.ts';
import type { Library } from '../library/library.ts';
import { dateOf, evidenceFor, problemsOf, risksFor, strongestEvidence } from '../library/query.ts';
import type { ContextRecord } from '../records/record.ts';
import { riskSeverity, severityName } from '../scoring/severity.ts';
import { firstParagraph, firstSentences, plainWords, quotes } from '../text/markdownText.ts';
import { isTrackerKey, quietLine } from '../text/quietLine.ts';
import { type MarkerStyle, marked, withBlock } from './markedBlock.ts';

/** What a block is made of. */
export interface WhyBlock {
  readonly initiative: Initiative;
  /** The problems to name; those of the initiative where none are given. */
  readonly problems?: readonly Problem[] | undefined;
  /** The evidence to name, in this order; the strongest where none is given. Sensitive pieces are left out either way. */
  readonly evidence?: readonly Evidence[] | undefined;
  /** The page of a record's file on the host, by its path from the context folder; without it, records are named only. */
  readonly pageOf?: ((path: string) => string | undefined) | undefined;
}

/** Characters of a statement, a quote, a name. */
const STATEMENT = 400;
const SAID = 240;
const NAME = 120;

/** Pieces of evidence that are chosen for the person, pieces a person may choose, and risks named one by one. */
const STRONGEST = 3;
const MOST = 10;
const RISKS = 5;

/** The markers that stay unseen on a host. */
function markerStyle(host: HostKind | undefined): MarkerStyle {
  return host !== undefined && hostOf(host).hidesComments === false ? 'definition' : 'comment';
}

/** The block with its markers, to be pasted anywhere. */
export function whyBlock(library: Library, block: WhyBlock, host?: HostKind): string {
  return marked(whyText(library, block), markerStyle(host));
}

/**
 * The body with the block in it: updated where it holds one, else put where the template says `<!-- because -->`, else at
 * the end. Everything outside the markers stays as it is.
 */
export function withWhyBlock(body: string, library: Library, block: WhyBlock, host?: HostKind): string {
  return withBlock(body, whyText(library, block), markerStyle(host));
}

/** What stands between the markers, as Markdown. */
function whyText(library: Library, block: WhyBlock): string {
  const { initiative } = block;
  const outcome = outcomeText(initiative);
  return [
    `### ${t('Why')}`,
    headLine(block),
    ...problemLines(library, block),
    paragraph(t('Outcome'), outcome === undefined ? t('none yet.') : quiet(outcome, STATEMENT)),
    ...evidenceParts(library, block),
    ...riskParts(library, initiative),
  ].join('\n\n');
}

const paragraph = (label: string, words: string) => `**${label}:** ${words}`;

const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');

/**
 * The key and the title. The key is the one thing that trackers may take for theirs, so it stands outside links and code;
 * nothing before it on its line could make them close it.
 */
function headLine({ initiative, pageOf }: WhyBlock): string {
  const key = `**${isTrackerKey(initiative.id) ? initiative.id : quietId(initiative.id)}**`;
  const page = pageFor(initiative, pageOf);
  if (initiative.title !== initiative.id) return `${key} ${linked(quiet(initiative.title, NAME), page)}`;
  return page === undefined ? key : `${key} · ${linked(t('the initiative'), page)}`;
}

/** The page of a record; none for one that must not be shown, as its address holds the name of its file. */
const pageFor = ({ withheld, path }: ContextRecord, pageOf: WhyBlock['pageOf']): string | undefined =>
  withheld ? undefined : pageOf?.(path);

/** ` (ev-7k3f9q2m)`, as a link where it can be one; nothing of a record that must not be shown. */
function origin(record: ContextRecord, pageOf: WhyBlock['pageOf']): string {
  return record.withheld ? '' : ` (${linked(quietId(record.id), pageFor(record, pageOf))})`;
}

function problemLines(library: Library, { initiative, problems, pageOf }: WhyBlock): readonly string[] {
  const named = (problems ?? problemsOf(library, initiative)).filter(({ archived, broken }) => !archived && !broken);
  if (named.length === 0) return [paragraph(t('Problem'), t('none yet.'))];
  return named.slice(0, MOST).map((problem) => {
    const words = firstSentences(firstParagraph(problem.body) ?? problem.title, 2, STATEMENT / 2);
    return paragraph(t('Problem'), quiet(words, STATEMENT) + origin(problem, pageOf));
  });
}

function evidenceParts(library: Library, block: WhyBlock): readonly string[] {
  const { initiative, evidence, pageOf } = block;
  const known = evidenceFor(library, initiative);
  const shown = (evidence ?? strongestEvidence(library, initiative, STRONGEST)).filter(({ withheld }) => !withheld);
  if (shown.length === 0) {
    const words =
      known.length + (evidence?.length ?? 0) > 0
        ? t('sensitive, and not shown here.')
        : t('none yet. Validate before building.');
    return [paragraph(t('Evidence'), words)];
  }
  const named = shown.slice(0, MOST);
  const rest = known.filter((piece) => !piece.withheld && !named.includes(piece)).length;
  const items = named.map((piece) => pieceItem(library, piece) + origin(piece, pageOf));
  if (rest > 0) items.push(plural(rest, 'and {0} more piece of evidence', 'and {0} more pieces of evidence'));
  return [`**${t('Evidence')}:**`, list(items)];
}

/** What was said, by whom and when. */
function pieceItem(library: Library, piece: Evidence): string {
  const { customer, persona, segment, stance, count, kind } = piece.values;
  const said = kind === 'quote' || piece.title === piece.id ? quotes(piece.body)[0]?.text : undefined;
  const words =
    said === undefined ? quiet(nameOf(piece), SAID) : `“${quiet(firstSentences(plainWords(said), 2, SAID / 2), SAID)}”`;
  const who = customer ?? (persona === undefined ? segment : (library.findOf('persona', persona)?.title ?? persona));
  const source = [who === undefined ? '' : quiet(who, NAME), dayWords(dateOf(piece))].filter(Boolean).join(', ');
  return [
    stance === 'contradicts' ? `**${t('Against')}:** ` : '',
    count > 1 ? `${count} × ` : '',
    words,
    source === '' ? '' : ` — ${source}`,
  ].join('');
}

function riskParts(library: Library, initiative: Initiative): readonly string[] {
  const open = risksFor(library, initiative).filter(isOpen);
  if (open.length === 0) return [];
  const items = open.slice(0, RISKS).map((risk) => riskItem(library, risk));
  const rest = open.length - items.length;
  if (rest > 0) items.push(plural(rest, 'and {0} more open risk', 'and {0} more open risks'));
  return [`**${t('Open risks')}:**`, list(items)];
}

function riskItem(library: Library, risk: Risk): string {
  const { owner, state } = risk.values;
  const severity = riskSeverity(risk.values);
  const notes = [
    severity && severityName(severity),
    state === 'mitigating' ? t('being worked on') : undefined,
    owner && quiet(memberName(library, owner) ?? owner, NAME),
  ].filter(Boolean);
  return quiet(nameOf(risk), SAID) + (notes.length > 0 ? ` — ${notes.join(', ')}` : '');
}

/** A text of a record as at most `most` characters of one line of quiet Markdown. */
export const quiet = (text: string, most: number): string => quietLine(tidy(text, most));

/** An id, whole, so that it can be copied; a wrong one, which could hold anything, as words. */
const quietId = (id: string): string => (ID.test(id) ? `\`${id}\`` : quiet(id, 100));

/** Words that lead to an address; words alone where there is none that a host takes. `words` is Markdown already. */
function linked(words: string, address: string | undefined): string {
  if (address === undefined || !/^https?:\/\/[^\s<>"\p{C}]+$/iu.test(address)) return words;
  const target = address.replace(/[()\\*_`[\]]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return `[${words}](${target})`;
}
