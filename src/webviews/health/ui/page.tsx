/** Where the page of health checks begins. */
import { boot } from '../../kit/boot.tsx';
import '../ui.css';
import { health } from '../protocol.ts';
import { App } from './app.tsx';
import { Session, SessionContext } from './session.ts';

boot(health, (channel) => (
  <SessionContext.Provider value={new Session(channel)}>
    <App />
  </SessionContext.Provider>
));
