/** The commands that make records: one that asks for the kind, and one for each kind. */
import type { KindName } from '../../core/kinds/all.ts';
import { newKinds } from '../../core/kinds/all.ts';

/** A key that stands in a text and has no initiative yet: `New Initiative` is asked for it, with what the text calls it. */
export class KeyWithoutInitiative {
  readonly key: string;
  /** The workspace folder's address. */
  readonly folder: string | undefined;
  readonly title: string | undefined;

  constructor(key: string, folder: string | undefined, title: string | undefined) {
    this.key = key;
    this.folder = folder;
    this.title = title;
  }
}

/** The command that makes a record of one kind. */
export const newCommand = (kind: KindName): string => `because.new${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

export const newCommands: readonly string[] = ['because.newRecord', ...newKinds.map(newCommand)];
