/**
 * A real product context of 3,500 records, and 1,300 documents of other projects, where they lie beside the checkout;
 * whoever uses them does without elsewhere.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { type Folder, makeFolder } from './folder.ts';
import { root } from './paths.ts';
import { say } from './say.ts';

const data = path.join(root, '..', 'shared', 'data');
const archive = path.join(data, 'kubernetes-context.tar.gz');
const documents = path.join(data, 'documents.tar.gz');

/** Whether the context is at hand; says so in a sentence where it is not. Tests are declared only where it is. */
export function kubernetesAtHand(): boolean {
  const there = existsSync(archive);
  if (!there) say('  The Kubernetes context is not beside this checkout; what needs it is left out.');
  return there;
}

/** A fresh copy of the context; undefined where it is not at hand. */
export async function kubernetesFolder(): Promise<Folder | undefined> {
  return kubernetesAtHand() ? unpacked(archive, 'kubernetes') : undefined;
}

/** Whether other projects' documents are at hand; says so in a sentence where they are not. */
export function documentsAtHand(): boolean {
  const there = existsSync(documents);
  if (!there) say('  The documents of other projects are not beside this checkout; what needs them is left out.');
  return there;
}

/** A fresh copy of them. */
export function documentsFolder(): Promise<Folder> {
  return unpacked(documents, 'documents');
}

async function unpacked(file: string, name: string): Promise<Folder> {
  const folder = await makeFolder({}, name);
  await promisify(execFile)('tar', ['-xzf', file, '-C', folder.path, '--strip-components=1']);
  return folder;
}
