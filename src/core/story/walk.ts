/** The refinement walk-through: which initiatives it goes through, who may speak, and what each has said. */
import { t } from '../base/l10n.ts';
import { isEngineer } from '../board/evidenced.ts';
import { tidy } from '../face/cardLines.ts';
import { memberName, scopeName } from '../face/names.ts';
import { ackWords } from '../kinds/ack.ts';
import type { Initiative } from '../kinds/all.ts';
import { byPath } from '../library/indexes.ts';
import type { Library } from '../library/library.ts';
import { initiativesIn } from '../library/query.ts';
import { byKey } from '../outline/order.ts';
import { scopeOf } from '../outline/scope.ts';
import { isOver } from '../scoring/readiness.ts';
import { plainWords } from '../text/markdownText.ts';
import type { WalkChoice, WalkTally, WalkVoice } from './walkTold.ts';

/** Characters of what one person said. */
const WORDS = 400;

export interface WalkList {
  readonly label: string;
  readonly initiatives: readonly Initiative[];
}

/** The initiatives of a walk-through: nobody need explain what is done or dropped, unless nothing else is there. */
export function walkList(library: Library, choice: WalkChoice, now: Date): WalkList {
  if (choice.kind === 'list') {
    const initiatives = choice.ids.flatMap((id) => library.findOf('initiative', id) ?? []);
    return { label: t('Chosen initiatives'), initiatives: initiatives.filter(({ archived }) => !archived) };
  }
  const scope = scopeOf(library, choice, now);
  const all = initiativesIn(library, scope)
    .filter(({ archived }) => !archived)
    .toSorted(byKey);
  const ahead = all.filter(({ values }) => !isOver(values.status));
  return { label: scopeName(library, scope), initiatives: ahead.length > 0 ? ahead : all };
}

/**
 * Who may speak, in an order that is the same for every initiative: who looks first, so that the first key is theirs, then
 * those who build, then the other members, then whoever has spoken and is no member any more.
 */
export function peopleOf(library: Library, initiatives: readonly Initiative[], me: string | undefined): string[] {
  const members = library.members.flatMap(({ id }) => id ?? []);
  const builders = members.filter((id) => isEngineer(library, id));
  const spoken = initiatives.flatMap(({ id }) => library.children(id, 'ack').flatMap(({ values }) => values.by ?? []));
  return [...new Set([...(me === undefined ? [] : [me]), ...builders, ...members, ...spoken])];
}

/** As many people have room on one screen, whether they are asked or not. */
const ROOM = 12;

/**
 * What people said last of an initiative: each of a team that has room; of a larger one the first of all, whoever counts here,
 * and as many others as there is room for.
 */
export function voicesOn(library: Library, initiative: Initiative, people: readonly string[]): WalkVoice[] {
  if (people.length <= ROOM) return told(library, initiative, people);
  const counted = countedOn(library, initiative, people);
  const shown = new Set([...people.slice(0, 1), ...counted]);
  for (const id of people) if (shown.size < ROOM) shown.add(id);
  return told(library, initiative, [...shown]);
}

/** The last words of those who are asked or spoke; nothing of others. */
export const countedVoices = (...about: Parameters<typeof voicesOn>): WalkVoice[] =>
  told(about[0], about[1], countedOn(...about));

/** How many can explain why, of those who are asked or spoke. */
export function tallyOf(voices: readonly WalkVoice[]): WalkTally {
  const counted = voices.filter(({ isAsked, said }) => isAsked || said !== undefined);
  return { can: counted.filter(({ said }) => said === 'can-explain').length, of: counted.length };
}

function told(library: Library, initiative: Initiative, people: readonly string[]): WalkVoice[] {
  const acks = library.children(initiative.id, 'ack').toSorted(byPath);
  return people.map((id) => {
    const last = acks.findLast(({ values }) => values.by === id);
    return {
      id,
      name: tidy(memberName(library, id) ?? id),
      isAsked: isAsked(library, initiative, id),
      said: last?.values.state,
      says: last ? ackWords(last.values.state) : t('Nothing yet'),
      words: last ? tidy(plainWords(last.body), WORDS) : '',
    };
  });
}

/** Its team is asked, or else whoever builds. */
function isAsked(library: Library, { values: { team = [] } }: Initiative, id: string): boolean {
  return team.length > 0 ? team.includes(id) : isEngineer(library, id);
}

function countedOn(library: Library, initiative: Initiative, people: readonly string[]): readonly string[] {
  const spoken = new Set(library.children(initiative.id, 'ack').map(({ values }) => values.by));
  return people.filter((id) => spoken.has(id) || isAsked(library, initiative, id));
}
