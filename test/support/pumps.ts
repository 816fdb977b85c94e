/** Texts an expression may be slow on: what it looks for, over and over, and then something else. */
import { type AST, visitRegExpAST } from '@eslint-community/regexpp';
import { fits } from './steps.ts';

/** A text that is mostly one part, or one and then another. */
export interface Pump {
  readonly head: string;
  readonly parts: readonly string[];
  readonly end: string;
}

/** The text of a pump with about so many characters. */
export function pumped({ head, parts, end }: Pump, length: number): string {
  return head + parts.map((part) => part.repeat(Math.ceil(length / parts.length / part.length))).join('') + end;
}

/** Ends at which most is tried before it is known that nothing is found. */
const ENDS = ['\u0000 \u0000', '\n'];

/** Characters that stand for all others, besides those an expression names itself. */
const USUAL = [...'aZ_09 \t\n.,:;-/\\\'"`~#()[]<>*|“』。é\u0000\uFEFF\r\u2028'];

/** The pumps of an expression: every character and word it tells apart, alone and next to others. */
export function pumpsOf(pattern: AST.Pattern, flags: string): Pump[] {
  const sets: string[] = [];
  const named = new Set<string>();
  const alternatives: AST.Alternative[] = [];
  visitRegExpAST(pattern, {
    onAlternativeEnter: (node) => alternatives.push(node),
    onCharacterEnter: ({ value }) => named.add(String.fromCodePoint(value)),
    onCharacterClassEnter: ({ raw }) => sets.push(raw),
    onCharacterSetEnter: ({ raw }) => sets.push(raw),
  });
  const characters = toldApart(named, [...new Set(sets)], flags);
  const words = wordsOf(alternatives, [...USUAL, ...named], flags);
  const pairs = characters.flatMap((one) => characters.map((other) => one + other));
  const threes = characters.length > 8 ? [] : characters.flatMap((one) => pairs.map((pair) => one + pair));
  const alone = new Set([...characters, ...pairs, ...threes, ...words.flatMap((word) => [word, `${word} `])]);
  const texts = [
    ...[...alone].map((part) => ({ head: '', parts: [part] })),
    ...['\u0000', ...words].flatMap((head) => characters.map((part) => ({ head, parts: [part] }))),
    ...characters.flatMap((one) => characters.map((other) => ({ head: '', parts: [one, other] }))),
  ];
  return texts.flatMap((text) => ENDS.map((end) => ({ ...text, end })));
}

/** One character for each way in which the sets of an expression take or refuse it; marks it names stand for themselves. */
function toldApart(named: ReadonlySet<string>, sets: readonly string[], flags: string): string[] {
  const kinds = new Map<string, string>();
  for (const character of [...named, ...USUAL]) {
    const isMark = named.has(character) && !/[\p{L}\p{N}]/u.test(character);
    const kind = sets.map((raw) => fits(raw, flags, character)).join();
    const key = isMark ? `${kind} ${character}` : kind;
    if (!kinds.has(key)) kinds.set(key, character);
  }
  return [...kinds.values()];
}

/** Short texts that match the beginnings of what an expression looks for, with what may be left out and without. */
function wordsOf(alternatives: readonly AST.Alternative[], characters: readonly string[], flags: string): string[] {
  const found = new Set<string>();
  for (const least of [0, 1]) {
    const example = exampleWith(characters, flags, least);
    for (const { elements } of alternatives) {
      let word = '';
      for (const [index, element] of elements.entries()) {
        word += example(element);
        const next = elements[index + 1];
        if (next?.type !== 'Character') found.add(word);
      }
    }
  }
  found.delete('');
  return [...found].slice(0, 60);
}

function exampleWith(characters: readonly string[], flags: string, least: number): (element: AST.Element) => string {
  const example = (element: AST.Element): string => {
    switch (element.type) {
      case 'Character':
        return String.fromCodePoint(element.value);
      case 'CharacterSet':
      case 'CharacterClass':
        return characters.find((character) => fits(element.raw, flags, character)) ?? '';
      case 'Group':
      case 'CapturingGroup':
        return element.alternatives[0]?.elements.map(example).join('') ?? '';
      case 'Quantifier':
        return example(element.element).repeat(Math.min(20, Math.max(element.min, least)));
      default:
        return '';
    }
  };
  return example;
}
