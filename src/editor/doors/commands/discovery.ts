/** What is done with sessions with customers. */
import { type CommandRows, inMenu, inTitle, key, NEVER, onRow, READY, verb } from '../row.ts';

/** A session to come in which whoever looks has no seat, or one where the view does not tell. */
const planned = 'record.session.planned';
const joined = 'record.session.planned.mine';
const session = /^record\.session\.(planned|done)\b/;

export const discoveryCommands = {
  takeSeat: {
    title: 'Take a Seat…',
    icon: 'person-add',
    palette: NEVER,
    menus: [onRow('2_session@1', planned), onRow('inline@3', planned)],
    load: verb(async () => (await import('../../../actions/takeSeat.ts')).takeSeat),
  },
  leaveSeat: {
    title: 'Give Back a Seat…',
    palette: NEVER,
    menus: [onRow('2_session@1', joined), onRow('2_session@2', planned, { view: 'sprint' })],
    load: verb(async () => (await import('../../../actions/takeSeat.ts')).leaveSeat),
  },
  readBrief: {
    title: 'Read Brief…',
    icon: 'book',
    palette: NEVER,
    menus: [onRow('2_session@3', session), onRow('inline@1', session)],
    load: async () => (await import('../../discovery/brief.ts')).readBrief,
  },
  copyBrief: {
    title: 'Copy Brief as Markdown',
    palette: NEVER,
    menus: [onRow('5_copy@2', session)],
    load: async () => (await import('../../discovery/brief.ts')).copyBrief,
  },
  takeNotes: {
    title: 'Take Notes…',
    icon: 'edit',
    palette: NEVER,
    menus: [onRow('2_session@4', session), onRow('inline@2', session)],
    load: async () => (await import('../../discovery/takeNotes.ts')).takeNotes,
  },
  captureSession: {
    title: 'Turn Notes into Evidence…',
    icon: 'checklist',
    palette: `${READY} && ${key('notes')}`,
    menus: [inMenu('editor/title', 'navigation@1', `${READY} && ${key('notes')}`)],
    load: async () => (await import('../../discovery/capture.ts')).captureCommand,
  },
  exportSessions: {
    title: 'Export to Calendar…',
    icon: 'calendar',
    palette: NEVER,
    menus: [inTitle('navigation@1', 'discovery'), onRow('5_copy@3', session)],
    load: async () => (await import('../../discovery/calendar.ts')).exportSessions,
  },
} satisfies CommandRows;
