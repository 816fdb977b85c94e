/** The page of answer times while it is open: tells how soon questions are answered. */
import { answerTimesTold } from '../../core/answers/told.ts';
import { t } from '../../core/base/l10n.ts';
import type { Port } from '../frame/channel.ts';
import { LastTold } from '../frame/lastTold.ts';
import type { Page, PageFolder, PageHost } from '../frame/page.ts';
import { type HostChannel, type HostOptions, serve } from '../frame/serve.ts';
import { type Soon, soon } from '../frame/soon.ts';
import { type AnswersProtocol, type AnswersState, answers } from './protocol.ts';

export const page: Page = {
  title: (folder) => (folder === undefined ? t('Answer Times') : t('Answer Times: {0}', folder)),
  closed: () => t('The folder of this page is not open. Open it, and the page comes back.'),
  // It is about all questions of a folder.
  shows: () => undefined,
  open: (folder, port, options) => new AnswersPage(folder, port, options),
};

export class AnswersPage implements PageHost {
  readonly #folder: PageFolder;
  readonly #channel: HostChannel<AnswersProtocol>;
  readonly #soon: Soon;
  readonly #told = new LastTold<AnswersState>((state) => this.#channel.send('state', state));

  constructor(folder: PageFolder, port: Port, options: HostOptions) {
    this.#folder = folder;
    this.#soon = soon(folder, options.log, () => this.#told.tell(() => this.#state()));
    this.#channel = serve(
      answers,
      port,
      {
        ready: async () => {
          await folder.ready();
          return this.#told.answer(this.#state());
        },
        open: ({ id }) => folder.run('openRecord', id, undefined),
        ask: () => folder.run('askPm', undefined, undefined),
      },
      options,
    );
  }

  show(): void {
    this.#soon.tell();
  }

  dispose(): void {
    this.#soon.dispose();
    this.#channel.dispose();
  }

  #state(): AnswersState {
    const { library, now } = this.#folder;
    return answerTimesTold(library, now());
  }
}
