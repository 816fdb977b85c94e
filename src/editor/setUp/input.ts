/** What the answers of setting up ask to be written. */
import type { SetUp } from '../../actions/setUp.ts';
import { today } from '../../core/library/query.ts';
import { lastDay, mondayOf, sprintNamed } from '../../core/setUp/firstSprint.ts';
import { isLikely, prefixesNamed } from '../../core/setUp/keyPrefixes.ts';
import { type Author, MemberIds, membersNamed, type NewMember } from '../../core/setUp/members.ts';
import type { Answers } from '../ask/steps.ts';
import type { Folder } from '../workspace/workspace.ts';
import { markOf, OTHER, type Setting } from './steps.ts';

/** The action's input, out of the answers. Steps that were left out leave their part to what was given. */
export async function inputOf({ folder, history, takesSample }: Setting, answers: Answers): Promise<SetUp> {
  const { authors, me, prefixes: found } = await history;
  if (answers.start === 'sample' && takesSample) {
    const keys = found.filter(isLikely).map(({ prefix }) => prefix);
    return { sample: true, team: { name: folder.name, ...(me && { members: [memberOf(me)] }) }, keys };
  }
  const { team, sprint, keys } = answers;
  return {
    ...(team !== undefined && { team: { ...(team && { name: String(team) }), members: members(authors, answers) } }),
    ...(keys !== undefined && { keys: prefixes(answers) }),
    ...(sprint !== undefined && { sprint: sprint === '' ? 'none' : sprintOf(folder, answers) }),
  };
}

function members(authors: readonly Author[], { members = [], people = '' }: Answers): MemberInput[] {
  const wanted = new Set(members);
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

function prefixes({ keys = [], otherKeys = '' }: Answers): string[] {
  const picked = [...keys].filter((key) => key !== OTHER);
  return [...new Set([...picked, ...prefixesNamed(String(otherKeys))])];
}

function sprintOf(folder: Folder, { sprint, weeks, starts, ends, goal }: Answers): Exclude<SetUp['sprint'], undefined> {
  const monday = mondayOf(today(folder.library, folder.because.now()));
  const days =
    weeks === OTHER
      ? { starts: String(starts), ends: String(ends) }
      : { starts: monday, ends: lastDay(monday, Number(weeks)) };
  const { id, title } = sprintNamed(String(sprint));
  return { id, ...(title && { title }), ...days, ...(goal && { goal: String(goal) }) };
}
