/** Any sequence of estimates, rounds and challenges, in several windows that know little of each other, loses nothing. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { perform } from '../../../src/actions/action.ts';
import { acceptChallenge, challenge, rejectChallenge, withdrawChallenge } from '../../../src/actions/challenge.ts';
import { estimate } from '../../../src/actions/estimate.ts';
import { agreeScore, revealRound, startRound } from '../../../src/actions/rounds.ts';
import type { Because } from '../../../src/because.ts';
import { BecauseError } from '../../../src/core/base/errors.ts';
import { factors } from '../../../src/core/scoring/factors.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { openedBy } from '../../support/product.ts';

const TEAM = 'team:\n  members:\n    - {id: ada}\n    - {id: grace}\n';

/** Written by hand, with all that a careless editor would lose. */
const start = {
  'because.yml': TEAM,
  'initiatives/A.md':
    '\uFEFF---\r\ntitle:   One # now\r\nodd: 007\r\nrice: {reach: 240, impact: "?", source: "the CRM"} # agreed by hand\r\n---\r\n\r\nBody.  \r\n',
  'initiatives/B.md': '---\nround: {number: 1, why: late} # first\nmood: "fine" \n---\nThe idea.\n',
  'estimates/A/ada.md':
    '---\ninitiative: A\nby: ada\nreach:   0240 # counted\neffort: {low: 4, likely: 6, high: 9} # weeks\n---\nWhy.\n',
  'estimates/by-hand.md': '---\nid: es-hand\ninitiative: B\nby: grace\nimpact: 2 # high\n---\nSaid so.\n',
  'challenges/c0.md': '---\r\ninitiative: A\r\nfactor: effort # all\r\nto: 5\r\nby: grace\r\n---\r\nToo low.\r\n',
};

/** What the actions may change in a file, by its folder; every other line stays where it is. */
const meant: Readonly<Record<string, RegExp>> = {
  initiatives: /^(rice|round):/,
  estimates: /^(reach|impact|confidence|effort):/,
  challenges: /^(state|resolvedBy|resolved|score):/,
};

/** What stands inside of what is changed, and must outlive it. */
const kept: Readonly<Record<string, readonly string[]>> = {
  'initiatives/A.md': ['source: "the CRM"', '# agreed by hand'],
  'initiatives/B.md': ['why: late', '# first'],
  'estimates/A/ada.md': ['# counted', '# weeks'],
  'estimates/by-hand.md': ['# high'],
};

const othersIn = (path: string, text: string): readonly string[] => {
  const changing = meant[path.split('/')[0] ?? ''];
  return text.split('\n').filter((line) => !changing?.test(line));
};

const key = fc.constantFrom('A', 'B');
const factor = fc.constantFrom(...factors);
const number = fc.constantFrom(0.5, 1, 2, 50, 80, 100);
const range = fc.constantFrom({ low: 1, likely: 2, high: 4 }, { low: 4, likely: 6, high: 9 });
const guess = fc.oneof(number, range, fc.constant('?' as const));
const nth = fc.nat(4);

type Act = (because: Because) => Promise<unknown>;

/** The nth challenge a window knows. */
const onChallenge =
  (verb: typeof acceptChallenge, index: number): Act =>
  async (because) => {
    const all = because.library.ofKind('challenge');
    return perform(verb, because, { id: all[index % all.length]?.id ?? 'c0', reason: 'So it is.' });
  };

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ initiative: key, factor, guess }).map(({ initiative, factor: name, guess: value }): Act => {
    // The numbers by hand have comments that would go with them if they became something else than a number or range.
    return (because) => perform(estimate, because, { initiative, [name]: value });
  }),
  fc.record({ initiative: key }).map(
    (given): Act =>
      (because) =>
        perform(revealRound, because, given),
  ),
  fc.record({ initiative: key }).map(
    (given): Act =>
      (because) =>
        perform(startRound, because, given),
  ),
  fc.record({ initiative: key, factor, to: number }).map(
    ({ initiative, factor: name, to }): Act =>
      (because) =>
        perform(agreeScore, because, { initiative, [name]: to }),
  ),
  fc.record({ initiative: key, factor, to: number }).map(
    (given): Act =>
      (because) =>
        perform(challenge, because, { ...given, reason: 'I counted.' }),
  ),
  nth.map((index) => onChallenge(acceptChallenge, index)),
  nth.map((index) => onChallenge(rejectChallenge as typeof acceptChallenge, index)),
  nth.map((index) => onChallenge(withdrawChallenge, index)),
  fc.constant<Act>((because) => because.refresh()),
);

/** Some acts at once, each in one of three windows: two of them Ada's. */
const step = fc.array(fc.record({ act, window: fc.nat(2) }), { minLength: 1, maxLength: 3 });

async function unlessRefused(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof BecauseError)) throw error;
  }
}

describe('Any sequence of estimates, rounds and challenges', () => {
  it('keeps every file, every line it does not mean, and makes no error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const files = new MemoryFiles(start);
        const windows = [openedBy(files, 'ada'), openedBy(files, 'grace'), openedBy(files, 'ada')] as const;
        await Promise.all(windows.map((because) => because.ready()));
        for (const acts of steps) {
          const before = new Map(files.texts);
          await Promise.all(acts.map(({ act: run, window }) => unlessRefused(run(windows[window] ?? windows[0]))));
          for (const [path, text] of before) {
            assert.deepEqual(othersIn(path, files.texts.get(path) ?? ''), othersIn(path, text), path);
          }
        }
        for (const [path, words] of Object.entries(kept)) {
          for (const word of words) assert.ok(files.texts.get(path)?.includes(word), `${path} lost ${word}`);
        }
        await assertSound(files);
      }),
      { numRuns: 60 },
    );
  });
});

/** Whoever opens the folder next finds no error, and one estimate of each person in each round. */
async function assertSound(files: MemoryFiles): Promise<void> {
  const because = openedBy(files, 'ada');
  await because.ready();
  const { library } = because;
  const wrong = library.records.flatMap((record) =>
    library
      .findings(record)
      .flatMap(({ severity, message }) => (severity === 'error' ? `${record.path}: ${message}` : [])),
  );
  assert.deepEqual(wrong, []);
  const whose = library.ofKind('estimate').map(({ values }) => `${values.initiative} ${values.by} ${values.round}`);
  assert.equal(new Set(whose).size, whose.length);
}
