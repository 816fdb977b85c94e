/** Starts and stops the server build of VS Code, each with its own data, on a port of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { clockEnvironment, giveClock } from './clock.ts';
import { serverBuild } from './install.ts';

export interface ServerOptions {
  /** False opens every folder in Restricted Mode, until a person trusts it. */
  readonly trusted?: boolean;
  /** User settings on top of the quiet ones. */
  readonly settings?: Settings;
  /** A folder of installed extensions; by default an empty one. */
  readonly extensionsFolder?: string;
  /** The extension hosts' clock: that of the tests, or the machine's, which it is unless told otherwise. */
  readonly clock?: 'tests' | 'machine';
  /** False ends what runs for a window as soon as that is closed, instead of hours later; a lost connection is one for good. */
  readonly reconnects?: boolean;
  /** True gives windows as people have them: nothing drives them, and they show notifications, which a driven one never does. */
  readonly forPeople?: boolean;
}

export type Settings = Readonly<Record<string, unknown>>;

/** What the address opens: one folder, a workspace file, or nothing. */
export interface Opened {
  readonly folder?: string;
  readonly workspaceFile?: string;
}

export interface Server {
  readonly port: number;
  /** The folder of what its user has set and its extensions keep. */
  readonly userFolder: string;
  /** The address of a window, with what the workbench is told beside it. */
  address(opened: Opened, payload?: readonly (readonly [string, string])[]): string;
  /** A file on this machine as the workbench names it. */
  remote(file: string): string;
  /** Replaces the user settings; open windows follow at once. */
  writeSettings(settings: Settings): Promise<void>;
  stop(): Promise<void>;
}

/** What keeps windows still and pictures clean. */
const quietSettings: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.editor.empty.hint': 'hidden',
  'chat.disableAIFeatures': true,
  // A second extension host, for extensions that are not there.
  'extensions.webWorker': false,
  'window.commandCenter': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'git.autofetch': false,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'editor.minimap.enabled': false,
  'workbench.layoutControl.enabled': false,
  // A remote window starts programs every few seconds, to see which ports are open. The latter setting ends it.
  'remote.autoForwardPorts': false,
  'remote.autoForwardPortsSource': 'output',
};

const running = new Set<{ child: ChildProcess; data: string }>();

/** Starts a server and waits until it answers. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const product = await serverBuild();
  await giveClock(product);
  const data = await mkdtemp(path.join(tmpdir(), 'because-vscode-'));
  const userFolder = path.join(data, 'data', 'User');
  await mkdir(userFolder, { recursive: true });
  const writeSettings = (settings: Settings): Promise<void> =>
    writeFile(path.join(userFolder, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
  await writeSettings(options.settings ?? {});
  const port = await freePort();
  const child = spawn(process.execPath, serverArguments(port, data, options), {
    cwd: product,
    // A group of its own, so that the extension hosts it starts end with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...cleanEnvironment(), ...(options.clock === 'tests' && clockEnvironment()) },
  });
  const entry = { child, data };
  running.add(entry);
  await untilItAnswers(child, port);
  const authority = `127.0.0.1:${port}`;
  return {
    port,
    userFolder,
    remote: (file) => `vscode-remote://${authority}${file}`,
    address: (opened, payload = []) => `http://${authority}/?${query(opened, payload)}`,
    writeSettings,
    stop: async () => {
      running.delete(entry);
      kill(child);
      await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

function serverArguments(port: number, data: string, options: ServerOptions): string[] {
  return [
    path.join('out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
    // Without the driver the workbench silently ignores which tests it is told to run.
    ...(options.forPeople ? [] : ['--enable-smoke-test-driver']),
    ...(options.reconnects === false ? ['--reconnection-grace-time', '0'] : []),
    ...['--telemetry-level', 'off', '--server-data-dir', data],
    ...['--extensions-dir', options.extensionsFolder ?? path.join(data, 'extensions')],
    ...(options.trusted === false ? [] : ['--disable-workspace-trust']),
  ];
}

function query(opened: Opened, payload: readonly (readonly [string, string])[]): string {
  const parts = payload.length > 0 ? [`payload=${encodeURIComponent(JSON.stringify(payload))}`] : [];
  if (opened.workspaceFile) parts.unshift(`workspace=${encodeURIComponent(opened.workspaceFile)}`);
  else if (opened.folder) parts.unshift(`folder=${encodeURIComponent(opened.folder)}`);
  else parts.unshift('ew=true');
  return parts.join('&');
}

/** Settings of the npm or the VS Code this was started from must not reach the one it starts. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|VSCODE_|ELECTRON_)/i.test(name)));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port was found.')),
      );
    });
  });
}

async function untilItAnswers(child: ChildProcess, port: number): Promise<void> {
  const output: string[] = [];
  child.stdout?.on('data', (text: Buffer) => output.push(text.toString()));
  child.stderr?.on('data', (text: Buffer) => output.push(text.toString()));
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline && child.exitCode === null) {
    const answered = await fetch(`http://127.0.0.1:${port}/version`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  kill(child);
  throw new Error(`VS Code did not start.\n${output.join('').slice(-2000)}`);
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    // Gone already: that is what was wanted.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function killAll(): void {
  for (const { child, data } of running) {
    kill(child);
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
  running.clear();
}

process.once('exit', killAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    killAll();
    process.exit(1);
  });
}
