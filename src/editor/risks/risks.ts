/** Feasibility risks in the editor: the threads they stand in, at their lines, wherever those lines have gone. */
import type { Feature } from '../commands/live.ts';
import { Moves } from './moves.ts';
import { Threads } from './threads.ts';

export const risks: Feature = (live) => {
  const moves = new Moves(live.workspace);
  live.the(Threads, () => new Threads(live.workspace, moves));
  return moves;
};
