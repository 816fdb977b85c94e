/** What a session is about: the problems, and who is met. */
import type { Persona, Problem, Session } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';

/** The problems, and the personas: those that are named, else those who have the problems. */
export function subjectsOf(
  library: Library,
  { values }: Session,
): { readonly problems: readonly Problem[]; readonly personas: readonly Persona[] } {
  const problems = (values.problem ?? []).flatMap((id) => library.findOf('problem', id) ?? []);
  const met = values.personas ?? problems.flatMap((problem) => problem.values.personas ?? []);
  return { problems, personas: [...new Set(met)].flatMap((id) => library.findOf('persona', id) ?? []) };
}
