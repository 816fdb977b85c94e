/** Numbers off the scales people agreed on: told in the record, with a fix where one is plain, and in a word beside the number. */
import assert from 'node:assert/strict';
import { itemOf } from '../../../../src/core/board/item.ts';
import { cardOf } from '../../../../src/core/card/card.ts';
import { lineText } from '../../../../src/core/card/cardMarkdown.ts';
import { fixesFor } from '../../../../src/core/editing/fixes.ts';
import type { Factor, Guess } from '../../../../src/core/scoring/factors.ts';
import { offScale, offScaleIn, offScaleWord } from '../../../../src/core/scoring/offScale.ts';
import { libraryOf, record } from '../../../support/sources.ts';

/** The findings on the numbers of one file: what is marked, how loudly, and the fixes. */
function found(lines: readonly string[], path = 'initiatives/A-1.md') {
  const library = libraryOf({ 'initiatives/A-1.md': record([]), [path]: record(lines) });
  const file = library.files.get(path);
  assert.ok(file);
  return library
    .findings(file)
    .filter(({ code }) => code === 'off-scale')
    .map((finding) => {
      const fixes = fixesFor(library, file, finding).map(({ remedy }) => remedy);
      const set = fixes.find((remedy) => remedy.do === 'set' && remedy.path[0] !== 'dismissed');
      const marked = file.source.text.slice(finding.span.start, finding.span.end);
      return [marked, finding.severity, set?.do === 'set' ? set.value : undefined];
    });
}

describe('A number off its scale', () => {
  it('is told for every factor', () => {
    const table: readonly (readonly [Factor, number, ReturnType<typeof offScale>])[] = [
      ['confidence', 0.8, 'fraction'],
      ['confidence', 1, 'fraction'],
      ['confidence', 0, 'moonshot'],
      ['confidence', 30, 'moonshot'],
      ['confidence', 70, 'off'],
      ['confidence', 50, undefined],
      ['confidence', 80, undefined],
      ['confidence', 100, undefined],
      ['impact', 1.5, 'off'],
      ['impact', 80, 'off'],
      ['impact', 0.5, undefined],
      ['impact', 3, undefined],
      ['reach', 0.3, 'fraction'],
      ['reach', 1, undefined],
      ['reach', 0, undefined],
      ['effort', 0.5, undefined],
      ['effort', 17, undefined],
    ];
    for (const [factor, value, off] of table) assert.equal(offScale(factor, value), off, `${factor} ${value}`);
  });

  it('is found in agreed numbers, and a share becomes a percentage', () => {
    assert.deepEqual(found(['rice: {reach: 0.3, impact: 1.5, confidence: 0.8, effort: 2}']), [
      ['0.3', 'warning', undefined],
      ['1.5', 'info', undefined],
      ['0.8', 'warning', 80],
    ]);
    assert.deepEqual(found(['rice:', '  confidence: 0.55']), [['0.55', 'warning', 55]]);
    assert.deepEqual(found(['rice:', '  confidence: 30']), [['30', 'info', undefined]]);
    assert.deepEqual(found(['rice: {reach: 450, impact: 3, confidence: 100, effort: 2}']), []);
    assert.deepEqual(found(['rice: {reach: "?", impact: "?", confidence: "80%", effort: none}']), []);
    assert.deepEqual(found(['rice: {confidence: 0.8}', 'dismissed: [off-scale]']), []);
  });

  it('is found in estimates and their ranges, which are mended as a whole', () => {
    const whose = ['initiative: A-1', 'by: ada'];
    const path = 'estimates/A-1/ada.md';
    assert.deepEqual(found([...whose, 'confidence: 0.8', 'impact: 4'], path), [
      ['0.8', 'warning', 80],
      ['4', 'info', undefined],
    ]);
    const range = { low: 50, likely: 80, high: 100 };
    assert.deepEqual(found([...whose, 'confidence: {low: 0.5, likely: 0.8, high: 1}'], path), [
      ['0.5', 'warning', range],
      ['0.8', 'warning', range],
      ['1', 'warning', range],
    ]);
    assert.deepEqual(found([...whose, 'impact: {low: 1, likely: 1.5, high: 2}', 'confidence: "?"'], path), [
      ['1.5', 'info', undefined],
    ]);
  });

  it('is found in what a challenge wants', () => {
    const lines = ['initiative: A-1', 'factor: confidence', 'from: 0.8', 'to: 0.5'];
    assert.deepEqual(found(lines, 'challenges/c.md'), [['0.5', 'warning', 50]]);
    assert.deepEqual(found(['initiative: A-1', 'factor: effort', 'to: 0.5'], 'challenges/c.md'), []);
  });

  it('has a word beside it on boards and cards', () => {
    assert.deepEqual(
      [0.8, 30, 70, 80, '?' as const, { low: 50, likely: 80, high: 90 }].map((guess: Guess) =>
        offScaleWord('confidence', guess),
      ),
      ['a fraction?', 'bet', 'off the scale', undefined, undefined, 'off the scale'],
    );
    const texts = {
      'initiatives/A-1.md': record(['rice: {reach: 2000, impact: 1, confidence: 0.8, effort: 4}']),
      'initiatives/A-2.md': record(['title: No numbers of its own']),
      'estimates/A-2/ada.md': record(['initiative: A-2', 'by: ada', 'confidence: 0.8', 'impact: 2']),
    };
    const library = libraryOf(texts);
    const [agreed, said] = ['A-1', 'A-2'].map((id) => {
      const initiative = library.findOf('initiative', id);
      assert.ok(initiative);
      return itemOf(library, initiative, 'ada');
    });
    assert.ok(agreed && said);
    assert.equal(offScaleIn(agreed, 'confidence'), 'a fraction?');
    assert.equal(offScaleIn(said, 'confidence'), 'a fraction?');
    assert.equal(offScaleIn(said, 'impact'), undefined);
    const card = cardOf(library, 'A-1', new Date('2026-11-23T10:00:00Z'), 'ada');
    assert.ok(
      card?.lines.some((line) => lineText(line).includes('RICE 4 · ') && lineText(line).includes('a fraction?')),
    );
  });
});
