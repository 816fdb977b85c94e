/**
 * Texts as they may be handed to the editor. It draws `$(name)` as an icon and `[words](address)` as a link, which may run
 * any command, in places that look like plain text: prompts, messages, labels. So no place of the editor takes a string from
 * us that was not made here, or in this folder's other files; their types see to that.
 */
import { escapeMarkdown } from '../../core/card/cardMarkdown.ts';
import { oneLine, severalLines } from '../../core/text/foreignText.ts';

declare const isPlain: unique symbol;
declare const isMarked: unique symbol;
declare const isTip: unique symbol;

/** A text in which the editor finds no icon and no link, wherever it shows texts that are not Markdown. */
export type Plain = string & { readonly [isPlain]: true };

/** Markdown in which the marks are ours, and no word of a record, repository or host means anything. */
export type Marked = string & { readonly [isMarked]: true };

/** A text for what a terminal says of a link: Markdown in which every command may run, of whose marks the editor leaves `<` alone. */
export type Tip = string & { readonly [isTip]: true };

const ICON = /\$(?=\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\))/g;

/**
 * Some places know a backslash before an icon and others would show it, and none knows one before a link. A space is
 * understood everywhere, also by people: `$ (name)`, `[words] (address)`.
 */
const apart = (text: string): string => text.replace(ICON, '$& ').replaceAll('](', '] (');

/** A text as one line. */
export function plain(text: string): Plain;
export function plain(text: string | undefined): Plain | undefined;
export function plain(text: string | undefined): Plain | undefined {
  return text === undefined ? undefined : (apart(oneLine(text)) as Plain);
}

/** A text of several lines. */
export const plainLines = (text: string): Plain => apart(severalLines(text)) as Plain;

/** A text as one line in which no address stands in angle brackets. A backslash of ours would be seen there, as text. */
export const tip = (text: string): Tip => String(plain(text)).replace(/<(?=\S)/g, '< ') as Tip;

/** Where a word joiner, which nobody sees, keeps an address from being one. */
const ADDRESS = /(?<=(?:https?|ftp):)(?=\/\/)|(?<=www)(?=\.)|(?=@)/gi;

/** A text as one line for a place whose tooltip is Markdown: there every address would be a link. */
export const unlinked = (text: string): Plain => plain(text).replace(ADDRESS, '\u2060') as Plain;

/** A text with one of the editor's icons before or behind it. */
export const withIcon = (icon: string, text: Plain): Plain => `$(${icon}) ${text}` as Plain;
export const iconBehind = (text: Plain, icon: string): Plain => `${text} $(${icon})` as Plain;

/** A text as Markdown that shows these very words on one line. */
export const words = (text: string): Marked => escapeMarkdown(oneLine(text)) as Marked;

export const bold = (text: string): Marked => `**${words(text)}**` as Marked;

export const italic = (text: string): Marked => `_${words(text)}_` as Marked;

/** A text as Markdown of the same lines; those that would start like a list or a quote stay lines of their own. */
export function lines(text: string): Marked {
  const all = severalLines(text).split('\n');
  return all
    .map((line, index) => {
      const escaped = escapeMarkdown(line.trim());
      const nextStartsAnew = /^\s*(?:[-*+>|#]|\d+[.)])/.test(all[index + 1] ?? '');
      return nextStartsAnew && escaped !== '' ? `${escaped}\\` : escaped;
    })
    .join('\n') as Marked;
}

/** Markdown one below the other. */
export const paragraphs = (all: readonly (Marked | undefined | '')[]): Marked =>
  all.filter(Boolean).join('\n\n') as Marked;
