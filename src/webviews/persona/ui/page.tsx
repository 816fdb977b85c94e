/** Where the persona page begins. */
import { boot } from '../../kit/boot.tsx';
import '../ui.css';
import { persona } from '../protocol.ts';
import { App } from './app.tsx';
import { Session, SessionContext } from './session.ts';

boot(persona, (channel) => (
  <SessionContext.Provider value={new Session(channel)}>
    <App />
  </SessionContext.Provider>
));
