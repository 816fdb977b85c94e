/** The questions of what some work is for: initiatives and problems first, then the evidence it rests on. */
import { dayWords } from '../../core/base/dayWords.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { nameOf, pickName } from '../../core/face/names.ts';
import type { Evidence, Initiative, KindName, Problem } from '../../core/kinds/all.ts';
import type { Library } from '../../core/library/library.ts';
import { dateOf, evidenceFor } from '../../core/library/query.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { oneLine } from '../../core/text/foreignText.ts';
import { dotted } from '../../core/text/joined.ts';
import { choiceOf, initiativeChoices } from '../ask/initiatives.ts';
import { type Answers, type Choice, grouped, pickStep, type Step } from '../ask/steps.ts';
import type { Folder } from '../workspace/folder.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What a link says it is for. */
export interface NamedWhy {
  readonly initiative?: string[];
  readonly problem?: string[];
  readonly evidence?: string[];
}

/** What is known before anything is asked: from a menu, or from code. */
export type KnownWhy = { readonly [K in keyof NamedWhy]?: string | readonly string[] | undefined };

/** The names of the answers. */
const FOR = 'for';
const EVIDENCE = 'evidence';

/** Asks for what is not known. `likely` are the initiatives it is probably for, such as those a branch's name carries. */
export function whyQuestions(
  workspace: Workspace,
  folder: Folder,
  known: KnownWhy,
  likely: (answers: Answers) => readonly Initiative[],
): Step[] {
  const isKnown = [known.initiative, known.problem].some((each) => each?.length);
  return [
    ...(isKnown || known.evidence?.length ? [] : [forStep(workspace, folder, likely)]),
    ...(known.evidence === undefined ? [evidenceStep(folder, known)] : []),
  ];
}

/** What was known and what was answered, together. Throws `not-found` where a record has gone since it was offered. */
export function whyIn({ library }: Folder, known: KnownWhy, answers: Answers): NamedWhy {
  const chosen = listOf(answers[FOR]).map((id) => stillThere(library, id));
  const ids = (kind: KindName) => chosen.filter((record) => record.kind === kind).map(({ id }) => id);
  const all = {
    initiative: [...listOf(known.initiative), ...ids('initiative')],
    problem: [...listOf(known.problem), ...ids('problem')],
    evidence: [...listOf(known.evidence), ...listOf(answers[EVIDENCE])],
  };
  return Object.fromEntries(Object.entries(all).filter(([, each]) => each.length > 0));
}

function stillThere(library: Library, id: string): ContextRecord {
  const record = library.find(id);
  if (record) return record;
  throw new BecauseError('not-found', t('{0} no longer exists.', id), {
    next: t('Choose another one.'),
  });
}

/** What a link says it is for, in a few words. */
export const whyWords = (library: Library, { initiative = [], problem = [], evidence = [] }: NamedWhy): string =>
  [...(initiative.length + problem.length > 0 ? [...initiative, ...problem] : evidence)]
    .map((id) => library.find(id)?.shownId ?? id)
    .join(', ');

const listOf = (given: string | readonly string[] | undefined): readonly string[] =>
  [given ?? []].flat().filter((each) => each !== '');

function forStep(workspace: Workspace, folder: Folder, likely: (answers: Answers) => readonly Initiative[]): Step {
  const choices = (answers: Answers) => {
    const { library } = folder;
    const problems = library.ofKind('problem');
    const first = likely(answers);
    const all = library.ofKind('initiative').length > 0 ? initiativeChoices(workspace, folder) : [];
    const initiatives = all.filter(({ value }) => first.every(({ id }) => id !== value));
    if (initiatives.length + problems.length === 0) {
      throw new BecauseError('not-found', t('There is no initiative and no problem yet.'), {
        next: t('Create one first.'),
        remedy: { verb: 'newInitiative', title: t('New Initiative') },
      });
    }
    return [
      ...grouped([t('In its name'), first.map((initiative) => choiceOf(initiative))]),
      ...initiatives,
      ...grouped([t('Problems'), problems.map(problemChoice)]),
    ];
  };
  const prompt = t('What does it belong to? Choose initiatives and problems.');
  return pickStep(FOR, prompt, choices, { many: true, needed: true });
}

const problemChoice = (problem: Problem): Choice => ({
  value: problem.id,
  label: nameOf(problem),
  description: problem.values.status,
});

function evidenceStep(folder: Folder, known: KnownWhy): Step {
  // As the records are when it is asked: they may have changed since the first question.
  const evidence = (answers: Answers) => evidenceBehind(folder.library, known, answers);
  const choices = (answers: Answers) => evidence(answers).map(evidenceChoice);
  const more = { many: true, when: (answers: Answers) => evidence(answers).length > 0 };
  return pickStep(EVIDENCE, t('Which evidence supports it? (optional)'), choices, more);
}

function evidenceBehind(library: Library, known: KnownWhy, answers: Answers): readonly Evidence[] {
  const ids = [...listOf(known.initiative), ...listOf(known.problem), ...listOf(answers[FOR])];
  const all = ids.flatMap((id) => {
    const record = library.initiativeOf(id) ?? library.find(id);
    return record ? evidenceFor(library, record) : [];
  });
  return [...new Set(all)];
}

function evidenceChoice(piece: Evidence): Choice {
  const { kind, customer } = piece.values;
  return {
    value: piece.id,
    label: nameOf(piece),
    description: dotted(kind, customer && oneLine(customer), dayWords(dateOf(piece))),
  };
}

/** The name of an initiative for a title. */
export const titled = (title: string, { library }: Folder, known: KnownWhy): string => {
  const [id] = listOf(known.initiative);
  const initiative = id === undefined ? undefined : library.initiativeOf(id);
  return initiative ? `${title}: ${pickName(initiative)}` : title;
};
