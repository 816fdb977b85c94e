/** What engineers say of an initiative: scores, challenges, objections, whether they can explain why. */
import { all, anyInitiative, type CommandRows, has, inTitle, NEVER, onLine, onRow, scores, verb } from '../row.ts';

const challenged = 'record.challenge.open';

export const scoringCommands = {
  ack: {
    title: 'Say Whether You Can Explain Why…',
    palette: NEVER,
    load: verb(async () => (await import('../../../actions/ack.ts')).ack),
  },
  estimate: {
    title: 'Estimate…',
    icon: 'dashboard',
    palette: has('initiative'),
    menus: [
      inTitle('2_score@1', 'sprint'),
      onRow('4_score@1', /^(record\.(initiative|estimate)\b|section\.scores$|note\.estimate$)/),
      onRow('inline@1', 'note.estimate'),
    ],
    load: async () => (await import('../../scoring/estimate.ts')).estimateCommand,
  },
  challenge: {
    title: 'Challenge Estimate…',
    palette: NEVER,
    menus: [onRow('4_score@2', /^(section\.scores$|score\.factor)/)],
    load: async () => (await import('../../scoring/challenge.ts')).challengeCommand,
  },
  acceptChallenge: {
    title: 'Accept Challenge',
    palette: NEVER,
    menus: [onRow('2_challenge@1', challenged)],
    load: verb(async () => (await import('../../../actions/challenge.ts')).acceptChallenge),
  },
  rejectChallenge: {
    title: 'Reject Challenge…',
    palette: NEVER,
    menus: [onRow('2_challenge@2', challenged)],
    load: verb(async () => (await import('../../../actions/challenge.ts')).rejectChallenge),
  },
  withdrawChallenge: {
    title: 'Withdraw Challenge',
    palette: NEVER,
    menus: [onRow('2_challenge@3', challenged)],
    load: verb(async () => (await import('../../../actions/challenge.ts')).withdrawChallenge),
  },
  scoreDebt: {
    title: 'Score Technical Debt…',
    palette: NEVER,
    menus: [inTitle('2_score@3', 'sprint'), ...onLine(2)],
    load: async () => (await import('../../scoring/debt.ts')).debtCommand,
  },
  object: {
    title: 'Raise Objection…',
    palette: NEVER,
    menus: [onRow('4_score@3', scores)],
    load: async () => (await import('../../scoring/objections.ts')).objectCommand,
  },
  answerObjection: {
    title: 'Answer Objection…',
    palette: NEVER,
    menus: [onRow('2_objection@1', /^record\.objection\.(open|validating)$/)],
    load: async () => (await import('../../scoring/objections.ts')).answerCommand,
  },
  commitToSprint: {
    title: 'Commit to Sprint…',
    palette: all(has('sprint'), has('initiative')),
    menus: [inTitle('2_score@2', 'sprint'), onRow('4_score@4', anyInitiative)],
    load: async () => (await import('../../scoring/commit.ts')).commitCommand,
  },
  recordResult: {
    title: 'Record a Result…',
    icon: 'graph-line',
    palette: has('initiative.shipped'),
    menus: [onRow('4_score@5', /^(record\.initiative\.(shipped|measured)\b|section\.results$)/)],
    load: async () => (await import('../../results/recordResult.ts')).recordResultCommand,
  },
  adoptionCalculator: {
    title: 'Adoption Calculator…',
    icon: 'filter',
    palette: has('initiative.shipped', 'result'),
    menus: [onRow('4_score@7', /^(record\.initiative\.(shipped|measured)\b|section\.results$)/)],
    load: async () => (await import('../../results/adoption.ts')).adoptionCommand,
  },
  recordScopeChange: {
    title: 'Record Scope Change…',
    palette: NEVER,
    // Below the scores for what was committed by hand: no record tells that its scope changed.
    menus: [onRow('3_add@1', /^(section\.(scope|scores)|note\.scope)$/)],
    load: async () => (await import('../../scoring/scopeChange.ts')).scopeChangeCommand,
  },
  revealRound: {
    title: 'Reveal Estimates',
    palette: NEVER,
    menus: [onRow('5_round@1', scores)],
    load: verb(async () => (await import('../../../actions/rounds.ts')).revealRound),
  },
  startRound: {
    title: 'Start New Round of Estimates',
    palette: NEVER,
    menus: [onRow('5_round@2', scores)],
    load: verb(async () => (await import('../../../actions/rounds.ts')).startRound),
  },
  agreeScore: {
    title: 'Set Agreed Score…',
    palette: NEVER,
    menus: [onRow('4_score@6', scores)],
    load: async () => (await import('../../scoring/rounds.ts')).agreeCommand,
  },
  takeSnapshot: {
    title: 'Take Snapshot of the Ranking…',
    palette: NEVER,
    menus: [inTitle('2_score@4', 'sprint')],
    load: async () => (await import('../../scoring/rounds.ts')).snapshotCommand,
  },
} satisfies CommandRows;
