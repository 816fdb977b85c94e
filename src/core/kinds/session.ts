/** A session: people are met or data is looked at, to learn what is true of a problem. */
import { dayWords } from '../base/dayWords.ts';
import { t } from '../base/l10n.ts';
import type { Lookup } from '../records/face.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';
import { ENGINEERS } from '../records/wait.ts';
import { dotted } from '../text/joined.ts';
import { gist } from '../text/markdownText.ts';

const sorts = {
  interview: { label: () => t('Interview') },
  'experiment-review': { label: () => t('Experiment review') },
  'data-analysis': { label: () => t('Data analysis') },
  'usability-test': { label: () => t('Usability test') },
  'field-visit': { label: () => t('Field visit') },
} as const;

type Sort = keyof typeof sorts;

const icons = { planned: 'calendar', done: 'pass', cancelled: 'circle-slash' } as const;

/** `Interview with Acme Payments` */
export const sessionName = ({ kind: sort, customer }: { readonly kind: Sort; readonly customer?: string }): string =>
  customer === undefined ? sorts[sort].label() : t('{0} with {1}', sorts[sort].label(), customer);

/** A persona is called by its name, which is no title. */
function personaName(persona: ReturnType<Lookup['find']>, id: string): string {
  const { name } = (persona?.values ?? {}) as { readonly name?: string };
  return name ?? persona?.title ?? id;
}

export const session = kind({
  name: 'session',
  icon: 'comment-discussion',
  label: () => t('Session'),
  labels: () => t('Sessions'),
  help: () => t('A meeting with customers, or a look at data, to learn more about a problem.'),
  bodyHelp: () => t('The plan before the session, and the notes after it.'),
  fields: {
    kind: f.required(
      f.oneOf(
        () => t('The kind of session.'),
        ['interview', 'experiment-review', 'data-analysis', 'usability-test', 'field-visit'],
        sorts,
      ),
    ),
    at: f.required(f.time(() => t('When it starts.'))),
    minutes: f.withFallback(
      f.number(() => t('How many minutes it takes.'), { min: 1 }),
      60,
    ),
    problem: f.asked(
      f.references(() => t('The problem it is about, or a list of problems.'), 'problem'),
      () => t('Which problem is it about?'),
    ),
    personas: f.references(() => t('The personas you meet.'), 'persona'),
    customer: f.text(() => t('The customer you meet.')),
    participants: f.members(() => t('Who from the team takes part.')),
    engineerSeats: f.withFallback(
      f.number(() => t('How many engineers can take part.'), { min: 0, integer: true }),
      1,
    ),
    status: f.oneOf(() => t('How far along it is.'), ['planned', 'done', 'cancelled'], {
      planned: { label: () => t('planned') },
      done: { label: () => t('done') },
      cancelled: { label: () => t('cancelled') },
    }),
  },
  place: {
    name: 'sessions',
    label: () => t('Discovery'),
    icon: 'comment-discussion',
    isLast: true,
  },
  waitsFor({ id, values: { status, at, participants = [], engineerSeats } }, around) {
    if (status !== 'planned') return [];
    const words = t('Take a seat');
    const seat = { of: [], roles: ENGINEERS, except: participants, places: engineerSeats, verb: 'takeSeat', words };
    const isNoted = at === undefined || participants.length === 0 || around.children(id, 'evidence').length > 0;
    const notes = { of: participants, verb: 'takeNotes', words: t('Write down what you heard'), from: at };
    return [{ ...seat, until: at }, ...(isNoted ? [] : [notes])];
  },
  // What is noted of it is no name.
  named: ({ values }) => sessionName(values),
  describe: ({ at, status }) => dotted(at && dayWords(at), status),
  look({ values: { at, status, participants = [] } }, _name, around) {
    const who = participants.map((id) => around.memberName(id)).join(', ');
    return {
      description: dotted(at && dayWords(at), status, who),
      icon: icons[status],
      tone: status === 'cancelled' ? 'quiet' : undefined,
      state: status,
    };
  },
  lines({ values, body }, around) {
    const { at, status, personas = [], participants = [] } = values;
    return [
      dotted(sorts[values.kind].label(), at && dayWords(at), status),
      personas.map((id) => personaName(around.find(id), id)).join(', '),
      participants.map((id) => around.memberName(id)).join(', '),
      gist(body),
    ];
  },
  starts: ['kind', 'at', 'problem', 'customer', 'participants'],
  snippetBody: '${0:What you want to learn.}',
});
