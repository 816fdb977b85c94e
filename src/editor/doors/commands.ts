/** Every command of the product, each in a row: what it is called, where it is offered, and what is loaded when it is called. */
import type { Action } from '../../actions/action.ts';
import { type KindName, kinds, newKinds } from '../../core/kinds/all.ts';
import type { Kind } from '../../core/records/kind.ts';
import {
  ALWAYS,
  type CommandRow,
  has,
  inMenu,
  inSourceControl,
  inTimeline,
  inTitle,
  key,
  NEVER,
  onComment,
  onLine,
  onRow,
  onThread,
  READY,
} from './row.ts';

const record = /^record\./;
const initiative = /^record\.initiative\b/;
/** The scores of an initiative, where everything stands that is done with them. */
const scores = 'section.scores';
/** What work is linked to, as the menu of an initiative has room for one entry alone. */
const linked = /^(record\.problem\b|section\.work$)/;
const challenged = 'record.challenge.open';
/** The Current Work view shows what is linked, and what is not can be asked of git. */
const LINKED_SHOWN = `${READY} && !${key('unlinkedShown')} && isWorkspaceTrusted`;
const openQuestion = /^record\.question\.(open|acknowledged|reopened)\b/;
const settledQuestion = /^record\.question\.(answered|withdrawn)\b/;
const answered = /^record\.question\.answered\b/;
/** A session to come in which whoever looks has no seat, or one where the view does not tell. */
const planned = 'record.session.planned';
const joined = 'record.session.planned.mine';
const session = /^record\.session\.(planned|done)\b/;

/** An action without an editor file of its own: its questions come from its input's schema. */
const verb =
  <Input, Output>(action: () => Promise<Action<Input, Output>>) =>
  async () =>
    (await import('../ask/gesture.ts')).gesture(await action());

const newRecords = (kind?: KindName) => async () => (await import('../records/newRecords.ts')).newRecordCommand(kind);

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

