/** What sets the product up, and shows it around. */
import { ALWAYS, type CommandRows, key, NEVER } from '../row.ts';

export const startCommands = {
  addSample: {
    title: 'Look Around with a Sample',
    palette: `${key('state')} =~ /^(none|empty)$/`,
    anywhere: true,
    load: async () => (await import('../../setUp/setUp.ts')).addSampleCommand,
  },
  removeSample: {
    title: 'Remove Sample',
    palette: key('sample'),
    anywhere: true,
    load: async () => (await import('../../setUp/setUp.ts')).removeSampleCommand,
  },
  tryOut: {
    title: 'Try a Step of the Walkthrough',
    palette: NEVER,
    anywhere: true,
    load: async () => (await import('../../navigation/tryOut.ts')).tryOut,
  },
  setUp: {
    title: 'Set Up…',
    palette: ALWAYS,
    anywhere: true,
    load: async () => (await import('../../setUp/setUp.ts')).setUpCommand,
  },
  chooseMe: {
    title: 'Set My Identity…',
    load: async () => (await import('../../setUp/chooseMe.ts')).chooseMeCommand,
  },
} satisfies CommandRows;
