/** Grammars: what is highlighted in `because` blocks of Markdown and in commit messages, and what is left alone. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type StateStack } from 'vscode-textmate';
import { root } from '../../support/paths.ts';

const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  contributes: { grammars: readonly { scopeName: string; path: string; injectTo: readonly string[] }[] };
};

/** The grammars ours are injected into; small ones of the same shape as VS Code's. */
const hosts: Readonly<Record<string, string>> = {
  'text.html.markdown': 'test/fixtures/grammars/markdown.tmLanguage.json',
  'text.git-commit': 'test/fixtures/grammars/git-commit.tmLanguage.json',
};

const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');

const registry = new textmate.Registry({
  onigLib: oniguruma.loadWASM(readFileSync(wasm)).then(() => ({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  })),
  loadGrammar: async (scope) => {
    const file = hosts[scope] ?? contributes.grammars.find(({ scopeName }) => scopeName === scope)?.path;
    return file ? textmate.parseRawGrammar(readFileSync(path.join(root, file), 'utf8'), file) : null;
  },
  getInjections: (scope) =>
    contributes.grammars.filter(({ injectTo }) => injectTo.includes(scope)).map(({ scopeName }) => scopeName),
});

async function grammar(scope: string): Promise<IGrammar> {
  const loaded = await registry.loadGrammar(scope);
  assert.ok(loaded);
  return loaded;
}

/** The words that carry a scope whose name starts so, line by line. */
async function words(scope: string, text: string, named: string): Promise<string[]> {
  const loaded = await grammar(scope);
  const found: string[] = [];
  let state: StateStack = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = loaded.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      if (scopes.some((one) => one.startsWith(named))) found.push(line.slice(startIndex, endIndex));
    }
  }
  return found;
}

const KEY = 'entity.name.tag.key.because';

describe('The grammar of `because` blocks', () => {
  const keys = (text: string) => words('text.html.markdown', text, KEY);

  it('names the keys in a block, and only there', async () => {
    const text =
      'PAY-1 before\n\n```because\nPAY-142, acme/api#7 #9 a/b_c/d.e#1 AB#12345\nREPAY-142x\n```\n\nPAY-2 after';
    assert.deepEqual(await keys(text), ['PAY-142', 'acme/api#7', '#9', 'a/b_c/d.e#1', 'AB#12345']);
  });

  it('names its language and both fences', async () => {
    const text = '~~~ because title\nPAY-1\n~~~';
    assert.deepEqual(await words('text.html.markdown', text, 'fenced_code.block.language'), ['because', ' title']);
    assert.deepEqual(await words('text.html.markdown', text, 'punctuation.definition.markdown'), ['~~~', '~~~']);
    assert.deepEqual(await words('text.html.markdown', text, 'meta.embedded.block.because'), ['PAY-1']);
  });

  it('leaves other languages, and blocks inside other blocks, alone', async () => {
    assert.deepEqual(await keys('```becausejs\nPAY-1\n```\n```ts\nPAY-1\n```'), []);
    assert.deepEqual(await keys('````text\n```because\nPAY-1\n```\n````'), []);
    assert.deepEqual(await words('text.html.markdown', '# because PAY-1', KEY), []);
  });

  it('ends with its fence, so that what follows is Markdown again', async () => {
    const text = '```because\nPAY-1\n```\n# A heading';
    assert.deepEqual(await words('text.html.markdown', text, 'markup.heading'), ['# A heading']);
  });
});

describe('The grammar of commit messages', () => {
  const scope = 'text.git-commit';
  const message = [
    'PAY-142: climb the ladder (OPS-7), keep UTF-8 and SHA-256',
    '',
    'xPAY-142 x86-64 PAY-7.5 PAY-7a C#7 x/ stay words.',
    'See AB#12345 and acme/team/relay#12.',
    '',
    'Because: missed-updates',
    'initiative: PAY-142, OPS-31',
    'Evidence: ev-7k3f9q2m',
    'Because: half of them mute us, says PAY-9',
    'Signed-off-by: Ada <ada@relay.example>',
    '# Changes on PAY-1:',
    '# Because: nothing',
    'diff --git a/x b/x',
    '+PAY-2',
  ].join('\n');

  it('names keys in prose and ids in trailers', async () => {
    assert.deepEqual(await words(scope, message, KEY), [
      'PAY-142',
      'OPS-7',
      'AB#12345',
      'acme/team/relay#12',
      'missed-updates',
      'PAY-142',
      'OPS-31',
      'ev-7k3f9q2m',
      'PAY-9',
    ]);
  });

  it('names the trailers', async () => {
    assert.deepEqual(await words(scope, message, 'keyword.other.trailer'), [
      'Because',
      'initiative',
      'Evidence',
      'Because',
    ]);
  });

  it('keeps what the message says about itself: a subject that is too long', async () => {
    const long = `${'a'.repeat(60)} PAY-1`;
    assert.notDeepEqual(await words(scope, long, 'invalid.deprecated'), []);
  });
});
