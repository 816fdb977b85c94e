/** `npm run manifest`: writes what the table of commands, views and settings says into package.json and package.nls.json, and what kinds and the rules of prioritizing say into docs. */
import { readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { guideMarkdown } from '../../src/core/guide/guideMarkdown.ts';
import { GUIDE_DOC } from './guideDoc.ts';
import {
  activationEvents,
  capabilities,
  contributed,
  type Manifest,
  otherTexts,
  type Texts,
  textsOfTable,
} from './manifest.ts';
import { root } from './paths.ts';
import { RECORDS_DOC, recordsDoc } from './recordsDoc.ts';

async function rewrite<Content>(name: string, change: (content: Content) => Content): Promise<void> {
  const file = path.join(root, name);
  const content = JSON.parse(await readFile(file, 'utf8')) as Content;
  await writeFile(file, `${JSON.stringify(change(content), null, 2)}\n`);
}

await rewrite<Manifest>('package.json', (manifest) => ({
  ...manifest,
  capabilities: capabilities(manifest.capabilities),
  activationEvents: activationEvents(manifest.activationEvents),
  contributes: { ...manifest.contributes, ...contributed() },
}));
await writeFile(GUIDE_DOC, guideMarkdown());
await writeFile(RECORDS_DOC, recordsDoc(await readFile(RECORDS_DOC, 'utf8')));
await rewrite<Texts>('package.nls.json', (texts) => ({ ...otherTexts(texts), ...textsOfTable() }));
