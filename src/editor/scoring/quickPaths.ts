/** The quick paths of scoring, loaded when one of their commands is first called. */
import { lazily } from '../commands/lazily.ts';

const COMMANDS = [
  'because.estimate',
  'because.challenge',
  'because.acceptChallenge',
  'because.rejectChallenge',
  'because.withdrawChallenge',
  'because.scoreDebt',
  'because.object',
  'because.answerObjection',
  'because.commitToSprint',
  'because.revealRound',
  'because.startRound',
  'because.agreeScore',
  'because.takeSnapshot',
];

export const quickPaths = lazily(COMMANDS, async () => (await import('./scoring.ts')).scoring);
