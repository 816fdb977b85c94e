/** What a first sprint may be called and when it runs, from the day it is set up. */
import { slug } from '../base/ids.ts';
import { addDays, daysBetween } from '../base/time.ts';
import { ID } from '../kinds/all.ts';

/** A sprint to be made. */
export interface NewSprint {
  readonly id: string;
  readonly title?: string | undefined;
  readonly starts: string;
  readonly ends: string;
  readonly goal?: string | undefined;
}

/** The Monday of the day's week. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** The day's week as ISO 8601 counts, `2026-48`: a week belongs to the year of its Thursday. */
export function weekOf(day: string): string {
  const thursday = addDays(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-${String(week).padStart(2, '0')}`;
}

/** The last day of a sprint of so many weeks. */
export function lastDay(starts: string, weeks: number): string {
  return addDays(starts, weeks * 7 - 1);
}

/** The id and title of a sprint by the name people give it: a name that can be an id is one. */
export function sprintNamed(name: string): Pick<NewSprint, 'id' | 'title'> {
  const trimmed = name.trim();
  return ID.test(trimmed) ? { id: trimmed } : { id: slug(trimmed), title: trimmed };
}
