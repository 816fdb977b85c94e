/** Where the scoring board's page begins. */
import { boot } from '../../kit/boot.tsx';
import '../ui.css';
import { WorkContext } from '../../kit/work.ts';
import { scoring } from '../protocol.ts';
import { App } from './app.tsx';
import { Session, SessionContext } from './session.ts';

boot(scoring, (channel) => {
  const session = new Session(channel);
  return (
    <WorkContext.Provider value={session}>
      <SessionContext.Provider value={session}>
        <App />
      </SessionContext.Provider>
    </WorkContext.Provider>
  );
});
