/** `npm start`: builds the extension and opens VS Code with it on the demo, on the desktop or in a browser. */
import { spawn } from 'node:child_process';
import { buildAll } from './build.ts';
import { openForPerson } from './host/browser.ts';
import { desktopCommand } from './host/desktop.ts';
import { startServer } from './host/server.ts';
import { demoFolder, root } from './paths.ts';
import { say } from './say.ts';

await buildAll();
const desktop = desktopCommand();
if (desktop) openDesktop(desktop);
else await openServer();

function openDesktop(program: string): void {
  say(`▸ Opening ${demoFolder} in ${program}`);
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, demoFolder];
  const windows = process.platform === 'win32';
  spawn(windows ? `"${program}"` : program, args, { stdio: 'inherit', shell: windows });
}

/** The server stays up, and keeps this program alive, until Ctrl+C. */
async function openServer(): Promise<void> {
  say('▸ No `code` on the PATH: starting the server build of VS Code');
  const server = await startServer();
  const payload = [['extensionDevelopmentPath', server.remote(root)]] as const;
  const address = server.address({ folder: demoFolder }, payload);
  say(`\nBecause runs in VS Code, on the demo, at\n\n  ${address}\n`);
  say(
    openForPerson(address) ? 'It was opened in your browser. Ctrl+C ends it.' : 'Open it in a browser. Ctrl+C ends it.',
  );
}
