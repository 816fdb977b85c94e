/** Remote health checks as they are told: who takes part, and what each person can do next. */
import * as assert from 'node:assert/strict';
import { ballotOf } from '../../../../src/core/ballots/ballot.ts';
import {
  type Envelope,
  envelopeHash,
  envelopeOf,
  MOST,
  type Round,
  sumOver,
} from '../../../../src/core/ballots/round.ts';
import { newKeys } from '../../../../src/core/ballots/sealing.ts';
import { apartTold, ownKey } from '../../../../src/core/health/apart.ts';
import { eachItem } from '../../../../src/core/survey/totals.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const NOW = new Date('2026-11-24T12:00Z');
const NAMES = ['ada', 'alan', 'annie', 'dorothy', 'grace', 'hedy'] as const;
const TEAM = {
  'because.yml':
    'team:\n  members: [{id: ada, name: Ada Lovelace}, {id: alan}, {id: annie}, {id: dorothy}, {id: grace}, {id: hedy}, {id: kay}]\n',
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
      eachItem(() => Math.min(5, at + 1)),
      '',
      NAMES.length,
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
    const { 'health-keys/hedy.md': hedy = '', 'health-keys/dorothy.md': _, ...four } = keyFiles;
    assert.deepEqual(told({}), {
      hasKey: false,
      with: [],
      without: ['Ada Lovelace', 'alan', 'annie', 'dorothy', 'grace', 'hedy', 'kay'],
      canStart: false,
      round: undefined,
    });
    const few = told(four);
    assert.deepEqual(
      [few.hasKey, few.with, few.without, few.canStart],
      [true, ['Ada Lovelace', 'alan', 'annie', 'grace'], ['dorothy', 'hedy', 'kay'], false],
    );
    assert.equal(told({ ...four, 'health-keys/hedy.md': hedy }).canStart, true);
    assert.equal(told(keyFiles, 'kay').hasKey, false);
    // Whose key it is cannot be told where there are two.
    assert.equal(
      told({
        ...four,
        'health-keys/hedy.md': hedy,
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
      [true, true, true, true, false, false],
    );
    assert.deepEqual(
      people.map(({ isMe, replaced }) => [isMe, replaced]),
      [[true, false], ...Array(5).fill([false, false])],
    );
    assert.equal(told({ ...keyFiles, ...roundFile(), ...envelopeFiles(envelopes) }).round?.canClose, true);
    assert.equal(told({ ...keyFiles, ...roundFile() }, 'kay').round?.isIn, false);
  });

  it('says how many parts are needed, and when it can be revealed', () => {
    const files = { ...keyFiles, ...closed, ...envelopeFiles(envelopes) };
    const one = told({ ...files, ...sumFile('ada') }).round;
    assert.deepEqual(
      [one?.phase, one?.missing, one?.hasAdded, one?.people.map(({ added }) => added)],
      ['closed', 3, true, [true, false, false, false, false, false]],
    );
    const enough = { ...files, ...sumFile('ada'), ...sumFile('dorothy'), ...sumFile('grace'), ...sumFile('hedy') };
    assert.deepEqual([told(enough).round?.phase, told(enough).round?.missing], ['ready', 0]);
    const revealed = (counts: string) => ({
      'health/he-1.md': record([
        'round: hr-1',
        'participants: 6',
        'answers:',
        ...Object.values(eachItem((item) => `  ${item}: ${counts}`)),
      ]),
    });
    const right = revealed('[1, 1, 1, 1, 2]');
    assert.equal(told({ ...enough, ...right }).round, undefined);
    // What somebody wrote instead, or before there are enough parts, is no end of it.
    assert.equal(told({ ...enough, ...revealed('[0, 0, 0, 0, 6]') }).round?.phase, 'ready');
    assert.equal(told({ ...files, ...right }).round?.phase, 'closed');
    assert.equal(told({ ...keyFiles, ...roundFile(), ...envelopeFiles(envelopes), ...right }).round?.phase, 'open');
    // Of what was cleared away nothing can be added up again.
    assert.equal(told({ ...keyFiles, ...closed, ...right }).round, undefined);
  });

  it('says whose part does not fit, where that can be told, and when nothing can come of it', () => {
    const files = {
      ...keyFiles,
      ...closed,
      ...envelopeFiles(envelopes),
      ...sumFile('alan'),
      ...sumFile('annie'),
      ...sumFile('dorothy'),
      ...sumFile('grace'),
    };
    const five = told({ ...files, ...sumFile('ada', true) }).round;
    assert.match(five?.trouble ?? '', /do not fit together/);
    const six = told({ ...files, ...sumFile('ada', true), ...sumFile('hedy') }).round;
    assert.match(six?.trouble ?? '', /part of Ada Lovelace/);
    assert.deepEqual([five?.phase, six?.phase], ['closed', 'closed']);
    const twice = `counted: [${Array(5).fill(`{by: ada, hash: ${counted[0]?.hash}}`).join(', ')}]`;
    const spoiled = told({ ...keyFiles, ...roundFile(['closed: 2026-11-23', twice]) }).round;
    assert.equal(spoiled?.phase, 'closed');
    const nobody = told({ 'health-rounds/hr-1.md': record(['people: [{member: ada, key: x}]']) }).round;
    assert.deepEqual([nobody?.phase, nobody?.people], ['spoiled', []]);
  });

  it('goes on with the first of two that were started at once, and with none that names too many', () => {
    const { 'health-rounds/hr-1.md': text } = roundFile(['created: 2026-11-20T10:00Z']);
    const second = text.replace('T10:00Z', 'T09:00Z');
    const both = { ...keyFiles, 'health-rounds/hr-1.md': text, 'health-rounds/hr-2.md': second };
    assert.equal(told(both).round?.id, 'hr-2');
    const many = Array.from({ length: MOST + 1 }, (_, at) => `{member: m${at}, key: ${'ab'.repeat(32)}}`);
    const crowd = told({ 'health-rounds/hr-1.md': record([`people: [${many.join(', ')}]`]) }).round;
    assert.deepEqual([crowd?.phase, crowd?.people], ['spoiled', []]);
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
