/** From records to what a persona is built of: its fields as they stand, and the evidence that may carry each. */
import { plural, t, wordsFor } from '../base/l10n.ts';
import { tidy } from '../face/cardLines.ts';
import { nameOf, troubleOf } from '../face/names.ts';
import { sumWords } from '../face/pieceWords.ts';
import type { Evidence, Persona, Problem } from '../kinds/all.ts';
import { basisWords, isStale, persona as kind, type Portrayed, portrayed } from '../kinds/persona.ts';
import { type Library, memoizedFor } from '../library/library.ts';
import { byStance, evidenceFor, isWritten, strongestOf, sumOf } from '../library/query.ts';
import { pieceIn } from '../story/story.ts';
import { gather, type Looking, pieceTold, segmentsKnown } from './gathered.ts';
import type { PersonaDraft, PersonaField } from './told.ts';

/** What is asked: the persona to build on, and where to look, where somebody chose that already. */
export interface DraftAsked {
  readonly persona?: string | undefined;
  readonly problems?: readonly string[] | undefined;
  readonly segments?: readonly string[] | undefined;
}

/** Pieces that are told; the strongest. */
const PIECES = 80;

/** Pieces of each stance that stand beside each other. */
const AGAINST = 3;

/** Where a new persona will lie, as far as links in it have to know. */
const NEW_FILE = 'personas/new.md';

/** The personas that can be built on. */
const personasIn = (library: Library): readonly Persona[] =>
  library.ofKind('persona').filter(({ archived, withheld }) => !archived && !withheld);

/** What the builder shows of a persona, or of a new one, on a day of the team. */
export function draftOf(library: Library, asked: DraftAsked, day: string): PersonaDraft {
  const persona = personasIn(library).find(({ id }) => id === asked.persona);
  const looking = lookingFor(library, persona, asked);
  const gathered = gather(library, looking);
  const place = { day, file: persona?.path ?? NEW_FILE };
  const found = gathered.pieces.slice(0, PIECES);
  const carrying = carryingOf(library, persona).filter((piece) => !found.includes(piece));
  return {
    day,
    personas: personasIn(library).map((each) => ({ id: each.id, name: tidy(nameOf(each)) })),
    persona: persona && standing(library, persona, day),
    name: persona?.values.name ?? '',
    isUnnamed: persona?.values.basis === 'observed' && persona.values.observed === undefined,
    fields: portrayed.map((name) => fieldIn(persona, name)),
    problems: problemsIn(library, persona, looking),
    segments: segmentsKnown(library).map((each) => ({ ...each, chosen: looking.segments.includes(each.name) })),
    totals: gathered.pieces.length === 0 ? '' : sumWords(sumOf(gathered.pieces), day),
    pieces: [...found, ...carrying].map((piece) => pieceTold(library, piece, place)),
    left: leftOut({ ...gathered, more: gathered.pieces.length - found.length }),
    against: looking.problems.flatMap((id) => against(library, id, day)),
  };
}

function lookingFor(library: Library, persona: Persona | undefined, { problems, segments }: DraftAsked): Looking {
  const own = persona ? library.children(persona.id, 'problem').map(({ id }) => id) : [];
  return { persona: persona?.id, problems: problems ?? own, segments: segments ?? [] };
}

function standing(library: Library, persona: Persona, day: string): PersonaDraft['persona'] {
  const readOnly = persona.readOnly ? t('This record cannot be changed here.') : undefined;
  return {
    id: persona.id,
    basis: basisWords(persona.values, day),
    isStale: isStale(persona.values, day),
    trouble: troubleOf(library, persona)?.message ?? readOnly,
  };
}

const fieldName = wordsFor<Portrayed>({
  role: () => t('Role'),
  segment: () => t('Segment'),
  goals: () => t('Goals'),
  frustrations: () => t('Frustrations'),
  jobs: () => t('Jobs'),
  tools: () => t('Tools'),
  portrait: () => t('Portrait'),
});

function fieldIn(persona: Persona | undefined, name: Portrayed): PersonaField {
  const isText = name === 'portrait';
  const value = isText ? persona?.body.trim() : persona?.values[name];
  const { help, many } = isText ? { help: kind.bodyHelp, many: false } : kind.fields[name];
  return {
    name,
    label: fieldName(name),
    help: many ? t('{0} One on each line.', help()) : help(),
    value: typeof value === 'string' ? value : (value ?? []).join('\n'),
    isList: many,
    carried: [...(persona?.values.observed?.[name] ?? [])],
  };
}

/** What carries a field already, wherever it would have been looked for. */
function carryingOf(library: Library, persona: Persona | undefined): readonly Evidence[] {
  const ids = new Set(Object.values(persona?.values.observed ?? {}).flatMap((each) => each ?? []));
  return [...ids].flatMap((id) => library.findOf('evidence', id) ?? []).filter(({ withheld }) => !withheld);
}

/** How many pieces of evidence are about a problem. */
const piecesAbout = memoizedFor(
  (library, problem: Problem): number => evidenceFor(library, problem).filter(isWritten).length,
);

/** The problems there are; those that name the persona first. */
function problemsIn(library: Library, persona: Persona | undefined, looking: Looking): PersonaDraft['problems'] {
  const isLinked = ({ values }: Problem) => persona !== undefined && (values.personas ?? []).includes(persona.id);
  const shown = library.ofKind('problem').filter(({ archived, withheld, broken }) => !archived && !withheld && !broken);
  return shown
    .toSorted((a, b) => Number(isLinked(b)) - Number(isLinked(a)))
    .map((problem) => ({
      id: problem.id,
      title: tidy(nameOf(problem), 120),
      pieces: piecesAbout(library, problem),
      chosen: looking.problems.includes(problem.id),
      linked: isLinked(problem),
    }));
}

interface Left {
  readonly sensitive: number;
  readonly ofOthers: number;
  readonly unplaced: number;
  readonly more: number;
}

function leftOut({ sensitive, ofOthers, unplaced, more }: Left): string[] {
  return [
    plural(sensitive, '{0} sensitive piece is not shown.', '{0} sensitive pieces are not shown.'),
    plural(ofOthers, '{0} piece is about another persona.', '{0} pieces are about other personas.'),
    plural(unplaced, '{0} piece names no segment.', '{0} pieces name no segment.'),
    plural(more, '{0} weaker piece is not shown.', '{0} weaker pieces are not shown.'),
  ].filter((_, index) => [sensitive, ofOthers, unplaced, more][index] !== 0);
}

/** What speaks for a problem and against it, where both do. */
function against(library: Library, id: string, day: string): PersonaDraft['against'] {
  const problem = library.findOf('problem', id);
  if (!problem || problem.withheld) return [];
  const { supports, contradicts } = byStance(evidenceFor(library, problem));
  const told = (pieces: readonly Evidence[]) =>
    strongestOf(pieces, AGAINST).map((piece) => pieceIn(library, piece, day));
  const both = { supports: told(supports), contradicts: told(contradicts) };
  if (both.supports.length === 0 || both.contradicts.length === 0) return [];
  return [{ id, title: tidy(nameOf(problem), 120), ...both }];
}
