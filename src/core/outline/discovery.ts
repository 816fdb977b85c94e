/** The Discovery view as data: the sessions to come, how often the team meets customers, then the sessions that are over. */
import { compareIds } from '../base/ids.ts';
import { plural, t } from '../base/l10n.ts';
import { lengthWords } from '../base/lengthWords.ts';
import { type Dated, datedSessions, type Exposure, exposureOf, isHeld } from '../discovery/exposure.ts';
import { seatsLeft } from '../discovery/seats.ts';
import { whenWords } from '../discovery/when.ts';
import { memberName, troubleOf } from '../face/names.ts';
import type { Session } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { dotted, joined } from '../text/joined.ts';
import { note, type OutlineNode, type Rows, recordRow, section } from './node.ts';

export interface DiscoveryOutline {
  readonly rows: Rows;
  /** Said where no session is planned. */
  readonly message: string | undefined;
  /** How many sessions are to come; empty for none. */
  readonly description: string;
}

/** The sessions at a moment, as a member sees them; undefined for somebody nobody knows. */
export function discoveryOutline(library: Library, me: string | undefined, now: Date): DiscoveryOutline {
  const dated = datedSessions(library);
  const ahead = dated.filter((one) => !isHeld(one, now.getTime()));
  const { undated, cancelled } = library.memo(withoutDate);
  const earlier = dated.length - ahead.length + cancelled.length;
  const rowOf = (below: string) => (session: Session) => sessionRow(library, session, { below, me, now });
  const coming = [...ahead.map(({ session }) => session), ...undated];
  const before = () => [...heldLately(dated, now), ...cancelled].map(rowOf(EARLIER.id));
  return {
    rows: [
      ...(coming.length > 0 ? coming.map(rowOf(ROOT)) : [planRow()]),
      ...exposureRows(library, me, now),
      ...(earlier > 0 ? [section({ ...EARLIER, label: t('Earlier'), description: String(earlier) }, before)] : []),
    ],
    message: coming.length > 0 ? undefined : t('No session is planned. Who could tell you more?'),
    description: coming.length > 0 ? t('{0} upcoming', coming.length) : '',
  };
}

const ROOT = 'discovery';
const EARLIER = { id: `${ROOT}/earlier`, icon: 'history', context: 'section.sessions' } as const;

/** Begins a session where none is planned. */
const planRow = () =>
  note({ id: `${ROOT}/plan`, label: t('Plan a session…'), icon: 'add', context: 'note', verb: 'newSession' });

/** Planned sessions that do not say when, and cancelled ones. */
const withoutDate = (library: Library) => {
  const known = new Set(datedSessions(library).map(({ session }) => session));
  const others = library.ofKind('session').filter((session) => !known.has(session));
  const isCancelled = ({ values }: Session) => values.status === 'cancelled';
  return {
    undated: others.filter((each) => !isCancelled(each)),
    cancelled: others.filter(isCancelled).sort((a, b) => compareIds(b.values.at ?? '', a.values.at ?? '')),
  };
};

/** What is over, the latest first. */
const heldLately = (dated: readonly Dated[], now: Date): readonly Session[] =>
  dated.flatMap((one) => (isHeld(one, now.getTime()) ? one.session : [])).toReversed();

interface Seen {
  readonly below: string;
  readonly me: string | undefined;
  readonly now: Date;
}

/** When it is, whether there is a seat, and who comes; of one that is over, what came of it. */
function sessionRow(library: Library, session: Session, { below, me, now }: Seen): OutlineNode {
  const row = recordRow(library, session, below);
  if (troubleOf(library, session)) return row;
  const { at, participants = [], status } = session.values;
  const isMine = me !== undefined && participants.includes(me);
  const when = at === undefined ? t('no date yet') : whenWords(library, at, now);
  const isOver = below === EARLIER.id;
  const others = participants.filter((id) => id !== me).map((id) => memberName(library, id) ?? id);
  const more = isOver
    ? [cameOf(library, session)]
    : [isMine ? t('you have a seat') : seats(library, session), others.join(', ')];
  return {
    ...row,
    icon: isOver && status === 'planned' ? 'circle-outline' : row.icon,
    description: dotted(when, ...more),
    // The menu offers to give back a seat to those alone who have one.
    context: isMine && status === 'planned' ? `${row.context}.mine` : row.context,
    spoken: joined(row.label, when, ...more),
  };
}

function seats(library: Library, session: Session): string {
  const free = seatsLeft(library, session);
  if (free > 0) return plural(free, '{0} seat free', '{0} seats free');
  return session.values.engineerSeats > 0 ? t('full') : '';
}

function cameOf(library: Library, { id, values: { status } }: Session): string {
  if (status === 'cancelled') return t('cancelled');
  const pieces = library.children(id, 'evidence').length;
  return pieces > 0 ? plural(pieces, '{0} piece of evidence', '{0} pieces of evidence') : t('no evidence yet');
}

/** How much time people have with customers: one's own, what the team's adds up to, and whose turn it is. Never a ranking. */
function exposureRows(library: Library, me: string | undefined, now: Date): Rows {
  const exposure = exposureOf(library, now);
  const { people, goal, sessions, withEngineer, engineers } = exposure;
  const mine = people.find(({ id }) => id === me);
  const builders = people.filter(({ isEngineer }) => isEngineer).length;
  const told = (name: string, label: string, description: string, icon: string) =>
    note({ id: `${ROOT}/exposure/${name}`, label, description, icon, context: 'note' });
  const label = mine ? t('Your time with customers') : t('Time with customers');
  const share = t('{0} of {1}', withEngineer, sessions);
  const row = {
    id: `${ROOT}/exposure`,
    label,
    description: mine ? t('{0} of {1} in six weeks', lengthWords(mine.hours * 60), lengthWords(goal * 60)) : share,
    icon: 'pulse',
    context: 'section.exposure',
    hint: t('Everybody who builds the product should spend two hours with customers every six weeks.'),
  };
  return [
    section(row, () => [
      told('sessions', t('Sessions with an engineer'), t('{0} in six weeks', share), 'comment-discussion'),
      told('engineers', t('Engineers who took part'), t('{0} of {1}', engineers.length, builders), 'organization'),
      ...nextRows(library, exposure, me, told),
    ]),
  ];
}

/** Whose turn it is: one person, and the person who looks where it is theirs. */
function nextRows(
  library: Library,
  { turn }: Exposure,
  me: string | undefined,
  told: (name: string, label: string, description: string, icon: string) => OutlineNode,
): Rows {
  const [next] = turn;
  if (next === undefined) return [];
  const name = next === me ? t('you') : (memberName(library, next) ?? next);
  return [told('next', t('Next to meet a customer'), name, 'arrow-right')];
}
