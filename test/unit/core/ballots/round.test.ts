/** A round among people who trust no one with their answers: what comes out, who may be missing, and what is noticed. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { ballotLength, ballotOf, tallyOf } from '../../../../src/core/ballots/ballot.ts';
import {
  type Counted,
  type Envelope,
  envelopeHash,
  envelopeOf,
  listHash,
  MOST,
  outcomeOf,
  type Round,
  type Sum,
  sumOver,
  sumsNeeded,
} from '../../../../src/core/ballots/round.ts';
import { type KeyPair, newKeys } from '../../../../src/core/ballots/sealing.ts';
import { field, summed } from '../../../../src/core/ballots/shares.ts';
import { LEVELS } from '../../../../src/core/survey/items.ts';
import { eachItem, type Levels, noTotals, withLevels } from '../../../../src/core/survey/totals.ts';

const anyLevels: fc.Arbitrary<Levels> = fc.record(eachItem(() => fc.integer({ min: 1, max: LEVELS })));

interface Played {
  readonly round: Round;
  readonly keys: readonly KeyPair[];
  readonly envelopes: readonly Envelope[];
  readonly counted: readonly Counted[];
}

const name = (at: number): string => `p${at}`;

/** A round of people of whom the first ones answer. */
function played(people: number, answers: readonly Levels[], comments: readonly string[] = []): Played {
  const keys = Array.from({ length: people }, newKeys);
  const round: Round = { id: 'he-1', people: keys.map(({ key }, at) => ({ member: name(at), key })) };
  const envelopes = answers.map((levels, at) =>
    envelopeOf(round, name(at), keys[at]?.secret ?? '', ballotOf(levels, comments[at] ?? '', people)),
  );
  return { round, keys, envelopes, counted: countedIn(round, envelopes) };
}

const countedIn = (round: Round, envelopes: readonly Envelope[]): readonly Counted[] =>
  envelopes.map((one) => ({ by: one.by, hash: envelopeHash(round, one) }));

/** The sums of some of the people, each of whom can make theirs. */
const sumsOf = ({ round, keys, envelopes, counted }: Played, who: readonly number[]): readonly Sum[] =>
  who.map((at) => {
    const made = sumOver(round, counted, envelopes, { me: name(at), secret: keys[at]?.secret ?? '' });
    return 'sum' in made ? made : assert.fail(JSON.stringify(made));
  });

const same = (level: number): Levels => eachItem(() => level);

