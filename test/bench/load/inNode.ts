/** Runs in a plain process of node: loads a context folder and makes a card, with nothing else around. */
import type { Loading } from './watch.ts';
import { watchLoad } from './watch.ts';

const fail = (error: unknown): never => {
  throw error;
};

/** Measures one load and gives the outcome as JSON. */
export async function measureInNode(context: string, cache: string, key: string): Promise<string> {
  const load: Loading = async () => {
    const { open } = await import('../../../src/because.ts');
    const { NodeFiles } = await import('../../../src/store/nodeFiles.ts');
    const { cacheFileAt } = await import('../../../src/store/cacheFile.ts');
    const { cardOf } = await import('../../../src/core/card/card.ts');
    const because = open({
      files: new NodeFiles(context),
      cache: cacheFileAt(cache),
      now: () => new Date(),
      email: () => Promise.resolve(undefined),
      chosenMember: () => undefined,
      onError: fail,
    });
    const ready = because.ready();
    const card = async () => {
      await ready;
      if (!cardOf(because.library, key, because.now(), undefined)) throw new Error(`There is no card of ${key}.`);
    };
    return { ready, card };
  };
  return JSON.stringify(await watchLoad(load));
}
