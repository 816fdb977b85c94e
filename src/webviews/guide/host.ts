/** One guide while it is open: tells its page the rules, and what the records say of each. */
import { t } from '../../core/base/l10n.ts';
import { guideMarkdown } from '../../core/guide/guideMarkdown.ts';
import { type Guide, type RuleName, ruleNames } from '../../core/guide/told.ts';
import { guideOf } from '../../core/guide/yours.ts';
import type { Port } from '../frame/channel.ts';
import { LastTold } from '../frame/lastTold.ts';
import type { Page, PageFolder, PageHost } from '../frame/page.ts';
import { type HostChannel, type HostOptions, serve } from '../frame/serve.ts';
import { type Soon, soon } from '../frame/soon.ts';
import { type GuideProtocol, guide } from './protocol.ts';

const isRule = (name: string): name is RuleName => (ruleNames as readonly string[]).includes(name);

export const page: Page = {
  title: (folder) => (folder === undefined ? t('Prioritization') : t('Prioritization: {0}', folder)),
  closed: () => t('The folder of this page is not open. Open it, and the page comes back.'),
  // A rule by its name, wherever one is asked for.
  shows: (_library, about) => (typeof about === 'string' && isRule(about) ? about : undefined),
  open: (folder, port, options) => new GuidePage(folder, port, options),
};

export class GuidePage implements PageHost {
  readonly #folder: PageFolder;
  readonly #channel: HostChannel<GuideProtocol>;
  readonly #soon: Soon;
  /** The rule to be read, until the page is there to show it. */
  #wanted: RuleName | undefined;
  readonly #told = new LastTold<Guide>((state) => this.#channel.send('state', state));

  constructor(folder: PageFolder, port: Port, options: HostOptions) {
    this.#folder = folder;
    const seen = (me: string | undefined) => guideOf(folder.library, me);
    this.#soon = soon(folder, options.log, (me) => {
      if (!this.#told.tell(() => seen(me))) return;
      if (this.#wanted) this.#channel.send('show', { rule: this.#wanted });
      this.#wanted = undefined;
    });
    this.#channel = serve(
      guide,
      port,
      {
        ready: async () => {
          await folder.ready();
          const state = seen(await folder.me());
          if (this.#wanted) this.#soon.tell();
          return this.#told.answer(state);
        },
        run: ({ command, id }) => folder.run(command, id, undefined),
        copy: () => this.copy(),
      },
      options,
    );
  }

  show(id: string): void {
    this.#wanted = isRule(id) ? id : undefined;
    this.#soon.tell();
  }

  copy(): Promise<void> {
    return this.#folder.copy(guideMarkdown());
  }

  dispose(): void {
    this.#soon.dispose();
    this.#channel.dispose();
  }
}
