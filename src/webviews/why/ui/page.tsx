/** Where the why page begins. */
import { boot } from '../../kit/boot.tsx';
import '../ui.css';
import { why } from '../protocol.ts';
import { App } from './app.tsx';
import { Session, SessionContext } from './session.ts';

boot(why, (channel) => (
  <SessionContext.Provider value={new Session(channel)}>
    <App />
  </SessionContext.Provider>
));
