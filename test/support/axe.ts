/** Looks with axe-core for what keeps people from reading or using a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/**
 * What is serious in a place, a line each; `place` is what axe is told to look at, as code. A page in a window is see-through,
 * and the window behind it out of sight for axe, which would take it for white: it is given the editor's color.
 */
export async function seriousIn(page: Page | Frame, place = 'document'): Promise<readonly string[]> {
  await page.evaluate('document.body.style.background = "var(--vscode-editor-background)"');
  await page.evaluate(source);
  // Without preload: it would fetch the style sheet anew, which a page's policy forbids.
  const violations = await page.evaluate<readonly Violation[]>(
    `axe.run(${place}, { preload: false }).then(({ violations }) => violations)`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}
