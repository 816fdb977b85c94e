/** docs/prioritization.md, which is what the product says: `npm run manifest` writes it, `npm run check` compares. */
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { guideMarkdown } from '../../src/core/guide/guideMarkdown.ts';
import { root } from './paths.ts';

export const GUIDE_DOC = path.join(root, 'docs/prioritization.md');

/** What is wrong with docs/prioritization.md, in a sentence. */
export function guideDocComplaints(): string[] {
  const text = existsSync(GUIDE_DOC) ? readFileSync(GUIDE_DOC, 'utf8') : undefined;
  return text === guideMarkdown()
    ? []
    : ['docs/prioritization.md is not what the product says: run `npm run manifest`.'];
}
