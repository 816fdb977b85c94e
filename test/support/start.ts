/** `npm start`: builds the extension and opens VS Code with it on the demo, on the desktop or in a browser. */
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import * as path from 'node:path';
import { buildAll } from './build.ts';
import { openForPerson } from './host/browser.ts';
import { desktopCommand } from './host/desktop.ts';
import { installExtensions } from './host/extensions.ts';
import { startServer } from './host/server.ts';
import { writeOpening } from './opening.ts';
import { packageFile } from './package.ts';
import { cacheFolder, root } from './paths.ts';
import { runLogged, say, step } from './say.ts';
import { prepareDemo } from './startDemo.ts';

const demo = path.join(cacheFolder, 'demo');

const kept = await step('The demo, with its git history', () => prepareDemo(demo));
if (kept) say(`  You changed something in ${demo}, so it stays as it is. Delete the folder to get a new one.`);
const desktop = desktopCommand();
if (desktop) await openDesktop(desktop);
else await openServer();

async function openDesktop(program: string): Promise<void> {
  await buildAll();
  say(`▸ Opening ${demo} in ${program}`);
  const opening = await writeOpening(path.join(cacheFolder, 'start'));
  const args = ['--new-window', ...[root, opening].map((folder) => `--extensionDevelopmentPath=${folder}`), demo];
  const windows = process.platform === 'win32';
  spawn(windows ? `"${program}"` : program, args, { stdio: 'inherit', shell: windows });
}

/**
 * The server stays up, and keeps this program alive, until Ctrl+C. Because is installed there as people install it: only
 * an extension under test would come from this checkout, and windows for tests show no notifications.
 */
async function openServer(): Promise<void> {
  const folder = path.join(cacheFolder, 'start');
  await rm(folder, { recursive: true, force: true });
  await step('No `code` on the PATH: packing Because for the server build of VS Code', async () => {
    // What packing lists is of no use to whoever only wants to look.
    for (const script of ['package.ts', 'opening.ts'])
      await runLogged(process.execPath, [path.join(root, 'test', 'support', script), folder], `${folder}.log`);
    await installExtensions([packageFile(), path.join(folder, 'opening.vsix')], folder);
  });
  const server = await startServer({ forPeople: true, extensionsFolder: path.join(folder, 'extensions') });
  const address = server.address({ folder: demo });
  say(`\nBecause runs in VS Code, on the demo, at\n\n  ${address}\n`);
  say(
    openForPerson(address) ? 'It was opened in your browser. Ctrl+C ends it.' : 'Open it in a browser. Ctrl+C ends it.',
  );
}
