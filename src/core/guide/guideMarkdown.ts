/** The rules as a document, without anybody's numbers: docs/prioritization.md is written from it. */
import { t } from '../base/l10n.ts';
import { intro, rules } from './rules.ts';
import type { Rule } from './told.ts';

/** The document, below its heading. */
export function guideMarkdown(): string {
  return [`# ${t('How to Prioritize')}`, ...intro(), ...rules().flatMap(partOf)].join('\n\n').concat('\n');
}

function partOf({ title, says, formula, examples }: Rule): string[] {
  const rows = examples.map(({ given, gives }) => `| ${cell(given)} | ${cell(gives)} |`);
  return [
    `## ${title}`,
    ...says,
    ...(formula.length === 0 ? [] : [['```text', ...formula, '```'].join('\n')]),
    ...(rows.length === 0 ? [] : [[`| ${t('For example')} | |`, '| --- | --- |', ...rows].join('\n')]),
  ];
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
