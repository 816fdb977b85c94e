/** What several people guess for one factor, as a line of dots: small enough to stand beside the number. */
import type { JSX } from 'preact';
import type { Factor } from '../../../../core/scoring/factors.ts';
import type { Voice } from '../../../../core/scoring/item.ts';

export interface DotPlotProps {
  readonly factor: Factor;
  /** Those one may see; who said nothing about the factor is left out. */
  readonly voices: readonly Voice[];
  /** What the team agreed on: a tick. */
  readonly agreed?: number | undefined;
  /** What the numbers count, such as `person-weeks`. */
  readonly unit?: string | undefined;
  /** A member's name, by id. */
  readonly nameOf?: ((id: string) => string) | undefined;
  /** The member who looks: their dot is marked. */
  readonly me?: string | undefined;
}

export function DotPlot(_props: DotPlotProps): JSX.Element {
  return <div class="dot-plot" />;
}
