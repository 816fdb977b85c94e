/** What to read before a session: who is met, what the team believes and on what evidence, the evidence against it, what to ask. */
import { dayWords } from '../base/dayWords.ts';
import { plural, t } from '../base/l10n.ts';
import { tidy } from '../face/cardLines.ts';
import { memberName, nameOf } from '../face/names.ts';
import type { Evidence, Persona, Problem, Session } from '../kinds/all.ts';
import { quoteIn } from '../kinds/evidence.ts';
import { basisWords, type Portrayed } from '../kinds/persona.ts';
import { sessionName } from '../kinds/session.ts';
import type { Library } from '../library/library.ts';
import { byStance, dateOf, evidenceFor, isWritten, strongestOf } from '../library/query.ts';
import { dotted } from '../text/joined.ts';
import { firstParagraph, firstSentences, gist, openQuestion } from '../text/markdownText.ts';
import { quietLine } from '../text/quietLine.ts';
import { seatsWords } from './seats.ts';
import { subjectsOf } from './subjects.ts';
import { whenWords } from './when.ts';

/** Pieces of evidence of each stance. */
const MOST = 3;

/** The brief as Markdown in which nothing but our own marks means anything. */
export function briefOf(library: Library, session: Session, day: string): string {
  const { problems, personas } = subjectsOf(library, session);
  return [
    `# ${t('Brief: {0}', quiet(session.withheld ? nameOf(session) : sessionName(session.values), 120))}`,
    list(circumstances(library, session)),
    ...part(
      t('Who you meet'),
      personas.length > 0 ? personas.map((each) => personaText(each, day)) : [t('There is no persona yet.')],
    ),
    ...part(t('What we believe'), beliefs(library, problems)),
    ...part(t('Evidence against it'), contradictions(library, problems)),
    ...part(t('Questions about the past'), [numbered(questionsFor(personas))]),
    ...part(t('Do not pitch'), [
      t(
        'Do not describe what you plan, and do not ask whether they would use it. Ask about the last time, and listen.',
      ),
      t('Write down what they say word for word.'),
    ]),
    ...(session.body.trim() === '' ? [] : part(t('Plan'), [quiet(firstSentences(session.body, 6, 800), 800)])),
    '',
  ].join('\n\n');
}

const part = (heading: string, paragraphs: readonly string[]): readonly string[] => [`## ${heading}`, ...paragraphs];
const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');
const numbered = (items: readonly string[]): string => items.map((item, at) => `${at + 1}. ${item}`).join('\n');
const quiet = (text: string, most = 300): string => quietLine(tidy(text, most));

function circumstances(library: Library, session: Session): readonly string[] {
  const { at, minutes, participants = [] } = session.values;
  const who = participants.map((id) => memberName(library, id) ?? id).join(', ');
  return [
    at === undefined ? '' : t('When: {0}, {1} minutes', quiet(whenWords(library, at)), minutes),
    who && t('Who: {0}', quiet(who)),
    seatsWords(library, session),
  ].filter((line) => line !== '');
}

function personaText(persona: Persona, day: string): string {
  const { role, segment, basis, goals, frustrations, jobs, tools, observed } = persona.values;
  const isMet = basis === 'observed';
  const sure = isMet ? basisWords(persona.values, day) : t('assumed: nobody has met this person yet');
  // Where somebody wrote down what carries each field, the others are guesses.
  const isGuess = (field: Portrayed) => isMet && observed !== undefined && !observed[field]?.length;
  const lines = [
    [t('Goals'), goals, isGuess('goals')],
    [t('Frustrations'), frustrations, isGuess('frustrations')],
    [t('Jobs'), jobs, isGuess('jobs')],
    [t('Tools'), tools, isGuess('tools')],
  ] as const;
  return [
    `**${quiet(persona.values.name ?? nameOf(persona))}** — ${quiet(dotted(role, segment, sure))}`,
    ...(gist(persona.body) === '' ? [] : [`\n${quiet(gist(persona.body))}\n`]),
    ...lines.flatMap(([label, items, guess]) =>
      items ? `- ${guess ? t('{0} (assumed)', label) : label}: ${quiet(items.join('; '))}` : [],
    ),
  ].join('\n');
}

function beliefs(library: Library, problems: readonly Problem[]): readonly string[] {
  if (problems.length === 0) return [t('This session has no problem yet.')];
  return problems.flatMap((problem) => {
    const { supports } = byStance(shownFor(library, problem));
    const open = openQuestion(problem.body);
    return [
      `**${quiet(firstSentences(firstParagraph(problem.body) ?? nameOf(problem), 2))}**`,
      ...(supports.length === 0 ? [t('No evidence yet: this is a guess.')] : [pieces(supports)]),
      ...(open === undefined ? [] : [t('Open question: {0}', quiet(open))]),
    ];
  });
}

function contradictions(library: Library, problems: readonly Problem[]): readonly string[] {
  const against = problems.flatMap((problem) => byStance(shownFor(library, problem)).contradicts);
  return [against.length === 0 ? t('Nothing so far. Listen for what would prove us wrong.') : pieces(against)];
}

/** What may be sent to somebody: nothing that is sensitive. */
const shownFor = (library: Library, problem: Problem): readonly Evidence[] =>
  evidenceFor(library, problem).filter((piece) => !piece.withheld && isWritten(piece));

function pieces(evidence: readonly Evidence[]): string {
  const strongest = strongestOf(evidence, MOST);
  const more = evidence.length - strongest.length;
  return list([
    ...strongest.map((piece) => {
      const from = dotted(piece.values.customer, dayWords(dateOf(piece)));
      return quiet([quoteIn(piece, 2) ?? toldIn(piece), from].filter(Boolean).join(' — '), 400);
    }),
    ...(more > 0 ? [plural(more, '{0} more piece', '{0} more pieces')] : []),
  ]);
}

/** What is no quote: what it is called, and what it says. */
function toldIn(piece: Evidence): string {
  const [name, said] = [nameOf(piece), firstSentences(firstParagraph(piece.body) ?? '', 2)];
  return said === '' || said === name ? name : `${name}: ${said}`;
}

/** Five, all about what was: what people say they would do tells little (Fitzpatrick, "The Mom Test"). */
function questionsFor(personas: readonly Persona[]): readonly string[] {
  const [job] = personas.flatMap(({ values }) => values.jobs ?? []);
  return [
    job === undefined
      ? t('When did this last happen to you? Tell me about it from the beginning.')
      : t('When did you last need this: “{0}”? Tell me about it from the beginning.', quiet(job, 120)),
    t('What did you do then, step by step?'),
    t('What was the hardest part of it, and what did it cost you?'),
    t('What have you tried to make it better, and how did that go?'),
    t('Who else had to do something, and how did they hear about it?'),
  ];
}
