/** Made-up scoring boards of any size: the same numbers every time. */
import type { Detail, GivenEstimate } from '../../src/core/scoring/detail.ts';
import type { Factor, Guess } from '../../src/core/scoring/factors.ts';
import { factors } from '../../src/core/scoring/factors.ts';
import type { Item, Voice } from '../../src/core/scoring/item.ts';
import type { Gap } from '../../src/core/scoring/readiness.ts';
import type { BoardState, Comparison } from '../../src/webviews/scoring/protocol.ts';

export interface BoardData {
  readonly board: BoardState;
  readonly details: Readonly<Record<string, Detail>>;
  /** What is kept from me until I gave an estimate, by initiative. */
  readonly hidden: Readonly<
    Record<string, { readonly voices: readonly Voice[]; readonly estimates: readonly GivenEstimate[] }>
  >;
  /** What every snapshot holds; nothing where it is not given. */
  readonly comparison?: Comparison;
}

const names = ['Ada Lovelace', 'Grace Hopper', 'Alan Turing', 'Barbara Liskov', 'Edsger Dijkstra', 'Frances Allen'];
const titles = [
  '30% of users miss urgent updates',
  'Set-up takes 20 minutes',
  'Invoices arrive twice',
  'Search forgets accents',
  'The nightly export blocks sign-in',
  'Receipts cannot be found',
  'Two people edit one plan and one loses',
  'The importer has no tests',
];

/** Numbers that look random and never change: a linear congruential generator. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const idOf = (index: number): string => `PAY-${101 + index}`;

function voiceOf(member: number, next: () => number): Voice {
  const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(next() * values.length)];
  const likely = Math.round(1 + next() * 9);
  const effort: Guess = next() < 0.4 ? { low: Math.max(0.5, likely / 2), likely, high: likely * 2 } : likely;
  const reach: Guess = next() < 0.1 ? '?' : Math.round(50 + next() * 1500);
  return {
    by: `m${member}`,
    guesses: { reach, impact: pick([0.5, 1, 2, 3]), confidence: pick([50, 80, 100]), effort },
  };
}

function itemOf(index: number, voices: readonly Voice[], next: () => number): Item {
  const kind = index % 9 === 7 ? 'debt' : index % 13 === 5 ? 'enabler' : 'feature';
  const agreed = index % 4 === 0 ? { reach: 400 + index, impact: 2, confidence: 80, effort: 4 } : {};
  const blind = index % 5 === 2;
  const missing: Gap[] = index % 3 === 0 ? [] : index % 3 === 1 ? ['outcome'] : ['evidence', 'challenge'];
  const bridge = kind === 'debt' && index % 2 === 0 ? { bridge: { customers: 120, because: 'Support tickets' } } : {};
  return {
    id: idOf(index),
    title: titles[index % titles.length] ?? '',
    kind,
    status: index % 6 === 0 ? 'committed' : 'candidate',
    sprints: ['2026-23'],
    owner: 'm1',
    problem: `${titles[index % titles.length]}, and it costs us $200K in annual churn.`,
    agreed,
    ...(index % 4 === 0 ? { agreedOn: '2026-11-20', agreedBy: 'm1' } : {}),
    ...bridge,
    round: { number: 1, revealed: !blind, given: voices.length, mine: false },
    voices: blind ? [] : voices,
    suggested: { confidence: 80, evidenced: ['reach', 'effort'] },
    openChallenges: index % 3 === 2 ? 1 : 0,
    openObjections: index % 8 === 3 ? 1 : 0,
    risks: index % 2 === 0 ? [riskOf(index, next)] : [],
    evidence: { customers: index % 6, supports: (index % 6) + 1, contradicts: index % 5 === 0 ? 1 : 0 },
    missing,
  };
}

function riskOf(index: number, next: () => number): Item['risks'][number] {
  const scale = (): number => 1 + Math.floor(next() * 5);
  return {
    id: `rk-${index}`,
    title: 'The queue fills up',
    likelihood: scale(),
    impact: scale(),
    open: true,
    answered: false,
  };
}

const reasonOf = (member: number): string =>
  member % 2 === 0 ? 'The importer was rewritten twice already.' : 'Half of it is there since spring.';

function estimatesOf(id: string, voices: readonly Voice[]): GivenEstimate[] {
  return voices.map((voice, member) => ({
    ...voice,
    id: `${id}.${voice.by}`,
    round: 1,
    reasons: reasonOf(member),
    created: '2026-11-19',
  }));
}

function detailOf(
  { id, title, openChallenges, openObjections, round }: Item,
  estimates: GivenEstimate[],
  givers: string[],
): Detail {
  const factor: Factor = 'effort';
  return {
    id,
    problems: [
      {
        id: `problem-${id}`,
        title,
        statement: `${title}, and it costs us $200K in annual churn. How should we solve this?`,
      },
    ],
    outcome: 'Missed updates: 30 → 5 % by 2026-12-31',
    appetite: '2 weeks',
    slices: [
      { title: 'Only urgent updates', must: true, effort: 2, share: 60 },
      { title: 'A digest for the rest', must: false, effort: 2, share: 25 },
      { title: 'Settings for everybody', must: false, effort: 3, share: 15 },
    ],
    estimates: round.revealed ? estimates : [],
    givers,
    challenges: [
      ...(openChallenges > 0
        ? [
            {
              id: `ch-${id}`,
              by: 'm2',
              created: '2026-11-21',
              factor,
              from: 4,
              to: 8,
              reason: 'The migration is not in it.',
              evidence: [],
              state: 'open' as const,
              replies: [],
            },
          ]
        : []),
      {
        id: `ch-old-${id}`,
        by: 'm3',
        created: '2026-11-01',
        factor: 'reach',
        from: 900,
        to: 400,
        reason: 'Counted twice.',
        evidence: [{ id: 'ev-1', title: 'Sign-ins in October' }],
        state: 'accepted',
        resolvedBy: 'm1',
        resolved: '2026-11-02',
        replies: [{ by: 'm1', text: 'Right, I took both plans.' }],
      },
    ],
    objections:
      openObjections > 0
        ? [
            {
              id: `ob-${id}`,
              by: 'm2',
              created: '2026-11-21',
              kind: 'too-complex',
              state: 'open',
              words: 'Two teams have to change the protocol.',
              outcome: [],
            },
          ]
        : [],
    evidence: [
      {
        id: 'ev-1',
        title: 'Acme missed an outage for two hours',
        kind: 'quote',
        stance: 'supports',
        customer: 'Acme',
        date: '2026-11-12',
        quote: 'We found out from our own customers.',
      },
      { id: 'ev-2', title: 'Sign-ins in October', kind: 'usage', stance: 'supports', date: '2026-11-01' },
      {
        id: 'ev-3',
        title: 'Bolt reads everything by e-mail',
        kind: 'quote',
        stance: 'contradicts',
        customer: 'Bolt',
        date: '2026-10-02',
      },
    ],
    history: [{ on: '2026-11-02', by: 'm1', text: '675 → 400 because it was counted twice', record: `ch-old-${id}` }],
  };
}

/** A board of so many items with so many engineers' estimates each; `m0` is me and has given none. */
export function boardOf(count: number, engineers: number): BoardData {
  const next = numbersFrom(42);
  const hidden: Record<string, BoardData['hidden'][string]> = {};
  const details: Record<string, Detail> = {};
  const items = Array.from({ length: count }, (_, index) => {
    const voices = Array.from({ length: engineers }, (_, member) => voiceOf(member + 1, next)).map((voice) =>
      index % 11 === 6 ? { ...voice, guesses: without(voice.guesses, 'effort') } : voice,
    );
    const item = itemOf(index, voices, next);
    const estimates = estimatesOf(item.id, voices);
    if (!item.round.revealed) hidden[item.id] = { voices, estimates };
    details[item.id] = detailOf(
      item,
      estimates,
      voices.map(({ by }) => by),
    );
    return item;
  });
  return { board: stateOf(items, engineers), details, hidden };
}

