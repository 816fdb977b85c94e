/**
 * Foreign text made fit to stand beside our own: of records, repositories and hosts, as one line or as several. What draws
 * nothing, or changes how its surroundings read, goes; what real text of any language needs stays. What a surface does with
 * links, icons or markup is for that surface to mind.
 */

/** Line ends of every kind, also those that only Unicode, paper or old machines know. */
const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;

/** Everything that draws nothing: controls, what Unicode has every program ignore, annotations, halves of characters. */
const UNSEEN = String.raw`\p{Cc}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cs}\uFFF9-\uFFFB`;

/** Letters, of scripts in which a joiner after a letter decides how it is written. */
const JOINED = 'Arab Syrc Nkoo Mong Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Mymr Khmr'
  .split(' ')
  .map((script) => String.raw`\p{Script=${script}}`)
  .join('');

/**
 * Unseen characters that real text needs, each right behind what it belongs to and never two in a row, so that nothing can
 * be hidden in them: joiners in scripts that join, and between emoji; the variants of an emoji, of a Chinese character (as
 * in names), and of Mongolian letters.
 */
const NEEDED = [
  String.raw`(?<=[${JOINED}])(?<![${UNSEEN}])[\u200C\u200D]`,
  String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?)\u200D(?=\p{Extended_Pictographic})`,
  String.raw`(?<=\p{Extended_Pictographic})[\uFE0E\uFE0F]`,
  String.raw`(?<=[0-9#*])\uFE0F(?=\u20E3)`,
  String.raw`(?<=\p{Script=Han})[\uFE00-\uFE02\u{E0100}-\u{E01EF}]`,
  String.raw`(?<=\p{Script=Mong})(?<![${UNSEEN}])[\u180B-\u180F]`,
];

/** What stays is matched first, as a group, so that it is put back. */
const HIDDEN = new RegExp(`(${NEEDED.join('|')})|[${UNSEEN}]`, 'gu');

/** Texts without any of this are most, and are given back as they are. */
const ODD = new RegExp(`[${UNSEEN}]`, 'u');

const seen = (text: string): string => (ODD.test(text) ? text.replace(HIDDEN, '$1') : text);

/**
 * What a line of the scripts of Europe may need tamed: anything but their letters, signs and single spaces. Most texts have
 * none of it, and a list is drawn sooner where that is seen at one glance.
 */
const UNUSUAL = /[^ !-~\u00A1-\u00AC\u00AE-\u024F\u2010-\u2027]| {2}|^ | $/;

/** The text as one line: line ends and white space become single spaces, what draws nothing is gone. A no-break space stays. */
export function oneLine(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  return seen(text.replace(LINE_END, ' ').replaceAll('\t', ' '))
    .replace(/\s{2,}|[^\S\u00A0]/g, ' ')
    .trim();
}

/** The text with its lines, ended by `\n`, and its tabs; whatever else draws nothing is gone. */
export function severalLines(text: string): string {
  return text
    .replace(LINE_END, '\n')
    .split(/([\n\t])/)
    .map((part, index) => (index % 2 === 0 ? seen(part) : part))
    .join('');
}
