/** Text of records as Markdown that shows these very words: foreign text never means anything. */
import { escapeMarkdown } from '../../core/cardMarkdown.ts';

/** No link, image, tag or mark comes alive; lines that start like a list or a quote stay lines of their own. */
export function literal(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  return lines
    .map((line, index) => {
      const words = escapeMarkdown(line.trim());
      const nextStartsAnew = /^\s*(?:[-*+>|#]|\d+[.)])/.test(lines[index + 1] ?? '');
      return nextStartsAnew && words !== '' ? `${words}\\` : words;
    })
    .join('\n');
}
