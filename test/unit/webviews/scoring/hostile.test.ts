/** A scoring board before a page that sends anything: whatever comes, it answers, and no record changes. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { actions } from '../../../../src/actions/all.ts';
import { checkedInput } from '../../../../src/core/base/checkedInput.ts';
import { Board } from '../../../../src/webviews/scoring/host.ts';
import { actionNames, boardState, commandNames } from '../../../../src/webviews/scoring/protocol.ts';
import { wire } from '../../../support/fakeHost.ts';
import { playedFolder } from '../../../support/pageFolder.ts';
import { productOf } from '../../../support/product.ts';
import { record } from '../../../support/sources.ts';

const files = {
  'sprints/s1.md': record(['starts: 2026-11-16', 'ends: 2026-11-29', 'title: Sprint 1']),
  'initiatives/PAY-1.md': record(['title: The first', 'sprint: s1', 'kind: debt', 'slices: [{title: A, effort: 1}]']),
  'estimates/PAY-1/grace.md': record(['initiative: PAY-1', 'by: grace', 'reach: 7', 'effort: 2']),
  'estimates/PAY-1/zoe.md': record(['initiative: PAY-1', 'by: zoe', 'reach: 9', 'effort: 1e308']),
};

/** No number, range, text or list an action could take. */
const wrong = fc.constantFrom<unknown>(
  ...[Number.NaN, Number.POSITIVE_INFINITY, -1, 1e308, 'lots', '', true, [], {}, [[]], 'x'.repeat(100_000)],
  ...[
    { low: 9, likely: 6, high: 3 },
    { low: 1 },
    { low: -1, likely: 0, high: 1 },
    JSON.parse('{"__proto__":{"low":1}}'),
  ],
);
const anything = fc.oneof(wrong, fc.jsonValue({ maxDepth: 2 }));
const input = fc.oneof(
  anything,
  // The initiative is there, and every number is none.
  fc.record({ initiative: fc.constant('PAY-1'), reach: wrong, impact: wrong, confidence: wrong, effort: wrong }),
  fc.record({ initiative: fc.constantFrom('PAY-9', '../PAY-1', '__proto__', ''), factor: anything, to: anything }),
  fc.record({ initiatives: fc.constantFrom(['PAY-1', 'PAY-9'], [], 'PAY-1'), sprint: anything, keep: anything }),
  fc.record({ id: anything, reason: anything, title: fc.constant('') }),
);
/** The actions that take more than the name of an initiative which is there, or nothing: their input can be wrong. */
const picky = actionNames.filter((name) => !['takeSnapshot', 'revealRound', 'startRound'].includes(name));
const params = fc.oneof(
  anything,
  fc.record({ action: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...picky) }, anything), input }),
  fc.record({ command: fc.oneof(fc.constantFrom(...commandNames), anything), id: anything, input }),
  fc.record({
    scope: fc.oneof(anything, fc.record({ kind: fc.constantFrom('sprint', 'quarter', 'all'), id: anything })),
  }),
  fc.record({ id: anything, snapshot: anything, name: anything, text: anything }),
);
const methods = ['ready', 'setScope', 'open', 'close', 'act', 'run', 'copy', 'save', 'compare', '__proto__', ''];
const requests = fc.record({ method: fc.constantFrom(...methods), params });

/** A board that performs actions as the product does. */
function opened() {
  const { because, files: disk } = productOf(files);
  const { folder } = playedFolder(because, async (name, given) => {
    const action = actions.find((each) => each.name === name);
    assert.ok(action);
    return action.run(because, checkedInput(action.input, given, action.name, action.title()));
  });
  const [page, port] = wire();
  const answers = new Map<number, { value?: unknown; error?: { code: string } }>();
  page.onMessage((message) => {
    const { type, id, ...answer } = message as { type: string; id: number };
    if (type !== 'response') return;
    assert.ok(!answers.has(id), `${id} is answered twice.`);
    answers.set(id, answer);
  });
  new Board(folder, port, {
    log: () => undefined,
    failureOf: (error) => ({ code: (error as { code?: string }).code ?? 'bug', message: String(error) }),
  });
  return { disk, page, answers };
}

describe('A scoring board', () => {
  it('answers 10,000 malformed requests, each once and none with a bug, and changes nothing', async function () {
    this.timeout(60_000);
    const { disk, page, answers } = opened();
    const before = [...disk.texts];
    const sent = fc.sample(requests, { numRuns: 10_000, seed: 7 });
    const last = sent.length + 1;
    for (const [index, { method, params }] of sent.entries()) {
      page.post({ type: 'request', id: index + 1, method, params });
      // The board is as busy as with a real page: some requests meet others on their way, most do not.
      if (index % 50 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    page.post({ type: 'request', id: last, method: 'ready', params: { scope: { kind: 'all' } } });
    for (let turn = 0; answers.size < last && turn < 10_000; turn++) {
      await new Promise((resolve) => setTimeout(resolve));
    }
    assert.equal(answers.size, last);
    const bugs = sent.filter((_, id) => answers.get(id + 1)?.error?.code === 'bug');
    assert.deepEqual(bugs.slice(0, 3), []);
    assert.deepEqual([...disk.texts], before);
    const refused = [...answers.values()].filter(({ error }) => error !== undefined);
    assert.ok(refused.length > 7000, `Only ${refused.length} were malformed.`);
    const { items } = boardState.parse(answers.get(last)?.value);
    // What somebody wrote who is not in the team, in a file with a number that is none, is shown as far as it goes.
    assert.equal(items.find(({ id }) => id === 'PAY-1')?.round.given, 2);
  });
});
