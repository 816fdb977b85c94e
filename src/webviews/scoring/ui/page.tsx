/** Where the scoring board's page begins. */
import { boot } from '../../kit/boot.tsx';
import '../ui.css';
import { scoring } from '../protocol.ts';
import { App } from './app.tsx';
import { Session, SessionContext } from './model/session.ts';

boot(scoring, (channel) => (
  <SessionContext.Provider value={new Session(channel)}>
    <App />
  </SessionContext.Provider>
));
