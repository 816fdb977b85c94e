/** Tells a page of changes in its folder: soon, and once for all that come at the same time. */
import type { Disposable } from '../../core/base/events.ts';
import type { PageFolder } from './page.ts';

export interface Soon extends Disposable {
  /** Has it told. */
  tell(): void;
}

/**
 * Has a page told after each change in its folder.
 *
 * @param told what tells the page, given who is working here.
 */
export function soon(
  folder: Pick<PageFolder, 'me' | 'onDidChange'>,
  log: (error: unknown) => void,
  told: (me: string | undefined) => void,
): Soon {
  let isComing = false;
  let isOver = false;
  const tell = (): void => {
    if (isComing) return;
    isComing = true;
    folder
      .me()
      .catch((error: unknown) => {
        log(error);
        return undefined;
      })
      .then((me) => {
        // In a turn of its own: an answer on its way to the page, made from older records, must arrive before.
        setTimeout(() => {
          isComing = false;
          if (!isOver) told(me);
        });
      })
      .catch(log);
  };
  const listening = folder.onDidChange(tell);
  return {
    tell,
    dispose() {
      isOver = true;
      listening.dispose();
    },
  };
}
