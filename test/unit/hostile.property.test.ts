/** Every surface asked about hostile worlds: nothing throws, nothing leaves its line, and what is done twice is done once. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { worlds } from '../support/hostile.ts';
import { say } from '../support/say.ts';
import { shown } from '../support/surfaces.ts';

const RUNS = Number(process.env.BECAUSE_HOSTILE_RUNS ?? 300);
const SEED = Number(process.env.BECAUSE_HOSTILE_SEED ?? 8);

/** What ends a line, turns its direction, hides in it, upsets a terminal, or is half of a character. */
const UNFIT = /[\p{Cc}\u2028\u2029\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}\p{Cs}]/u;

/** Text that runs from right to left is set apart by a pair of its own, which is closed again. */
const unisolated = (line: string): string => line.replace(/\u2068([^\u2066-\u2069]*)\u2069/g, '$1');

describe('every surface, whatever it is asked about', () => {
  it(`answers ${RUNS} worlds`, function () {
    this.timeout(0);
    const longest = new Map<string, number>();
    const timed = (surface: string, milliseconds: number) =>
      longest.set(surface, Math.max(milliseconds, longest.get(surface) ?? 0));
    fc.assert(
      fc.property(worlds, (world) => {
        for (const [surface, line = ''] of shown(world, timed))
          assert.ok(!UNFIT.test(unisolated(line)), `${surface} shows ${JSON.stringify(line)}`);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    // How long a surface holds the thread at most is told and not judged: a busy machine takes it away for longer.
    for (const [surface, milliseconds] of [...longest].sort(([, one], [, other]) => other - one).slice(0, 3))
      say(`    longest: ${surface}, ${milliseconds.toFixed(0)} ms`);
  });
});
