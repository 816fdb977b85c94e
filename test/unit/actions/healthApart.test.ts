/** A health check among six people who are apart, each with their own secrets: what comes out, and what is refused. */
import * as assert from 'node:assert/strict';
import { type Action, perform } from '../../../src/actions/action.ts';
import {
  addHealthPart,
  closeHealthRound,
  makeHealthKey,
  openHealthRound,
  revealHealthRound,
  sendHealthAnswers,
} from '../../../src/actions/healthApart.ts';
import { MOST } from '../../../src/core/ballots/round.ts';
import { healthTold } from '../../../src/core/health/told.ts';
import { eachItem } from '../../../src/core/survey/totals.ts';
import { needsOf } from '../../../src/core/waiting/needs.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { isError, MemorySecrets, openedBy } from '../../support/product.ts';

const PEOPLE = ['ada', 'alan', 'annie', 'dorothy', 'grace', 'hedy'] as const;
type Person = (typeof PEOPLE)[number];

const NOW = new Date('2026-11-23T14:30:45Z');
const TEAM = `team:\n  members:\n${PEOPLE.map((id) => `    - {id: ${id}, role: engineer}\n`).join('')}`;

/** The six over one folder, as if everybody had pulled before each step. */
function team() {
  const files = new MemoryFiles({ 'because.yml': TEAM });
  const secrets = new Map(PEOPLE.map((one) => [one, new MemorySecrets()]));
  const windows = new Map(PEOPLE.map((one) => [one, openedBy(files, one, undefined, NOW, secrets.get(one))]));
  const windowOf = async (who: Person) => {
    const because = windows.get(who) ?? assert.fail();
    await because.ready();
    await because.refresh();
    return because;
  };
  const as = async <Input, Output>(who: Person, action: Action<Input, Output>, input: unknown = {}): Promise<Output> =>
    perform(action, await windowOf(who), input);
  /** Everybody takes part, and the first one starts a check. */
  const begun = async (): Promise<string> => {
    for (const one of PEOPLE) await as(one, makeHealthKey);
    return (await as('ada', openHealthRound)).id;
  };
  const send = (who: Person, round: string, level: number, comment = '') =>
    as(who, sendHealthAnswers, { round, levels: eachItem(() => level), comment });
  /** A check that is closed with the answers of all but the last one. */
  const closed = async (): Promise<string> => {
    const round = await begun();
    for (const [at, one] of PEOPLE.slice(0, 5).entries()) await send(one, round, at + 1);
    await as('ada', closeHealthRound, { round });
    return round;
  };
  return { files, secrets, as, begun, send, closed, windowOf };
}

const refusal = (words: RegExp) => isError('bad-input', words);

