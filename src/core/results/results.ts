/** From records to results as they are told: each with what was predicted, what waits for one, and how predictions hold. */
import { daySpan, dayWords } from '../base/dayWords.ts';
import { t } from '../base/l10n.ts';
import { compareTexts } from '../base/order.ts';
import { scalesOf } from '../board/scales.ts';
import { measure } from '../board/summary.ts';
import { tidy } from '../face/cardLines.ts';
import { memberName, pickName } from '../face/names.ts';
import type { Initiative, Result } from '../kinds/all.ts';
import { comparisonIn } from '../kinds/result.ts';
import type { Library } from '../library/library.ts';
import { today } from '../library/query.ts';
import { type Comparison, verdictOf } from '../measure/comparison.ts';
import {
  changeText,
  intervalText,
  levelSpoken,
  methodName,
  numberText,
  resultSentence,
  suggestionText,
  verdictName,
  warningsOf,
} from '../measure/words.ts';
import { factorName, type Numbers } from '../scoring/factors.ts';
import { dotted } from '../text/joined.ts';
import { firstParagraph, plainWords } from '../text/markdownText.ts';
import { adoptionTold } from './adoptionTold.ts';
import { calibrationOf, type Judged, readingText } from './calibration.ts';
import { fitName, fitOf, predictedFor } from './predicted.ts';
import { movedTarget } from './promised.ts';
import type { BarTold, Results, ResultTold } from './told.ts';

/** Characters of a title or metric, and of a paragraph. */
const [TITLE, PARAGRAPH] = [200, 600];

/** What a result turned out to be of RICE; nobody measures confidence. */
const measurable = ['reach', 'impact', 'effort'] as const;

/** What was predicted before anything was measured. */
const predictionOf = (library: Library, { values }: Result, initiative: Initiative) =>
  predictedFor(library, initiative, values.after?.from ?? values.created?.slice(0, 10));

/** All results, as of a moment. Foreign text in it is plain words on one line; whoever draws it still escapes it. */
export function resultsTold(library: Library, now: Date): Results {
  const all = library.ofKind('result').filter(({ archived, broken }) => !archived && !broken);
  const shown = all.filter(({ withheld }) => !withheld).toSorted(newestFirst);
  const told = shown.flatMap((result) => {
    const initiative = library.findOf('initiative', result.values.initiative ?? '');
    return initiative ? [{ result, initiative, told: resultTold(library, result, initiative) }] : [];
  });
  const judged = told.map((each) => judgedIn(library, each));
  return {
    measured: told.map((each) => each.told),
    waiting: waitingIn(library, today(library, now)),
    calibration: calibrationOf(latestOfEach(judged).toReversed()),
    reading: readingText(),
    withheld: all.length - shown.length,
  };
}

/** A result, with what it is about. */
interface Told {
  readonly result: Result;
  readonly initiative: Initiative;
  readonly told: ResultTold;
}

const dayOf = ({ values }: Result): string => values.after?.to ?? values.created?.slice(0, 10) ?? '';
const newestFirst = (a: Result, b: Result): number =>
  compareTexts(dayOf(b), dayOf(a)) || compareTexts(b.values.created, a.values.created) || compareTexts(a.path, b.path);

/** What was measured again counts once, as it was measured last. */
function latestOfEach(newestFirst: readonly Judged[]): readonly Judged[] {
  const first = new Map<string, Judged>();
  for (const each of newestFirst) if (!first.has(each.id)) first.set(each.id, each);
  return [...first.values()];
}

function judgedIn(library: Library, { result, initiative, told }: Told): Judged {
  const { verdict, factors, title } = told;
  const day = dayOf(result);
  const confidence = predictionOf(library, result, initiative)?.numbers.confidence;
  const words = dotted(title, day !== '' && dayWords(day));
  return { id: initiative.id, words, verdict, confidence, fits: factors.map(({ name, fit }) => ({ name, fit })) };
}

