/** What is done with a text the product tells: read it, copy it, save it. */
import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import { setStatusBarMessage } from '../door/messages.ts';
import type { Folder } from '../workspace/folder.ts';
import { saveAs } from '../workspace/saveAs.ts';
import type { Choice } from './steps.ts';
import { showTold, type ToldText } from './toldTexts.ts';

interface Text {
  readonly title: string;
  readonly markdown: string;
}

/** One of the things that are done with it. */
export interface Way<T extends Text = Text> {
  readonly label: () => string;
  readonly icon: string;
  /** `told` says how it is asked for again. */
  readonly done: (text: T, folder: Folder, told: ToldText) => unknown;
}

export const toldUses = {
  read: {
    label: () => t('Read'),
    icon: 'open-preview',
    done: (_text, folder, told) => showTold(folder, told),
  },
  copy: {
    label: () => t('Copy as Markdown'),
    icon: 'copy',
    done: async ({ title, markdown }) => {
      await vscode.env.clipboard.writeText(markdown);
      setStatusBarMessage(t('Copied: {0}', title), 3000);
    },
  },
  save: {
    label: () => t('Save As…'),
    icon: 'save-as',
    done: ({ title, markdown }, { root }) => saveAs(root, `${title}.md`, markdown),
  },
} satisfies { readonly [use: string]: Way };

/** The choices, in their order. */
export const waysToUse = (uses: { readonly [use: string]: Pick<Way, 'label' | 'icon'> }): readonly Choice[] =>
  Object.entries(uses).map(([value, { label, icon }]) => ({ value, label: label(), icon }));
