/** Where the guide begins. */
import { boot } from '../../kit/boot.tsx';
import '../ui.css';
import { guide } from '../protocol.ts';
import { App } from './app.tsx';
import { Session, SessionContext } from './session.ts';

boot(guide, (channel) => (
  <SessionContext.Provider value={new Session(channel)}>
    <App />
  </SessionContext.Provider>
));
