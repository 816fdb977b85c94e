/** Which kinds of records there are, as menus go by it. */
import { kindNames, kinds } from '../kinds/all.ts';
import type { Kind } from '../records/kind.ts';
import type { Library } from './library.ts';

/** The name of each kind that has records, `risk.open` where a risk among them still asks for something, and other words of a kind. */
export function presence(library: Library): readonly string[] {
  return library.memo(present);
}

const present = (library: Library): readonly string[] =>
  kindNames.flatMap((name) => {
    const records = library.ofKind(name);
    const { isOpen, present: word } = kinds[name] as Kind;
    const isAsking = isOpen !== undefined && records.some((record) => isOpen(record as never, library));
    const words = new Set(word ? records.flatMap((record) => word(record as never) ?? []) : []);
    return [
      ...(records.length > 0 ? [name] : []),
      ...(isAsking ? [`${name}.open`] : []),
      ...[...words].map((one) => `${name}.${one}`),
    ];
  });
