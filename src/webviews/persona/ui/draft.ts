/** What becomes of typed text: words of evidence put into a field and taken out again, and what is saved. */
import type { PersonaDraft, PersonaField, PersonaPiece } from '../../../core/persona/told.ts';

/** What was typed into the fields of a form. */
interface Typed {
  typed(field: string): string | undefined;
}

/** The list with one more at its end, or without it. */
export const toggled = (all: readonly string[], one: string, on: boolean): string[] => [
  ...all.filter((each) => each !== one),
  ...(on ? [one] : []),
];

/** The words a piece puts into a field it carries; undefined where a field is in one's own words. */
export function wordsFor({ name, isList }: PersonaField, piece: PersonaPiece): string | undefined {
  return name === 'portrait' ? piece.quote : isList ? piece.entry : undefined;
}

/** The text with the words at its end, as a line or a paragraph of their own, where they are not there yet. */
export function withWords(text: string, words: string, isList: boolean): string {
  const has = isList ? text.split('\n').includes(words) : text.includes(words);
  if (has) return text;
  const before = text.trimEnd();
  return before === '' ? words : `${before}${isList ? '\n' : '\n\n'}${words}`;
}

/** The text without the words, where nobody has changed them since. */
export function withoutWords(text: string, words: string, isList: boolean): string {
  if (isList) {
    return text
      .split('\n')
      .filter((line) => line !== words)
      .join('\n');
  }
  const at = text.indexOf(words);
  if (at < 0) return text;
  const [before, after] = [text.slice(0, at).trimEnd(), text.slice(at + words.length).trimStart()];
  return [before, after].filter(Boolean).join('\n\n');
}

/** What was typed, as `savePersona` takes it; what nobody touched is left out. */
export function inputOf(
  draft: PersonaDraft,
  form: Typed,
  problems: readonly string[],
): Readonly<Record<string, unknown>> {
  const given: Record<string, unknown> = {};
  const observed: Record<string, readonly string[]> = {};
  const name = form.typed('name');
  if (name !== undefined) given.name = name;
  for (const { name: field, isList } of draft.fields) {
    const typed = form.typed(field);
    if (typed !== undefined) given[field] = isList ? typed.split('\n').filter((line) => line.trim() !== '') : typed;
    const carried = form.typed(`carried.${field}`);
    if (carried !== undefined) observed[field] = carried.split(' ').filter(Boolean);
  }
  return {
    ...given,
    ...(draft.persona && { persona: draft.persona.id }),
    ...(Object.keys(observed).length > 0 && { observed }),
    ...(problems.length > 0 && { problems }),
  };
}
