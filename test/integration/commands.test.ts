/** Commands whose code is loaded at their first call, in a real extension host. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Handler, Live } from '../../src/editor/commands/live.ts';
import { registerCommand } from '../../src/editor/commands/register.ts';
import type { Workspace } from '../../src/editor/workspace/workspace.ts';
import { openFolder } from '../support/editor.ts';
import { record } from '../support/sources.ts';

const ONE = 'becauseTest.one';
const OTHER = 'becauseTest.other';

const call = (id: string, ...args: unknown[]) => Promise.resolve(vscode.commands.executeCommand<unknown>(id, ...args));

/** Two commands that count how often their code was loaded and closed; they answer with what they were given. */
interface Trial extends vscode.Disposable {
  readonly loads: () => number;
  readonly disposals: () => number;
}

function trial(failures = 0): Trial {
  let loads = 0;
  let disposals = 0;
  const live = new Live({} as Workspace, {} as vscode.ExtensionContext);
  class Shared implements vscode.Disposable {
    dispose(): void {
      disposals++;
    }
  }
  const lazy = (as: string, handler: Handler) =>
    registerCommand(live, as, 'refresh', {
      load: async () => {
        loads++;
        // Later, as a file is read.
        await new Promise((resolve) => setImmediate(resolve));
        if (loads <= failures) throw new Error('The file is gone.');
        return () => {
          live.the(Shared, () => new Shared());
          return handler;
        };
      },
    });
  const registered = vscode.Disposable.from(
    lazy(ONE, ({ input, source }) => ['one', ...(source === undefined ? [] : [input ?? source])]),
    lazy(OTHER, ({ input }) => {
      if (input === undefined) return 'other';
      throw new Error('bad-input: no.');
    }),
    live,
  );
  return { loads: () => loads, disposals: () => disposals, dispose: () => registered.dispose() };
}

describe('a command loaded at its first call', () => {
  let made: Trial;

  afterEach(() => made.dispose());

  it('gives the result of what was loaded, with the arguments as they were', async () => {
    made = trial();
    assert.equal(made.loads(), 0);
    const given = { some: 'thing' };
    const [name, first] = (await call(ONE, given)) as unknown[];
    assert.equal(name, 'one');
    assert.equal(first, given);
    assert.deepEqual(await call(ONE), ['one']);
    assert.equal(made.loads(), 1);
    assert.equal(await call(OTHER), 'other');
    assert.equal(made.loads(), 2);
  });

  it('loads once for calls that come together', async () => {
    made = trial();
    assert.deepEqual(await Promise.all([call(ONE, 1), call(OTHER), call(ONE, 3)]), [['one', 1], 'other', ['one', 3]]);
    assert.equal(made.loads(), 2);
  });

  it('rejects as the command itself does', async () => {
    made = trial();
    for (const _time of ['first', 'second']) await assert.rejects(call(OTHER, {}), /^Error: bad-input: no\.$/);
  });

  it('tells code when loading failed, and loads again at the next call', async () => {
    made = trial(1);
    await assert.rejects(call(ONE, {}), /The file is gone/);
    assert.deepEqual(await call(ONE, 'again'), ['one', 'again']);
    assert.equal(made.loads(), 2);
  });

  it('lives as long as the product, loaded or not', async () => {
    made = trial();
    made.dispose();
    await assert.rejects(call(ONE), /not found/);
    made = trial();
    await call(ONE);
    made.dispose();
    assert.equal(made.disposals(), 1);
    await assert.rejects(call(ONE), /not found/);
  });
});

describe('the product’s own commands', () => {
  it('answer at the first call and at the second, one after the other and together', async () => {
    const folder = await openFolder({
      '.because/because.yml': 'keys: [PAY]\n',
      '.because/initiatives/PAY-1.md': record(['title: One']),
      '.because/initiatives/PAY-2.md': record(['title: Two']),
    });
    await vscode.extensions.getExtension('because.because')?.activate();
    const rename = (id: string, newId: string) => call('because.renameRecord', { id, newId });
    const evidence = (quote: string) => call('because.addEvidence', { quote, initiative: 'PAY-2' });
    await rename('PAY-1', 'PAY-3');
    await rename('PAY-3', 'PAY-4');
    assert.match(await folder.read('.because/initiatives/PAY-4.md'), /title: One/);
    const both = (await Promise.all([evidence('It came late.'), evidence('It never came.')])) as { path: string }[];
    const written = await Promise.all(both.map(({ path }) => folder.read(`.because/${path}`)));
    assert.match(written.join('\n'), /It came late\.[\s\S]*It never came\./);
  });
});
