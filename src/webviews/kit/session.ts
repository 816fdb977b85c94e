/** What all parts of a page share, given to them once: what the host told, and how things are asked for. */
import { signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { t } from '../../core/base/l10n.ts';
import { announce } from './live.tsx';
import { sayTrouble, sentenceOf } from './work.ts';

/** A page that draws what its host told last. */
export abstract class PageSession<State> {
  /** Nothing until the host’s first answer. */
  readonly state = signal<State | undefined>(undefined);
  /** Why there is nothing to show, as a sentence. */
  readonly trouble = signal<string | undefined>(undefined);

  /** Asks for what there is to show, from the beginning. */
  async start(): Promise<void> {
    this.trouble.value = undefined;
    try {
      this.take(await this.ready());
    } catch (error) {
      this.trouble.value = sentenceOf(error);
    }
  }

  /** The page's first question. */
  protected abstract ready(): Promise<State>;

  protected take(state: State): void {
    this.state.value = state;
  }
}

/** Says aloud that something was copied, once it was. */
export async function copied(asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
    announce(t('Copied.'));
  } catch (error) {
    sayTrouble(error);
  }
}

/** The context of a page's session, and what a part below it gets the session by. */
export function sessionContext<S>() {
  const Context = createContext<S | undefined>(undefined);
  const useSession = (): S => {
    const session = useContext(Context);
    if (!session) throw new Error('This part of the page stands outside its session.');
    return session;
  };
  return [Context, useSession] as const;
}
