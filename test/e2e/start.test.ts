/** How the product starts in a real window: nothing is run before the records are read, and from the cache no YAML is parsed. */
import * as assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import * as path from 'node:path';
import type { Browser } from 'playwright-core';
import type { Load } from '../bench/load/watch.ts';
import { type Folder, makeFolder } from '../support/folder.ts';
import { generateWritten } from '../support/generateWritten.ts';
import { launchBrowser } from '../support/host/browser.ts';
import { bundleRun } from '../support/host/bundle.ts';
import { runOnPage } from '../support/host/runInHost.ts';
import { type Server, startServer } from '../support/host/server.ts';
import { cacheFolder, root } from '../support/paths.ts';
import { record } from '../support/sources.ts';

/** So many that whatever would be started with the window is started before they are read. */
const RECORDS = 1000;

/** An initiative of the demo, which is in every generated context, and a word of its title. */
const [KEY, WORD] = ['PAY-142', 'Urgent'];

const measuring = JSON.stringify(path.join(root, 'test', 'bench', 'load', 'inEditor.ts'));

describe('A start', () => {
  let folder: Folder;
  let scratch: string;
  let browser: Browser;
  let server: Server;

  before(async () => {
    // Not where its mere presence activates: what happens from then on is what is watched.
    const context = new Map([
      ...generateWritten(RECORDS),
      // Only the parser reads references within YAML.
      ['problems/referring.md', record(['title: &words Pages come late', 'segment: *words'], 'Pages come late.')],
    ]);
    folder = await makeFolder({
      '.vscode/settings.json': '{"because.folder": "context"}',
      ...Object.fromEntries([...context].map(([file, text]) => [`context/${file}`, text])),
    });
    await folder.git('init', '--quiet');
    await folder.git('add', '--all');
    await folder.git('commit', '--quiet', '-m', 'Begin');
    await mkdir(cacheFolder, { recursive: true });
    scratch = await mkdtemp(path.join(cacheFolder, 'start-'));
    browser = await launchBrowser();
    server = await startServer();
  });

  after(async () => {
    await server.stop();
    await browser.close();
    await rm(scratch, { recursive: true, force: true });
    await folder.remove();
  });

  /** One window's start, from the product's activation to a right hover. */
  async function start(): Promise<Load> {
    const [file, results] = [path.join(scratch, 'run.cjs'), path.join(scratch, 'load.json')];
    const index = path.join(server.userFolder, 'globalStorage', 'because.because', 'index');
    const given = [results, index, KEY, WORD].map((each) => JSON.stringify(each)).join(', ');
    await bundleRun(
      file,
      `import { measureInEditor } from ${measuring};\nexport const run = () => measureInEditor(${given});`,
    );
    assert.equal(await runOnPage(browser, server, { folder: folder.path }, file), 0);
    return JSON.parse(await readFile(results, 'utf8')) as Load;
  }

  const parsers = ({ code }: Load) => code.filter((file) => path.basename(file) === 'yaml.cjs');

  it('runs no program before the records are read, and loads no YAML parser where the cache has them', async () => {
    const [cold, warm] = [await start(), await start()];
    assert.deepEqual([cold.spawned, warm.spawned], [[], []]);
    // The first shows that a parser would be seen.
    assert.deepEqual([parsers(cold).length, parsers(warm)], [1, []]);
  });
});
