/** Remote health checks as they are told: who takes part, and what each person can do next. */
import * as assert from 'node:assert/strict';
import { ballotOf } from '../../../../src/core/ballots/ballot.ts';
import { type Envelope, envelopeHash, envelopeOf, type Round, sumOver } from '../../../../src/core/ballots/round.ts';
import { newKeys } from '../../../../src/core/ballots/sealing.ts';
import { apartTold, ownKey } from '../../../../src/core/health/apart.ts';
import { eachItem } from '../../../../src/core/survey/totals.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const NOW = new Date('2026-11-24T12:00Z');
const NAMES = ['ada', 'alan', 'annie', 'grace', 'hedy'] as const;
const TEAM = {
  'because.yml':
    'team:\n  members: [{id: ada, name: Ada Lovelace}, {id: alan}, {id: annie}, {id: grace}, {id: hedy}, {id: kay}]\n',
};

const keys = new Map(NAMES.map((name) => [name as string, newKeys()]));
const round: Round = { id: 'hr-1', people: NAMES.map((member) => ({ member, key: keys.get(member)?.key ?? '' })) };
const secretOf = (name: string): string => keys.get(name)?.secret ?? '';

const keyFiles = Object.fromEntries(
  round.people.map(({ member, key }) => [
    `health-keys/${member}.md`,
    record([`id: hk-${member}`, `by: ${member}`, `key: ${key}`]),
  ]),
);
const envelopes = NAMES.map((by, at) =>
  envelopeOf(
    round,
    by,
    secretOf(by),
    ballotOf(
      eachItem(() => at + 1),
      '',
      5,
    ),
  ),
);
const counted = envelopes.map((one) => ({ by: one.by, hash: envelopeHash(round, one) }));

const roundFile = (lines: readonly string[] = []) => ({
  'health-rounds/hr-1.md': record([
    'opened: 2026-11-20',
    `people: [${round.people.map(({ member, key }) => `{member: ${member}, key: ${key}}`).join(', ')}]`,
    ...lines,
  ]),
});
const closed = roundFile([
  'closed: 2026-11-23',
  `counted: [${counted.map(({ by, hash }) => `{by: ${by}, hash: ${hash}}`).join(', ')}]`,
]);

const envelopeFiles = (some: readonly Envelope[]) =>
  Object.fromEntries(
    some.map(({ by, shares }) => [
      `health-envelopes/hr-1/${by}.md`,
      record([`id: hv-${by}`, 'round: hr-1', `by: ${by}`], `${shares.join('\n')}\n`),
    ]),
  );

const sumFile = (me: string, damaged = false) => {
  const made = sumOver(round, counted, envelopes, { me, secret: secretOf(me) });
  if (!('sum' in made)) return assert.fail();
  const sum = damaged ? `AAAA${made.sum.slice(4)}` : made.sum;
  return {
    [`health-sums/hr-1/${me}.md`]: record(
      [`id: hs-${me}`, 'round: hr-1', `by: ${me}`, `list: ${made.list}`],
      `${sum}\n`,
    ),
  };
};

const told = (files: Readonly<Record<string, string>>, me = 'ada') =>
  apartTold(libraryOf({ ...TEAM, ...files }), me, NOW);

