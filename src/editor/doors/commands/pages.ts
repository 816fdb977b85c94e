/** What opens a page, or does something with it. */
import { type CommandRows, has, inTitle, NEVER, onRow, READY, scores } from '../row.ts';

export const pageCommands = {
  openBoard: {
    title: 'Open Scoring Board',
    icon: 'list-ordered',
    palette: has('initiative'),
    menus: [inTitle('navigation@0', 'sprint'), onRow('4_score@9', scores)],
    load: async () => (await import('../../pages/panels.ts')).opensPage('scoring'),
  },
  openWhy: {
    title: 'Why This Initiative?',
    icon: 'book',
    // A row, a card and the status bar open it, and the palette offers to go through all.
    palette: NEVER,
    load: async () => (await import('../../pages/panels.ts')).opensPage('why'),
  },
  walkThrough: {
    title: 'Walk Through the Why…',
    icon: 'run-all',
    palette: has('initiative'),
    menus: [
      inTitle('1_walk@1', 'sprint', `${READY} && ${has('initiative')}`),
      onRow('2_sprint@1', /^record\.sprint\b/),
    ],
    load: async () => (await import('../../pages/walk.ts')).walkThrough,
  },
  openAnswers: {
    title: 'Answer Times',
    icon: 'graph',
    palette: has('question'),
    menus: [inTitle('navigation@1', 'needsYou', has('question'))],
    load: async () => (await import('../../pages/panels.ts')).opensPage('answers'),
  },
  openResults: {
    title: 'Results',
    icon: 'graph-line',
    palette: has('initiative.shipped'),
    menus: [inTitle('2_score@6', 'sprint')],
    load: async () => (await import('../../pages/panels.ts')).opensPage('results'),
  },
  buildPersona: {
    title: 'Build a Persona',
    icon: 'person',
    palette: has('problem', 'persona'),
    menus: [onRow('3_add@4', /^record\.(problem|persona)\b/)],
    load: async () => (await import('../../pages/panels.ts')).opensPage('persona', { ofActive: true }),
  },
  openHealth: {
    title: 'Team Health Check',
    icon: 'pulse',
    // A team that makes checks finds it there; the first one is begun in the Sprint view.
    palette: has('health', 'healthKey'),
    menus: [inTitle('3_team@1', 'sprint')],
    load: async () => (await import('../../pages/panels.ts')).opensPage('health'),
  },
  prioritizationGuide: {
    title: 'Prioritization Guide',
    icon: 'law',
    palette: NEVER,
    menus: [inTitle('2_score@5', 'sprint')],
    load: async () => (await import('../../pages/panels.ts')).opensPage('guide'),
  },
  copyPage: {
    title: 'Copy as Markdown',
    // The page in front.
    palette: 'activeWebviewPanelId =~ /^because\\.(why|guide|results)$/',
    load: async () => (await import('../../pages/panels.ts')).copiesPage,
  },
} satisfies CommandRows;