function resultTold(library: Library, result: Result, initiative: Initiative): ResultTold {
  const { verdict, method, baseline, after, source, next, by } = result.values;
  const comparison = comparisonIn(result, initiative);
  const { metric } = initiative.values.outcome ?? {};
  const windows = { ...(baseline && { before: baseline }), ...(after && { after }) };
  const suggested = verdictOf(comparison);
  const differs = suggested !== undefined && suggested !== verdict;
  const paragraph = firstParagraph(result.body);
  const moved = movedTarget(library, initiative);
  return {
    id: result.id,
    initiative: initiative.id,
    title: tidy(pickName(initiative), TITLE),
    verdict,
    verdictName: verdictName(verdict),
    sentence: tidy(resultSentence(comparison, metric && tidy(metric, TITLE)), PARAGRAPH),
    change: changed(comparison),
    interval: comparison.change && t('likely {0}', intervalText(comparison.change)),
    how: dotted(
      methodName(method),
      windowWords(after),
      source?.file && tidy(t('counted in {0}', source.file)),
      by && tidy(memberName(library, by) ?? by),
    ),
    warnings: [
      ...(differs
        ? [t('The numbers suggest “{0}”: {1}', verdictName(suggested), suggestionText(comparison) ?? '')]
        : []),
      ...(moved ? [moved] : []),
      ...warningsOf(comparison, windows),
    ],
    bar: barOf(comparison),
    ...predictionTold(library, result, initiative),
    ...adoptionTold(result.values.adoption),
    body: paragraph === undefined ? undefined : tidy(plainWords(paragraph), PARAGRAPH),
    next: next && tidy(next, TITLE),
  };
}

/** What stands in a record is foreign, units as well. */
function changed(comparison: Comparison): string | undefined {
  const text = changeText(comparison);
  return text === undefined ? undefined : tidy(text);
}

function windowWords({ from, to }: { readonly from?: string; readonly to?: string } = {}): string | undefined {
  if (from !== undefined && to !== undefined) return daySpan(from, to);
  const day = from ?? to;
  return day && dayWords(day);
}

/** Undefined where nothing was measured after the change, or the numbers are too far apart to be drawn on one scale. */
function barOf({ before, after, target, unit }: Comparison): BarTold | undefined {
  if (!after) return undefined;
  const isPercent = unit === '%';
  const levels = [before?.level, after.level, after.limits?.high, target].filter((level) => level !== undefined);
  const most = Math.max(...levels);
  const bottom = Math.min(0, ...levels);
  const nothing = bottom < 0 ? 0 : 1;
  const top = isPercent && most <= 100 ? 100 : most > 0 ? most * 1.1 : nothing;
  if (!Number.isFinite(top - bottom)) return undefined;
  const marks: BarTold['marks'][number][] = [{ mark: 'after', name: t('Now'), words: tidy(levelSpoken(after, unit)) }];
  if (before) marks.unshift({ mark: 'before', name: t('Before'), words: tidy(levelSpoken(before, unit)) });
  if (target !== undefined) {
    const words = isPercent ? `${numberText(target)}%` : dotted(numberText(target)).concat(unit ? ` ${unit}` : '');
    marks.push({ mark: 'target', name: t('Target'), words: tidy(words) });
  }
  return {
    before: before?.level,
    after: after.level,
    low: after.limits?.low,
    high: after.limits?.high,
    target,
    bottom,
    top,
    marks,
  };
}

function predictionTold(
  library: Library,
  result: Result,
  initiative: Initiative,
): Pick<ResultTold, 'predicted' | 'factors'> {
  const predicted = predictionOf(library, result, initiative);
  const found: Numbers = result.values.measured ?? {};
  const scales = scalesOf(library);
  const own = { ...scales, reachUnit: initiative.values.rice?.unit ?? scales.reachUnit };
  const words = (factor: (typeof measurable)[number], number: number) => tidy(measure(factor, numberText(number), own));
  const factors = measurable.flatMap((factor) => {
    const [before, now] = [predicted?.numbers[factor], found[factor]];
    if (before === undefined || now === undefined) return [];
    const fit = fitOf(library, initiative, factor, before, now);
    return {
      name: factorName(factor),
      predicted: words(factor, before),
      measured: words(factor, now),
      fit,
      fitWords: fitName(fit),
    };
  });
  if (!predicted || factors.length === 0) return { predicted: undefined, factors: [] };
  const day = predicted.day && dayWords(predicted.day);
  const source =
    predicted.from === 'snapshot'
      ? t('as the ranking stood on {0}', day ?? '')
      : day
        ? t('as agreed on {0}', day)
        : t('as agreed');
  return { predicted: source, factors };
}

/** What is shipped and has no result that settles it. */
function waitingIn(library: Library, day: string): Results['waiting'] {
  return library
    .ofKind('initiative')
    .filter(({ archived, broken, values }) => !archived && !broken && values.status === 'shipped')
    .toSorted((a, b) => compareTexts(a.values.outcome?.by ?? '9999', b.values.outcome?.by ?? '9999'))
    .map((initiative) => {
      const by = initiative.values.outcome?.by;
      const days = by && dayWords(by, day);
      return {
        id: initiative.id,
        title: tidy(pickName(initiative), TITLE),
        words:
          by === undefined || days === undefined
            ? t('the outcome has no day')
            : by < day
              ? t('the outcome was due by {0}', days)
              : t('the outcome is due by {0}', days),
      };
    });
}