describe('A remote health check as it is told', () => {
  it('can be started once enough people take part', () => {
    const { 'health-keys/hedy.md': hedy = '', ...four } = keyFiles;
    assert.deepEqual(told({}), {
      hasKey: false,
      with: [],
      without: ['Ada Lovelace', 'alan', 'annie', 'grace', 'hedy', 'kay'],
      canStart: false,
      round: undefined,
    });
    const few = told(four);
    assert.deepEqual(
      [few.hasKey, few.with, few.without, few.canStart],
      [true, ['Ada Lovelace', 'alan', 'annie', 'grace'], ['hedy', 'kay'], false],
    );
    assert.equal(told({ ...four, 'health-keys/hedy.md': hedy }).canStart, true);
    assert.equal(told(keyFiles, 'kay').hasKey, false);
    // Whose key it is cannot be told where there are two.
    assert.equal(
      told({
        ...keyFiles,
        'health-keys/x.md': hedy.replace('hk-hedy', 'hk-x').replace(/key: \w+/, `key: ${'0'.repeat(64)}`),
      }).canStart,
      false,
    );
  });

  it('says who has answered, and lets it be closed once enough have', () => {
    const some = told({ ...keyFiles, ...roundFile(), ...envelopeFiles(envelopes.slice(0, 4)) });
    const { phase, isIn, hasAnswered, canClose, people, opened } = some.round ?? assert.fail();
    assert.deepEqual(
      [phase, isIn, hasAnswered, canClose, opened, some.canStart],
      ['open', true, true, false, '20\u00A0Nov', false],
    );
    assert.deepEqual(
      people.map(({ answered }) => answered),
      [true, true, true, true, false],
    );
    assert.deepEqual(
      people.map(({ isMe, replaced }) => [isMe, replaced]),
      [[true, false], ...Array(4).fill([false, false])],
    );
    assert.equal(told({ ...keyFiles, ...roundFile(), ...envelopeFiles(envelopes) }).round?.canClose, true);
    assert.equal(told({ ...keyFiles, ...roundFile() }, 'kay').round?.isIn, false);
  });

  it('says how many parts are needed, and when it can be revealed', () => {
    const files = { ...keyFiles, ...closed, ...envelopeFiles(envelopes) };
    const one = told({ ...files, ...sumFile('ada') }).round;
    assert.deepEqual(
      [one?.phase, one?.missing, one?.hasAdded, one?.people.map(({ added }) => added)],
      ['closed', 2, true, [true, false, false, false, false]],
    );
    const three = { ...files, ...sumFile('ada'), ...sumFile('grace'), ...sumFile('hedy') };
    assert.deepEqual([told(three).round?.phase, told(three).round?.missing], ['ready', 0]);
    const done = { ...three, 'health/he-1.md': record(['round: hr-1', 'participants: 5']) };
    assert.equal(told(done).round, undefined);
  });

  it('says whose part does not fit, where that can be told, and when nothing can come of it', () => {
    const files = {
      ...keyFiles,
      ...closed,
      ...envelopeFiles(envelopes),
      ...sumFile('alan'),
      ...sumFile('annie'),
      ...sumFile('grace'),
    };
    const four = told({ ...files, ...sumFile('ada', true) }).round;
    assert.match(four?.trouble ?? '', /do not fit together/);
    const five = told({ ...files, ...sumFile('ada', true), ...sumFile('hedy') }).round;
    assert.match(five?.trouble ?? '', /part of Ada Lovelace/);
    assert.deepEqual([four?.phase, five?.phase], ['closed', 'closed']);
    const twice = `counted: [${Array(5).fill(`{by: ada, hash: ${counted[0]?.hash}}`).join(', ')}]`;
    const spoiled = told({ ...keyFiles, ...roundFile(['closed: 2026-11-23', twice]) }).round;
    assert.equal(spoiled?.phase, 'closed');
    const nobody = told({ 'health-rounds/hr-1.md': record(['people: [{member: ada, key: x}]']) }).round;
    assert.deepEqual([nobody?.phase, nobody?.people], ['spoiled', []]);
  });

  it('knows the key one needs: of the check that goes on, or else of one’s record', () => {
    const key = (name: string) => keys.get(name)?.key;
    const after = record(['by: ada', `key: ${'0'.repeat(64)}`]);
    const needed = (files: Readonly<Record<string, string>>, me?: string) =>
      ownKey(libraryOf({ ...TEAM, ...files }), me);
    assert.deepEqual(
      [needed(keyFiles, 'ada'), needed(keyFiles, 'kay'), needed(keyFiles)],
      [key('ada'), undefined, undefined],
    );
    assert.equal(needed({ ...keyFiles, 'health-keys/ada.md': after }, 'ada'), '0'.repeat(64));
    assert.equal(needed({ ...keyFiles, ...roundFile(), 'health-keys/ada.md': after }, 'ada'), key('ada'));
  });

  it('says whose key was replaced since it started', () => {
    const other = keyFiles['health-keys/hedy.md']?.replace(/key: \w+/, `key: ${'0'.repeat(64)}`) ?? '';
    const { round: seen } = told({ ...keyFiles, ...roundFile(), 'health-keys/hedy.md': other });
    assert.deepEqual(
      seen?.people.flatMap(({ name, replaced }) => (replaced ? name : [])),
      ['hedy'],
    );
  });
});
