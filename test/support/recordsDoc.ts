/** The tables of docs/records.md, written from the kinds: `npm run manifest` writes them, `npm run check` compares. */
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { kindNames, kinds } from '../../src/core/kinds/all.ts';
import type { Field, Fields } from '../../src/core/records/field.ts';
import { commonFields, type Kind } from '../../src/core/records/kind.ts';
import { root } from './paths.ts';

export const RECORDS_DOC = path.join(root, 'docs/records.md');

const HEAD = ['| field | what it says | value |', '| --- | --- | --- |'];

/** What may stand there; a choice begins with the value that a missing field means. */
function valueIn({ type, values, expected, fallback, fields, many }: Field): string {
  if (type === 'choice') return (values ?? []).map((value) => `\`${value}\``).join(' \\| ');
  if (fields) return many ? 'a list of maps' : 'a map';
  const usual = fallback === undefined || type === 'boolean' ? '' : `; default ${String(fallback)}`;
  return expected().replaceAll('|', '\\|') + usual;
}

function rowsOf(fields: Fields, before = ''): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const shown = `\`${before}${name}\``;
    const help = field.help().replaceAll('|', '\\|');
    const row = `| ${field.required ? `**${shown}**` : shown} | ${help} | ${valueIn(field)} |`;
    return [row, ...rowsOf(field.fields ?? {}, `${before}${name}.`)];
  });
}

/** The text with the table below a heading replaced. */
function withTable(text: string, heading: string, fields: Fields): string {
  const at = text.indexOf(`\n${heading}`);
  const start = text.indexOf('\n| ', at) + 1;
  const end = text.indexOf('\n\n', start);
  return text.slice(0, start) + [...HEAD, ...rowsOf(fields)].join('\n') + text.slice(end);
}

/** The text with a heading for the kind, where it has none yet. */
function withHeading(text: string, { help, bodyHelp, folder }: Kind, heading: string): string {
  if (text.includes(`\n${heading}`)) return text;
  const section = `${heading}\`${folder}/\`\n\n${help()}\n\n${HEAD.join('\n')}\n\nThe text: ${bodyHelp()}\n\n`;
  return text.replace('\n## Advice\n', () => `\n${section}## Advice\n`);
}

/** docs/records.md as it should be: tables are written from the kinds, and all else stays. */
export function recordsDoc(text: string): string {
  const common = withTable(text, '## Fields of every record', commonFields);
  return kindNames.reduce((whole, name) => {
    const heading = `## ${name} · `;
    return withTable(withHeading(whole, kinds[name] as Kind, heading), heading, kinds[name].fields);
  }, common);
}

/** What is wrong with docs/records.md, in a sentence. */
export function recordsDocComplaints(): string[] {
  const text = readFileSync(RECORDS_DOC, 'utf8');
  return recordsDoc(text) === text ? [] : ['docs/records.md is not what the kinds say: run `npm run manifest`.'];
}
