/** One why page while it is open: tells its page the story of one initiative after another. */
import { BecauseError } from '../../core/base/errors.ts';
import type { Disposable } from '../../core/base/events.ts';
import { t } from '../../core/base/l10n.ts';
import { nameOf, scopeName } from '../../core/face/names.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import { initiativesIn, today } from '../../core/library/query.ts';
import { scopeOf, scopeShowing } from '../../core/outline/scope.ts';
import { initiativeOfRecord } from '../../core/outline/sprint.ts';
import { storyOf } from '../../core/story/story.ts';
import { storyMarkdown } from '../../core/story/storyMarkdown.ts';
import type { Story } from '../../core/story/told.ts';
import type { Port } from '../frame/channel.ts';
import type { Page, PageFolder, PageHost } from '../frame/page.ts';
import { type HostChannel, type HostOptions, serve } from '../frame/serve.ts';
import { type Soon, soon } from '../frame/soon.ts';
import { type WhyProtocol, type WhyState, why } from './protocol.ts';

export const page: Page = {
  title: (folder) => (folder === undefined ? t('Why') : t('Why: {0}', folder)),
  closed: () => t('The folder of this page is not open. Open it, and the page comes back.'),
  shows: (library, about) =>
    (typeof about === 'string' ? library.initiativeOf(about) : initiativeOfRecord(library, about))?.id,
  open: (folder, port, options) => new WhyPage(folder, port, options),
};

export class WhyPage implements PageHost {
  readonly #folder: PageFolder;
  readonly #channel: HostChannel<WhyProtocol>;
  readonly #listening: Disposable;
  readonly #soon: Soon;
  /** The initiative that is shown, or is to be. */
  #id: string | undefined;
  /** What was told last; undefined until the page asked. */
  #told: string | undefined;

  constructor(folder: PageFolder, port: Port, options: HostOptions) {
    this.#folder = folder;
    this.#soon = soon(folder, options.log, (me) => this.#tell(me));
    this.#channel = serve(
      why,
      port,
      {
        // What a command asked for goes before what the page remembers.
        ready: ({ id }) => this.#state(this.#id ?? id),
        open: ({ id }) => {
          if (!folder.library.findOf('initiative', id)) throw notThere(id);
          return this.#state(id);
        },
        run: ({ command, id, input }) => folder.run(command, id, input),
        act: ({ action, input }) => folder.act(action, input),
        copy: async () => {
          const { story } = this.#seen(await folder.me());
          if (story) await folder.copy(storyMarkdown(story));
        },
      },
      options,
    );
    this.#listening = folder.onDidChange(() => this.#soon.tell());
  }

  show(id: string): void {
    this.#id = id;
    this.#soon.tell();
  }

  dispose(): void {
    this.#soon.dispose();
    this.#listening.dispose();
    this.#channel.dispose();
  }

  async #state(id: string | undefined): Promise<WhyState> {
    await this.#folder.ready();
    this.#id = id;
    const state = this.#seen(await this.#folder.me());
    this.#told = JSON.stringify(state);
    return state;
  }

  #tell(me: string | undefined): void {
    if (this.#told === undefined) return;
    const state = this.#seen(me);
    const text = JSON.stringify(state);
    if (text === this.#told) return;
    this.#told = text;
    this.#channel.send('state', state);
  }

  #seen(me: string | undefined): WhyState {
    const { library, now } = this.#folder;
    const wanted = this.#id === undefined ? undefined : library.findOf('initiative', this.#id);
    const choice = wanted ? scopeShowing(library, wanted, now()) : ({ kind: 'current' } as const);
    const scope = scopeOf(library, choice, now());
    const all = initiativesIn(library, scope).filter(({ archived }) => !archived);
    // Where the sprint of today is empty, there is a why to read all the same.
    const shown = wanted ?? all[0] ?? library.ofKind('initiative')[0];
    return {
      list: { label: scopeName(library, scope), items: all.map((one) => ({ id: one.id, title: nameOf(one) })) },
      ...(shown && { story: this.#story(shown, me) }),
    };
  }

  #story(initiative: Initiative, me: string | undefined): Story {
    const { library, now } = this.#folder;
    return storyOf(library, initiative, { day: today(library, now()), me });
  }
}

const notThere = (id: string): BecauseError => new BecauseError('not-found', t('{0} is not there any more.', id));
