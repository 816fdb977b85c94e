/** Where the page of results begins. */
import { boot } from '../../kit/boot.tsx';
import '../ui.css';
import { resultsPage } from '../protocol.ts';
import { App } from './app.tsx';
import { Session, SessionContext } from './session.ts';

boot(resultsPage, (channel) => (
  <SessionContext.Provider value={new Session(channel)}>
    <App />
  </SessionContext.Provider>
));
