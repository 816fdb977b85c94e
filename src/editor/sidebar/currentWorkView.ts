/** The Current Work view: what the checked-out branch is for. */

import type * as vscode from 'vscode';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import type { Library } from '../../core/library/library.ts';
import {
  type CheckedOut,
  currentProblem,
  currentWorkMessage,
  currentWorkOutline,
  initiativeAt,
} from '../../core/outline/currentWork.ts';
import { unlinkedMessage, unlinkedOutline } from '../../core/outline/unlinked.ts';
import { oneLine } from '../../core/text/foreignText.ts';
import { dotted } from '../../core/text/joined.ts';
import { dayOf } from '../ask/words.ts';
import { setContext } from '../commands/calls.ts';
import { wordsOf } from '../door/messages.ts';
import type { Folder, Located } from '../workspace/folder.ts';
import { type Outline, OutlineView } from './outlineView.ts';
import type { ShownFolder } from './shown.ts';

const messageAt = (library: Library, place: CheckedOut): string | undefined =>
  currentProblem(library, place) ?? currentWorkMessage(library, place);

export class CurrentWorkView implements vscode.Disposable {
  readonly #shown: ShownFolder;
  readonly #view: OutlineView;
  #unlinkedShown = false;

  constructor(shown: ShownFolder) {
    this.#shown = shown;
    this.#view = new OutlineView('currentWork', shown, (folder) =>
      this.#unlinkedShown ? this.#unlinked(folder) : this.#ofBranch(folder),
    );
  }

  /** The initiative worked on. */
  get initiative(): Located | undefined {
    const { folder, place } = this.#shown;
    const record = folder && initiativeAt(folder.library, place);
    return folder && record && { folder, record };
  }

  /** Shows the work without a why instead of the branch's, or the branch's again. */
  async showUnlinked(isShown: boolean): Promise<void> {
    await this.#withInitiatives();
    this.#unlinkedShown = isShown;
    await setContext('unlinkedShown', isShown);
    this.#view.tree.forget();
    await this.#view.load();
    if (isShown) await this.#view.focus();
  }

  /** The folder, where it has an initiative: without one the view is hidden, whatever it would show. */
  async #withInitiatives(): Promise<Folder> {
    const { folder } = this.#shown;
    await folder?.because.ready();
    if (folder && folder.library.ofKind('initiative').length > 0) return folder;
    throw new BecauseError('not-found', t('There is no initiative yet.'), {
      next: t('Create one with Because: New Initiative.'),
    });
  }

  dispose(): void {
    this.#view.dispose();
  }

  async #unlinked(folder: Folder): Promise<Outline | undefined> {
    const description = dotted(this.#shown.name, t('unlinked'));
    try {
      const { unlinkedWork } = await import('../../questions/unlinkedWork.ts');
      const unlinked = await folder.because.ask(unlinkedWork, {});
      if (!this.#unlinkedShown) return undefined;
      return { rows: unlinkedOutline(unlinked, dayOf), message: unlinkedMessage(unlinked), description };
    } catch (error) {
      if (!(error instanceof BecauseError)) throw error;
      return { rows: [], message: wordsOf(error), description };
    }
  }

  #ofBranch({ library, because, me }: Folder): Outline {
    const { place, name } = this.#shown;
    return {
      rows: currentWorkOutline(library, place, me, because.now()),
      message: library.records.length > 0 ? messageAt(library, place) : undefined,
      description: dotted(name, place.kind === 'branch' ? oneLine(place.branch) : undefined),
    };
  }
}
