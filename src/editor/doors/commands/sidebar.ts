/** What is done with the views of the sidebar. */
import { ALWAYS, anyRecord, type CommandRows, inMenu, inTitle, key, NEVER, onRow, READY } from '../row.ts';

export const sidebarCommands = {
  switchSprint: {
    title: 'Switch Sprint…',
    icon: 'calendar',
    palette: NEVER,
    anywhere: true,
    menus: [inTitle('navigation@1', 'sprint')],
    load: async () => (await import('../../sidebar/sprintCommands.ts')).switchSprint,
  },
  filterSprint: {
    title: 'Filter Initiatives…',
    palette: NEVER,
    anywhere: true,
    // Behind the dots with the others like it: more signs would leave the view's name no room.
    menus: [inTitle('1_list@1', 'sprint')],
    load: async () => (await import('../../sidebar/sprintCommands.ts')).filterSprint,
  },
  clearFilter: {
    title: 'Clear Filter',
    icon: 'clear-all',
    anywhere: true,
    palette: `${READY} && ${key('sprintFiltered')}`,
    menus: [inTitle('navigation@2', 'sprint', `${READY} && ${key('sprintFiltered')}`)],
    load: async () => (await import('../../sidebar/sprintCommands.ts')).clearFilter,
  },
  groupBy: {
    title: 'Group Initiatives By…',
    palette: NEVER,
    anywhere: true,
    menus: [inTitle('1_list@2', 'sprint')],
    load: async () => (await import('../../sidebar/sprintCommands.ts')).groupBy,
  },
  sortBy: {
    title: 'Sort Initiatives By…',
    palette: NEVER,
    anywhere: true,
    menus: [inTitle('1_list@3', 'sprint')],
    load: async () => (await import('../../sidebar/sprintCommands.ts')).sortBy,
  },
  revealInSidebar: {
    title: 'Reveal in Sidebar',
    icon: 'list-tree',
    palette: key('activeRecord'),
    anywhere: true,
    menus: [
      onRow('navigation@4', anyRecord, { view: 'currentWork' }),
      inMenu('editor/context', 'because@9', key('activeRecord')),
    ],
    load: async () => (await import('../../sidebar/recordCommands.ts')).revealInSidebar,
  },
  refresh: {
    title: 'Refresh',
    icon: 'refresh',
    palette: NEVER,
    anywhere: true,
    menus: [inTitle('9_refresh@1', undefined, ALWAYS)],
    load: async () => (await import('../../sidebar/recordCommands.ts')).refresh,
  },
} satisfies CommandRows;
