/** What a page is to the editor: the host that answers it, about one folder, and what that host may ask of the editor. */
import type { Disposable } from '../../core/base/events.ts';
import type { Library } from '../../core/library/library.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import type { WalkChoice } from '../../core/story/walkTold.ts';
import type { Port } from './channel.ts';
import type { HostOptions } from './serve.ts';

/** The folder a page is about, and what can be done there. */
export interface PageFolder {
  readonly name: string;
  readonly library: Library;
  now(): Date;
  ready(): Promise<void>;
  /** The member who is working here, if known. */
  me(): Promise<string | undefined>;
  /** Calls the listener after each change of the records, or of who is working here. */
  onDidChange(listener: () => void): Disposable;
  /** Performs an action; throws what it throws. */
  act(name: string, input: { readonly [name: string]: unknown }): Promise<unknown>;
  /** Starts a command, on the record with the id where one is given. Failures are told to the person there. */
  run(name: string, id: string | undefined, input: { readonly [name: string]: unknown } | undefined): void;
  /** Whether a secret of that name is kept for this person, here. */
  keeps(secret: string): Promise<boolean>;
  /** Whether secrets may be gone with the window, as in a browser. */
  readonly mayForget: boolean;
  copy(text: string): Promise<void>;
  /** Asks where to; false when the person turned away. */
  save(name: string, text: string): Promise<boolean>;
}

/** The host of one page while it is open. */
export interface PageHost extends Disposable {
  /** Shows what `Page.shows` named; a page that knows walk-throughs begins the one that is given. */
  show(id: string | undefined, walk?: WalkChoice): void;
  /** Puts what is shown on the clipboard, as Markdown; where the page can. */
  copy?(): Promise<void>;
}

export interface Page {
  /** What the panel is called; without a name while the folder is not open. */
  title(folder?: string): string;
  /** What stands in the panel while the folder is not open, as a sentence. */
  closed(): string;
  /** The id of what the page shows of a record, or of what bears a key; undefined where it shows nothing of it. */
  shows(library: Library, about: ContextRecord | string): string | undefined;
  open(folder: PageFolder, port: Port, options: HostOptions): PageHost;
}
