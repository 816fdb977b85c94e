/** A clock for each initiative of a walk-through: it runs for the one that is shown, from one click to the next. */
import * as z from 'zod/mini';

/** All in milliseconds. */
export const clock = z.object({
  /** Until when the time is counted, while the clock runs. */
  until: z.optional(z.number()),
  /** How long each initiative was talked about, by its id. */
  spent: z.record(z.string(), z.number()),
});

export type Clock = z.output<typeof clock>;

/** A longer gap than this is no talk: the window was closed meanwhile. */
const GAP = 10 * 60_000;

/** The time until now counted for an initiative, while the clock runs. */
export function counted({ until, spent }: Clock, id: string, now: number): Clock {
  if (until === undefined) return { spent };
  const gap = now - until;
  return { until: now, spent: gap < 0 || gap > GAP ? spent : { ...spent, [id]: (spent[id] ?? 0) + gap } };
}

/** Started where it stands still, else stopped. */
export function switched(before: Clock, id: string, now: number): Clock {
  return before.until === undefined ? { ...before, until: now } : { spent: counted(before, id, now).spent };
}

/** `4:07`; with hours `1:04:07`. */
export function clockWords(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
