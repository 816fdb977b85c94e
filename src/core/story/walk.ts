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
import { scopeOf } from '../outline/scope.ts';
import { byKey } from '../outline/sprint.ts';
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

/** What each of some people said last of an initiative. */
export function voicesOn(library: Library, initiative: Initiative, people: readonly string[]): WalkVoice[] {
  const acks = library.children(initiative.id, 'ack').toSorted(byPath);
  const { team = [] } = initiative.values;
  return people.map((id) => {
    const last = acks.findLast(({ values }) => values.by === id);
    return {
      id,
      name: tidy(memberName(library, id) ?? id),
      isAsked: team.length > 0 ? team.includes(id) : isEngineer(library, id),
      said: last?.values.state,
      says: last ? ackWords(last.values.state) : t('Nothing yet'),
      words: last ? tidy(plainWords(last.body), WORDS) : '',
    };
  });
}

/** How many can explain why, of those who are asked or spoke. */
export function tallyOf(voices: readonly WalkVoice[]): WalkTally {
  const counted = voices.filter(counts);
  return { can: counted.filter(({ said }) => said === 'can-explain').length, of: counted.length };
}

/** Whether somebody is asked, or spoke all the same. */
export const counts = ({ isAsked, said }: WalkVoice): boolean => isAsked || said !== undefined;
