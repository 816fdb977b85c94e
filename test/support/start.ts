/** `npm start`: builds the extension and opens VS Code with it on the demo, on the desktop or in a browser. */
import { spawn } from 'node:child_process';
import * as path from 'node:path';
import { buildAll } from './build.ts';
import { openForPerson } from './host/browser.ts';
import { desktopCommand } from './host/desktop.ts';
import { startServer } from './host/server.ts';
import { cacheFolder, root } from './paths.ts';
import { say, step } from './say.ts';
import { prepareDemo } from './startDemo.ts';

const demo = path.join(cacheFolder, 'demo');

await buildAll();
const kept = await step('The demo, with its git history', () => prepareDemo(demo));
if (kept) say(`  You changed something in ${demo}, so it stays as it is. Delete the folder to get a new one.`);
const desktop = desktopCommand();
if (desktop) openDesktop(desktop);
else await openServer();

function openDesktop(program: string): void {
  say(`▸ Opening ${demo} in ${program}`);
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, demo];
  const windows = process.platform === 'win32';
  spawn(windows ? `"${program}"` : program, args, { stdio: 'inherit', shell: windows });
}

/** The server stays up, and keeps this program alive, until Ctrl+C. */
async function openServer(): Promise<void> {
  say('▸ No `code` on the PATH: starting the server build of VS Code');
  const server = await startServer();
  const payload = [['extensionDevelopmentPath', server.remote(root)]] as const;
  const address = server.address({ folder: demo }, payload);
  say(`\nBecause runs in VS Code, on the demo, at\n\n  ${address}\n`);
  say(
    openForPerson(address) ? 'It was opened in your browser. Ctrl+C ends it.' : 'Open it in a browser. Ctrl+C ends it.',
  );
}
