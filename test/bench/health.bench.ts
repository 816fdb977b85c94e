/** What a remote health check costs a computer: sealing one's answers, one's part, and the totals, among as many as there may be. */
import { ballotOf } from '../../src/core/ballots/ballot.ts';
import {
  type Counted,
  type Envelope,
  envelopeHash,
  envelopeOf,
  MOST,
  outcomeOf,
  type Round,
  type Sum,
  sumOver,
  sumsNeeded,
} from '../../src/core/ballots/round.ts';
import { newKeys } from '../../src/core/ballots/sealing.ts';
import { grown, oddOneOut, split } from '../../src/core/ballots/shares.ts';
import { surveyItems } from '../../src/core/survey/items.ts';
import { eachItem } from '../../src/core/survey/totals.ts';
import { measure, type Table } from './frame.ts';

export async function bench(table: Table): Promise<void> {
  await roundOf(12, table, 250);
  await roundOf(MOST, table);
  await wrongPart(MOST, table, 1000);
}

async function roundOf(people: number, table: Table, limit?: number): Promise<void> {
  const keys = Array.from({ length: people }, newKeys);
  const round: Round = { id: 'hr-1', people: keys.map(({ key }, at) => ({ member: `p${at}`, key })) };
  const secretOf = (at: number): string => keys[at]?.secret ?? '';
  const answered = (at: number): Envelope =>
    envelopeOf(
      round,
      `p${at}`,
      secretOf(at),
      ballotOf(
        eachItem(() => (at % 5) + 1),
        'More interviews',
        people,
      ),
    );
  const envelopes = keys.map((_, at) => answered(at));
  const counted: readonly Counted[] = envelopes.map((one) => ({ by: one.by, hash: envelopeHash(round, one) }));
  const part = (at: number) => sumOver(round, counted, envelopes, { me: `p${at}`, secret: secretOf(at) });
  const sums = keys.slice(0, sumsNeeded(people)).map((_, at) => part(at) as Sum);
  const name = `health check of ${people}, ${surveyItems.length} statements and a comment each`;
  const seal = await measure('seal', () => answered(0));
  table.add(`${name}: one's answers sealed`, seal.median, 'ms', limit);
  const add = await measure('add', () => part(0));
  table.add(`${name}: one's part`, add.median, 'ms', limit);
  const totals = await measure('totals', () => {
    if (outcomeOf(round, counted, sums).state !== 'done') throw new Error('The sums give no totals.');
  });
  table.add(`${name}: totals by ${sums.length} parts`, totals.median, 'ms', limit);
}

/** Everybody's editor finds out whose part is wrong, where somebody adds a wrong one. */
async function wrongPart(people: number, table: Table, limit: number): Promise<void> {
  const least = sumsNeeded(people);
  const ballot = ballotOf(
    eachItem(() => 3),
    '',
    people,
  );
  const vectors = split(ballot, { shares: people, least }).map((one) =>
    'vector' in one ? one.vector : grown(one.seed, ballot.length),
  );
  const parts = new Map(vectors.map((vector, at) => [at + 1, at === people - 1 ? ballot : vector]));
  const odd = await measure('odd', () => {
    if (oddOneOut(parts, least) !== people) throw new Error('Nobody can tell whose part is wrong.');
  });
  table.add(`health check of ${people}: whose part is wrong`, odd.median, 'ms', limit);
}
