/** What is done with what came of a sprint. */
import { type CommandRows, has, inTitle, onRow, READY } from '../row.ts';

export const digestCommands = {
  sprintDigest: {
    title: 'Sprint Digest…',
    icon: 'megaphone',
    palette: has('sprint'),
    menus: [inTitle('1_walk@2', 'sprint', `${READY} && ${has('sprint')}`), onRow('2_sprint@2', /^record\.sprint\b/)],
    load: async () => (await import('../../digest/digest.ts')).digestCommand,
  },
  openTrust: {
    title: 'Trust',
    icon: 'heart',
    palette: has('sprint'),
    menus: [inTitle('1_walk@3', 'sprint', `${READY} && ${has('sprint')}`)],
    load: async () => (await import('../../digest/trust.ts')).trustCommand,
  },
} satisfies CommandRows;
