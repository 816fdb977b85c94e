/** The seats that a session has for engineers. */
import { plural, t } from '../base/l10n.ts';
import { isEngineer } from '../board/evidenced.ts';
import type { Session } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';

/** How many are free. Nobody else of the team takes one. */
export function seatsLeft(library: Library, { values }: Session): number {
  const { participants = [], engineerSeats } = values;
  const taken = [...new Set(participants)].filter((id) => isEngineer(library, id));
  return Math.max(0, engineerSeats - taken.length);
}

/** The same in words; empty for a session that has none for engineers. */
export function seatsWords(library: Library, session: Session): string {
  const free = seatsLeft(library, session);
  if (free > 0) return plural(free, '{0} seat for an engineer is free', '{0} seats for engineers are free');
  return session.values.engineerSeats > 0 ? t('All seats for engineers are taken') : '';
}
