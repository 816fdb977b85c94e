/** Counts the steps a backtracking engine takes over a text, since time says another thing on every machine. */
import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** Goes on at an offset; whether the rest matches from there. */
type Next = (at: number) => boolean;
type Match = (at: number, next: Next) => boolean;

/** A bound is a bound, however large: a short one shows the same growth on a short text. */
const BOUND = 12;

export interface Steps {
  /** How many steps looking for it in the whole text takes; `most` where there are more. */
  count(text: string, most: number): number;
  readonly pattern: AST.Pattern;
}

/** Makes the counter of one expression. */
export function stepsOf(source: string, flags: string): Steps {
  const unicode = flags.includes('u') || flags.includes('v');
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  return {
    pattern,
    count(text, most) {
      const engine = new Engine(unicode ? [...text] : text.split(''), flags, most);
      const match = engine.anyOf(pattern.alternatives, false);
      try {
        engine.search(match, flags);
      } catch (error) {
        if (error !== engine) throw error;
      }
      return Math.min(engine.steps, most);
    },
  };
}

/** Whether one character is what a class, a set or a character of the pattern means. */
export function fits(raw: string, flags: string, character: string): boolean {
  return new RegExp(`^${raw}$`, flags.replace(/[gymd]/g, '')).test(character);
}

class Engine {
  steps = 0;
  readonly #characters: readonly string[];
  readonly #flags: string;
  readonly #most: number;
  /** What groups hold, as they stand in the pattern. */
  readonly #held = new Map<AST.CapturingGroup, readonly [number, number]>();

  constructor(characters: readonly string[], flags: string, most: number) {
    this.#characters = characters;
    this.#flags = flags;
    this.#most = most;
  }

  /** Tries every place, as `exec` does; after a match goes on behind it where all are asked for. */
  search(match: Match, flags: string): void {
    for (let at = 0; at <= this.#characters.length; ) {
      let end = -1;
      const found = match(at, (to) => {
        end = to;
        return true;
      });
      if (found ? !flags.includes('g') : flags.includes('y')) return;
      at = found ? Math.max(end, at + 1) : at + 1;
    }
  }

  anyOf(alternatives: readonly AST.Alternative[], back: boolean): Match {
    const matches = alternatives.map((each) => this.#inOrder(each.elements, back));
    const [only] = matches;
    if (only && matches.length === 1) return only;
    return (at, next) => matches.some((match) => match(at, next));
  }

  #inOrder(elements: readonly AST.Element[], back: boolean): Match {
    const matches = (back ? elements.toReversed() : elements).map((each) => this.#element(each, back));
    const from = (index: number, at: number, next: Next): boolean => {
      const match = matches[index];
      return match ? match(at, (to) => from(index + 1, to, next)) : next(at);
    };
    return (at, next) => from(0, at, next);
  }

  #element(element: AST.Element, back: boolean): Match {
    switch (element.type) {
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass':
        return this.#one(element.raw, back);
      case 'Group':
        return this.anyOf(element.alternatives, back);
      case 'CapturingGroup':
        return this.#holding(element, back);
      case 'Backreference':
        return this.#again(element, back);
      case 'Quantifier':
        return this.#repeated(element, back);
      case 'Assertion':
        return this.#assertion(element);
    }
  }

  #step(): void {
    if (++this.steps > this.#most) throw this;
  }

  #one(raw: string, back: boolean): Match {
    const known = new Map<string, boolean>();
    const isMeant = (character: string) => {
      let does = known.get(character);
      if (does === undefined) {
        does = fits(raw, this.#flags, character);
        known.set(character, does);
      }
      return does;
    };
    return (at, next) => {
      this.#step();
      const character = this.#characters[back ? at - 1 : at];
      return character !== undefined && isMeant(character) && next(back ? at - 1 : at + 1);
    };
  }

  #holding(group: AST.CapturingGroup, back: boolean): Match {
    const inside = this.anyOf(group.alternatives, back);
    return (at, next) =>
      inside(at, (to) => {
        const before = this.#held.get(group);
        this.#held.set(group, back ? [to, at] : [at, to]);
        if (next(to)) return true;
        if (before) this.#held.set(group, before);
        else this.#held.delete(group);
        return false;
      });
  }

  #again({ resolved }: AST.Backreference, back: boolean): Match {
    return (at, next) => {
      const held = [resolved].flat().map((group) => this.#held.get(group))[0];
      if (!held) return next(at);
      const length = held[1] - held[0];
      const start = back ? at - length : at;
      for (let index = 0; index < length; index++) {
        this.#step();
        if (this.#characters[start + index] !== this.#characters[held[0] + index]) return false;
      }
      return next(back ? start : at + length);
    };
  }

  #repeated({ element, min, max, greedy }: AST.Quantifier, back: boolean): Match {
    const match = this.#element(element, back);
    const least = Math.min(min, BOUND);
    const most = max === Number.POSITIVE_INFINITY ? max : Math.min(max, least + BOUND);
    const times = (count: number, at: number, next: Next): boolean => {
      const more = () => count < most && match(at, (to) => (to !== at || count < least) && times(count + 1, to, next));
      if (count < least) return more();
      return greedy ? more() || next(at) : next(at) || more();
    };
    return (at, next) => times(0, at, next);
  }

  #assertion(assertion: AST.Assertion): Match {
    const multiline = this.#flags.includes('m');
    const isBreak = (at: number) => /[\n\r\u2028\u2029]/.test(this.#characters[at] ?? '');
    const isWord = (at: number) => /\w/.test(this.#characters[at] ?? '');
    switch (assertion.kind) {
      case 'start':
        return this.#where((at) => at === 0 || (multiline && isBreak(at - 1)));
      case 'end':
        return this.#where((at) => at === this.#characters.length || (multiline && isBreak(at)));
      case 'word':
        return this.#where((at) => (isWord(at - 1) !== isWord(at)) !== assertion.negate);
      case 'lookahead':
      case 'lookbehind': {
        const inside = this.anyOf(assertion.alternatives, assertion.kind === 'lookbehind');
        return this.#where((at) => inside(at, () => true) !== assertion.negate);
      }
    }
  }

  #where(holds: (at: number) => boolean): Match {
    return (at, next) => {
      this.#step();
      return holds(at) && next(at);
    };
  }
}