export const commands = {
  addSample: {
    title: 'Look Around with a Sample',
    palette: `${key('state')} =~ /^(none|empty)$/`,
    anywhere: true,
    load: async () => (await import('../setUp/setUp.ts')).addSampleCommand,
  },
  removeSample: {
    title: 'Remove Sample',
    palette: key('sample'),
    anywhere: true,
    load: async () => (await import('../setUp/setUp.ts')).removeSampleCommand,
  },
  tryOut: {
    title: 'Try a Step of the Walkthrough',
    palette: NEVER,
    anywhere: true,
    load: async () => (await import('../navigation/tryOut.ts')).tryOut,
  },
  setUp: {
    title: 'Set Up…',
    palette: ALWAYS,
    anywhere: true,
    load: async () => (await import('../setUp/setUp.ts')).setUpCommand,
  },
  chooseMe: {
    title: 'Set My Identity…',
    load: async () => (await import('../setUp/chooseMe.ts')).chooseMeCommand,
  },
  openBoard: {
    title: 'Open Scoring Board',
    icon: 'list-ordered',
    palette: has('initiative'),
    menus: [inTitle('navigation@0', 'sprint'), onRow('4_score@9', scores)],
    load: async () => (await import('../pages/panels.ts')).opensPage('scoring'),
  },
  openWhy: {
    title: 'Why This Initiative?',
    icon: 'book',
    // A row, a card and the status bar open it, and the palette offers to go through all.
    palette: NEVER,
    load: async () => (await import('../pages/panels.ts')).opensPage('why'),
  },
  copyPage: {
    title: 'Copy as Markdown',
    // The page in front.
    palette: 'activeWebviewPanelId =~ /^because\\.(why|guide)$/',
    load: async () => (await import('../pages/panels.ts')).copiesPage,
  },
  prioritizationGuide: {
    title: 'Prioritization Guide',
    icon: 'law',
    palette: has('initiative'),
    menus: [inTitle('2_score@5', 'sprint')],
    load: async () => (await import('../pages/panels.ts')).opensPage('guide'),
  },
  buildPersona: {
    title: 'Build a Persona',
    icon: 'person',
    palette: has('problem', 'persona'),
    menus: [onRow('3_add@4', /^record\.(problem|persona)\b/)],
    load: async () => (await import('../pages/panels.ts')).opensPage('persona', { ofActive: true }),
  },
  validatePersona: {
    title: 'Validated Today',
    palette: NEVER,
    menus: [onRow('2_persona@1', /^record\.persona\b/)],
    load: verb(async () => (await import('../../actions/validatePersona.ts')).validatePersona),
  },
  walkThrough: {
    title: 'Walk Through the Why…',
    icon: 'run-all',
    palette: has('initiative'),
    menus: [
      inTitle('1_walk@1', 'sprint', `${READY} && ${has('initiative')}`),
      onRow('2_sprint@1', /^record\.sprint\b/),
    ],
    load: async () => (await import('../pages/walk.ts')).walkThrough,
  },
  createInitiative: {
    title: 'Create Initiative',
    palette: NEVER,
    anywhere: true,
    load: async () => (await import('../records/newRecords.ts')).createInitiative,
  },
  addEvidence: {
    title: 'Add Evidence from Clipboard…',
    palette: has('problem', 'initiative'),
    menus: [onRow('3_add@2', /^record\.(problem|initiative)\b/)],
    load: async () => (await import('../records/addEvidence.ts')).evidenceFromClipboard,
  },
  renameRecord: {
    title: 'Rename Record…',
    palette: key('activeRecord'),
    load: async () => (await import('../navigation/renameCommand.ts')).renameCommand,
  },
  createReferred: {
    title: 'Create the Missing Record of a Reference',
    hidden: true,
    load: async () => (await import('../records/fixes.ts')).createReferred,
  },
  rewriteWords: {
    title: 'Rewrite Words',
    hidden: true,
    load: async () => (await import('../records/fixes.ts')).rewriteWords,
  },
  openRecord: {
    title: 'Open Record',
    icon: 'go-to-file',
    anywhere: true,
    load: async () => (await import('../sidebar/recordCommands.ts')).openRecord,
  },
  openRecordToSide: {
    title: 'Open Record to the Side',
    icon: 'split-horizontal',
    palette: NEVER,
    anywhere: true,
    menus: [onRow('navigation@2', record)],
    load: async () => (await import('../sidebar/recordCommands.ts')).openRecordToSide,
  },
  copyKey: {
    title: 'Copy Key',
    icon: 'copy',
    palette: NEVER,
    anywhere: true,
    menus: [onRow('5_copy@1', record, { when: 'viewItem != record.team.broken' })],
    load: async () => (await import('../sidebar/recordCommands.ts')).copyKey,
  },
  openTracker: {
    title: 'Open in Browser',
    icon: 'link-external',
    palette: NEVER,
    anywhere: true,
    menus: [onRow('navigation@3', record, { when: 'viewItem =~ /\\.url$/' })],
    load: async () => (await import('../sidebar/recordCommands.ts')).openTracker,
  },
  switchSprint: {
    title: 'Switch Sprint…',
    icon: 'calendar',
    palette: has('initiative'),
    anywhere: true,
    menus: [inTitle('navigation@1', 'sprint')],
    load: async () => (await import('../sidebar/sprintCommands.ts')).switchSprint,
  },
  filterSprint: {
    title: 'Filter Initiatives…',
    palette: NEVER,
    anywhere: true,
    // Behind the dots with the others like it: more signs would leave the view's name no room.
    menus: [inTitle('1_list@1', 'sprint')],
    load: async () => (await import('../sidebar/sprintCommands.ts')).filterSprint,
  },
  clearFilter: {
    title: 'Clear Filter',
    icon: 'clear-all',
    anywhere: true,
    palette: `${READY} && ${key('sprintFiltered')}`,
    menus: [inTitle('navigation@2', 'sprint', `${READY} && ${key('sprintFiltered')}`)],
    load: async () => (await import('../sidebar/sprintCommands.ts')).clearFilter,
  },
  groupBy: {
    title: 'Group Initiatives By…',
    palette: NEVER,
    anywhere: true,
    menus: [inTitle('1_list@2', 'sprint')],
    load: async () => (await import('../sidebar/sprintCommands.ts')).groupBy,
  },
  sortBy: {
    title: 'Sort Initiatives By…',
    palette: NEVER,
    anywhere: true,
    menus: [inTitle('1_list@3', 'sprint')],
    load: async () => (await import('../sidebar/sprintCommands.ts')).sortBy,
  },
  revealInSidebar: {
    title: 'Reveal in Sidebar',
    icon: 'list-tree',
    palette: key('activeRecord'),
    anywhere: true,
    menus: [
      onRow('navigation@4', record, { view: 'currentWork' }),
      inMenu('editor/context', 'because@9', key('activeRecord')),
    ],
    load: async () => (await import('../sidebar/recordCommands.ts')).revealInSidebar,
  },
  refresh: {
    title: 'Refresh',
    icon: 'refresh',
    palette: NEVER,
    anywhere: true,
    menus: [inTitle('9_refresh@1', undefined, ALWAYS)],
    load: async () => (await import('../sidebar/recordCommands.ts')).refresh,
  },
  flagRisk: {
    title: 'Flag Feasibility Risk…',
    icon: 'flame',
    palette: has('initiative'),
    menus: [onRow('3_add@1', initiative), ...onLine(1)],
    load: async () => (await import('../threads/verbs.ts')).flagCommand,
  },
  askPm: {
    title: 'Ask the PM…',
    icon: 'question',
    palette: has('initiative'),
    menus: [onRow('3_add@3', initiative), ...onLine(4)],
    load: async () => (await import('../threads/verbs.ts')).askCommand,
  },
  answerQuestion: {
    title: 'Answer Question…',
    palette: has('question.open'),
    menus: [
      onRow('2_question@1', openQuestion),
      // Whoever it waits for answers; whoever else knows may, beside replying.
      onThread('context', 'inline@1', /^question\.(open|acknowledged|reopened)\.due\b/),
      onThread('context', 'inline@2', /^question\.(open|acknowledged|reopened)\.(mine|here|elsewhere)\b/),
    ],
    load: async () => (await import('../threads/verbs.ts')).answerQuestionCommand,
  },
  acknowledgeQuestion: {
    title: 'Acknowledge Question…',
    palette: NEVER,
    menus: [
      onRow('2_question@2', openQuestion),
      onThread('context', 'inline@2', /^question\.(open|reopened)\.due\.(here|elsewhere)\b/),
    ],
    load: async () => (await import('../threads/verbs.ts')).acknowledgeCommand,
  },
  withdrawQuestion: {
    title: 'Withdraw Question',
    icon: 'discard',
    palette: NEVER,
    menus: [
      onRow('2_question@3', openQuestion),
      onThread('title', '1_question@1', /^question\.(open|acknowledged|reopened)\.(due\.)?mine\b/),
    ],
    load: async () => (await import('../threads/verbs.ts')).withdrawCommand,
  },
  reopenQuestion: {
    title: 'Reopen Question…',
    palette: NEVER,
    menus: [
      onRow('2_question@1', settledQuestion),
      onThread('context', 'inline@2', /^question\.(answered|withdrawn)\b/),
    ],
    load: async () => (await import('../threads/verbs.ts')).reopenQuestionCommand,
  },
  answerToEvidence: {
    title: 'Keep Answer as Evidence…',
    icon: 'quote',
    palette: NEVER,
    menus: [onRow('2_question@2', answered), onThread('title', '1_question@2', /^question\.answered\b/)],
    load: async () => (await import('../threads/verbs.ts')).answerToEvidenceCommand,
  },
  answerToNote: {
    title: 'Keep Answer as Note on the Problem…',
    icon: 'note',
    palette: NEVER,
    menus: [onRow('2_question@3', answered), onThread('title', '1_question@3', /^question\.answered\b/)],
    load: async () => (await import('../threads/verbs.ts')).answerToNoteCommand,
  },
  openAnswers: {
    title: 'Answer Times',
    icon: 'graph',
    palette: has('question'),
    menus: [inTitle('navigation@1', 'needsYou', has('question'))],
    load: async () => (await import('../pages/panels.ts')).opensPage('answers'),
  },
  takeSeat: {
    title: 'Take a Seat…',
    icon: 'person-add',
    palette: has('session'),
    menus: [onRow('2_session@1', planned), onRow('inline@3', planned)],
    load: verb(async () => (await import('../../actions/takeSeat.ts')).takeSeat),
  },
  leaveSeat: {
    title: 'Give Back a Seat…',
    palette: NEVER,
    menus: [onRow('2_session@1', joined), onRow('2_session@2', planned, { view: 'sprint' })],
    load: verb(async () => (await import('../../actions/takeSeat.ts')).leaveSeat),
  },
  readBrief: {
    title: 'Read Brief…',
    icon: 'book',
    palette: has('session'),
    menus: [onRow('2_session@3', session), onRow('inline@1', session)],
    load: async () => (await import('../discovery/brief.ts')).readBrief,
  },
  copyBrief: {
    title: 'Copy Brief as Markdown',
    palette: NEVER,
    menus: [onRow('5_copy@2', session)],
    load: async () => (await import('../discovery/brief.ts')).copyBrief,
  },
  takeNotes: {
    title: 'Take Notes…',
    icon: 'edit',
    palette: has('session'),
    menus: [onRow('2_session@4', session), onRow('inline@2', session)],
    load: async () => (await import('../discovery/takeNotes.ts')).takeNotes,
  },
  captureSession: {
    title: 'Turn Notes into Evidence…',
    icon: 'checklist',
    palette: `${READY} && ${key('notes')}`,
    menus: [inMenu('editor/title', 'navigation@1', `${READY} && ${key('notes')}`)],
    load: async () => (await import('../discovery/capture.ts')).captureCommand,
  },
  exportSessions: {
    title: 'Export to Calendar…',
    icon: 'calendar',
    palette: NEVER,
    menus: [inTitle('navigation@1', 'discovery'), onRow('5_copy@3', session)],
    load: async () => (await import('../discovery/calendar.ts')).exportSessions,
  },
  ack: {
    title: 'Can You Explain Why?…',
    palette: NEVER,
    load: verb(async () => (await import('../../actions/ack.ts')).ack),
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
    load: async () => (await import('../threads/verbs.ts')).replyCommand,
  },
  mitigateRisk: {
    title: 'Mitigate Risk…',
    palette: NEVER,
    menus: [
      onRow('2_risk@2', /^record\.risk\.(open|accepted|resolved)\b/),
      onThread('title', '1_risk@1', /^risk\.(open|accepted|resolved)/),
    ],
    load: async () => (await import('../threads/verbs.ts')).mitigateCommand,
  },
  acceptRisk: {
    title: 'Accept Risk…',
    palette: NEVER,
    menus: [
      onRow('2_risk@3', /^record\.risk\.(open|mitigating)\b/),
      onThread('context', 'inline@3', /^risk\.(open|mitigating)/),
    ],
    load: async () => (await import('../threads/verbs.ts')).acceptCommand,
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
    load: async () => (await import('../threads/verbs.ts')).resolveCommand,
  },
  reopenRisk: {
    title: 'Reopen Risk…',
    palette: NEVER,
    menus: [
      onRow('2_risk@5', /^record\.risk\.(mitigating|accepted|resolved)\b/),
      onThread('context', 'inline@4', /^risk\.(mitigating|accepted|resolved)/),
    ],
    load: async () => (await import('../threads/verbs.ts')).reopenCommand,
  },
  answerRisk: {
    title: 'Answer Risk…',
    palette: has('risk'),
    load: async () => (await import('../threads/verbs.ts')).answerCommand,
  },
  updateAnchor: {
    title: 'Move Thread to This Line…',
    palette: `${has('risk', 'question')} && editorIsOpen`,
    menus: [onThread('title', '2_anchor@1', /elsewhere$/)],
    load: async () => (await import('../threads/verbs.ts')).updateAnchorCommand,
  },
  openThread: {
    title: 'Open Record',
    icon: 'go-to-file',
    palette: NEVER,
    anywhere: true,
    menus: [onThread('title', 'inline@1')],
    load: async () => (await import('../threads/verbs.ts')).openThread,
  },
  editComment: {
    title: 'Edit',
    icon: 'edit',
    palette: NEVER,
    anywhere: true,
    menus: [onComment('title', 'inline@1', /editable$/)],
    load: async () => (await import('../threads/edit.ts')).editComment,
  },
  saveComment: {
    title: 'Save',
    palette: NEVER,
    anywhere: true,
    menus: [onComment('context', 'inline@1')],
    load: async () => (await import('../threads/edit.ts')).saveComment,
  },
  cancelComment: {
    title: 'Cancel',
    palette: NEVER,
    anywhere: true,
    menus: [onComment('context', 'inline@2')],
    load: async () => (await import('../threads/edit.ts')).cancelComment,
  },
  estimate: {
    title: 'Estimate…',
    icon: 'dashboard',
    palette: has('initiative'),
    menus: [
      inTitle('2_score@1', 'sprint'),
      onRow('4_score@1', /^(record\.(initiative|estimate)\b|section\.scores$|note\.estimate$)/),
      onRow('inline@1', 'note.estimate'),
    ],
    load: async () => (await import('../scoring/estimate.ts')).estimateCommand,
  },
  challenge: {
    title: 'Challenge Estimate…',
    palette: has('initiative'),
    menus: [onRow('4_score@2', /^(section\.scores$|score\.factor)/)],
    load: async () => (await import('../scoring/challenge.ts')).challengeCommand,
  },
  acceptChallenge: {
    title: 'Accept Challenge',
    palette: NEVER,
    menus: [onRow('2_challenge@1', challenged)],
    load: verb(async () => (await import('../../actions/challenge.ts')).acceptChallenge),
  },
  rejectChallenge: {
    title: 'Reject Challenge…',
    palette: NEVER,
    menus: [onRow('2_challenge@2', challenged)],
    load: verb(async () => (await import('../../actions/challenge.ts')).rejectChallenge),
  },
  withdrawChallenge: {
    title: 'Withdraw Challenge',
    palette: NEVER,
    menus: [onRow('2_challenge@3', challenged)],
    load: verb(async () => (await import('../../actions/challenge.ts')).withdrawChallenge),
  },
  answerChallenge: {
    title: 'Answer Challenge…',
    palette: has('challenge.open'),
    load: async () => {
      const { acceptChallenge, answerTitle, rejectChallenge, withdrawChallenge } = await import(
        '../../actions/challenge.ts'
      );
      const { answering } = await import('../ask/choosing.ts');
      return answering(answerTitle, [acceptChallenge, rejectChallenge, withdrawChallenge]);
    },
  },
  scoreDebt: {
    title: 'Score Technical Debt…',
    palette: ALWAYS,
    menus: [inTitle('2_score@3', 'sprint'), ...onLine(2)],
    load: async () => (await import('../scoring/debt.ts')).debtCommand,
  },
  object: {
    title: 'Raise Objection…',
    palette: has('initiative'),
    menus: [onRow('4_score@3', scores)],
    load: async () => (await import('../scoring/objections.ts')).objectCommand,
  },
  answerObjection: {
    title: 'Answer Objection…',
    palette: has('objection.open'),
    menus: [onRow('2_objection@1', /^record\.objection\.(open|validating)$/)],
    load: async () => (await import('../scoring/objections.ts')).answerCommand,
  },
  commitToSprint: {
    title: 'Commit to Sprint…',
    palette: has('sprint'),
    menus: [inTitle('2_score@2', 'sprint'), onRow('4_score@4', initiative)],
    load: async () => (await import('../scoring/commit.ts')).commitCommand,
  },
  revealRound: {
    title: 'Reveal Estimates',
    palette: NEVER,
    menus: [onRow('5_round@1', scores)],
    load: verb(async () => (await import('../../actions/rounds.ts')).revealRound),
  },
  startRound: {
    title: 'Start New Round of Estimates',
    palette: NEVER,
    menus: [onRow('5_round@2', scores)],
    load: verb(async () => (await import('../../actions/rounds.ts')).startRound),
  },
  agreeScore: {
    title: 'Set Agreed Score…',
    palette: NEVER,
    menus: [onRow('4_score@6', scores)],
    load: async () => (await import('../scoring/rounds.ts')).agreeCommand,
  },
  takeSnapshot: {
    title: 'Take Snapshot of the Ranking…',
    palette: NEVER,
    menus: [inTitle('2_score@4', 'sprint')],
    load: async () => (await import('../scoring/rounds.ts')).snapshotCommand,
  },
  newRecord: {
    title: 'New Record…',
    icon: 'add',
    palette: ALWAYS,
    load: newRecords(),
  },
  ...newRows,
  startBranch: {
    title: 'Start Branch…',
    icon: 'git-branch',
    palette: has('initiative'),
    // In Current Work the branch is there already.
    menus: [onRow('3_work@1', initiative, { view: 'sprint' })],
    load: async () => (await import('../work/startBranch.ts')).branchStarting,
  },
  linkWork: {
    title: 'Link Work…',
    icon: 'link',
    load: async () => (await import('../work/linkCommands.ts')).workCommand,
  },
  linkBranch: {
    title: 'Link Branch…',
    icon: 'link',
    palette: NEVER,
    menus: [
      inTitle('1_work@1', 'currentWork'),
      onRow('3_work@2', linked),
      onRow('inline@1', 'work.branch', { view: 'currentWork' }),
    ],
    load: async () => (await import('../work/linkCommands.ts')).branchCommand,
  },
  linkCommit: {
    title: 'Link Commit…',
    icon: 'link',
    palette: NEVER,
    menus: [
      onRow('3_work@3', linked),
      onRow('inline@1', 'work.commit', { view: 'currentWork' }),
      inTimeline('5_because@2'),
    ],
    load: async () => (await import('../work/linkCommands.ts')).commitCommand,
  },
  linkPullRequest: {
    title: 'Link Pull Request…',
    palette: NEVER,
    menus: [inTitle('1_work@2', 'currentWork'), onRow('3_work@4', linked)],
    load: async () => (await import('../work/linkCommands.ts')).pullRequestCommand,
  },
  linkFile: {
    title: 'Link File…',
    palette: NEVER,
    menus: [inMenu('explorer/context', '8_because@2')],
    load: async () => (await import('../work/linkCommands.ts')).fileCommand,
  },
  unlink: {
    title: 'Unlink',
    icon: 'trash',
    palette: NEVER,
    menus: [onRow('2_link@1', /^record\.link\b/)],
    load: verb(async () => (await import('../../actions/linkWork.ts')).unlink),
  },
  unlinkedWork: {
    title: 'Unlinked Work…',
    load: async () => (await import('../work/recent.ts')).unlinkedList,
  },
  showUnlinked: {
    title: 'Show Unlinked Work',
    icon: 'debug-disconnect',
    palette: NEVER,
    // In the Sprint view too: of a shared branch there is no Current Work.
    menus: [
      inTitle('navigation@1', 'currentWork', LINKED_SHOWN),
      inTitle('3_work@1', 'sprint', `${LINKED_SHOWN} && ${has('initiative')}`),
    ],
    load: async () => (await import('../sidebar/recordCommands.ts')).showUnlinked,
  },
  hideUnlinked: {
    title: 'Back to This Branch',
    icon: 'list-tree',
    palette: NEVER,
    menus: [inTitle('navigation@1', 'currentWork', `${READY} && ${key('unlinkedShown')}`)],
    load: async () => (await import('../sidebar/recordCommands.ts')).hideUnlinked,
  },
  explainLine: {
    title: 'Why Does This Line Exist?',
    icon: 'question',
    palette: `${READY} && editorIsOpen`,
    menus: onLine(3, 0),
    load: async () => (await import('../work/explain.ts')).lineCommand,
  },
  explainCommit: {
    title: 'Why This Commit?',
    icon: 'question',
    palette: NEVER,
    menus: [onRow('2_work@1', 'work.commit', { view: 'currentWork' }), inTimeline('5_because@1')],
    load: async () => (await import('../work/explain.ts')).explainCommitCommand,
  },
  explainFile: {
    title: 'Why This File?',
    icon: 'question',
    menus: [
      inMenu('explorer/context', '8_because@1', `${READY} && !explorerResourceIsFolder && resourceScheme == file`),
      inMenu('editor/title/context', '8_because@1', `${READY} && resourceScheme == file`),
    ],
    load: async () => (await import('../work/shaped.ts')).fileExplaining,
  },
  openCommit: {
    title: 'Open Commit',
    palette: NEVER,
    menus: [onRow('2_work@2', 'work.commit', { view: 'currentWork' })],
    load: async () => (await import('../work/explain.ts')).openCommitCommand,
  },
  copyPullRequestDescription: {
    title: 'Copy Pull Request Description',
    menus: [inTitle('1_work@4', 'currentWork'), onRow('3_work@5', 'section.work')],
    load: async () => (await import('../work/pullRequest.ts')).copyDescription,
  },
  insertWhyBlock: {
    title: 'Insert Why Block',
    palette: `${READY} && editorIsOpen`,
    load: async () => (await import('../work/pullRequest.ts')).insertBlock,
  },
  createPullRequest: {
    title: 'Create Pull Request with Why…',
    icon: 'git-pull-request-create',
    menus: [inTitle('1_work@3', 'currentWork'), inSourceControl('9_because@2')],
    load: async () => (await import('../work/pullRequest.ts')).createCommand,
  },
  fillCommitMessage: {
    title: 'Add Why to Commit Message',
    icon: 'comment',
    menus: [inSourceControl('9_because@1')],
    load: async () => (await import('../work/fillMessage.ts')).commitMessageFilling,
  },
} satisfies { readonly [name: string]: CommandRow };

export type CommandName = keyof typeof commands;

/** The id of a command, by which VS Code and other extensions call it. */
export const commandId = <Name extends CommandName>(name: Name): `because.${Name}` => `because.${name}`;

export const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);
