/** Where the scoring board's page begins: its words, its channel, its first picture. */
import '../../kit/kit.css';
import '../ui.css';
import { render } from 'preact';
import * as z from 'zod/mini';
import { setTranslations } from '../../../core/base/l10n.ts';
import { openChannel } from '../../channel.ts';
import { scoring } from '../protocol.ts';
import { App } from './app.tsx';
import { Session, SessionContext } from './session.ts';

const sentences = z.record(z.string(), z.string());

/** The host puts the translated sentences beside the page's script, as data. */
function readTranslations(): void {
  const text = document.getElementById('translations')?.textContent;
  const parsed = sentences.safeParse(text ? JSON.parse(text) : undefined);
  setTranslations(parsed.success ? parsed.data : undefined);
}

readTranslations();
const root = document.createElement('div');
document.body.append(root);
const session = new Session(openChannel(scoring));
render(
  <SessionContext.Provider value={session}>
    <App />
  </SessionContext.Provider>,
  root,
);
