/** A folder as pages see it, over records in memory: what is asked of it is noted. */
import type { Because } from '../../src/because.ts';
import type { PageFolder } from '../../src/webviews/frame/page.ts';

export interface PlayedFolder {
  readonly folder: PageFolder;
  /** What was asked for, oldest first. */
  readonly done: unknown[];
  /** How many listen to changes. */
  readonly listeners: { count: number };
}

/** The folder of a product; `act` answers its actions. */
export function playedFolder(
  because: Because,
  act: (name: string, input: unknown) => Promise<unknown> = () => Promise.resolve(undefined),
): PlayedFolder {
  const done: unknown[] = [];
  const listeners = { count: 0 };
  const folder: PageFolder = {
    name: 'relay',
    get library() {
      return because.library;
    },
    now: because.now,
    ready: () => because.ready(),
    me: () => because.me(),
    onDidChange(listener) {
      listeners.count++;
      const listening = because.onDidChange(() => listener());
      return {
        dispose() {
          listeners.count--;
          listening.dispose();
        },
      };
    },
    act(name, input) {
      done.push({ name, input });
      return act(name, input);
    },
    run: (name, id, input) => void done.push({ name, id, input }),
    keeps: async (secret) => (await because.secrets?.get(secret)) !== undefined,
    mayForget: false,
    copy: async (text) => void done.push({ text }),
    save: async (name, text) => {
      done.push({ name, text });
      return name !== 'no.csv';
    },
  };
  return { folder, done, listeners };
}
