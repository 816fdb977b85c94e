/** A real product context of 3,500 records, where it lies beside the checkout; whoever uses it does without elsewhere. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { type Folder, makeFolder } from './folder.ts';
import { root } from './paths.ts';
import { say } from './say.ts';

const archive = path.join(root, '..', 'shared', 'data', 'kubernetes-context.tar.gz');

/** Whether the context is at hand; says so in a sentence where it is not. Tests are declared only where it is. */
export function kubernetesAtHand(): boolean {
  const there = existsSync(archive);
  if (!there) say('  The Kubernetes context is not beside this checkout; what needs it is left out.');
  return there;
}

/** A fresh copy of the context; undefined where it is not at hand. */
export async function kubernetesFolder(): Promise<Folder | undefined> {
  if (!kubernetesAtHand()) return undefined;
  const folder = await makeFolder({}, 'kubernetes');
  await promisify(execFile)('tar', ['-xzf', archive, '-C', folder.path, '--strip-components=1']);
  return folder;
}
