/** Where the page of answer times begins. */
import { boot } from '../../kit/boot.tsx';
import '../ui.css';
import { answers } from '../protocol.ts';
import { App } from './app.tsx';
import { Session, SessionContext } from './session.ts';

boot(answers, (channel) => (
  <SessionContext.Provider value={new Session(channel)}>
    <App />
  </SessionContext.Provider>
));
