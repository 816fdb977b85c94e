/** The page of results while it is open: tells what was measured, beside what was predicted. */
import { t } from '../../core/base/l10n.ts';
import { resultsTold } from '../../core/results/results.ts';
import { resultsMarkdown } from '../../core/results/resultsMarkdown.ts';
import type { Results } from '../../core/results/told.ts';
import type { Port } from '../frame/channel.ts';
import { LastTold } from '../frame/lastTold.ts';
import type { Page, PageFolder, PageHost } from '../frame/page.ts';
import { type HostChannel, type HostOptions, serve } from '../frame/serve.ts';
import { type Soon, soon } from '../frame/soon.ts';
import { type ResultsProtocol, resultsPage } from './protocol.ts';

export const page: Page = {
  title: (folder) => (folder === undefined ? t('Results') : t('Results: {0}', folder)),
  closed: () => t('The folder of this page is not open. Open it, and the page comes back.'),
  // The initiative whose result is meant.
  shows: (library, about) => (typeof about === 'string' ? library.initiativeOf(about)?.id : undefined),
  open: (folder, port, options) => new ResultsPage(folder, port, options),
};

export class ResultsPage implements PageHost {
  readonly #folder: PageFolder;
  readonly #channel: HostChannel<ResultsProtocol>;
  readonly #soon: Soon;
  /** The initiative whose result is to be read, until the page is there to show it. */
  #wanted: string | undefined;
  readonly #told = new LastTold<Results>((state) => this.#channel.send('state', state));

  constructor(folder: PageFolder, port: Port, options: HostOptions) {
    this.#folder = folder;
    this.#soon = soon(folder, options.log, () => {
      if (!this.#told.tell(() => this.#state())) return;
      if (this.#wanted !== undefined) this.#channel.send('show', { initiative: this.#wanted });
      this.#wanted = undefined;
    });
    this.#channel = serve(
      resultsPage,
      port,
      {
        ready: async () => {
          await folder.ready();
          if (this.#wanted !== undefined) this.#soon.tell();
          return this.#told.answer(this.#state());
        },
        run: ({ command, id }) => folder.run(command, id, undefined),
        copy: () => this.copy(),
      },
      options,
    );
  }

  show(id: string | undefined): void {
    this.#wanted = id;
    this.#soon.tell();
  }

  copy(): Promise<void> {
    return this.#folder.copy(resultsMarkdown(this.#state()));
  }

  dispose(): void {
    this.#soon.dispose();
    this.#channel.dispose();
  }

  #state(): Results {
    const { library, now } = this.#folder;
    return resultsTold(library, now());
  }
}
