/** Estimates: one file for each person and round, whoever wrote it first and however many windows are open. */
import * as assert from 'node:assert/strict';
import { perform } from '../../../src/actions/action.ts';
import { estimate } from '../../../src/actions/estimate.ts';
import { roundsOf } from '../../../src/core/board/rounds.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { isError, openedBy, productOf } from '../../support/product.ts';
import { record } from '../../support/sources.ts';

const PAY = 'initiatives/PAY-142.md';
const MINE = 'estimates/PAY-142/ada.md';
const initiative = { [PAY]: record(['title: Urgent', 'issues: [OPS-31]']) };
const guesses = { reach: 240, impact: 3, confidence: 80, effort: { low: 4, likely: 6, high: 9 } };

/** Written by hand: comments, odd numbers, a field nobody knows, Windows lines. */
const HAND =
  '---\r\ninitiative: PAY-142 # urgent\r\nby: ada\r\nreach:   0240\r\nmood: "fine" \r\neffort: {low: 4, likely: 6, high: 9, worst: 40} # weeks\r\n---\r\n\r\nBecause I counted.\r\n';

describe('An estimate', () => {
  it('is a file of one person for one initiative, which reads well', async () => {
    const { files, because } = productOf(initiative);
    const given = { initiative: 'PAY-142', ...guesses, reasons: ' Push is nearly done.\n\nNine is SMS. ' };
    assert.deepEqual(await perform(estimate, because, given), { id: 'PAY-142.ada', path: MINE });
    assert.equal(
      files.texts.get(MINE),
      record(
        [
          'id: PAY-142.ada',
          'initiative: PAY-142',
          'by: ada',
          'reach: 240',
          'impact: 3',
          'confidence: 80',
          'effort: {low: 4, likely: 6, high: 9}',
          'created: 2026-11-23T14:30Z',
        ],
        'Push is nearly done.\n\nNine is SMS.\n',
      ),
    );
    assert.deepEqual(because.library.findings(because.library.files.get(MINE) ?? assert.fail()), []);
  });

  it('takes an issue key, "?" and a single factor', async () => {
    const { because } = productOf(initiative);
    const { id } = await perform(estimate, because, { initiative: 'OPS-31', effort: '?' });
    assert.equal(id, 'PAY-142.ada');
    assert.equal(because.library.findOf('estimate', id)?.values.effort, '?');
  });

  it('given again changes the same file, in what was given and no other byte', async () => {
    const { files, because } = productOf({ ...initiative, [MINE]: HAND });
    const again = (given: object) => perform(estimate, because, { initiative: 'PAY-142', ...given });
    assert.deepEqual(await again({ effort: { low: 4, likely: 7, high: 9 } }), { id: 'PAY-142.ada', path: MINE });
    assert.equal(files.texts.get(MINE), HAND.replace('likely: 6', 'likely: 7'));
    await again({ reach: 240 });
    assert.equal(files.texts.get(MINE), HAND.replace('likely: 6', 'likely: 7'));
    await again({ reach: 300, effort: { low: 4, likely: 6, high: 9 }, reasons: 'I counted.\nTwice.' });
    assert.equal(
      files.texts.get(MINE),
      HAND.replace('0240', '300').replace('Because I counted.', 'I counted.\r\nTwice.'),
    );
  });

  it('takes a factor away where it is null, and leaves what is not given', async () => {
    const { files, because } = productOf({ ...initiative, [MINE]: HAND });
    await perform(estimate, because, { initiative: 'PAY-142', reach: null });
    assert.equal(files.texts.get(MINE), HAND.replace('reach:   0240\r\n', ''));
  });

  it('finds a file of mine under another name and id', async () => {
    const path = 'estimates/what-ada-thinks.md';
    const text = record(['id: es-1', 'initiative: PAY-142', 'by: ada', 'reach: 1'], 'Why not.\n');
    const { files, because } = productOf({ ...initiative, [path]: text });
    assert.deepEqual(await perform(estimate, because, { initiative: 'PAY-142', reach: 2 }), { id: 'es-1', path });
    assert.equal(files.texts.get(path), text.replace('reach: 1', 'reach: 2'));
    assert.equal(files.texts.size, 3);
  });

  it('belongs to the round that goes on; those of earlier rounds stay', async () => {
    const round = { [PAY]: record(['title: Urgent', 'round: {number: 2}']) };
    const { files, because } = productOf({ ...round, [MINE]: HAND });
    const { id, path } = await perform(estimate, because, { initiative: 'PAY-142', reach: 9 });
    assert.deepEqual([id, path], ['PAY-142.ada.round-2', 'estimates/PAY-142/ada.round-2.md']);
    const lines = [`id: ${id}`, 'initiative: PAY-142', 'by: ada', 'round: 2', 'reach: 9', 'created: 2026-11-23T14:30Z'];
    assert.equal(files.texts.get(path), record(lines));
    assert.equal(files.texts.get(MINE), HAND);
    await perform(estimate, because, { initiative: 'PAY-142', reach: 10 });
    assert.equal(files.texts.get(path), record(lines).replace('reach: 9', 'reach: 10'));
  });

  it('stays as it was said once the round is revealed; whoever gave none may still add one', async () => {
    const round = { [PAY]: record(['title: Urgent', 'round: {revealed: 2026-11-20}']) };
    const { files, because } = productOf({ ...round, [MINE]: HAND });
    const again = (given: object) => perform(estimate, because, { initiative: 'PAY-142', ...given });
    await assert.rejects(again({ reach: 1 }), isError('bad-input', /Round 1 of PAY-142 is revealed.*new round/));
    await assert.rejects(again({ reasons: 'Else.' }), isError('bad-input', /new round/));
    await again({ reach: 240 });
    assert.equal(files.texts.get(MINE), HAND);
    await perform(estimate, openedBy(files, 'grace'), { initiative: 'PAY-142', reach: 5 });
    assert.ok(files.texts.has('estimates/PAY-142/grace.md'));
  });
});

