/** What all parts of a page share, given to them once. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

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
