/** What is drawn of numbers on a why page: a share with its limits, the way from baseline to target, what people estimated. */
import { t } from '../../../core/base/l10n.ts';
import { outcomeWords } from '../../../core/scoring/words.ts';
import { factorWords, shareSpoken, shareWords } from '../../../core/story/storyWords.ts';
import type { StoryEstimates, StoryOutcome, StoryScope, StoryShare } from '../../../core/story/told.ts';

/** Drawings are as wide as their place, in hundredths of it. */
const WIDE = 100;

/** How much of everybody it is, and how sure that is; `words` say it beside the share, where they are given. */
export function ShareBar({ words, ...share }: StoryShare & { readonly words?: string | undefined }) {
  const { hits, of, low, high } = share;
  return (
    <div class="bar">
      <svg role="img" aria-label={shareSpoken(share)} viewBox={`0 0 ${WIDE} 8`} preserveAspectRatio="none">
        <title>{shareSpoken(share)}</title>
        <rect class="track" x="0" y="1" width={WIDE} height="6" />
        <rect class="fill" x="0" y="1" width={(hits / of) * WIDE} height="6" />
        <rect class="limits" x={low * WIDE} y="3" width={(high - low) * WIDE} height="2" />
      </svg>
      <span>
        {words === undefined ? null : `${words} · `}
        {shareWords(share)}
      </span>
    </div>
  );
}

/** Where it stands, and where it should be; in words alone where those are no numbers. */
export function OutcomeBar(outcome: StoryOutcome) {
  const { metric, from, to, unit, by } = outcome;
  const words = outcomeWords({ ...outcome, metric: undefined });
  if (from === undefined || to === undefined) {
    return metric === undefined ? null : <p>{words}</p>;
  }
  const top = unit === '%' && Math.max(from, to) <= 100 ? 100 : Math.max(from, to) * 1.1;
  const bottom = Math.min(0, from, to);
  const at = (value: number): number => ((value - bottom) / (top - bottom)) * WIDE;
  const [left, right] = [Math.min(at(from), at(to)), Math.max(at(from), at(to))];
  return (
    <div class="bar outcome">
      <svg role="img" aria-label={words} viewBox={`0 0 ${WIDE} 8`} preserveAspectRatio="none">
        <title>{words}</title>
        <rect class="track" x="0" y="1" width={WIDE} height="6" />
        <rect class="fill" x="0" y="1" width={at(from)} height="6" />
        <rect class="change" x={left} y="1" width={right - left} height="6" />
        <rect class="goal" x={at(to) - 0.3} y="0" width="0.6" height="8" />
      </svg>
      <span>{words === '' && by === undefined ? t('No numbers yet') : words}</span>
    </div>
  );
}

/** What people gave for a factor, each as a dot; where they are far apart, that is said. */
export function Strip(factor: StoryEstimates['factors'][number]) {
  const { name, words, values, disagrees } = factor;
  const [low = 0, high = 0] = [values[0], values.at(-1)];
  const isSpread = high > low;
  const at = (value: number): number => 4 + ((value - low) / (high - low)) * (WIDE - 8);
  return (
    <div class="strip">
      <span>{name}</span>
      <span>{words}</span>
      {isSpread ? (
        <svg role="img" aria-label={factorWords(factor)} viewBox={`0 0 ${WIDE} 10`}>
          <title>{factorWords(factor)}</title>
          <line class="span" x1={at(low)} x2={at(high)} y1="5" y2="5" />
          {values.map((value, index) => (
            <circle key={`${index} ${value}`} class="dot" cx={at(value)} cy="5" r="3" />
          ))}
        </svg>
      ) : (
        <span />
      )}
      <span class={disagrees ? 'flag' : 'quiet'}>
        {disagrees ? <span aria-hidden="true">⚠ </span> : null}
        {isSpread ? values.join(', ') : null} {disagrees ? t('they disagree') : null}
      </span>
    </div>
  );
}

/** The scope as a line of steps, and below it what is done; both hold from their day on. */
export function BurnUp({ burnUp, unit }: StoryScope) {
  const [first] = burnUp;
  const last = burnUp.at(-1);
  if (!first || !last || burnUp.length < 2) return null;
  const words = burnUp.map(stepWords).join('; ');
  // Of nothing, nothing is drawn: without a height there is no place for a line.
  const top = Math.max(0, ...burnUp.map(({ scope, done = 0 }) => Math.max(scope, done))) * 1.1;
  if (top === 0) return null;
  // What holds since the last day needs room to be seen.
  const span = last.after * 1.2;
  const x = (after: number): number => (after / span) * WIDE;
  const y = (value: number): number => TALL - (value / top) * TALL;
  const line = (of: 'scope' | 'done'): string =>
    `M0 ${y(first[of] ?? 0)}${burnUp.map((step) => `H${x(step.after)}V${y(step[of] ?? 0)}`).join('')}H${WIDE}`;
  return (
    <div class="bar burn-up">
      <svg role="img" aria-label={words} viewBox={`0 0 ${WIDE} ${TALL}`} preserveAspectRatio="none">
        <title>{words}</title>
        {last.done === undefined ? null : <path class="fill" d={`${line('done')}V${TALL}H0Z`} />}
        <path class="ground" d={`M0 ${TALL}H${WIDE}`} />
        <path class="scope" d={line('scope')} />
      </svg>
      <span>
        <span class="swatch swatch-scope" aria-hidden="true" />
        {t('Planned: {0} → {1} {2}', first.scope, last.scope, unit)}
        {last.done === undefined ? null : (
          <>
            {' · '}
            <span class="swatch swatch-done" aria-hidden="true" />
            {t('{0} done', last.done)}
          </>
        )}
      </span>
    </div>
  );
}

const stepWords = ({ name, scope, done }: StoryScope['burnUp'][number]): string =>
  done === undefined ? t('{0}: {1} planned', name, scope) : t('{0}: {1} planned, {2} done', name, scope, done);

/** How tall that drawing is, where it is `WIDE` wide. */
const TALL = 40;
