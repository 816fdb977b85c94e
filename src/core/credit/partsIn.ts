/** Who took part in an initiative, and how anyone can tell: what a person who says thanks begins with. */
import { ascending } from '../base/ids.ts';
import { t } from '../base/l10n.ts';
import { datedSessions, isHeld } from '../discovery/exposure.ts';
import { memberName, nameOf } from '../face/names.ts';
import type { Initiative } from '../kinds/all.ts';
import { type CreditPart, creditParts } from '../kinds/credit.ts';
import type { Library } from '../library/library.ts';
import { evidenceFor, membersAt, problemsOf } from '../library/query.ts';
import { factorName } from '../scoring/factors.ts';
import type { Commit } from '../work/facts.ts';
import { trailersIn } from '../work/trailers.ts';

/** One way somebody took part. It is said once, however often it happened: credits are no count. */
interface Part {
  readonly for: CreditPart;
  /** What they did, as it goes behind their name. */
  readonly words: string;
}

export interface Participant {
  readonly id: string;
  readonly name: string;
  readonly parts: readonly Part[];
  /** Whether somebody has thanked them already. */
  readonly isThanked: boolean;
}

interface Did extends Part {
  readonly who: string | undefined;
}

/**
 * Those who took part, by name, with what the records and these commits tell of them. Left out is who does not want to be
 * thanked, and who is no member, where because.yml names any.
 *
 * @param commits those made for the initiative
 */
export function participantsIn(
  library: Library,
  initiative: Initiative,
  { commits, now }: { readonly commits: readonly Commit[]; readonly now: Date },
): readonly Participant[] {
  const done = [...inCode(library, initiative, commits), ...inRecords(library, initiative, now)];
  const thanked = new Set(library.children(initiative.id, 'credit').map(({ values }) => values.to));
  const people = Map.groupBy(done, ({ who }) => who ?? '');
  return [...people]
    .filter(([id]) => mayBeThanked(library, id))
    .map(([id, parts]) => ({
      id,
      name: memberName(library, id) ?? id,
      parts: distinct(parts),
      isThanked: thanked.has(id),
    }))
    .sort((a, b) => ascending(a.name, b.name));
}

/** Whether a credit to somebody is welcome. */
export function mayBeThanked(library: Library, id: string): boolean {
  const { memberIds } = library;
  return id !== '' && (memberIds.size === 0 || memberIds.has(id)) && !declinesCredits(library, id);
}

/** Whether somebody does not want to be thanked in records. */
export const declinesCredits = ({ members }: Library, id: string): boolean =>
  members.some((member) => member.id === id && member.noCredits);

/** In the order of the parts, whatever was found first. */
const distinct = (parts: readonly Did[]): readonly Part[] =>
  creditParts.flatMap((part) => {
    const words = new Set(parts.filter((did) => did.for === part).map((did) => did.words));
    return [...words].map((each) => ({ for: part, words: each }));
  });

function inCode(library: Library, { id }: Initiative, commits: readonly Commit[]): readonly Did[] {
  const links = library.children(id, 'link').filter(({ values }) => values.pr !== undefined);
  return [
    ...commits.flatMap(({ author, email, message }): Did[] => [
      { who: whoIs(library, author, email), for: 'code', words: t('wrote code') },
      ...trailersIn(message).flatMap(({ key, value }) => fromTrailer(library, key.toLowerCase(), value)),
    ]),
    ...links.map(({ values }): Did => ({ who: values.by, for: 'code', words: t('linked the pull request') })),
  ];
}

function fromTrailer(library: Library, key: string, value: string): readonly Did[] {
  const [, name = '', email = ''] = PERSON.exec(value) ?? [];
  if (name === '' && email === '') return [];
  const who = whoIs(library, name, email);
  if (key === 'co-authored-by') return [{ who, for: 'code', words: t('wrote code') }];
  if (key === 'reviewed-by') return [{ who, for: 'review', words: t('reviewed code') }];
  if (key === 'tested-by') return [{ who, for: 'test', words: t('tested it') }];
  return [];
}

/** `Ada Lovelace <ada@relay.example>` */
const PERSON = /^([^<>]{0,200})<([^<>\s]{1,200})>\s*$/;

/** The member an address in git belongs to; the name there, where because.yml names nobody. */
function whoIs(library: Library, name: string, email: string): string | undefined {
  if (library.memberIds.size === 0) return name.trim();
  const [member, another] = membersAt(library, email);
  return another === undefined ? member?.id : undefined;
}

function inRecords(library: Library, initiative: Initiative, now: Date): readonly Did[] {
  const { id } = initiative;
  const problems = problemsOf(library, initiative);
  const about = [id, ...problems.map((problem) => problem.id)];
  const risks = about.flatMap((each) => library.children(each, 'risk'));
  const questions = about.flatMap((each) => library.children(each, 'question'));
  const replies = questions.flatMap((question) => library.children(question.id, 'reply'));
  const over = new Set(datedSessions(library).flatMap((one) => (isHeld(one, now.getTime()) ? one.session : [])));
  const sessions = problems
    .flatMap((problem) => library.children(problem.id, 'session'))
    .filter((session) => session.values.status === 'done' || over.has(session));
  const challenges = library.children(id, 'challenge').filter(({ values }) => values.state === 'accepted');
  const objections = library.children(id, 'objection').filter(({ values }) => HEARD.includes(values.state));
  return [
    ...challenges.map(({ values: { by, factor } }): Did => {
      const what = factor ? factorName(factor).toLowerCase() : '?';
      return { who: by, for: 'ideas', words: t('challenged an estimate, and the team agreed: {0}', what) };
    }),
    ...objections.map(({ values }): Did => {
      return { who: values.by, for: 'ideas', words: t('raised an objection that changed the plan') };
    }),
    ...evidenceFor(library, initiative).map(({ values }): Did => {
      return { who: values.by, for: 'research', words: t('wrote down what customers said or did') };
    }),
    ...sessions.flatMap(({ values: { participants = [] } }) =>
      participants.map((who): Did => ({ who, for: 'research', words: t('met customers') })),
    ),
    ...risks.map(
      (risk): Did => ({
        who: risk.values.by,
        for: 'risk',
        words: t('flagged a risk: {0}', nameOf(risk)),
      }),
    ),
    ...[
      ...replies.flatMap(({ values }) => (values.answer ? values.by : [])),
      ...questions.map(({ values }) => values.answeredBy),
    ].map((who): Did => ({ who, for: 'question', words: t('answered a question') })),
  ];
}

/** States of an objection that changed something. */
const HEARD: readonly string[] = ['scoped-down', 'debt-scored', 'upheld', 'validating'];
