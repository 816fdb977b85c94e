/** What if: sliders for the four numbers, and the score and rank they would give. Nothing here is ever saved. */
import { useId, useMemo, useState } from 'preact/hooks';
import { t } from '../../../core/base/l10n.ts';
import {
  bounds,
  type Factor,
  factorList,
  factorName,
  factors,
  type Numbers,
  rungsOf,
} from '../../../core/scoring/factors.ts';
import { missingFactors, riceScore } from '../../../core/scoring/rice.ts';
import { factorText, scoreText } from '../../../core/scoring/scoreText.ts';
import { Button } from '../../kit/button.tsx';
import type { About } from './about.tsx';
import { useSession } from './model/session.ts';

export function WhatIf({ item, numbers }: About) {
  const [tried, setTried] = useState<Numbers>({});
  const now = { ...numbers, ...tried };
  const score = riceScore(now);
  const ranking = useSession().ranking.value;
  const others = ranking.ranked.filter((each) => each.item.id !== item.id);
  const beside = ranking.beside.some((each) => each.item.id === item.id);
  const rank = score === undefined || beside ? undefined : 1 + others.filter((each) => each.score > score).length;
  const id = useId();
  return (
    <section>
      <h3>{t('What if')}</h3>
      <div class="sliders">
        {factors.map((factor) => (
          <Slider
            key={factor}
            factor={factor}
            real={numbers[factor]}
            value={now[factor]}
            describedBy={id}
            onInput={(value) => setTried({ ...tried, [factor]: value })}
          />
        ))}
      </div>
      <p id={id} class="outcome">
        {score === undefined
          ? t('No score without {0}.', factorList(missingFactors(now)))
          : rank === undefined
            ? t('Score {0}, not ranked.', scoreText(score))
            : t('Score {0}, rank {1} of {2}.', scoreText(score), rank, others.length + 1)}{' '}
        <span class="quiet">{t('Just a trial. Nothing is saved.')}</span>
      </p>
      {Object.keys(tried).length === 0 ? null : (
        <Button onClick={() => setTried({})}>{t('Back to the Real Numbers')}</Button>
      )}
    </section>
  );
}

interface SliderProps {
  readonly factor: Factor;
  readonly real: number | undefined;
  readonly value: number | undefined;
  readonly describedBy: string;
  readonly onInput: (value: number) => void;
}

/** A slider over the agreed scale; over what is counted, from a tenth to ten times as much, in equal ratios. */
function Slider({ factor, real, value, describedBy, onInput }: SliderProps) {
  const rungs = rungsOf(factor);
  const stops = useMemo(
    () => (rungs ? [...new Set([...rungs, real ?? rungs[0] ?? 1])].sort((a, b) => a - b) : around(factor, real)),
    [factor, real, rungs],
  );
  const at = value === undefined ? Math.floor(stops.length / 2) : nearest(stops, value);
  return (
    <label class="slider">
      <span>
        {factorName(factor)} <strong>{factorText(factor, value)}</strong>
        {value === real ? null : <span class="quiet"> {t('actually {0}', factorText(factor, real))}</span>}
      </span>
      <input
        type="range"
        min={0}
        max={stops.length - 1}
        step={1}
        value={at}
        aria-valuetext={factorText(factor, value)}
        aria-describedby={describedBy}
        onInput={(event) => onInput(stops[event.currentTarget.valueAsNumber] ?? real ?? 0)}
      />
    </label>
  );
}

const STEPS = 20;

function around(factor: Factor, real: number | undefined): number[] {
  const middle = real === undefined || real === 0 ? (factor === 'reach' ? 100 : 1) : real;
  const { min, max } = bounds[factor];
  return Array.from({ length: 2 * STEPS + 1 }, (_, index) => {
    const value = middle * 10 ** ((index - STEPS) / STEPS);
    const rounded = index === STEPS ? middle : Number(value.toPrecision(2));
    return Math.min(max, Math.max(min, rounded));
  });
}

function nearest(stops: readonly number[], value: number): number {
  const distances = stops.map((stop) => Math.abs(stop - value));
  return distances.indexOf(Math.min(...distances));
}
