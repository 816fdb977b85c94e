/** What the check of manifest against code finds, tried on our own code with one thing broken. */
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { importsOf, type Source, sources } from '../support/imports.ts';
import { manifestComplaints } from '../support/manifest.ts';
import { root } from '../support/paths.ts';

describe('the manifest', () => {
  const code = sources();

  /** Our code with something replaced in one file. */
  function broken(file: string, what: string | RegExp, by: string): Source[] {
    return code.map((source) => {
      if (source.file !== file) return source;
      const text = source.text.replace(what, by);
      assert.notEqual(text, source.text, `${file} does not hold ${what}.`);
      return { file, text, imports: importsOf(file, text) };
    });
  }

  const dead = (id: string, file: string): RegExp =>
    new RegExp(`^${id} is declared, and nothing in ${file} opens it as \\w+\\.$`);

  const finds = (complaints: readonly string[], wanted: RegExp): void =>
    assert.equal(complaints.filter((each) => wanted.test(each)).length, 1, complaints.join('\n'));

  const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');

  it('agrees with the code', () => {
    assert.deepEqual(manifestComplaints(code), []);
  });

  it('does not let a command pass whose action nobody opens', () => {
    const settle = 'src/editor/threads/verbs.ts';
    finds(
      manifestComplaints(broken(settle, /export const mitigateCommand[^;]*;/, '')),
      dead('because.mitigateRisk', settle),
    );
  });

  it('does not let a command pass that is only named in a comment', () => {
    const rename = 'src/editor/navigation/renameCommand.ts';
    finds(
      manifestComplaints(broken(rename, 'export const renameCommand', '// export const renameCommand')),
      dead('because.renameRecord', rename),
    );
  });

  it('does not let a command pass whose file is not there', () => {
    const gone = code.filter(({ file }) => file !== 'src/editor/sidebar/sprintCommands.ts');
    finds(manifestComplaints(gone), dead('because.switchSprint', 'src/editor/sidebar/sprintCommands.ts'));
  });

  it('does not let a row without its entry pass, nor an entry without its row', () => {
    const without = manifest.replaceAll('because.setUp"', 'because.gone"');
    finds(manifestComplaints(code, without), /^commands of package\.json are not as src\/editor\/doors\/ says/);
  });

  it('does not let a menu, a view or a text pass that the table does not say', () => {
    for (const [part, what, by] of [
      ['menus', '"navigation@1"', '"navigation@7"'],
      ['views', '"because.currentWork"', '"because.otherWork"'],
      ['viewsWelcome', '%welcome.none%', '%welcome.empty%'],
      ['configuration', '"because.me"', '"because.you"'],
      ['capabilities', '"because.folder"', '"because.me"'],
    ] as const) {
      const found = manifestComplaints(code, manifest.replace(what, by));
      finds(found, new RegExp(`^${part} of package\\.json are not as`));
    }
    finds(
      manifestComplaints(code, manifest.replace('onWebviewPanel:because.scoring', 'onWebviewPanel:because.gone')),
      /^activationEvents of package\.json are not as/,
    );
    const nls = readFileSync(path.join(root, 'package.nls.json'), 'utf8').replace('Flag Feasibility Risk…', 'Flag');
    finds(manifestComplaints(code, manifest, nls), /^package\.nls\.json is not as/);
  });

  it('does not let a link to a command pass that is none', () => {
    const found = manifestComplaints(
      broken('src/editor/doors/views.ts', 'command:because.newInitiative', 'command:because.newOne'),
    );
    finds(found, /^src\/editor\/doors\/views\.ts calls because\.newOne, which is no command\.$/);
  });
});