describe('An estimate whose file cannot have the usual name', () => {
  const written = async (texts: Record<string, string>, key = 'PAY-142', me = 'ada') => {
    const files = new MemoryFiles({ 'because.yml': '', ...texts });
    const because = openedBy(files, me);
    const { id, path } = await perform(estimate, because, { initiative: key, reach: 5 });
    assert.equal(because.library.findOf('estimate', id)?.values.by, me);
    for (const [name, text] of Object.entries(texts)) assert.equal(files.texts.get(name), text);
    // Given again, it is found again.
    assert.equal((await perform(estimate, because, { initiative: key, reach: 6 })).path, path);
    return path.replace(id, 'ID');
  };

  it('lies beside a file that is another person’s', async () => {
    const theirs = record(['initiative: PAY-142', 'by: grace', 'reach: 1']);
    assert.equal(await written({ ...initiative, [MINE]: theirs }), 'estimates/PAY-142/ada.ID.md');
  });

  it('lies beside a record that took its id', async () => {
    assert.equal(await written({ ...initiative, 'notes/PAY-142.ada.md': '' }), 'estimates/PAY-142/ada.ID.md');
  });

  it('is named after what is left of a name that is no file name', async () => {
    assert.equal(await written(initiative, 'PAY-142', 'Ada L. <ada@relay>'), 'estimates/PAY-142/ada-l-ada-relay.ID.md');
    assert.equal(await written(initiative, 'PAY-142', '../../up'), 'estimates/PAY-142/up.ID.md');
    assert.equal(
      await written(initiative, 'PAY-142', 'README'),
      'estimates/PAY-142/README.md'.replace('README', 'readme.ID'),
    );
    assert.equal(await written(initiative, 'PAY-142', '🙂'), 'estimates/PAY-142/ID.md');
    assert.equal(await written({ 'initiatives/x.md': record(['id: "../x y"']) }, '../x y'), 'estimates/x-y/ada.ID.md');
  });
});

describe('Estimates in several windows', () => {
  it('of two people at once are two files', async () => {
    const { files, because } = productOf(initiative);
    const other = openedBy(files, 'grace');
    await Promise.all([because.ready(), other.ready()]);
    await Promise.all([
      perform(estimate, because, { initiative: 'PAY-142', ...guesses }),
      perform(estimate, other, { initiative: 'PAY-142', ...guesses, effort: 12 }),
    ]);
    await because.refresh();
    const pay = because.library.findOf('initiative', 'PAY-142') ?? assert.fail();
    assert.deepEqual(
      roundsOf(because.library, pay).counted.map(({ by, guesses: { effort } }) => [by, effort]),
      [
        ['ada', guesses.effort],
        ['grace', 12],
      ],
    );
  });

  it('of one person at once are one file that holds both', async () => {
    const { files, because } = productOf(initiative);
    const other = openedBy(files, 'ada');
    await Promise.all([because.ready(), other.ready()]);
    await Promise.all([
      perform(estimate, because, { initiative: 'PAY-142', reach: 240 }),
      perform(estimate, other, { initiative: 'PAY-142', effort: 6, reasons: 'Counted.' }),
    ]);
    assert.deepEqual([...files.texts.keys()], ['because.yml', PAY, MINE]);
    assert.match(files.texts.get(MINE) ?? '', /reach: 240\n.*effort: 6\n.*Counted\.\n$/s);
  });

  it('finds what another window wrote between the look and the write', async () => {
    const { files, because } = productOf(initiative);
    files.meanwhile = () => files.put(MINE, HAND);
    await perform(estimate, because, { initiative: 'PAY-142', reach: 300 });
    assert.equal(files.texts.get(MINE), HAND.replace('0240', '300'));
    files.meanwhile = () => files.put(MINE, HAND);
    await perform(estimate, because, { initiative: 'PAY-142', reach: 9 });
    assert.equal(files.texts.get(MINE), HAND.replace('0240', '9'));
  });

  it('finds a round that another window began', async () => {
    const { files, because } = productOf({ ...initiative, [MINE]: HAND });
    await because.ready();
    files.put(PAY, record(['round: {number: 2}']));
    const { path } = await perform(estimate, because, { initiative: 'PAY-142', reach: 1 });
    assert.equal(path, 'estimates/PAY-142/ada.round-2.md');
    assert.equal(files.texts.get(MINE), HAND);
  });
});

