/** The chart of risks: a matrix of how likely and how bad, with how many and which. */
import * as Plot from '@observablehq/plot';
import { useMemo, useState } from 'preact/hooks';
import { plural, t } from '../../../../core/base/l10n.ts';
import { severityName } from '../../../../core/scoring/severity.ts';
import { dotted } from '../../../../core/text/joined.ts';
import { LinkButton } from '../../../kit/button.tsx';
import type { Drawn } from '../../../kit/charts/drawing.tsx';
import { type Facts, Figure } from '../../../kit/charts/figure.tsx';
import { useSession } from '../model/session.ts';
import { fitted } from './labels.ts';
import { type Cell, type Matrix, type RiskOf, riskMatrix, steps } from './riskCells.ts';

export function Risks() {
  const session = useSession();
  const items = session.items.value;
  const matrix = useMemo(() => riskMatrix(items), [items]);
  const [chosen, choose] = useState<string>();
  const drawn = matrix.cells.some(({ risks }) => risks.length > 0);
  const cell = matrix.cells.find((each) => keyOf(each) === chosen && each.risks.length > 0);
  const { unrated, closed } = matrix;
  return (
    <Figure
      name="risks"
      title={t('Risks')}
      how={[
        t('Open risks by likelihood (up) and impact (right). Likelihood times impact is the severity.'),
        closed > 0 ? plural(closed, '{0} more is closed.', '{0} more are closed.') : undefined,
      ]}
      empty={drawn ? undefined : emptyBecause(matrix)}
      tabled={unrated.length > 0}
      label={t('Risks by likelihood and impact')}
      data={matrix}
      draw={drawMatrix}
      height={heightFor(640)}
      facts={factsOf}
      onOpen={(id) => session.run('openRecord', id)}
      onChoose={choose}
    >
      {cell ? <Listed title={cellText(cell)} risks={cell.risks} /> : null}
      {unrated.length > 0 ? <Listed title={t('Open, without likelihood or impact')} risks={unrated} /> : null}
    </Figure>
  );
}

function emptyBecause({ unrated }: Matrix): string {
  return unrated.length > 0
    ? plural(
        unrated.length,
        '{0} risk is open, but it has no likelihood and impact yet.',
        '{0} risks are open, but none has a likelihood and an impact yet.',
      )
    : t('No risk is open.');
}

function Listed({ title, risks }: { readonly title: string; readonly risks: readonly RiskOf[] }) {
  const session = useSession();
  return (
    <div class="listed">
      <h3>{title}</h3>
      <ul>
        {risks.map((risk) => (
          <li key={risk.id}>
            <LinkButton onClick={() => session.run('openRecord', risk.id)}>{risk.title}</LinkButton>{' '}
            <span class="quiet-text">{dotted(risk.of.join(', '), risk.answered ? undefined : t('unanswered'))}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const keyOf = ({ likelihood, impact }: Cell): string => `${likelihood}×${impact}`;

function cellText({ likelihood, impact, severity, risks }: Cell): string {
  return t(
    'Likelihood {0}, impact {1}, {2}: {3}',
    likelihood,
    impact,
    severityName(severity),
    plural(risks.length, '{0} risk', '{0} risks'),
  );
}

function sentence(cell: Cell): string {
  return t('{0}: {1}', cellText(cell), cell.risks.map(({ title }) => title).join('; '));
}

function factsOf({ cells, unrated }: Matrix): Facts {
  const row = (risk: RiskOf, severity: string) => ({
    id: risk.id,
    name: risk.title,
    cells: [
      risk.of.join(', '),
      risk.likelihood ?? t('not given'),
      risk.impact ?? t('not given'),
      severity,
      risk.answered ? t('yes') : t('no'),
    ],
  });
  const rated = [...cells].sort((a, b) => b.likelihood * b.impact - a.likelihood * a.impact);
  return {
    columns: [t('Risk'), t('Initiative'), t('Likelihood'), t('Impact'), t('Severity'), t('Answered')],
    rows: [
      ...rated.flatMap(({ risks, severity }) => risks.map((risk) => row(risk, severityName(severity)))),
      ...unrated.map((risk) => row(risk, t('not given'))),
    ],
  };
}

function heightFor(width: number): number {
  return Math.round(Math.min(520, Math.max(300, width * 0.7)));
}

/** What is free around the cells, for the axes; in CSS pixels. */
const margins = { marginLeft: 44, marginRight: 4, marginTop: 26, marginBottom: 38 };

function drawMatrix({ cells }: Matrix, width: number): Drawn {
  const height = heightFor(width);
  const filled = cells.filter(({ risks }) => risks.length > 0);
  const color = ({ severity }: Cell): string => `var(--chart-${severity})`;
  const x = { type: 'band', domain: steps, padding: 0.04, round: true } as const;
  const y = { type: 'band', domain: [...steps].reverse(), padding: 0.06, round: true } as const;
  const wide = Plot.scale({ x: { ...x, range: [margins.marginLeft, width - margins.marginRight] } }).bandwidth ?? 0;
  const high = Plot.scale({ y: { ...y, range: [margins.marginTop, height - margins.marginBottom] } }).bandwidth ?? 0;
  const at = { x: 'impact', y: 'likelihood' };
  const svg = Plot.plot({
    className: 'plot',
    width,
    height,
    ...margins,
    x: { ...x, label: `${t('Impact')} →`, tickSize: 0 },
    y: { ...y, label: `↑ ${t('Likelihood')}`, tickSize: 0 },
    color: { type: 'identity' },
    opacity: { type: 'identity' },
    marks: [
      Plot.cell(cells, {
        ...at,
        className: 'plot-cells',
        fill: color,
        fillOpacity: ({ risks }: Cell) => (risks.length > 0 ? 0.38 : 0.13),
        rx: 3,
      }),
      Plot.cell(filled, {
        ...at,
        className: 'point',
        fill: 'transparent',
        stroke: color,
        strokeWidth: 2,
        rx: 3,
        ariaLabel: sentence,
      }),
      Plot.text(cells, {
        ...at,
        className: 'plot-severity',
        text: ({ severity }: Cell) => fitted(severityName(severity), wide - 4),
        textAnchor: 'start',
        dx: 6 - wide / 2,
        dy: 11 - high / 2,
      }),
      Plot.text(filled, {
        ...at,
        className: 'plot-count',
        text: ({ risks }: Cell) => String(risks.length),
        textAnchor: 'end',
        dx: wide / 2 - 6,
        dy: wide < 80 ? high / 2 - 14 : 12 - high / 2,
      }),
      Plot.text(filled, {
        ...at,
        className: 'plot-name',
        text: (cell: Cell) => linesOf(cell, wide - 12, Math.floor((high - 26) / LINE)).join('\n'),
        lineAnchor: 'top',
        lineHeight: LINE / 11,
        textAnchor: 'start',
        dx: 6 - wide / 2,
        dy: 26 - high / 2,
      }),
    ],
  });
  return { svg, ids: filled.map(keyOf) };
}

/** From one name to the next, in CSS pixels. */
const LINE = 14;

/** Names that fit, the last line saying how many do not; none at all in a cell too small to read them in. */
function linesOf({ risks }: Cell, width: number, most: number): string[] {
  if (width < 68 || most < 1) return [];
  const names = risks.map(({ title }) => fitted(title, width));
  if (names.length <= most) return names;
  return [...names.slice(0, most - 1), t('+{0} more', names.length - most + 1)];
}
