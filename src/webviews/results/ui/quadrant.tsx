/** What kind of feature it is, drawn: who comes back, and who of those is satisfied, with what is likely of each. */
import { t } from '../../../core/base/l10n.ts';
import type { QuadrantTold } from '../../../core/results/told.ts';
import { dotted } from '../../../core/text/joined.ts';

/** The drawing is as wide and as high as its place, in hundredths of it. */
const WIDE = 100;

export function QuadrantFigure({ name, words, retention, satisfaction, numbers, cells }: QuadrantTold) {
  const [x, y] = [retention.share * WIDE, (1 - satisfaction.share) * WIDE];
  const likely = [
    { x1: retention.low * WIDE, x2: retention.high * WIDE, y1: y, y2: y },
    { x1: x, x2: x, y1: (1 - satisfaction.high) * WIDE, y2: (1 - satisfaction.low) * WIDE },
  ];
  return (
    <figure class="quadrant">
      <div class="plane" role="img" aria-label={dotted(name, ...numbers)}>
        <span class="across">{t('under half come back')}</span>
        <span class="across">{t('half or more come back')}</span>
        <span class="up">{t('half or more are satisfied')}</span>
        <span class="up">{t('under half are satisfied')}</span>
        {cells.map((cell) => (
          <span key={cell.name} class={cell.isHere ? 'cell here' : 'cell'}>
            {cell.name}
          </span>
        ))}
        <svg viewBox={`0 0 ${WIDE} ${WIDE}`} preserveAspectRatio="none" aria-hidden="true">
          {likely.map((line) => (
            <line key={`${line.x1} ${line.y1}`} class="likely" {...line} />
          ))}
          {/* A line without a length has round ends alone: a point that nothing stretches. */}
          <line class="point" x1={x} x2={x} y1={y} y2={y} />
        </svg>
      </div>
      <figcaption>
        <strong>{t('{0}:', name)}</strong> {words} <span class="quiet">{dotted(...numbers)}</span>
      </figcaption>
    </figure>
  );
}
