/** Every page: a folder of src/webviews and a line here. Folders, bundles and panels bear a page's name. */
import type { Page } from '../../webviews/frame/page.ts';

/** The host of each page, loaded when it is first opened. */
export const pages = {
  scoring: () => import('../../webviews/scoring/host.ts'),
  why: () => import('../../webviews/why/host.ts'),
  guide: () => import('../../webviews/guide/host.ts'),
  persona: () => import('../../webviews/persona/host.ts'),
  results: () => import('../../webviews/results/host.ts'),
  answers: () => import('../../webviews/answers/host.ts'),
  health: () => import('../../webviews/health/host.ts'),
} as const satisfies Readonly<Record<string, () => Promise<{ readonly page: Page }>>>;

export type PageName = keyof typeof pages;

export const pageNames = Object.keys(pages) as readonly PageName[];

/** What the editor knows a page's panels by. */
export const viewType = (name: PageName): string => `because.${name}`;
