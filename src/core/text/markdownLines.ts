/** What each line of a Markdown text is, with alerts told from quotes: the author speaks in them, not a customer. */

import { linesWithKinds, type MarkdownLine } from './markdownBlocks.ts';

/** `[!NOTE]`, `[!info]+ A title`, `[!note|right]`; some tools write the brackets with backslashes. */
const MARK = /^\\?\[!([^\][\s|\\]{1,50})(?:\|[^\]]{0,200})?\\?\]/;
/** The form hosts had before. */
const BOLD_MARK = /^\*\*(?:note|info|tip|important|warning|caution|danger|attention)(?::\*\*|\*\*(?::|[ \t]*$))/i;
/** Alerts that are quotes: their first line is not. */
const QUOTING = /^(?:quote|cite)$/i;

/** GitLab's quote over several lines, and an alert in the same form. */
const FENCE = /^ {0,3}>>>[ \t]*(?:\\?\[!.*)?$/;
const FENCE_END = /^ {0,3}>>>[ \t]*$/;
/** A block between colons, as documentation generators have it: `:::note`, `::: {.warning}`, `:::{tip}`. */
const COLONS = /^ {0,3}:{3,}[ \t]*[\w{.]/;
const COLONS_END = /^ {0,3}:{3,}[ \t]*$/;
/** A block that goes on as long as lines are indented: `!!! note "Title"`. */
const MARKS = /^(?:!!!|\?\?\?\+?)[ \t]+["\w]/;

/** Only so much of a line is looked at: what tells an alert stands at its start. */
const MAX_LOOK = 300;

/** The lines of a text with their kinds, read as they are asked for. */
export function* markdownLines(text: string): Generator<MarkdownLine> {
  const isPossible = /\[!|^ {0,3}(?:>>>|:::|!!!|\?\?\?)|>[ \t]*\*\*/m.test(text);
  if (!isPossible) return yield* linesWithKinds(text);
  const alerts = new Alerts(text);
  for (const line of linesWithKinds(text)) yield alerts.told(line);
}

/** One walk over one text. */
class Alerts {
  readonly #text: string;
  readonly #lastFence: number;
  readonly #lastColons: number;
  #fence: 'quote' | 'alert' | undefined;
  #colons = 0;
  #isIndented = false;
  readonly #quote = new QuotedAlerts();

  constructor(text: string) {
    this.#text = text;
    this.#lastFence = lastLine(text, FENCE_END, '>>>');
    this.#lastColons = lastLine(text, COLONS_END, ':::');
  }

  /** The line with its kind; they are given one after the other. */
  told(line: MarkdownLine): MarkdownLine {
    const words = this.#text.slice(line.start, Math.min(line.end, line.start + MAX_LOOK));
    const literal = line.kind === 'code' || line.kind === 'comment' ? line : undefined;
    const block = this.#belowMarks(line, words) ?? literal ?? this.#inColons(line, words);
    const told = block ?? this.#inFence(line, words);
    if (!told) return this.#quote.told(line, words);
    this.#quote.end();
    return told;
  }

  #belowMarks(line: MarkdownLine, words: string): MarkdownLine | undefined {
    const goesOn = this.#isIndented && (words.trim() === '' || /^(?: {4}|\t)/.test(words));
    this.#isIndented = goesOn || MARKS.test(words);
    return this.#isIndented ? as(line, line.kind === 'blank' ? 'blank' : 'alert') : undefined;
  }

  #inColons(line: MarkdownLine, words: string): MarkdownLine | undefined {
    const wasIn = this.#colons > 0 && line.start <= this.#lastColons;
    if (!wasIn) this.#colons = 0;
    if (COLONS_END.test(words)) {
      this.#colons = Math.max(0, this.#colons - 1);
      return as(line, 'alert');
    }
    if (!COLONS.test(words)) return wasIn ? as(line, 'alert') : undefined;
    if (line.start < this.#lastColons) this.#colons++;
    return as(line, 'alert');
  }

  #inFence(line: MarkdownLine, words: string): MarkdownLine | undefined {
    if (this.#fence) {
      const kind = this.#fence;
      if (!FENCE_END.test(words)) return as(line, kind);
      this.#fence = undefined;
      return as(line, 'blank');
    }
    if (!FENCE.test(words) || line.start >= this.#lastFence) return undefined;
    const mark = MARK.exec(this.#text.slice(line.content, line.content + MAX_LOOK));
    this.#fence = mark && !QUOTING.test(mark[1] ?? '') ? 'alert' : 'quote';
    return as(line, mark ? 'alert' : 'blank');
  }
}

/** Alerts in the form of block quotes: they begin with a mark, and end with the quote or where it is less deep. */
class QuotedAlerts {
  /** How deep the alert stands; 0 outside. */
  #alert = 0;
  #depth = 0;
  #wasEmpty = true;

  told(line: MarkdownLine, words: string): MarkdownLine {
    if (line.kind !== 'quote') {
      this.end();
      return line;
    }
    const said = words.slice(line.content - line.start).trim();
    const depth = words.slice(0, line.content - line.start).replace(/[^>]/g, '').length || this.#depth;
    const isFirst = depth !== this.#depth || this.#wasEmpty;
    if (depth < this.#alert) this.#alert = 0;
    const [mark, name = ''] = MARK.exec(said) ?? BOLD_MARK.exec(said) ?? [];
    const opens = this.#alert === 0 && isFirst && mark !== undefined;
    if (opens && !QUOTING.test(name)) this.#alert = depth;
    this.#depth = depth;
    this.#wasEmpty = said === '';
    return opens || this.#alert > 0 ? as(line, 'alert') : line;
  }

  end(): void {
    this.#alert = 0;
    this.#depth = 0;
  }
}

function as(line: MarkdownLine, kind: MarkdownLine['kind']): MarkdownLine {
  return line.kind === kind ? line : { ...line, kind };
}

/** Where the last line of a kind begins; -1 where there is none. */
function lastLine(text: string, kind: RegExp, sign: string): number {
  for (let at = text.lastIndexOf(sign); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(sign, at - 1)) {
    const start = text.lastIndexOf('\n', at) + 1;
    const stop = text.indexOf('\n', at);
    if (kind.test(text.slice(start, Math.min(stop < 0 ? text.length : stop, start + MAX_LOOK)).trimEnd())) return start;
    at = start;
  }
  return -1;
}
