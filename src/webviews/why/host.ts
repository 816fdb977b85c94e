/** One why page while it is open: tells its page the story of one initiative after another. */
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { nameOf, scopeName } from '../../core/face/names.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import { initiativesIn, today } from '../../core/library/query.ts';
import { scopeOf, scopeShowing } from '../../core/outline/scope.ts';
import { initiativeOfRecord } from '../../core/outline/sprint.ts';
import { minutesOf } from '../../core/story/minutes.ts';
import { minutesMarkdown } from '../../core/story/minutesMarkdown.ts';
import { storyOf } from '../../core/story/story.ts';
import { storyMarkdown } from '../../core/story/storyMarkdown.ts';
import type { Story } from '../../core/story/told.ts';
import { peopleOf, tallyOf, voicesOn, walkList } from '../../core/story/walk.ts';
import type { WalkChoice } from '../../core/story/walkTold.ts';
import type { Port } from '../frame/channel.ts';
import { LastTold } from '../frame/lastTold.ts';
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
  readonly #soon: Soon;
  /** The initiative that is shown, or is to be. */
  #id: string | undefined;
  /** The walk-through the page is in, and whether it is at its end. */
  #walk: WalkChoice | undefined;
  #isAtEnd = false;
  readonly #told = new LastTold<WhyState>((state) => this.#channel.send('state', state));

  constructor(folder: PageFolder, port: Port, options: HostOptions) {
    this.#folder = folder;
    this.#soon = soon(folder, options.log, (me) => this.#told.tell(() => this.#seen(me)));
    this.#channel = serve(
      why,
      port,
      {
        ready: ({ id, ...walking }) => {
          // What a command asked for goes before what the page remembers.
          const isNew = this.#walk === undefined && this.#id === undefined;
          if (isNew) this.#walkOn(walking);
          return this.#state(isNew ? id : this.#id);
        },
        open: ({ id }) => {
          if (!folder.library.findOf('initiative', id)) throw notThere(id);
          this.#isAtEnd = false;
          return this.#state(id);
        },
        walk: (walking) => {
          this.#walkOn(walking);
          return this.#state(this.#id);
        },
        run: ({ command, id, input }) => folder.run(command, id, input),
        act: ({ action, input }) => folder.act(action, input),
        copy: () => this.copy(),
      },
      options,
    );
  }

  /** Another initiative than those of the walk-through ends it. */
  show(id: string | undefined, walk?: WalkChoice): void {
    const { library, now } = this.#folder;
    const isOnWay = this.#walk && walkList(library, this.#walk, now()).initiatives.some((one) => one.id === id);
    if (walk || !isOnWay) this.#walkOn({ walk });
    this.#isAtEnd = false;
    this.#id = id;
    this.#soon.tell();
  }

  async copy(): Promise<void> {
    const { story, minutes } = this.#seen(await this.#folder.me());
    if (minutes) await this.#folder.copy(minutesMarkdown(minutes));
    else if (story) await this.#folder.copy(storyMarkdown(story));
  }

  dispose(): void {
    this.#soon.dispose();
    this.#channel.dispose();
  }

  async #state(id: string | undefined): Promise<WhyState> {
    await this.#folder.ready();
    this.#id = id;
    return this.#told.answer(this.#seen(await this.#folder.me()));
  }

  #walkOn({ walk, atEnd = false }: Walking): void {
    this.#walk = walk;
    this.#isAtEnd = walk !== undefined && atEnd;
  }

  #seen(me: string | undefined): WhyState {
    return this.#walk ? this.#walkSeen(this.#walk, me) : this.#storySeen(me);
  }

  #walkSeen(choice: WalkChoice, me: string | undefined): WhyState {
    const { library, now } = this.#folder;
    const { label, initiatives } = walkList(library, choice, now());
    const list = listOf(label, initiatives);
    const shown = this.#isAtEnd ? undefined : (initiatives.find(({ id }) => id === this.#id) ?? initiatives[0]);
    const voices = shown ? voicesOn(library, shown, peopleOf(library, initiatives, me)) : [];
    return {
      list,
      walk: { choice, me, voices, tally: tallyOf(voices) },
      ...(shown && { story: this.#story(shown, me) }),
      ...(this.#isAtEnd && { minutes: minutesOf(library, choice, { now: now(), me }) }),
    };
  }

  #storySeen(me: string | undefined): WhyState {
    const { library, now } = this.#folder;
    const wanted = this.#id === undefined ? undefined : library.findOf('initiative', this.#id);
    const choice = wanted ? scopeShowing(library, wanted, now()) : ({ kind: 'current' } as const);
    const scope = scopeOf(library, choice, now());
    const all = initiativesIn(library, scope).filter(({ archived }) => !archived);
    // Where the sprint of today is empty, there is a why to read all the same.
    const shown = wanted ?? all[0] ?? library.ofKind('initiative')[0];
    return {
      list: listOf(scopeName(library, scope), all),
      scope: choice,
      ...(shown && { story: this.#story(shown, me) }),
    };
  }

  #story(initiative: Initiative, me: string | undefined): Story {
    const { library, now } = this.#folder;
    return storyOf(library, initiative, { day: today(library, now()), me });
  }
}

/** Which walk-through a page is in, as it says itself. */
interface Walking {
  readonly walk?: WalkChoice | undefined;
  readonly atEnd?: boolean | undefined;
}

const listOf = (label: string, all: readonly Initiative[]): WhyState['list'] => ({
  label,
  items: all.map((one) => ({ id: one.id, title: nameOf(one) })),
});

const notThere = (id: string): BecauseError => new BecauseError('not-found', t('{0} no longer exists.', id));