describe('An estimate that cannot be taken', () => {
  const refused = async (given: object, code: Parameters<typeof isError>[0], words: RegExp) => {
    const { files, because } = productOf({ ...initiative, [MINE]: HAND });
    await assert.rejects(perform(estimate, because, { initiative: 'PAY-142', ...given }), isError(code, words));
    assert.equal(files.texts.get(MINE), HAND);
    assert.equal(files.texts.size, 3);
  };

  it('says which factor is wrong, and what would be right', async () => {
    await refused({ effort: 0 }, 'bad-input', /effort: Effort must be a number of at least 0\.01/);
    await refused({ effort: -1 }, 'bad-input', /effort/);
    await refused({ reach: 1e308 }, 'bad-input', /reach: Reach must be/);
    await refused({ reach: Number.NaN }, 'bad-input', /reach: Reach must be/);
    await refused({ confidence: 300 }, 'bad-input', /confidence: Confidence must be/);
    await refused({ reach: 'many' }, 'bad-input', /reach: Reach must be/);
    await refused({ effort: { low: 9, likely: 6, high: 4 } }, 'bad-input', /low to likely to high\. 9, 6, 4 does not/);
    await refused({ effort: { low: 1, high: 4 } }, 'bad-input', /three numbers/);
    await refused({ reasons: 5 }, 'bad-input', /reasons/);
  });

  it('names the initiative that may have been meant', async () => {
    await refused({ initiative: 'PAY-141', reach: 1 }, 'not-found', /Did you mean PAY-142\?/);
    await refused({ initiative: 'PAY-142.ada', reach: 1 }, 'bad-input', /of kind “estimate”, not “initiative”/);
  });

  it('needs somebody who is known', async () => {
    for (const me of [undefined, 'mallory']) {
      const { files } = productOf(initiative);
      await assert.rejects(
        perform(estimate, openedBy(files, me), { initiative: 'PAY-142', reach: 1 }),
        isError('no-member', /Set My Identity/),
      );
      assert.equal(files.texts.size, 2);
    }
    const files = new MemoryFiles(initiative);
    const given = { initiative: 'PAY-142', reach: 1 };
    await assert.rejects(perform(estimate, openedBy(files, undefined), given), isError('no-member', /because\.yml/));
  });

  it('needs at least one factor the first time', async () => {
    const { files, because } = productOf(initiative);
    for (const given of [{}, { reach: null }, { reasons: 'Hm.' }]) {
      const words = /Nothing is estimated yet.*at least one number/;
      await assert.rejects(
        perform(estimate, because, { initiative: 'PAY-142', ...given }),
        isError('bad-input', words),
      );
    }
    assert.equal(files.texts.size, 2);
  });

  it('leaves a file that is broken, or of a newer version, as it is', async () => {
    for (const [text, code] of [
      ['---\ninitiative: PAY-142\nreach: [1\n---\nMy words.\n', 'not-editable'],
      ['---\nreach: 1\n', 'not-editable'],
      [record(['schema: 2', 'initiative: PAY-142', 'by: ada', 'reach: 1']), 'newer-schema'],
    ] as const) {
      for (const [path, number] of [
        [MINE, 1],
        ['estimates/PAY-142/ada.round-2.md', 2],
      ] as const) {
        const initiativeNow = record([`round: {number: ${number}}`]);
        const mine = number === 2 ? text.replace('by: ada', 'by: ada\nround: 2') : text;
        const { files, because } = productOf({ [PAY]: initiativeNow, [path]: mine });
        await assert.rejects(perform(estimate, because, { initiative: 'PAY-142', reach: 2 }), isError(code));
        assert.deepEqual([files.texts.get(path), files.texts.size], [mine, 3]);
      }
    }
  });

  it('says what the disk says', async () => {
    const { files, because } = productOf(initiative);
    files.fault = 'ENOSPC';
    await assert.rejects(perform(estimate, because, { initiative: 'PAY-142', reach: 2 }), isError('disk-full'));
    assert.equal(files.texts.size, 2);
  });
});
