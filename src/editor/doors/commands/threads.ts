/** What is done with risks and questions, beside the code they are about and elsewhere. */
import {
  all,
  anyInitiative,
  type CommandRows,
  EDITOR_OPEN,
  has,
  NEVER,
  onComment,
  onLine,
  onRow,
  onThread,
} from '../row.ts';

const openQuestion = /^record\.question\.(open|acknowledged|reopened)\b/;
const settledQuestion = /^record\.question\.(answered|withdrawn)\b/;
const answered = /^record\.question\.answered\b/;

export const threadCommands = {
  flagRisk: {
    title: 'Flag Feasibility Risk…',
    icon: 'flame',
    palette: has('initiative'),
    menus: [onRow('3_add@1', anyInitiative), ...onLine(1)],
    load: async () => (await import('../../threads/verbs.ts')).flagCommand,
  },
  askPm: {
    title: 'Ask the PM…',
    icon: 'question',
    palette: has('initiative'),
    menus: [onRow('3_add@3', anyInitiative), ...onLine(4)],
    load: async () => (await import('../../threads/verbs.ts')).askCommand,
  },
  answerQuestion: {
    title: 'Answer Question…',
    palette: NEVER,
    menus: [
      onRow('2_question@1', openQuestion),
      // Whoever it waits for answers; whoever else knows may, beside replying.
      onThread('context', 'inline@1', /^question\.(open|acknowledged|reopened)\.due\b/),
      onThread('context', 'inline@2', /^question\.(open|acknowledged|reopened)\.(mine|here|elsewhere)\b/),
    ],
    load: async () => (await import('../../threads/verbs.ts')).answerQuestionCommand,
  },
  acknowledgeQuestion: {
    title: 'Acknowledge Question…',
    palette: NEVER,
    menus: [
      onRow('2_question@2', openQuestion),
      onThread('context', 'inline@2', /^question\.(open|reopened)\.due\.(here|elsewhere)\b/),
    ],
    load: async () => (await import('../../threads/verbs.ts')).acknowledgeCommand,
  },
  withdrawQuestion: {
    title: 'Withdraw Question',
    icon: 'discard',
    palette: NEVER,
    menus: [
      onRow('2_question@3', openQuestion),
      onThread('title', '1_question@1', /^question\.(open|acknowledged|reopened)\.(due\.)?mine\b/),
    ],
    load: async () => (await import('../../threads/verbs.ts')).withdrawCommand,
  },
  reopenQuestion: {
    title: 'Reopen Question…',
    palette: NEVER,
    menus: [
      onRow('2_question@1', settledQuestion),
      onThread('context', 'inline@2', /^question\.(answered|withdrawn)\b/),
    ],
    load: async () => (await import('../../threads/verbs.ts')).reopenQuestionCommand,
  },
  answerToEvidence: {
    title: 'Save Answer as Evidence…',
    icon: 'quote',
    palette: NEVER,
    menus: [onRow('2_question@2', answered), onThread('title', '1_question@2', /^question\.answered\b/)],
    load: async () => (await import('../../threads/verbs.ts')).answerToEvidenceCommand,
  },
  answerToNote: {
    title: 'Save Answer as Note on the Problem…',
    icon: 'note',
    palette: NEVER,
    menus: [onRow('2_question@3', answered), onThread('title', '1_question@3', /^question\.answered\b/)],
    load: async () => (await import('../../threads/verbs.ts')).answerToNoteCommand,
  },
  reply: {
    title: 'Reply',
    palette: NEVER,
    menus: [
      onRow('2_risk@1', /^record\.risk\b/),
      onThread('context', 'inline@1', /^risk\b/),
      onThread('context', 'inline@1', /^question\.\w+\.(mine|here|elsewhere)\b/),
      onThread('context', 'inline@3', /^question\.(acknowledged\.due|\w+\.due\.mine)\b/),
    ],
    load: async () => (await import('../../threads/verbs.ts')).replyCommand,
  },
  mitigateRisk: {
    title: 'Mitigate Risk…',
    palette: NEVER,
    menus: [
      onRow('2_risk@2', /^record\.risk\.(open|accepted|resolved)\b/),
      onThread('title', '1_risk@1', /^risk\.(open|accepted|resolved)/),
    ],
    load: async () => (await import('../../threads/verbs.ts')).mitigateCommand,
  },
  acceptRisk: {
    title: 'Accept Risk…',
    palette: NEVER,
    menus: [
      onRow('2_risk@3', /^record\.risk\.(open|mitigating)\b/),
      onThread('context', 'inline@3', /^risk\.(open|mitigating)/),
    ],
    load: async () => (await import('../../threads/verbs.ts')).acceptCommand,
  },
  resolveRisk: {
    title: 'Resolve Risk…',
    icon: 'check',
    palette: NEVER,
    menus: [
      onRow('2_risk@4', /^record\.risk\.(open|mitigating|accepted)\b/),
      onThread('title', 'inline@2', /^risk\.(open|mitigating|accepted)/),
      onThread('context', 'inline@2', /^risk\.(open|mitigating|accepted)/),
    ],
    load: async () => (await import('../../threads/verbs.ts')).resolveCommand,
  },
  reopenRisk: {
    title: 'Reopen Risk…',
    palette: NEVER,
    menus: [
      onRow('2_risk@5', /^record\.risk\.(mitigating|accepted|resolved)\b/),
      onThread('context', 'inline@4', /^risk\.(mitigating|accepted|resolved)/),
    ],
    load: async () => (await import('../../threads/verbs.ts')).reopenCommand,
  },
  updateAnchor: {
    title: 'Move Thread to This Line…',
    palette: all(has('risk', 'question'), EDITOR_OPEN),
    menus: [onThread('title', '2_anchor@1', /elsewhere$/)],
    load: async () => (await import('../../threads/verbs.ts')).updateAnchorCommand,
  },
  openThread: {
    title: 'Open Record',
    icon: 'go-to-file',
    palette: NEVER,
    anywhere: true,
    menus: [onThread('title', 'inline@1')],
    load: async () => (await import('../../threads/verbs.ts')).openThread,
  },
  editComment: {
    title: 'Edit',
    icon: 'edit',
    palette: NEVER,
    anywhere: true,
    menus: [onComment('title', 'inline@1', /editable$/)],
    load: async () => (await import('../../threads/edit.ts')).editComment,
  },
  saveComment: {
    title: 'Save',
    palette: NEVER,
    anywhere: true,
    menus: [onComment('context', 'inline@1')],
    load: async () => (await import('../../threads/edit.ts')).saveComment,
  },
  cancelComment: {
    title: 'Cancel',
    palette: NEVER,
    anywhere: true,
    menus: [onComment('context', 'inline@2')],
    load: async () => (await import('../../threads/edit.ts')).cancelComment,
  },
} satisfies CommandRows;
