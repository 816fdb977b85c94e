/** What is done with promises. */
import { type CommandRows, inTitle, NEVER, onRow, verb } from '../row.ts';

const openPromise = /^record\.commitment\.(open|renegotiated)\b/;

export const promiseCommands = {
  promise: {
    title: 'Promise…',
    menus: [inTitle('1_promise@1', 'needsYou')],
    load: async () => (await import('../../promises/promises.ts')).promiseCommand,
  },
  keepPromise: {
    title: 'Promise Kept…',
    palette: NEVER,
    menus: [onRow('2_promise@1', openPromise)],
    load: async () => (await import('../../promises/promises.ts')).keepCommand,
  },
  renegotiatePromise: {
    title: 'Renegotiate Promise…',
    palette: NEVER,
    menus: [onRow('2_promise@2', openPromise)],
    load: async () => (await import('../../promises/promises.ts')).renegotiateCommand,
  },
  breakPromise: {
    title: 'Cannot Keep Promise…',
    palette: NEVER,
    menus: [onRow('2_promise@3', openPromise)],
    load: async () => (await import('../../promises/promises.ts')).breakCommand,
  },
  acknowledgePromise: {
    title: 'Acknowledge Promise',
    palette: NEVER,
    menus: [onRow('2_promise@4', openPromise)],
    load: verb(async () => (await import('../../../actions/promise.ts')).acknowledgePromise),
  },
} satisfies CommandRows;
