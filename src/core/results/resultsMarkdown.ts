/** The results as a Markdown document, to send or paste: nothing in it means more than its words. */
import { plural, t } from '../base/l10n.ts';
import { escapeMarkdown } from '../card/cardMarkdown.ts';
import { dotted, spaced } from '../text/joined.ts';
import type { Results, ResultTold } from './told.ts';

/** The document. */
export function resultsMarkdown({ measured, waiting, calibration, reading, withheld }: Results): string {
  const holds = calibration.map(({ name, words, note }) => item(dotted(`${name}: ${words}`, note)));
  const waits = waiting.map(({ title, words }) => item(dotted(title, words)));
  return [
    `# ${t('Results')}`,
    measured.length === 0 && t('No data yet.'),
    withheld > 0 &&
      plural(withheld, '{0} result is sensitive and not shown.', '{0} results are sensitive and not shown.'),
    ...(holds.length === 0 ? [] : [`## ${t('How well predictions hold')}`, holds.join('\n'), escapeMarkdown(reading)]),
    ...measured.flatMap(resultPart),
    ...(waits.length === 0 ? [] : [`## ${t('Still to measure')}`, waits.join('\n')]),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

const item = (words: string): string => `- ${escapeMarkdown(words)}`;

function resultPart(result: ResultTold): readonly (string | undefined)[] {
  const { title, verdictName, sentence, change, interval, how, warnings, predicted, factors, funnel, body, next } =
    result;
  const { quadrant } = result;
  const numbers = factors.map((each) =>
    item(t('{0}: {1}, predicted {2} ({3})', each.name, each.measured, each.predicted, each.fitWords)),
  );
  return [
    `## ${escapeMarkdown(title)}`,
    `**${escapeMarkdown(verdictName)}** — ${escapeMarkdown(sentence)}`,
    escapeMarkdown(dotted(change, interval, how)),
    warnings.map(item).join('\n'),
    predicted && escapeMarkdown(t('Predicted {0}:', predicted)),
    numbers.join('\n'),
    funnel.map(({ name, count, ofBefore }) => item(dotted(`${name}: ${count}`, ofBefore))).join('\n'),
    quadrant && escapeMarkdown(spaced(t('{0}:', quadrant.name), quadrant.words, dotted(...quadrant.numbers))),
    body && escapeMarkdown(body),
    next && escapeMarkdown(t('Next: {0}', next)),
  ];
}
