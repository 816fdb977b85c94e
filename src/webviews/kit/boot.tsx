/** Where every page begins: its words, its channel, its first picture. */
import './kit.css';
import { type ComponentChildren, render } from 'preact';
import * as z from 'zod/mini';
import { setTranslations } from '../../core/base/l10n.ts';
import { type FakeHost, keptState, PageChannel, type Protocol } from '../frame/channel.ts';
import { LiveRegion } from './live.tsx';

const sentences = z.record(z.string(), z.string());

/** The host puts the translated sentences beside the page's script, as data. */
function readTranslations(): void {
  const text = document.getElementById('translations')?.textContent;
  const parsed = sentences.safeParse(text ? JSON.parse(text) : undefined);
  setTranslations(parsed.success ? parsed.data : undefined, document.documentElement.lang);
}

/** The one way a page has to its host, whether the editor or one of a test. */
interface World {
  acquireVsCodeApi?(): Omit<FakeHost, 'post' | 'onMessage'> & { postMessage(message: unknown): void };
  readonly becauseHost?: FakeHost;
}

function hostOf({ acquireVsCodeApi, becauseHost }: World): FakeHost {
  const api = acquireVsCodeApi?.();
  if (api) {
    return {
      post: (message) => api.postMessage(message),
      getState: () => api.getState(),
      setState: (state) => api.setState(state),
      onMessage(listener) {
        const heard = ({ data }: MessageEvent<unknown>): void => listener(data);
        window.addEventListener('message', heard);
        return () => window.removeEventListener('message', heard);
      },
    };
  }
  if (becauseHost) return becauseHost;
  throw new Error('There is neither an editor nor window.becauseHost.');
}

/** What the host needs to restore the panel (`data-restore` of the document) is kept beside the page's own state. */
function openChannel<P extends Protocol>(protocol: P): PageChannel<P> {
  const host = hostOf(globalThis as World);
  const { restore } = document.documentElement.dataset;
  const kept = restore === undefined ? undefined : JSON.parse(restore);
  const state = {
    get: () => keptState.safeParse(host.getState()).data?.page,
    set: (page: unknown) => host.setState({ restore: kept, page }),
  };
  // Kept at once, so that a panel nobody touched is restored too.
  state.set(state.get());
  return new PageChannel(protocol, host, { state, log: (sentence) => console.warn(sentence) });
}

/** Draws a page that speaks this protocol with its host. Once per page. */
export function boot<P extends Protocol>(protocol: P, draw: (channel: PageChannel<P>) => ComponentChildren): void {
  readTranslations();
  const root = document.createElement('div');
  document.body.append(root);
  render(
    <>
      <LiveRegion />
      {draw(openChannel(protocol))}
    </>,
    root,
  );
}