describe('A health check apart', () => {
  it('gives the totals and comments by four of six, though nobody can read an answer', async () => {
    const { files, as, begun, send, windowOf } = team();
    const round = await begun();
    await send('ada', round, 1, 'More interviews');
    for (const [at, one] of PEOPLE.slice(1).entries()) await send(one, round, at + 1);
    await as('hedy', closeHealthRound, { round });
    for (const one of ['alan', 'annie', 'hedy'] as const) await as(one, addHealthPart, { round });
    await assert.rejects(as('grace', revealHealthRound, { round }), refusal(/1 more part/));
    await as('grace', addHealthPart, { round });
    const { id, path } = await as('grace', revealHealthRound, { round });
    const text = files.texts.get(path) ?? '';
    assert.match(text, new RegExp(`round: ${round}\n[\\s\\S]*participants: 6\n[\\s\\S]*credit: \\[2, 1, 1, 1, 1\\]\n`));
    assert.match(text, /comments: \[?More interviews/);
    const told = async () => healthTold((await windowOf('ada')).library, NOW);
    assert.deepEqual([(await told()).rounds.length, (await told()).hidden], [1, 0]);
    // Somebody makes the team look better than it answered.
    files.put(path, text.replace('credit: [2, 1, 1, 1, 1]', 'credit: [0, 1, 1, 1, 3]'));
    assert.deepEqual([(await told()).rounds.length, (await told()).hidden], [0, 1]);
    files.put(path, text);
    // Whoever reveals it again is led to the same record.
    assert.equal((await as('ada', revealHealthRound, { round })).id, id);
    const { library } = await windowOf('ada');
    for (const file of library.files.values()) assert.deepEqual([file.path, library.findings(file)], [file.path, []]);
    const sealed = [...files.texts].filter(([name]) => name.startsWith('health-envelopes')).map(([, all]) => all);
    assert.equal(sealed.length, 6);
    for (const all of sealed) assert.doesNotMatch(all, /interviews/);
  });

  it('waits for the answers of each, then for the part of each, and for nothing once it is revealed', async () => {
    const { as, begun, send, windowOf, files } = team();
    const round = await begun();
    // What somebody calls its totals while it is open ends nothing.
    files.put('health/fake.md', `---\nround: ${round}\nclosed: 2026-11-23\nparticipants: 5\n---\n`);
    const waits = async (who: Person) =>
      needsOf((await windowOf(who)).library, who, NOW.getTime()).map(({ words }) => words);
    assert.deepEqual(await waits('alan'), ['Answer the health check']);
    for (const one of PEOPLE) await send(one, round, 4);
    assert.deepEqual(await waits('alan'), []);
    await as('ada', closeHealthRound, { round });
    files.take('health/fake.md');
    assert.deepEqual(await waits('alan'), ['Add your part to the health check']);
    for (const one of PEOPLE.slice(2)) await as(one, addHealthPart, { round });
    await as('hedy', revealHealthRound, { round });
    assert.deepEqual(await waits('alan'), []);
  });

  it('counts the last answers of each, and none that come after it was closed', async () => {
    const { as, closed, send, begun, files } = team();
    const round = await closed();
    await assert.rejects(send('hedy', round, 5), refusal(/closed/));
    for (const one of PEOPLE.slice(2)) await as(one, addHealthPart, { round });
    const { path } = await as('ada', revealHealthRound, { round });
    assert.match(files.texts.get(path) ?? '', /participants: 5\n[\s\S]*credit: \[1, 1, 1, 1, 1\]\n/);
    const next = await begun();
    await send('ada', next, 1);
    await send('ada', next, 5);
    for (const one of PEOPLE.slice(1)) await send(one, next, 4);
    await as('ada', closeHealthRound, { round: next });
    for (const one of PEOPLE.slice(2)) await as(one, addHealthPart, { round: next });
    const again = await as('ada', revealHealthRound, { round: next });
    assert.match(files.texts.get(again.path) ?? '', /credit: \[0, 0, 0, 5, 1\]\n/);
  });

  it('is not started among too few, nor twice, and not closed with too few answers', async () => {
    const { as, begun, send } = team();
    for (const one of PEOPLE.slice(0, 4)) await as(one, makeHealthKey);
    await assert.rejects(as('ada', openHealthRound), refusal(/Only 4 people take part.*needs 5/));
    const round = await begun();
    await assert.rejects(as('ada', openHealthRound), refusal(/still open/));
    for (const one of PEOPLE.slice(0, 4)) await send(one, round, 3);
    await assert.rejects(as('ada', closeHealthRound, { round }), refusal(/Only 4 people answered/));
    await assert.rejects(as('ada', addHealthPart, { round }), refusal(/not closed yet/));
  });

  it('takes no answers for a check that somebody wrote for too few people', async () => {
    const { begun, send, files } = team();
    const round = await begun();
    const path = `health-rounds/${round}.md`;
    const before = files.texts.get(path) ?? assert.fail();
    files.put(path, before.replace(/(?: {2}- \{member: (?:dorothy|grace|hedy), [^\n]*\n)+/, ''));
    await assert.rejects(send('ada', round, 3), refusal(/Only 3 people take part/));
  });

  it('gives a part for one list of answers alone, so that no two lists tell of one person', async () => {
    const { as, begun, send, files, windowOf } = team();
    const round = await begun();
    for (const [at, one] of PEOPLE.slice(0, 5).entries()) await send(one, round, at + 1);
    const path = `health-rounds/${round}.md`;
    const open = files.texts.get(path) ?? assert.fail();
    await as('ada', closeHealthRound, { round });
    const before = files.texts.get(path) ?? assert.fail();
    // Ada's answers alone, five times.
    const [ada = ''] = / {2}- \{by: ada, [^\n]*\n/.exec(before) ?? [];
    files.put(path, before.replace(/counted:\n(?: {2}- [^\n]*\n)+/, `counted:\n${ada.repeat(5)}`));
    await assert.rejects(as('hedy', addHealthPart, { round }), refusal(/answers of ada/));
    // Fewer than five, whatever a team sets.
    const fewer = before.replace(ada, '');
    files.put(path, fewer);
    files.put('because.yml', `${TEAM}health: {least: 3}\n`);
    await assert.rejects(as('alan', addHealthPart, { round }), refusal(/Only 4 people answered/));
    files.put(path, before);
    await as('alan', addHealthPart, { round });
    // Another list, with the sixth person's answers.
    files.put(path, open);
    await send('hedy', round, 5);
    await as('ada', closeHealthRound, { round });
    assert.notEqual(files.texts.get(path), before);
    await assert.rejects(as('alan', addHealthPart, { round }), refusal(/You already.*different list of answers/));
    await assert.rejects(as('grace', addHealthPart, { round }), refusal(/part of alan is for a different list/));
    files.put(path, before);
    assert.ok((await as('alan', addHealthPart, { round })).id);
    assert.equal((await windowOf('ada')).library.ofKind('healthSum').length, 1);
  });

  it('gives no part for a list that leaves out one’s own answers, unless one says that they came too late', async () => {
    const { as, begun, send, files, windowOf } = team();
    const round = await begun();
    for (const [at, one] of PEOPLE.entries()) await send(one, round, (at % 5) + 1);
    await as('ada', closeHealthRound, { round });
    const path = `health-rounds/${round}.md`;
    const before = files.texts.get(path) ?? assert.fail();
    // Whoever closes it chooses whose answers are added up.
    files.put(path, before.replace(/ {2}- \{by: hedy, [^\n]*\n/, ''));
    await assert.rejects(as('hedy', addHealthPart, { round }), isError('left-out', /answers are not counted/));
    const parts = async () => (await windowOf('ada')).library.ofKind('healthSum').length;
    assert.equal(await parts(), 0);
    await as('hedy', addHealthPart, { round, late: true });
    assert.equal(await parts(), 1);
    // Whoever is counted, or sent nothing, is asked nothing.
    await as('grace', addHealthPart, { round });
  });

  it('goes on without a part that does not fit, once there are two more than needed and it is archived', async () => {
    const { as, closed, files } = team();
    const round = await closed();
    for (const one of PEOPLE) await as(one, addHealthPart, { round });
    const path = `health-sums/${round}/alan.md`;
    const before = files.texts.get(path) ?? assert.fail();
    const other = files.texts.get(`health-sums/${round}/grace.md`)?.split('---\n')[2] ?? assert.fail();
    const wrong = `${before.split('---\n').slice(0, 2).join('---\n')}---\n${other}`;
    files.put(path, wrong);
    await assert.rejects(as('ada', revealHealthRound, { round }), refusal(/part of alan does not fit/));
    files.put(path, wrong.replace('---\n', '---\narchived: true\n'));
    assert.ok((await as('ada', revealHealthRound, { round })).id);
  });

  it('is not started among so many that an envelope would be too large a file', async () => {
    const { as, begun, files } = team();
    const key = 'ab'.repeat(31);
    const many = Array.from({ length: MOST }, (_, at) => `m${at}`);
    files.put('because.yml', `${TEAM}${many.map((id) => `    - {id: ${id}}\n`).join('')}`);
    for (const [at, id] of many.entries())
      files.put(`health-keys/${id}.md`, `---\nby: ${id}\nkey: ${key}${String(at).padStart(2, '0')}\n---\n`);
    await assert.rejects(begun(), refusal(/At most 40 people.*Archive the keys/));
    // Six of the team have one too.
    for (const id of many.slice(0, 6)) {
      const text = files.texts.get(`health-keys/${id}.md`) ?? assert.fail();
      files.put(`health-keys/${id}.md`, text.replace('---\n', '---\narchived: true\n'));
    }
    assert.ok((await as('ada', openHealthRound)).id);
  });

  it('adds a part again where the first one was archived', async () => {
    const { as, closed, files } = team();
    const round = await closed();
    for (const one of PEOPLE.slice(0, 4)) await as(one, addHealthPart, { round });
    const path = `health-sums/${round}/alan.md`;
    const before = files.texts.get(path) ?? assert.fail();
    files.put(path, before.replace('---\n', '---\narchived: true\n').replace(/\n\w{8}(?=[^\n]*\n$)/, '\nAAAAAAAA'));
    await assert.rejects(as('ada', revealHealthRound, { round }), refusal(/1 more part/));
    await as('alan', addHealthPart, { round });
    assert.equal(files.texts.get(path), before);
    assert.ok((await as('ada', revealHealthRound, { round })).id);
  });

  it('writes anew what is read, whatever somebody put beside it', async () => {
    const { as, begun, send, files } = team();
    const round = await begun();
    await send('ada', round, 1);
    const path = `health-envelopes/${round}/ada.md`;
    const before = files.texts.get(path) ?? assert.fail();
    const copy = before.replace(/id: \S+/, 'id: hv-copy');
    for (const place of [`health-envelopes/${round}/a.md`, `health-envelopes/a/${round}/ada.md`])
      files.put(place, copy);
    await send('ada', round, 5);
    assert.notEqual(files.texts.get(path), before);
    for (const one of PEOPLE.slice(1)) await send(one, round, 5);
    await as('ada', closeHealthRound, { round });
    for (const one of PEOPLE.slice(0, 4)) await as(one, addHealthPart, { round });
    const revealed = await as('ada', revealHealthRound, { round });
    assert.match(files.texts.get(revealed.path) ?? '', /credit: \[0, 0, 0, 0, 6\]\n/);
  });

  it('knows its own answers, wherever the editor was closed while they were sent', async () => {
    const { as, begun, send, files, secrets } = team();
    const round = await begun();
    for (const one of PEOPLE) await send(one, round, 4);
    const path = `health-envelopes/${round}/ada.md`;
    const before = files.texts.get(path) ?? assert.fail();
    const own = secrets.get('ada') ?? assert.fail();
    const set = own.set.bind(own);
    let left = 1;
    own.set = async (name, value) => {
      if (left-- === 0) throw new Error('closed');
      await set(name, value);
    };
    await assert.rejects(send('ada', round, 1), /closed/);
    own.set = set;
    const after = files.texts.get(path) ?? assert.fail();
    assert.notEqual(after, before);
    const kept = new Map(own.all);
    const open = files.texts.get(`health-rounds/${round}.md`) ?? assert.fail();
    for (const text of [after, before]) {
      files.put(path, text);
      files.put(`health-rounds/${round}.md`, open);
      own.all.clear();
      for (const [name, value] of kept) own.all.set(name, value);
      await as('ada', closeHealthRound, { round });
      assert.ok((await as('ada', addHealthPart, { round })).id);
      files.take(`health-sums/${round}/ada.md`);
    }
  });

  it('is revealed by its parts alone, whatever somebody wrote before', async () => {
    const { as, closed, files } = team();
    const round = await closed();
    const counts = Object.values(eachItem((item) => `  ${item}: [0, 0, 0, 0, 5]\n`)).join('');
    files.put('health/fake.md', `---\nround: ${round}\nclosed: 2026-11-23\nparticipants: 5\nanswers:\n${counts}---\n`);
    await assert.rejects(as('ada', revealHealthRound, { round }), refusal(/4 more parts/));
    for (const one of PEOPLE.slice(2)) await as(one, addHealthPart, { round });
    const { path } = await as('ada', revealHealthRound, { round });
    assert.match(files.texts.get(path) ?? '', /credit: \[1, 1, 1, 1, 1\]\n/);
  });

  it('seals nothing to a key with which everybody could open it', async () => {
    const { as, begun, send, files } = team();
    const open = '00'.repeat(32);
    const round = await begun();
    const path = `health-rounds/${round}.md`;
    const before = files.texts.get(path) ?? assert.fail();
    const own = files.texts.get('health-keys/hedy.md') ?? assert.fail();
    files.put('health-keys/hedy.md', own.replace(/key: \S+/, `key: ${open}`));
    files.put(path, before.replace(/(member: hedy, key: )\w+/, `$1${open}`));
    await assert.rejects(send('ada', round, 3), refusal(/key of hedy cannot be used/));
    files.put(path, before.replace('---\n', '---\narchived: true\n'));
    await assert.rejects(as('ada', openHealthRound), refusal(/key of hedy cannot be used/));
  });

  it('says so where there are two keys for one person', async () => {
    const { as, begun, files } = team();
    await begun();
    const own = files.texts.get('health-keys/ada.md') ?? assert.fail();
    const other = own.replace(/id: \S+/, 'id: hk-other').replace(/key: \S+/, `key: ${'ab'.repeat(32)}`);
    files.put('health-keys/other.md', other);
    await assert.rejects(as('ada', makeHealthKey), refusal(/health-keys\/ada\.md, health-keys\/other\.md.*Archive/));
  });

  it('notices answers that were changed, or written in somebody’s name', async () => {
    const { as, closed, files, begun, send } = team();
    const round = await closed();
    const path = `health-envelopes/${round}/ada.md`;
    const before = files.texts.get(path) ?? assert.fail();
    files.put(
      path,
      before.replace(/[A-Za-z0-9](?=[^\n]{200}\n)/, (letter) => (letter === 'A' ? 'B' : 'A')),
    );
    await assert.rejects(as('alan', addHealthPart, { round }), refusal(/answers of ada changed/));
    files.put(path, before);
    // A copy beside it is none that counts.
    files.put(`health-envelopes/${round}/copy.md`, before.replace(/id: \S+/, 'id: hv-copy'));
    for (const one of PEOPLE.slice(2)) await as(one, addHealthPart, { round });
    await as('hedy', revealHealthRound, { round });
    const next = await begun();
    for (const one of PEOPLE) await send(one, next, 3);
    const [mine, others] = ['ada', 'alan'].map((one) => `health-envelopes/${next}/${one}.md`);
    const taken = files.texts.get(others ?? '') ?? assert.fail();
    files.put(mine ?? '', taken.replace('by: alan', 'by: ada').replace(/id: \S+/, 'id: hv-taken'));
    await as('hedy', closeHealthRound, { round: next });
    await assert.rejects(as('ada', addHealthPart, { round: next }), refusal(/not the ones you sent/));
    await assert.rejects(as('hedy', addHealthPart, { round: next }), refusal(/answers of ada cannot be decrypted/));
  });

  it('sends nothing once a key was replaced, and goes on without who lost theirs', async () => {
    const { as, closed, files, secrets, begun, send } = team();
    const round = await closed();
    secrets.get('ada')?.all.clear();
    await assert.rejects(as('ada', addHealthPart, { round }), refusal(/not the ones you sent/));
    for (const one of PEOPLE.slice(2)) await as(one, addHealthPart, { round });
    assert.ok((await as('ada', revealHealthRound, { round })).id);
    // A new key takes the lost one's place, in the same file.
    const before = files.texts.get('health-keys/ada.md');
    const next = await begun();
    const after = files.texts.get('health-keys/ada.md') ?? assert.fail();
    assert.notEqual(after, before);
    files.put('health-keys/ada.md', after.replace(/key: \S+/, `key: ${'ab'.repeat(32)}`));
    await assert.rejects(send('hedy', next, 3), refusal(/key of ada has changed/));
    // Nor where somebody has two.
    files.put('health-keys/ada.md', after);
    files.put(
      'health-keys/other.md',
      after.replace(/id: \S+/, 'id: hk-other').replace(/key: \S+/, `key: ${'ab'.repeat(32)}`),
    );
    await assert.rejects(send('hedy', next, 3), refusal(/key of ada has changed/));
  });

  it('asks to compare a key that is another one than in the last check', async () => {
    const { as, closed, secrets, send, windowOf } = team();
    const round = await closed();
    for (const one of PEOPLE.slice(2)) await as(one, addHealthPart, { round });
    await as('ada', revealHealthRound, { round });
    secrets.get('grace')?.all.clear();
    await as('grace', makeHealthKey);
    const next = (await as('ada', openHealthRound)).id;
    const sent = async () => (await windowOf('ada')).library.children(next, 'healthEnvelope').length;
    await assert.rejects(send('ada', next, 3), isError('new-key', /another key than in the last check: grace/));
    assert.equal(await sent(), 0);
    await as('ada', sendHealthAnswers, { round: next, levels: eachItem(() => 3), trusted: true });
    // Once it is trusted, it is the one that was seen last.
    await send('ada', next, 4);
    // Whoever sees everybody for the first time has nothing to compare.
    await send('hedy', next, 4);
    assert.equal(await sent(), 2);
  });

  it('needs to know who somebody is, that they take part, and a place for secrets', async () => {
    const { as, begun, files } = team();
    const round = await begun();
    const input = { round, levels: eachItem(() => 3), comment: 'x'.repeat(300) };
    await assert.rejects(as('ada', sendHealthAnswers, input), refusal(/too long/));
    const stranger = openedBy(files, 'eve', undefined, NOW, new MemorySecrets());
    await assert.rejects(perform(makeHealthKey, stranger, {}), isError('no-member'));
    const bare = openedBy(files, 'ada', undefined, NOW);
    await assert.rejects(perform(makeHealthKey, bare, {}), refusal(/store secrets/));
    files.put('because.yml', `${TEAM}    - {id: eve}\n`);
    const late = openedBy(files, 'eve', undefined, NOW, new MemorySecrets());
    await assert.rejects(perform(sendHealthAnswers, late, { ...input, comment: '' }), refusal(/do not take part/));
  });
});
