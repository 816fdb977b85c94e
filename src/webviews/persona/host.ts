/** One persona page while it is open: tells its page what a persona can be built of, and has it written down. */
import { t } from '../../core/base/l10n.ts';
import { today } from '../../core/library/query.ts';
import { type DraftAsked, draftOf } from '../../core/persona/draft.ts';
import type { PersonaDraft } from '../../core/persona/told.ts';
import type { Port } from '../frame/channel.ts';
import { LastTold } from '../frame/lastTold.ts';
import type { Page, PageFolder, PageHost } from '../frame/page.ts';
import { type HostChannel, type HostOptions, serve } from '../frame/serve.ts';
import { type Soon, soon } from '../frame/soon.ts';
import { type PersonaProtocol, persona } from './protocol.ts';

export const page: Page = {
  title: (folder) => (folder === undefined ? t('Persona') : t('Persona: {0}', folder)),
  closed: () => t('The folder of this page is not open. Open it, and the page comes back.'),
  shows: (library, about) => {
    const id = typeof about === 'string' ? about : about.id;
    const record = library.findOf('persona', id) ?? library.findOf('problem', id);
    return record?.withheld ? undefined : record?.id;
  },
  open: (folder, port, options) => new PersonaPage(folder, port, options),
};

export class PersonaPage implements PageHost {
  readonly #folder: PageFolder;
  readonly #channel: HostChannel<PersonaProtocol>;
  readonly #soon: Soon;
  /** What is shown, or is to be. */
  #asked: DraftAsked = {};
  /** Whether a command asked for it, and the page does not know yet. */
  #isWanted = false;
  readonly #told = new LastTold<PersonaDraft>((state) => this.#channel.send('state', state));

  constructor(folder: PageFolder, port: Port, options: HostOptions) {
    this.#folder = folder;
    this.#soon = soon(folder, options.log, () => this.#tell());
    this.#channel = serve(
      persona,
      port,
      {
        // What a command asked for goes before what the page remembers.
        ready: (remembered) => this.#state(this.#isWanted ? this.#asked : remembered),
        look: (asked) => this.#state(asked),
        open: ({ id }) => folder.run('openRecordToSide', id, undefined),
        act: ({ action, input }) => folder.act(action, input),
      },
      options,
    );
  }

  /** Shows a persona, or a new one of those who have a problem. */
  show(id: string): void {
    const isPersona = this.#folder.library.findOf('persona', id) !== undefined;
    this.#asked = isPersona ? { persona: id } : { problems: [id] };
    this.#isWanted = true;
    this.#soon.tell();
  }

  dispose(): void {
    this.#soon.dispose();
    this.#channel.dispose();
  }

  async #state(asked: DraftAsked): Promise<PersonaDraft> {
    await this.#folder.ready();
    this.#asked = asked;
    this.#isWanted = false;
    return this.#told.answer(this.#seen());
  }

  #tell(): void {
    if (this.#told.tell(() => this.#seen())) this.#isWanted = false;
  }

  #seen(): PersonaDraft {
    const { library, now } = this.#folder;
    return draftOf(library, this.#asked, today(library, now()));
  }
}
