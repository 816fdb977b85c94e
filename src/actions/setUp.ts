/** Setting up: because.yml and a first sprint, or a sample to look around in. What is there already stays as it is. */

import * as z from 'zod/mini';
import { BecauseError } from '../core/base/errors.ts';
import { day, field, words } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { isPrefix } from '../core/keys/keys.ts';
import { ID, type Sprint } from '../core/kinds/all.ts';
import { sprint as sprintKind } from '../core/kinds/sprint.ts';
import { TEAM_FILE, team as teamKind } from '../core/kinds/team.ts';
import type { Change, FieldChange, NewRecord } from '../core/library/change.ts';
import type { Library } from '../core/library/library.ts';
import { sprints, today } from '../core/library/query.ts';
import { commonFields } from '../core/records/kind.ts';
import type { ContextRecord } from '../core/records/record.ts';
import type { NewSprint } from '../core/setUp/firstSprint.ts';
import type { NewMember } from '../core/setUp/members.ts';
import { sample, sampleNamed } from '../core/setUp/sample.ts';
import { hasSample, SAMPLE_PREFIX } from '../core/setUp/sampleIds.ts';
import { type NewTeam, teamFile } from '../core/setUp/teamFile.ts';
import { action } from './action.ts';

const id = z.string().check(z.regex(ID));

const { team: teamField, keys: keysField } = teamKind.fields;

/** What because.yml says of a part of the team, or of one of its members. */
const helpOf = (name: string) => () => teamField.fields?.[name]?.help() ?? '';
const helpOfMember = (name: string) => () => teamField.fields?.members?.fields?.[name]?.help() ?? '';

const member = z.strictObject({
  id: field(id, helpOfMember('id')),
  name: z.optional(field(words, helpOfMember('name'))),
  role: z.optional(field(z.enum(['engineer', 'lead', 'pm', 'designer', 'researcher', 'other']), helpOfMember('role'))),
  emails: z.optional(field(z.array(words), helpOfMember('emails'))),
  handles: z.optional(field(z.record(z.string(), words), helpOfMember('handles'))),
});

const sprint = z
  .strictObject({
    id: field(id, () => t('A short id, such as 2026-24.')),
    title: z.optional(field(words, commonFields.title.help)),
    starts: field(day, sprintKind.fields.starts.help),
    ends: field(day, sprintKind.fields.ends.help),
    goal: z.optional(field(words, sprintKind.fields.goal.help)),
  })
  .check(z.refine(({ starts, ends }) => starts <= ends, { path: ['ends'], message: 'must not be before starts' }));

const planned = z.strictObject({
  id: field(id, () => t('Its issue key, such as PAY-142.')),
  title: z.optional(field(words, commonFields.title.help)),
});

/** Without a sample, whether there is a sprint must be said. */
const input = z
  .strictObject({
    team: z.optional(
      field(
        z.strictObject({
          name: z.optional(field(words, helpOf('name'))),
          members: z.optional(field(z.array(member), helpOf('members'))),
        }),
        teamField.help,
      ),
    ),
    keys: z.optional(
      field(z.array(z.string().check(z.refine(isPrefix, 'must be a prefix such as PAY, # or AB#'))), keysField.help),
    ),
    sprint: z.optional(
      field(z.union([sprint, z.literal('none')]), () =>
        t('The first sprint with its id, first day and last day; or "none".'),
      ),
    ),
    initiatives: z.optional(
      field(z.array(planned), () => t('What the sprint is for: the issue keys of its initiatives, with their titles.')),
    ),
    sample: z.optional(field(z.boolean(), () => t('True to add a sample to look around in.'))),
  })
  .check(
    z.refine(({ sprint, sample }) => sample === true || sprint !== undefined, {
      path: ['sprint'],
      message: 'is needed: a sprint, or "none"',
    }),
  );

export type SetUp = z.infer<typeof input>;

export const setUp = action({
  name: 'setUp',
  title: () => t('Set Up'),
  input,
  async run(because, { team = {}, keys = [], sprint = 'none', initiatives = [], sample: isSample = false }) {
    // Another window, or a person's own hand, may have written in it since.
    await because.refresh([TEAM_FILE]);
    const { library } = because;
    const wanted = sprint === 'none' ? undefined : sprint;
    const day = today(library, because.now());
    if (isSample) refuseSample(library, day);
    const records = isSample ? sampleOf(day) : ownRecords(library, day, wanted, initiatives);
    const changes = [
      ...teamIn(library, team, isSample ? [...new Set([...keys, SAMPLE_PREFIX])] : keys),
      ...records.filter((record) => !library.find(record.id)),
    ];
    if (changes.length === 0) throw alreadySetUp();
    await because.write(changes);
    // Of a sprint with initiatives, the sprint itself is what was set up.
    const named = (isSample ? undefined : (wanted ?? initiatives[0])?.id) ?? records.at(-1)?.id ?? '';
    const { id, path } = because.library.find(named) ?? { id: TEAM_FILE, path: TEAM_FILE };
    return { id, path };
  },
});