function without(guesses: Voice['guesses'], left: Factor): Voice['guesses'] {
  return Object.fromEntries(factors.filter((factor) => factor !== left).map((factor) => [factor, guesses[factor]]));
}

function stateOf(items: readonly Item[], engineers: number): BoardState {
  const members = Array.from({ length: engineers + 1 }, (_, index) => ({
    id: `m${index}`,
    name: names[index] ?? `Engineer ${index}`,
    role: 'engineer',
  }));
  return {
    folder: 'relay',
    scope: { kind: 'sprint', id: '2026-23' },
    scopes: [
      { scope: { kind: 'sprint', id: '2026-23' }, label: 'Sprint 23', current: true },
      { scope: { kind: 'quarter', quarter: '2026-Q4' }, label: '2026-Q4', current: false },
      { scope: { kind: 'all' }, label: 'All', current: false },
    ],
    scales: { reachUnit: 'customers', effortUnit: 'person-weeks', period: 'quarter' },
    me: { id: 'm0', name: 'Ada Lovelace' },
    members,
    items,
    troubles: [],
    snapshots: [{ id: 'snap-1', title: 'Before the quarter', taken: '2026-10-01', of: 'All' }],
    otherSnapshots: [{ scope: { kind: 'quarter', quarter: '2026-Q4' }, label: '2026-Q4', count: 1 }],
    sprints: [
      { id: '2026-23', title: 'Sprint 23' },
      { id: '2026-24', title: 'Sprint 24', away: 'starts 30 Nov' },
    ],
    today: '2026-11-23',
  };
}
