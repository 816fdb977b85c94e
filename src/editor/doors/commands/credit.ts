/** What is done to thank people. */
import { type CommandRows, has, NEVER, onRow } from '../row.ts';

const shipped = 'note.shipped';

export const creditCommands = {
  thank: {
    title: 'Say Thanks…',
    icon: 'heart',
    palette: has('initiative.shipped'),
    menus: [onRow('3_add@4', /^(section\.credits|record\.(credit|initiative\.(shipped|measured))\b)/)],
    load: async () => (await import('../../credit/thank.ts')).thankCommand,
  },
  hushShipped: {
    title: 'Dismiss',
    icon: 'close',
    palette: NEVER,
    anywhere: true,
    menus: [onRow('inline@1', shipped)],
    load: async () => (await import('../../sidebar/sprintCommands.ts')).hushShipped,
  },
} satisfies CommandRows;
