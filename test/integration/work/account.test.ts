/** Whose account a host may be asked with: a token goes to the host it belongs to, whatever a repository calls its remotes. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { accountOn } from '../../../src/editor/work/pullRequestDraft.ts';

describe('the account on a host', () => {
  const enterprise = (uri: string | undefined, target: vscode.ConfigurationTarget) =>
    vscode.workspace.getConfiguration('github-enterprise').update('uri', uri, target);

  afterEach(async () => {
    await enterprise(undefined, vscode.ConfigurationTarget.Global);
  });

  it('is there for github.com', () => assert.equal(accountOn('github.com')?.api, 'https://api.github.com'));

  it('is not there for a host that only sounds like one', () => {
    for (const host of ['github.evil.example', 'github.com.evil.example', 'git.acme.example', '']) {
      assert.equal(accountOn(host), undefined, host);
    }
  });

  it('is there for the one Enterprise host the person has set', async () => {
    await enterprise('https://git.acme.example', vscode.ConfigurationTarget.Global);
    assert.equal(accountOn('git.acme.example')?.api, 'https://git.acme.example/api/v3');
    assert.equal(accountOn('git.other.example'), undefined);
  });
});
