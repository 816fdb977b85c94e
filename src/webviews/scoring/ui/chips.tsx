/** What asks for talk in a row, as small marks: disagreement, hidden estimates, challenges, objections, risks. */
import { plural, t } from '../../../core/base/l10n.ts';
import { type Factor, factorList, factorName } from '../../../core/scoring/factors.ts';
import type { Item } from '../../../core/scoring/item.ts';
import { isBlind } from '../../../core/scoring/readiness.ts';
import { severityName, severityOf } from '../../../core/scoring/severity.ts';
import { disputedIn } from '../../../core/scoring/spread.ts';
import { worstRisk } from './model/lines.ts';

/** Lines in a square of 16, drawn with the text's color. */
const icons = {
  hidden: 'M4 7.5h8v6H4z M5.5 7.5v-2a2.5 2.5 0 0 1 5 0v2',
  challenge: 'M2.5 3h11v7.5H8l-3 3v-3H2.5z',
  objection: 'M5.5 2.5h5l3 3v5l-3 3h-5l-3-3v-5z M8 5v3.5 M8 10.5v1',
  risk: 'M8 2.5l6 11H2z M8 6.5V10 M8 11.2v1',
} as const;

interface Said {
  readonly count: number;
  /** What it says in words, for the tooltip and for who listens; asked for where there is something to say. */
  readonly words: () => string;
  /** Whether it deserves a look. */
  readonly marked?: boolean;
}

function chip(icon: keyof typeof icons, { count, words, marked }: Said) {
  if (count === 0) return undefined;
  const said = words();
  return (
    <span key={icon} role="img" class={marked ? 'chip marked' : 'chip'} title={said} aria-label={said}>
      <svg width="16" height="16" aria-hidden="true">
        <path d={icons[icon]} />
      </svg>
      {count}
    </span>
  );
}

interface Doing {
  readonly tabIndex: number;
  readonly onChallenge: (id: string, factor: Factor) => void;
}

/** What people should talk about. */
export function discussionChips(item: Item, doing: Doing) {
  const { round, openChallenges, openObjections } = item;
  const hidden = isBlind(item) ? round.given : 0;
  return [
    disagreement(item, doing),
    chip('hidden', {
      count: hidden,
      words: () =>
        plural(hidden, '{0} has estimated; hidden until you estimate', '{0} have estimated; hidden until you estimate'),
    }),
    chip('challenge', {
      count: openChallenges,
      marked: true,
      words: () => plural(openChallenges, '{0} open challenge', '{0} open challenges'),
    }),
    chip('objection', {
      count: openObjections,
      marked: true,
      words: () => plural(openObjections, '{0} open objection', '{0} open objections'),
    }),
  ];
}

/** Leads to challenging the first of the numbers that are disputed. */
function disagreement({ id, voices }: Item, { tabIndex, onChallenge }: Doing) {
  const disputed = disputedIn(voices);
  const [first] = disputed;
  if (first === undefined) return undefined;
  const mark = `≠ ${disputed.map((factor) => factorName(factor).charAt(0)).join('')}`;
  const words = t('The estimates disagree on {0}. Challenge {1}.', factorList(disputed), factorName(first));
  return (
    <button
      key="disagreement"
      type="button"
      class="chip"
      tabIndex={tabIndex}
      title={words}
      aria-label={`${mark}: ${words}`}
      onClick={() => onChallenge(id, first)}
    >
      {mark}
    </button>
  );
}

/** The open risks, and how bad the worst of them is. */
export function riskChip(item: Item) {
  const open = item.risks.filter((risk) => risk.open).length;
  const worst = worstRisk(item);
  const severity = worst === 0 ? undefined : severityOf(worst);
  return chip('risk', {
    count: open,
    marked: severity === 'critical',
    words() {
      const risks = plural(open, '{0} open risk', '{0} open risks');
      return severity === undefined ? risks : t('{0}, the worst is {1}', risks, severityName(severity));
    },
  });
}
