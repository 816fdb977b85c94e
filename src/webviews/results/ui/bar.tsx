/** A result drawn: where it was, where it is with what is likely, and the target, all on one scale. */

import type { BarTold } from '../../../core/results/told.ts';
import { dotted } from '../../../core/text/joined.ts';

/** The drawing is as wide as its place, in hundredths of it. */
const WIDE = 100;

export function ResultBar({ before, after, low, high, target, bottom, top, marks }: BarTold) {
  const at = (value: number): number => Math.min(1, Math.max(0, (value - bottom) / (top - bottom))) * WIDE;
  const start = before ?? bottom;
  const spoken = dotted(...marks.map(({ name, words }) => `${name}: ${words}`));
  return (
    <div class="result-bar">
      <svg role="img" aria-label={spoken} viewBox={`0 0 ${WIDE} 14`} preserveAspectRatio="none">
        <title>{spoken}</title>
        <rect class="track" x="0" y="3" width={WIDE} height="8" />
        <rect class="way" x={Math.min(at(start), at(after))} y="5" width={Math.abs(at(after) - at(start))} height="4" />
        {low === undefined || high === undefined ? null : (
          <rect class="likely" x={at(low)} y="3" width={Math.max(at(high) - at(low), 0.4)} height="8" />
        )}
        {before === undefined ? null : <rect class="before" x={at(before) - 0.3} y="2" width="0.6" height="10" />}
        <rect class="after" x={at(after) - 0.5} y="1" width="1" height="12" />
        {target === undefined ? null : <rect class="target" x={at(target) - 0.25} y="0" width="0.5" height="14" />}
      </svg>
      <ul class="marks">
        {marks.map(({ mark, name, words }) => (
          <li key={mark}>
            <span class={`swatch swatch-${mark}`} aria-hidden="true" />
            {name} <span class="quiet">{words}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
