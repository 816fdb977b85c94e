/** Pull request templates: found where each host looks, in its order, and nowhere else. */
import assert from 'node:assert/strict';
import { hostKinds } from '../../../../src/core/hosts/all.ts';
import { pullRequestTemplates, templateFolders } from '../../../../src/core/hosts/newPullRequest.ts';

const others = [
  'README.md',
  'src/pull_request_template.md',
  'docs/a/pull_request_template.md',
  'pull_request_template.yml',
];

describe('Pull request templates', () => {
  const paths = (kind: (typeof hostKinds)[number], files: readonly string[], target?: string) =>
    pullRequestTemplates(kind, [...others, ...files], target).map(({ path, isDefault }) =>
      isDefault ? `*${path}` : path,
    );

  it('are found in any case, .github before the root before docs, on GitHub', () => {
    assert.deepEqual(
      paths('github', [
        'docs/pull_request_template.md',
        'PULL_REQUEST_TEMPLATE.md',
        '.github/Pull_Request_Template.txt',
      ]),
      ['*.github/Pull_Request_Template.txt', 'PULL_REQUEST_TEMPLATE.md', 'docs/pull_request_template.md'],
    );
    assert.deepEqual(paths('github', ['PULL_REQUEST_TEMPLATE']), ['*PULL_REQUEST_TEMPLATE']);
  });

  it('are to be chosen from where there are several, and none is taken by itself', () => {
    const several = ['.github/PULL_REQUEST_TEMPLATE/fix.md', '.github/PULL_REQUEST_TEMPLATE/feature.md'];
    assert.deepEqual(paths('github', several), [several[1], several[0]]);
    assert.deepEqual(paths('github', [...several, 'docs/pull_request_template.md']), [
      '*docs/pull_request_template.md',
      several[1],
      several[0],
    ]);
  });

  it('have a default by name on GitLab', () => {
    const folder = '.gitlab/merge_request_templates';
    assert.deepEqual(paths('gitlab', [`${folder}/Bug.md`, `${folder}/default.md`, `${folder}/Apple.md`]), [
      `*${folder}/default.md`,
      `${folder}/Apple.md`,
      `${folder}/Bug.md`,
    ]);
    assert.deepEqual(paths('gitlab', [`${folder}/Bug.md`]), [`${folder}/Bug.md`]);
  });

  it('go by the target branch on Azure DevOps', () => {
    const files = [
      'pull_request_template.md',
      '.azuredevops/pull_request_template.txt',
      '.vsts/pull_request_template/branches/release.md',
      'docs/pull_request_template/long.md',
    ];
    assert.deepEqual(paths('azure', files, 'main'), [
      '*.azuredevops/pull_request_template.txt',
      'pull_request_template.md',
      'docs/pull_request_template/long.md',
    ]);
    assert.equal(paths('azure', files, 'Release/24')[0], '*.vsts/pull_request_template/branches/release.md');
  });

  it('are found on Gitea, Forgejo and Bitbucket too', () => {
    assert.deepEqual(paths('gitea', ['.gitea/pull_request_template.md', '.forgejo/PULL_REQUEST_TEMPLATE.md']), [
      '*.forgejo/PULL_REQUEST_TEMPLATE.md',
      '.gitea/pull_request_template.md',
    ]);
    assert.deepEqual(paths('bitbucket', ['pull_request_template.md']), ['*pull_request_template.md']);
  });

  it('are none in a repository without', () => {
    for (const kind of hostKinds) assert.deepEqual(paths(kind, []), [], kind);
  });

  it('are all in the folders that are named', () => {
    for (const kind of hostKinds) {
      const files = templateFolders(kind).flatMap((folder) =>
        ['pull_request_template.md', 'default.md', 'main.md'].map((name) => (folder ? `${folder}/${name}` : name)),
      );
      const found = pullRequestTemplates(kind, files, 'main');
      const folders = new Set(found.map(({ path }) => path.replace(/\/?[^/]+$/, '')));
      assert.deepEqual([...folders].sort(), [...templateFolders(kind)].sort(), kind);
    }
    assert.ok(templateFolders('github').includes('') && templateFolders('github').includes('.github'));
  });
});