describe('A round without anybody in the middle', () => {
  it('gives the totals by any who are enough, and by all', () => {
    fc.assert(
      fc.property(fc.array(anyLevels, { minLength: 5, maxLength: 7 }), fc.nat(2), (answers, absent) => {
        const people = answers.length + absent;
        const game = played(people, answers);
        const least = sumsNeeded(people);
        const everybody = Array.from({ length: people }, (_, at) => at);
        const sums = sumsOf(game, everybody);
        for (const some of [sums.slice(0, least), sums.slice(-least), sums]) {
          const outcome = outcomeOf(game.round, game.counted, some);
          assert.deepEqual(outcome.state === 'done' && outcome.tally.totals, answers.reduce(withLevels, noTotals()));
        }
        assert.deepEqual(outcomeOf(game.round, game.counted, sums.slice(1, least)), {
          state: 'waiting',
          missing: 1,
        });
      }),
      { numRuns: 3 },
    );
  });

  it('has envelopes of one length for everybody, which fit a file of 1 MiB among as many people as may take part', () => {
    const keys = Array.from({ length: MOST }, newKeys);
    const round: Round = { id: 'he-1', people: keys.map(({ key }, at) => ({ member: name(at), key })) };
    const sizeOf = (level: number, comment: string) =>
      envelopeOf(round, 'p0', keys[0]?.secret ?? '', ballotOf(same(level), comment, MOST)).shares.join('\n').length;
    const size = sizeOf(1, '');
    assert.equal(sizeOf(5, 'A comment'), size);
    assert.ok(size < 2 ** 20, `${size}`);
  });

  it('gives the comments, without whose they are', () => {
    // In a few of a hundred rounds two comments hide each other.
    for (let turn = 0; turn < 5; turn++) {
      const game = played(5, [3, 4, 4, 5, 5].map(same), ['Zeal', '', 'Ask more']);
      const outcome = outcomeOf(game.round, game.counted, sumsOf(game, [0, 1, 2, 3]));
      assert.ok(outcome.state === 'done');
      const { comments, unreadable } = outcome.tally;
      assert.equal(comments.length + unreadable, 2);
      if (unreadable === 0) return assert.deepEqual(comments, ['Ask more', 'Zeal']);
    }
    return assert.fail('no comment can be read');
  });

  it('needs so many that one person who adds to two lists is too few to have both summed, and not everybody', () => {
    assert.deepEqual([3, 4, 5, 6, 7, 8, 12, 40].map(sumsNeeded), [3, 3, 4, 4, 5, 5, 7, 21]);
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 60 }), (people) => {
        const least = sumsNeeded(people);
        // So many people at least add to both.
        assert.ok(2 * least - people >= 2 && least < people);
      }),
    );
  });

  it('goes on without those who lost their key, as long as there are enough others', () => {
    const game = played(6, [1, 2, 3, 4, 5, 5].map(same));
    const lost = sumOver(game.round, game.counted, game.envelopes, { me: 'p0', secret: newKeys().secret });
    assert.deepEqual(lost, { changed: [], unopened: ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'] });
    assert.equal(outcomeOf(game.round, game.counted, sumsOf(game, [1, 2, 3, 4])).state, 'done');
    assert.deepEqual(outcomeOf(game.round, game.counted, sumsOf(game, [1, 2, 3])), { state: 'waiting', missing: 1 });
  });

  it('counts what was there when it was closed: envelopes that come late, twice or changed are left out', () => {
    const { round, keys, envelopes } = played(6, [1, 2, 3, 4, 5, 5].map(same));
    const counted = countedIn(round, envelopes.slice(0, 5));
    const again = envelopeOf(round, 'p0', keys[0]?.secret ?? '', ballotOf(same(5), '', 6));
    const late = [again, ...envelopes];
    const sums = sumsOf({ round, keys, envelopes: late, counted }, [0, 2, 3, 5]);
    const outcome = outcomeOf(round, counted, sums);
    assert.deepEqual(outcome.state === 'done' && outcome.tally.totals.credit, [1, 1, 1, 1, 1]);
    const without = sumOver(round, counted, [again, ...envelopes.slice(1)], {
      me: 'p2',
      secret: keys[2]?.secret ?? '',
    });
    assert.deepEqual(without, { changed: ['p0'], unopened: [] });
  });

  it('notices an envelope that somebody tampered with, wherever', () => {
    const { round, keys, envelopes } = played(5, [1, 2, 3, 4, 5].map(same));
    const [first = assert.fail(), ...others] = envelopes;
    const tampered = (share: string) => [
      { ...first, shares: first.shares.map((one, at) => (at === 1 ? share : one)) },
      ...others,
    ];
    const flipped = `${first.shares[1]?.startsWith('A') ? 'B' : 'A'}${first.shares[1]?.slice(1)}`;
    for (const share of [flipped, 'no base 64!', '', first.shares[2] ?? '']) {
      const now = tampered(share);
      const me = { me: 'p1', secret: keys[1]?.secret ?? '' };
      // Changed after it was counted, and changed before.
      assert.deepEqual(sumOver(round, countedIn(round, envelopes), now, me), { changed: ['p0'], unopened: [] });
      assert.deepEqual(sumOver(round, countedIn(round, now), now, me), { changed: [], unopened: ['p0'] });
    }
  });

  it('takes no envelope of somebody else, of another round, or of somebody who takes no part', () => {
    const { round, keys, envelopes } = played(5, [1, 2, 3, 4, 5].map(same));
    const me = { me: 'p1', secret: keys[1]?.secret ?? '' };
    const renamed = envelopes.map((one) => (one.by === 'p0' ? { ...one, by: 'p4' } : one));
    assert.deepEqual(sumOver(round, countedIn(round, renamed.slice(0, 1)), renamed, me), {
      changed: [],
      unopened: ['p4'],
    });
    const another = { ...round, id: 'he-2' };
    assert.deepEqual(sumOver(another, countedIn(another, envelopes.slice(0, 1)), envelopes, me), {
      changed: [],
      unopened: ['p0'],
    });
    // Somebody replaced a key in the round's record: nothing sealed before opens any more.
    const replaced = {
      ...round,
      people: round.people.map((one) => (one.member === 'p4' ? { ...one, key: newKeys().key } : one)),
    };
    assert.deepEqual(sumOver(replaced, countedIn(replaced, envelopes.slice(0, 1)), envelopes, me), {
      changed: [],
      unopened: ['p0'],
    });
    const stranger = { ...(envelopes[0] ?? assert.fail()), by: 'eve' };
    assert.deepEqual(sumOver(round, countedIn(round, [stranger]), [stranger], me), { changed: ['eve'], unopened: [] });
  });

  it('leaves out sums over another list, and says whose sum does not fit where that can be told', () => {
    const game = played(6, [1, 2, 3, 4, 5, 5].map(same));
    const { round, counted } = game;
    const other = { ...game, counted: counted.slice(0, 4) };
    const mixed = [...sumsOf(other, [0]), ...sumsOf(game, [1, 2])];
    assert.deepEqual(outcomeOf(round, counted, mixed), { state: 'waiting', missing: 2 });
    assert.notEqual(listHash(round, counted), listHash(round, other.counted));
    assert.equal(listHash(round, counted), listHash(round, counted.toReversed()));
    const [first = assert.fail(), ...rest] = sumsOf(game, [0, 1, 2, 3, 4, 5]);
    const lies = [{ ...first, sum: rest[0]?.sum ?? '' }, ...rest];
    assert.deepEqual(outcomeOf(round, counted, lies), { state: 'unfit', liar: 'p0' });
    assert.deepEqual(outcomeOf(round, counted, lies.slice(0, 5)), { state: 'unfit', liar: undefined });
    // What cannot be read is no sum.
    assert.equal(outcomeOf(round, counted, [{ ...first, sum: '!' }, ...rest]).state, 'done');
  });

  it('has a hash for each thing that is no hash of another, however it is named', () => {
    const { round } = played(5, []);
    const list = listHash(round, [{ by: 'ada', hash: 'x' }]);
    assert.notEqual(list, envelopeHash(round, { by: 'ada x', shares: [] }));
    const first = envelopeHash(round, { by: 'ada', shares: ['x', 'y'] });
    for (const other of [['xy'], ['y', 'x'], ['x', 'y', '']])
      assert.notEqual(envelopeHash(round, { by: 'ada', shares: other }), first);
  });

  it('adds up nobody’s envelope twice, for the sum would tell what they answered', () => {
    const { round, keys, envelopes, counted } = played(5, [1, 2, 3, 4, 5].map(same));
    const five = Array.from({ length: 5 }, () => counted[0] ?? assert.fail());
    for (const list of [five, [...counted, ...counted.slice(0, 1)]]) {
      const made = sumOver(round, list, envelopes, { me: 'p1', secret: keys[1]?.secret ?? '' });
      assert.deepEqual(made, { changed: list.map(({ by }) => by), unopened: [] });
    }
    const colluding = keys.slice(0, 4).map((_, at) => ({ by: name(at), list: listHash(round, five), sum: '' }));
    const sums = sumsOf({ round, keys, envelopes, counted }, [0, 1, 2, 3]).map((one, at) => ({
      ...one,
      list: colluding[at]?.list ?? '',
    }));
    assert.deepEqual(outcomeOf(round, five, sums), { state: 'impossible' });
  });

  it('says so where somebody sent something else than a ballot', () => {
    const { round, keys, envelopes } = played(5, [1, 2, 3, 4, 5].map(same));
    const odd = ballotOf(same(3), '', 5).map((element, at) =>
      at === 2 ? 50n : at === 3 ? field.ORDER - 49n : element,
    );
    const all = [...envelopes.slice(0, 4), envelopeOf(round, 'p4', keys[4]?.secret ?? '', odd)];
    const game = { round, keys, envelopes: all, counted: countedIn(round, all) };
    assert.deepEqual(outcomeOf(round, game.counted, sumsOf(game, [0, 1, 2, 3])), { state: 'impossible' });
  });
});

describe('A tally', () => {
  it('is what ballots add up to, and nothing else is one', () => {
    const sum = summed([1, 2, 2, 5, 5].map((level) => ballotOf(same(level), '', 5)));
    assert.deepEqual(tallyOf(sum, 5, 5), { totals: eachItem(() => [1, 2, 0, 0, 2]), comments: [], unreadable: 0 });
    assert.equal(tallyOf(sum, 4, 5), undefined);
    assert.equal(tallyOf(sum.slice(1), 5, 5), undefined);
    assert.equal(sum.length, ballotLength(5));
  });
});
