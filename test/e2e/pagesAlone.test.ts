/** The persona page, the guide, results and health checks in Chromium alone: in every theme, wide and narrow, and at twice the size. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Browser } from 'playwright-core';
import { guideOf } from '../../src/core/guide/yours.ts';
import { apartTold } from '../../src/core/health/apart.ts';
import { healthTold } from '../../src/core/health/told.ts';
import { draftOf } from '../../src/core/persona/draft.ts';
import { resultsTold } from '../../src/core/results/results.ts';
import type { HealthState } from '../../src/webviews/health/protocol.ts';
import { seriousIn } from '../support/axe.ts';
import { launchBrowser } from '../support/host/browser.ts';
import { buildPage, openAlone } from '../support/pageAlone.ts';
import { demoFolder } from '../support/paths.ts';
import { libraryOf } from '../support/sources.ts';
import { themeNames } from '../support/themes.ts';

/** The records of the demo. */
function demo() {
  const root = path.join(demoFolder, '.because');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:md|yml)$/.test(name));
  return libraryOf(Object.fromEntries(files.map((name) => [name, readFileSync(path.join(root, name), 'utf8')])));
}

const library = demo();
const olivia = draftOf(library, { persona: 'on-call-olivia' }, '2027-12-01');
const fresh = draftOf(library, { problems: ['missed-updates', 'alert-noise'] }, '2026-11-23');
const now = new Date('2026-11-23T12:00Z');
const health: HealthState = {
  ...healthTold(library, now),
  apart: { ...apartTold(library, 'ada', now), isKeyHere: true, mayForget: false },
};
const people = ['Ada Lovelace', 'Hedy Lamarr', 'Alan Turing', 'Grace Hopper', 'Annie Easley'].map((name, at) => ({
  name,
  isMe: at === 0,
  fingerprint: `7f3a 9c0${at} 51de 08b4 e27c`,
  answered: at < 4,
  counts: at < 4,
  added: at < 2,
  replaced: at === 4,
}));
const round = {
  id: 'hr-1',
  opened: '20 Nov',
  people,
  isIn: true,
  hasAnswered: true,
  hasAdded: false,
  canClose: false,
};
const apart: HealthState['apart'] = {
  ...health.apart,
  hasKey: true,
  round: { ...round, phase: 'closed', trouble: undefined, missing: 1 },
};
const cases = {
  'a new persona': { name: 'persona', answers: { ready: fresh } },
  'a persona nobody checked for a year': { name: 'persona', answers: { ready: olivia } },
  'health checks': { name: 'health', answers: { ready: health } },
  'a health check among people who are apart': { name: 'health', answers: { ready: { ...health, apart } } },
  'a health check in the room': { name: 'health', answers: { ready: { ...health, room: { people: 5 } } } },
  'the guide': { name: 'guide', answers: { ready: guideOf(library, 'ada') } },
  'the results': { name: 'results', answers: { ready: resultsTold(library, now) } },
  'a page without results': { name: 'results', answers: { ready: resultsTold(libraryOf({}), now) } },
} as const;

describe('Pages alone', () => {
  let browser: Browser;
  const addresses = new Map<string, string>();

  before(async () => {
    browser = await launchBrowser();
    const names = new Set(Object.values(cases).map(({ name }) => name));
    for (const name of names) addresses.set(name, await buildPage(name));
  });

  after(() => browser.close());

  for (const [what, { name, answers }] of Object.entries(cases)) {
    for (const theme of themeNames) {
      it(`show ${what} in ${theme}, without anything serious, and without scrolling sideways`, async () => {
        for (const width of [1000, 400]) {
          const page = await openAlone(browser, addresses.get(name) ?? assert.fail(), { theme, width, answers });
          try {
            assert.deepEqual(await seriousIn(page), []);
            const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
            assert.ok(wide <= width, `${wide} pixels wide in ${width}`);
            if (process.env.SHOTS) {
              const file = `${process.env.SHOTS}/alone-${name}-${what.length}-${theme}-${width}.png`;
              await page.screenshot({ path: file, fullPage: true });
            }
          } finally {
            await page.context().close();
          }
        }
      });
    }
  }
});
