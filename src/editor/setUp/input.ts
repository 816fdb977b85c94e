/** What the answers of setting up ask to be written. */
import type { SetUp } from '../../actions/setUp.ts';
import { today } from '../../core/library/query.ts';
import { lastDay, mondayOf, sprintNamed } from '../../core/setUp/firstSprint.ts';
import { isLikely, prefixesNamed } from '../../core/setUp/keyPrefixes.ts';
import { type Author, MemberIds, membersNamed, type NewMember } from '../../core/setUp/members.ts';
import type { FolderHistory } from '../../questions/folderHistory.ts';
import type { Answers } from '../ask/steps.ts';
import type { Folder } from '../workspace/folder.ts';
import { markOf, markOfPrefix, NO_SPRINT, OTHER, type Setting, usualName } from './steps.ts';

/** The sample, with what git tells of the folder: who looks, and the keys that light up besides the sample's own. */
export function sampleInput(folder: Folder, { me, prefixes }: FolderHistory): SetUp {
  const keys = prefixes.filter(isLikely).map(({ prefix }) => prefix);
  return { sample: true, team: { name: folder.name, ...(me && { members: [memberOf(me)] }) }, keys };
}

/** The action's input, out of the answers. Steps that were left out leave their part to what was given. */
export async function inputOf({ folder, history }: Setting, answers: Answers): Promise<SetUp> {
  const { authors, prefixes, named } = await history;
  const { team, sprint, initiatives } = answers;
  const found = prefixes.flatMap(({ prefix }) => (team?.includes(markOfPrefix(prefix)) ? prefix : []));
  const titles = new Map(named.keys.map(({ key, title }) => [key, title]));
  return {
    ...(team !== undefined && {
      team: { name: folder.name, members: members(authors, answers) },
      keys: [...new Set([...found, ...prefixesNamed(String(answers.otherKeys ?? ''))])],
    }),
    ...(sprint !== undefined && { sprint: sprint === NO_SPRINT ? 'none' : sprintOf(folder, answers) }),
    ...(initiatives !== undefined && {
      initiatives: [...initiatives].map((id) => ({ id, ...titled(titles.get(id)) })),
    }),
  };
}

const titled = (title: string | undefined): { readonly title?: string } => (title === undefined ? {} : { title });

function members(authors: readonly Author[], { team = [], people = '' }: Answers): MemberInput[] {
  const wanted = new Set(team);
  const ids = new MemberIds();
  const picked = authors
    .filter((author) => wanted.has(markOf(author)))
    .map((author) => ({ ...author, id: ids.idFor(author.name, author.emails) }));
  return [...picked, ...membersNamed(String(people), ids)].map(memberOf);
}

type MemberInput = NonNullable<NonNullable<SetUp['team']>['members']>[number];

function memberOf({ id, name, emails, handles }: NewMember): MemberInput {
  return { id, ...(name && { name }), ...(emails?.length && { emails: [...emails] }), ...(handles && { handles }) };
}

function sprintOf(folder: Folder, { sprint, name, starts, ends, goal }: Answers): Exclude<SetUp['sprint'], undefined> {
  const monday = mondayOf(today(folder.library, folder.because.now()));
  if (sprint !== OTHER) return { id: usualName(folder, monday), starts: monday, ends: lastDay(monday, Number(sprint)) };
  const { id, title } = sprintNamed(String(name));
  return {
    id,
    ...(title && { title }),
    starts: String(starts),
    ends: String(ends),
    ...(goal && { goal: String(goal) }),
  };
}
