/** What the check of manifest against code finds, tried on our own code with one thing broken. */
import * as assert from 'node:assert/strict';
import { importsOf, type Source, sources } from '../support/imports.ts';
import { manifestComplaints } from '../support/manifest.ts';

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

  const dead = (id: string): string => `${id} is declared in package.json, and nothing in src/ registers it.`;

  it('agrees with the code', () => {
    assert.deepEqual(manifestComplaints(code), []);
  });

  it('does not let a command pass whose action nobody registers', () => {
    const found = manifestComplaints(broken('src/editor/risks/settle.ts', /\n +verb\(mitigateRisk,[^}]*\}\),/, ''));
    assert.deepEqual(found.filter((each) => each === dead('because.mitigateRisk')).length, 1, found.join('\n'));
  });

  it('does not let a command pass whose action is only imported or named in a comment', () => {
    const found = manifestComplaints(
      broken(
        'src/editor/navigation/renameCommand.ts',
        /actionCommand\(workspace, renameRecord,/,
        'actionCommand(workspace, other,',
      ),
    );
    assert.ok(found.includes(dead('because.renameRecord')), found.join('\n'));
  });

  it('does not let a command pass that is registered in a file the extension does not reach', () => {
    const found = manifestComplaints(broken('src/editor/sidebar/sidebar.ts', /import \{ sprintCommands \}.*\n/, ''));
    assert.ok(found.includes(dead('because.switchSprint')), found.join('\n'));
  });

  it('does not let a stand-in pass for what nothing registers', () => {
    const found = manifestComplaints(broken('src/editor/setUp/setUp.ts', /actionCommand\(workspace, setUp,/, 'other('));
    assert.ok(found.includes('because.setUp has a stand-in, and nothing in src/ registers it.'), found.join('\n'));
  });
});
