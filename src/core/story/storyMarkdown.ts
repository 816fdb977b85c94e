/** The story of an initiative as a Markdown document, to send, print or paste: nothing in it means more than its words. */
import { t } from '../base/l10n.ts';
import { escapeMarkdown } from '../card/cardMarkdown.ts';
import { outcomeWords } from '../scoring/words.ts';
import { dotted } from '../text/joined.ts';
import { factorWords, pieceWords, shareWords } from './storyWords.ts';
import type { Story, StoryProblem, StoryRow } from './told.ts';

/** The document. What is missing is said too: who reads it may know. */
export function storyMarkdown(story: Story): string {
  const { supports, contradicts, neutral, outcome, estimates, gaps } = story;
  const pieces = ({ pieces: all }: Story['supports']) => all.map((piece) => item(pieceWords(piece)));
  return [
    `# ${escapeMarkdown(story.title === story.id ? story.id : `${story.id} · ${story.title}`)}`,
    escapeMarkdown(story.state),
    part(t('Problem'), [...story.problems.map(problemPart), ...missing(gaps.problem)]),
    part(t('Evidence for'), [escapeMarkdown(story.totals), list(pieces(supports)), ...missing(gaps.evidence)]),
    part(t('Evidence against'), [list(pieces(contradicts))]),
    part(t('Neutral evidence'), [list(pieces(neutral))]),
    part(t('Outcome'), [outcome && escapeMarkdown(outcomeWords(outcome)), ...missing(gaps.outcome)]),
    part(t('Idea'), [story.summary && escapeMarkdown(story.summary)]),
    ...story.sections.map(({ name, label, rows }) => {
      const scope = name === 'scope' ? story.scope : undefined;
      return part(label, [
        scope?.words && escapeMarkdown(scope.words),
        list(rows.map(rowItem)),
        ...missing(scope?.gaps ?? []),
      ]);
    }),
    part(t('Estimates'), [
      estimates && escapeMarkdown(dotted(estimates.score, estimates.hidden)),
      list(estimates?.factors.map((factor) => item(factorWords(factor))) ?? []),
    ]),
    part(t('Slices'), [
      list(story.slices.map(({ title, must, effort }) => item(dotted(title, must && t('must-have'), effort)))),
    ]),
    part(t('Objections'), [list(story.objections.map(rowItem))]),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

/** A heading with what stands below it; nothing where nothing does. */
function part(heading: string, said: readonly (string | undefined)[]): string {
  const below = said.filter(Boolean);
  return below.length === 0 ? '' : [`## ${escapeMarkdown(heading)}`, ...below].join('\n\n');
}

const list = (items: readonly string[]): string => items.join('\n');
const item = (words: string): string => `- ${escapeMarkdown(words)}`;
const rowItem = ({ label, description }: StoryRow): string => item(dotted(label, description));
const missing = (gaps: readonly { readonly says: string }[]): string[] =>
  gaps.map(({ says }) => `*${escapeMarkdown(says)}*`);

function problemPart({ statement, question, size, share, segment, people }: StoryProblem): string {
  const how = dotted(...size, share && shareWords(share), segment);
  const who = people.map(({ name, role, basis }) => item(dotted(name, role, basis)));
  return [escapeMarkdown(statement), question && escapeMarkdown(question), escapeMarkdown(how), list(who)]
    .filter(Boolean)
    .join('\n\n');
}
