/** The commands that make records: one that asks for the kind, and one for each kind. */
import type { KindName } from '../core/records/all.ts';
import { newKinds } from '../core/records/all.ts';

/** The command that makes a record of one kind. */
export const newCommand = (kind: KindName): string => `because.new${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

export const newCommands: readonly string[] = ['because.newRecord', ...newKinds.map(newCommand)];
