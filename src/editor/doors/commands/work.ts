/** What connects branches, commits, files and pull requests with their reasons. */
import {
  all,
  anyInitiative,
  type CommandRows,
  EDITOR_OPEN,
  has,
  IN_GIT,
  inMenu,
  inSourceControl,
  inTimeline,
  inTitle,
  key,
  NEVER,
  onLine,
  onRow,
  READY,
  verb,
} from '../row.ts';

/** What work is linked to, as the menu of an initiative has room for one entry alone. */
const linked = /^(record\.problem\b|section\.work$)/;
/** There is work to link, and something to link it to. */
const LINKABLE = all(has('initiative', 'problem'), IN_GIT);
/** The Current Work view shows what is linked, and what is not can be asked of git. */
const LINKED_SHOWN = `${READY} && !${key('unlinkedShown')} && isWorkspaceTrusted`;

export const workCommands = {
  startBranch: {
    title: 'Start Branch…',
    icon: 'git-branch',
    palette: all(has('initiative'), IN_GIT),
    // In Current Work the branch is there already.
    menus: [onRow('3_work@1', anyInitiative, { view: 'sprint' })],
    load: async () => (await import('../../work/startBranch.ts')).branchStarting,
  },
  linkWork: {
    title: 'Link Work…',
    icon: 'link',
    palette: LINKABLE,
    load: async () => (await import('../../work/linkCommands.ts')).workCommand,
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
    load: async () => (await import('../../work/linkCommands.ts')).branchCommand,
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
    load: async () => (await import('../../work/linkCommands.ts')).commitCommand,
  },
  linkPullRequest: {
    title: 'Link Pull Request…',
    palette: NEVER,
    menus: [inTitle('1_work@2', 'currentWork'), onRow('3_work@4', linked)],
    load: async () => (await import('../../work/linkCommands.ts')).pullRequestCommand,
  },
  linkFile: {
    title: 'Link File…',
    palette: NEVER,
    menus: [inMenu('explorer/context', '8_because@2')],
    load: async () => (await import('../../work/linkCommands.ts')).fileCommand,
  },
  unlink: {
    title: 'Unlink',
    icon: 'trash',
    palette: NEVER,
    menus: [onRow('2_link@1', /^record\.link\b/)],
    load: verb(async () => (await import('../../../actions/linkWork.ts')).unlink),
  },
  unlinkedWork: {
    title: 'Unlinked Work…',
    palette: LINKABLE,
    load: async () => (await import('../../work/recent.ts')).unlinkedList,
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
    load: async () => (await import('../../sidebar/recordCommands.ts')).showUnlinked,
  },
  hideUnlinked: {
    title: 'Back to This Branch',
    icon: 'list-tree',
    palette: NEVER,
    menus: [inTitle('navigation@1', 'currentWork', `${READY} && ${key('unlinkedShown')}`)],
    load: async () => (await import('../../sidebar/recordCommands.ts')).hideUnlinked,
  },
  explainLine: {
    title: 'Why Does This Line Exist?',
    icon: 'question',
    palette: all(READY, EDITOR_OPEN),
    menus: onLine(3, 0),
    load: async () => (await import('../../work/explain.ts')).lineCommand,
  },
  explainCommit: {
    title: 'Why This Commit?',
    icon: 'question',
    palette: NEVER,
    menus: [onRow('2_work@1', 'work.commit', { view: 'currentWork' }), inTimeline('5_because@1')],
    load: async () => (await import('../../work/explain.ts')).explainCommitCommand,
  },
  explainFile: {
    title: 'Why This File?',
    icon: 'question',
    palette: NEVER,
    menus: [
      inMenu('explorer/context', '8_because@1', `${READY} && !explorerResourceIsFolder && resourceScheme == file`),
      inMenu('editor/title/context', '8_because@1', `${READY} && resourceScheme == file`),
    ],
    load: async () => (await import('../../work/shaped.ts')).fileExplaining,
  },
  openCommit: {
    title: 'Open Commit',
    palette: NEVER,
    menus: [onRow('2_work@2', 'work.commit', { view: 'currentWork' })],
    load: async () => (await import('../../work/explain.ts')).openCommitCommand,
  },
  copyPullRequestDescription: {
    title: 'Copy Pull Request Description',
    palette: all(has('initiative'), IN_GIT, `${key('branch')} == linked`),
    menus: [inTitle('1_work@4', 'currentWork'), onRow('3_work@5', 'section.work')],
    load: async () => (await import('../../work/pullRequest.ts')).copyDescription,
  },
  insertWhyBlock: {
    title: 'Insert Why Block',
    palette: all(has('initiative'), EDITOR_OPEN),
    load: async () => (await import('../../work/pullRequest.ts')).insertBlock,
  },
  createPullRequest: {
    title: 'Create Pull Request with Why…',
    icon: 'git-pull-request-create',
    palette: all(has('initiative'), IN_GIT),
    menus: [inTitle('1_work@3', 'currentWork'), inSourceControl('9_because@2')],
    load: async () => (await import('../../work/pullRequest.ts')).createCommand,
  },
  fillCommitMessage: {
    title: 'Add Why to Commit Message',
    icon: 'comment',
    palette: NEVER,
    menus: [inSourceControl('9_because@1')],
    load: async () => (await import('../../work/fillMessage.ts')).commitMessageFilling,
  },
} satisfies CommandRows;