type Named = NewRecord & { readonly id: string };

const sprintOf = ({ id, title, ...fields }: NewSprint): Named => ({ create: 'sprint', id, title, fields });

const sampleOf = (day: string): Named[] => sample(day).map(({ kind, ...record }) => ({ create: kind, ...record }));

/** The sprint, where it is wanted and none of the team's own goes on, and what it is for. */
function ownRecords(
  library: Library,
  day: string,
  wanted: NewSprint | undefined,
  initiatives: readonly { readonly id: string; readonly title?: string | undefined }[],
): Named[] {
  const going = sprintOn(library, day);
  refuseOther(library, wanted);
  const sprint = going?.id ?? wanted?.id;
  const fields = sprint === undefined ? {} : { sprint };
  return [
    ...(wanted && !going ? [sprintOf(wanted)] : []),
    ...initiatives.map(({ id: key, title }): Named => ({ create: 'initiative', id: key, title, fields })),
  ];
}

/** The team's own sprint that goes on this day, or is still to come. */
function sprintOn(library: Library, day: string): Sprint | undefined {
  return sprints(library).find(({ id: named, values }) => !sampleNamed(named) && (values.ends ?? '9999') >= day);
}

/** What of a setup is still missing: what the sample wrote down of a team is no more than a beginning. */
export function missing(library: Library, day: string): { readonly team: boolean; readonly sprint: boolean } {
  const { teamFile, members } = library;
  const hasTeam = teamFile !== undefined && members.length > 0 && !hasSample(library);
  return { team: !hasTeam, sprint: !sprintOn(library, day) };
}

/** Whether nothing but parts of the sample is there, and not all of it, so that it can be put beside nobody's own records. */
function takesSample(library: Library): boolean {
  if (!library.records.every(({ id: named }) => sampleNamed(named))) return false;
  return sample('2026-01-01').some(({ id: wanted }) => !library.find(wanted));
}

/** The error of setting up what is set up. */
export function alreadySetUp(): BecauseError {
  return new BecauseError('already-exists', t('Because is already set up here.'), {
    next: t('Open because.yml to change the team and its keys.'),
  });
}

/** Looked at before anything is written, so that a refusal leaves nothing behind. */
function refuseOther(library: Library, wanted: NewSprint | undefined): void {
  const other = wanted && library.named(wanted.id).find(({ kind }) => kind !== 'sprint');
  if (!other) return;
  throw new BecauseError('already-exists', t('There is already a record with the id {0}.', other.id), {
    next: t('Choose another id.'),
  });
}

function refuseSample(library: Library, day: string): void {
  if (library.teamFile && sprintOn(library, day)) throw alreadySetUp();
  if (takesSample(library)) return;
  if (library.records.every(({ id: named }) => sampleNamed(named))) throw alreadySetUp();
  throw new BecauseError('already-exists', t('There are already records here, and the sample would mix with them.'), {
    next: t('Set up with a team and a sprint instead, or look at the sample in an empty folder.'),
  });
}

function teamIn(library: Library, team: NewTeam, keys: readonly string[]): Change[] {
  if (library.teamFile) return addedToTeam(library.teamFile, library, team, keys);
  return [teamFile(team, keys, new Intl.DateTimeFormat().resolvedOptions().timeZone)];
}

/** What because.yml holds stays; what it says nothing of is added, and beside a sample all that is known now. */
function addedToTeam(
  file: ContextRecord,
  library: Library,
  { name, members = [] }: NewTeam,
  keys: readonly string[],
): Change[] {
  if (file.broken) return [];
  const { team, members: known } = library;
  const isBegun = hasSample(library);
  const isKnown = (one: NewMember): boolean =>
    known.some(({ id: named, emails = [] }) => named === one.id || one.emails?.some((each) => emails.includes(each)));
  const added = isBegun || known.length === 0 ? members.filter((one) => !isKnown(one)) : [];
  const own = team.keys ?? [];
  const all = isBegun || own.length === 0 ? [...new Set([...own, ...keys])] : own;
  const fields: FieldChange[] = [
    ...(isBegun && name !== undefined && name !== team.team?.name ? [[['team', 'name'], name] as const] : []),
    ...(added.length > 0
      ? [
          [
            ['team', 'members'],
            [...known, ...added],
          ] as const,
        ]
      : []),
    ...(all.length > own.length ? [[['keys'], all] as const] : []),
  ];
  return fields.length > 0 ? [{ edit: file, fields }] : [];
}
