/** The Discovery view: the sessions with customers, and whose turn it is to take part in one. */
import type * as vscode from 'vscode';
import { OutlineView } from './outlineView.ts';
import type { ShownFolder } from './shown.ts';

export const discoveryView = (shown: ShownFolder): vscode.Disposable =>
  new OutlineView(
    'discovery',
    shown,
    async ({ library, because, me }) => {
      // Nothing at the start needs what counts hours.
      const { discoveryOutline } = await import('../../core/outline/discovery.ts');
      return discoveryOutline(library, me, because.now());
    },
    // Sessions come nearer whatever waits.
    () => true,
  );
