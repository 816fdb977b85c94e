/** The first because.yml: what is known, and comments that say what else can stand in it. */
import { TEAM_FILE } from '../kinds/team.ts';
import type { NewTeamFile } from '../library/change.ts';
import type { NewMember } from './members.ts';

export interface NewTeam {
  readonly name?: string | undefined;
  readonly members?: readonly NewMember[] | undefined;
}

/**
 * The text to begin with, and the fields to set in it: comments and order are the text's, quoting is the store's.
 * @param zone the time zone offered in the comment about hours.
 */
export function teamFile(team: NewTeam, keys: readonly string[], zone: string): NewTeamFile {
  const text = [
    '# Who works here, and how. Everything is optional; remove the "# " before a line to use it.',
    'version: 1',
    '',
    'team:',
    ...(team.name ? ['  name: team'] : ['  # name: Relay']),
    '  # Records refer to people by id. A person is recognized by one of the emails in git.',
    '  # A role is engineer, lead, pm, designer, researcher or other.',
    ...(team.members?.length ? ['  members: []'] : NO_MEMBERS),
    '',
    '# Prefixes of issue keys: PAY for PAY-142, "#" for #123. Such keys light up in code.',
    keys.length > 0 ? 'keys: []' : '# keys: [PAY, "#"]',
    '',
    '# Time zone and working hours of the team.',
    `# hours: {zone: ${zone}, days: [mon, tue, wed, thu, fri], from: "09:00", to: "18:00", holidays: []}`,
    '',
  ].join('\n');
  return {
    create: TEAM_FILE,
    text,
    fields: [
      ...(team.name ? [[['team', 'name'], team.name] as const] : []),
      ...(team.members?.length ? [[['team', 'members'], team.members.map(known)] as const] : []),
      ...(keys.length > 0 ? [[['keys'], keys] as const] : []),
    ],
  };
}

const NO_MEMBERS = [
  '  members: []',
  '  # members:',
  '  #   - {id: ada, name: Ada Lovelace, role: engineer, emails: [ada@relay.example], handles: {github: ada-l}}',
];

const known = (member: NewMember): object =>
  Object.fromEntries(Object.entries(member).filter(([, value]) => value !== undefined));
