/** What is done with any record. */
import { type KindName, kinds, newKinds } from '../../../core/kinds/all.ts';
import type { Kind } from '../../../core/records/kind.ts';
import { ALWAYS, anyRecord, type CommandRow, type CommandRows, has, key, NEVER, onRow, verb } from '../row.ts';

const newRecords = (kind?: KindName) => async () =>
  (await import('../../records/newRecords.ts')).newRecordCommand(kind);

/** Makes a record of one kind: a command for each kind that people make, in the palette those of frequent ones. */
const newRows = Object.fromEntries(
  newKinds.map((kind) => [
    newName(kind),
    {
      title: `New ${kinds[kind].label()}…`,
      palette: (kinds[kind] as Kind).isFrequent ? ALWAYS : NEVER,
      load: newRecords(kind),
    },
  ]),
) as { readonly [N in NewName]: CommandRow<Awaited<ReturnType<ReturnType<typeof newRecords>>>> };

type NewName = `new${Capitalize<KindName>}`;

/** The command that makes a record of a kind. */
export function newName<K extends KindName>(kind: K): `new${Capitalize<K>}` {
  return `new${kind.charAt(0).toUpperCase()}${kind.slice(1)}` as `new${Capitalize<K>}`;
}

export const recordCommands = {
  newRecord: {
    title: 'New Record…',
    icon: 'add',
    palette: ALWAYS,
    load: newRecords(),
  },
  ...newRows,
  createInitiative: {
    title: 'Create Initiative',
    palette: NEVER,
    anywhere: true,
    load: async () => (await import('../../records/newRecords.ts')).createInitiative,
  },
  addEvidence: {
    title: 'Add Evidence from Clipboard…',
    palette: has('problem', 'initiative'),
    menus: [onRow('3_add@2', /^record\.(problem|initiative)\b/)],
    load: async () => (await import('../../records/addEvidence.ts')).evidenceFromClipboard,
  },
  answer: {
    title: 'Answer…',
    palette: has('question.open', 'risk.open', 'challenge.open', 'objection.open', 'commitment.open'),
    load: async () => (await import('../../records/answer.ts')).answerCommand,
  },
  validatePersona: {
    title: 'Mark as Validated Today',
    palette: NEVER,
    menus: [onRow('2_persona@1', /^record\.persona\b/)],
    load: verb(async () => (await import('../../../actions/validatePersona.ts')).validatePersona),
  },
  renameRecord: {
    title: 'Rename Record…',
    palette: key('activeRecord'),
    load: async () => (await import('../../navigation/renameCommand.ts')).renameCommand,
  },
  createReferred: {
    title: 'Create the Missing Record of a Reference',
    hidden: true,
    load: async () => (await import('../../records/fixes.ts')).createReferred,
  },
  rewriteWords: {
    title: 'Rewrite Words',
    hidden: true,
    load: async () => (await import('../../records/fixes.ts')).rewriteWords,
  },
  openRecord: {
    title: 'Open Record',
    icon: 'go-to-file',
    anywhere: true,
    load: async () => (await import('../../sidebar/recordCommands.ts')).openRecord,
  },
  openRecordToSide: {
    title: 'Open Record to the Side',
    icon: 'split-horizontal',
    palette: NEVER,
    anywhere: true,
    menus: [onRow('navigation@2', anyRecord)],
    load: async () => (await import('../../sidebar/recordCommands.ts')).openRecordToSide,
  },
  copyKey: {
    title: 'Copy Key',
    icon: 'copy',
    palette: NEVER,
    anywhere: true,
    menus: [onRow('5_copy@1', anyRecord, { when: 'viewItem != record.team.broken' })],
    load: async () => (await import('../../sidebar/recordCommands.ts')).copyKey,
  },
  openTracker: {
    title: 'Open in Browser',
    icon: 'link-external',
    palette: NEVER,
    anywhere: true,
    menus: [onRow('navigation@3', anyRecord, { when: 'viewItem =~ /\\.url$/' })],
    load: async () => (await import('../../sidebar/recordCommands.ts')).openTracker,
  },
} satisfies CommandRows;
