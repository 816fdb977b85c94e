/** The seats that a session has for engineers. */
import { isEngineer } from '../board/evidenced.ts';
import type { Session } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';

/** How many are free. Nobody else of the team takes one. */
export function seatsLeft(library: Library, { values }: Session): number {
  const { participants = [], engineerSeats } = values;
  const taken = [...new Set(participants)].filter((id) => isEngineer(library, id));
  return Math.max(0, engineerSeats - taken.length);
}
