/** Which lines of a message git takes out, as git itself does it. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { withTrailers } from '../../../src/core/work/trailers.ts';
import { commentPrefix } from '../../../src/git/commits.ts';
import type { GitFolder } from '../../../src/git/program.ts';
import { ownRepository, type Repository } from '../../support/repository.ts';

const TRAILER = { key: 'Initiative', value: 'OPS-9' };

describe('A message with a subject that looks like a comment', () => {
  let repository: Repository;
  let git: GitFolder;

  ownRepository((made) => {
    ({ repository, git } = made);
  });

  /** What git makes of a message that the box gives it, with trailers below it. */
  async function committed(box: string, settings: Readonly<Record<string, string>> = {}): Promise<string> {
    for (const [name, value] of Object.entries(settings)) repository.git('config', name, value);
    const message = repository.path('.git', 'box');
    fs.writeFileSync(message, withTrailers(box, [TRAILER], await commentPrefix(git)));
    repository.git('commit', '--quiet', '--allow-empty', '--file', message);
    return repository.git('log', '-1', '--format=%B').trim();
  }

  it('keeps it, where git strips nothing', async () => {
    const whole = '#12 Fix the pager\n\nInitiative: OPS-9';
    assert.equal(await committed('#12 Fix the pager'), whole);
    assert.equal(await committed('#12 Fix the pager', { 'core.commentChar': ';' }), whole);
    assert.equal(await committed('#12 Fix the pager', { 'commit.cleanup': 'scissors' }), whole);
    assert.equal(await committed('#12 Fix the pager', { 'commit.cleanup': 'verbatim' }), whole);
  });

  it('obeys core.commentChar where git strips', async () => {
    const strips = { 'commit.cleanup': 'strip' };
    assert.equal(
      await committed('#12 Fix the pager\n\n; a note\n', { ...strips, 'core.commentChar': ';' }),
      '#12 Fix the pager\n\nInitiative: OPS-9',
    );
    assert.equal(
      await committed('#12 Fix the pager\n', { ...strips, 'core.commentChar': 'auto' }),
      '#12 Fix the pager\n\nInitiative: OPS-9',
    );
    assert.equal(
      await committed('Fix\n\n# a note\n', { ...strips, 'core.commentChar': '#' }),
      'Fix\n\nInitiative: OPS-9',
    );
  });
});
