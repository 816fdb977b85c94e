/** Tells a page of changes: soon, and once for all that come at the same time. */
import type { Disposable } from '../../core/base/events.ts';
import type { PageFolder } from './page.ts';

export interface Soon extends Disposable {
  /** Has it told. */
  tell(): void;
}

/** @param told what tells the page, given who is working here. */
export function soon(
  folder: Pick<PageFolder, 'me'>,
  log: (error: unknown) => void,
  told: (me: string | undefined) => void,
): Soon {
  let isComing = false;
  let isOver = false;
  return {
    tell() {
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
    },
    dispose() {
      isOver = true;
    },
  };
}
