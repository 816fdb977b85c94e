/** Where every page begins: its words, its channel, its first picture. */
import './kit.css';
import { type ComponentChildren, render } from 'preact';
import * as z from 'zod/mini';
import { setTranslations } from '../../core/base/l10n.ts';
import { openChannel, type PageChannel, type Protocol } from '../frame/channel.ts';
import { LiveRegion } from './live.tsx';

const sentences = z.record(z.string(), z.string());

/** The host puts the translated sentences beside the page's script, as data. */
function readTranslations(): void {
  const text = document.getElementById('translations')?.textContent;
  const parsed = sentences.safeParse(text ? JSON.parse(text) : undefined);
  setTranslations(parsed.success ? parsed.data : undefined, document.documentElement.lang);
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
