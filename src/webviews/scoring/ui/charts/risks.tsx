/** The chart of risks: a matrix of how likely and how bad, with how many and which. */
import * as Plot from '@observablehq/plot';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { plural, t } from '../../../../core/base/l10n.ts';
import type { Item } from '../../../../core/scoring/item.ts';
import { severityName } from '../../../../core/scoring/severity.ts';
import { LinkButton } from '../../../kit/button.tsx';
import { type Draw, Drawing, type Drawn } from './drawing.tsx';
import { type Facts, Figure } from './figure.tsx';
import { fitted } from './labels.ts';
import { type Cell, type Matrix, type RiskOf, riskMatrix } from './riskCells.ts';
import { textsAt } from './texts.ts';
import type { Theme } from './theme.ts';

interface Props {
  readonly items: readonly Item[];
  readonly onRecord: (id: string) => void;
}

export function Risks({ items, onRecord }: Props) {
  const matrix = useMemo(() => riskMatrix(items), [items]);
  const [chosen, choose] = useState<string | undefined>();
  const draw = useCallback<Draw>((width, theme) => drawMatrix(matrix, width, theme), [matrix]);
  const facts = useCallback(() => factsOf(matrix), [matrix]);
  const drawn = matrix.cells.some(({ risks }) => risks.length > 0);
  const cell = matrix.cells.find((each) => keyOf(each) === chosen && each.risks.length > 0);
  return (
    <Figure
      name="risks"
      title={t('Risks')}
      how={how(matrix)}
      facts={facts}
      onOpen={onRecord}
      tabled={matrix.unrated.length > 0}
      empty={drawn ? undefined : emptyBecause(matrix)}
    >
      <Drawing label={t('Risks by likelihood and impact')} draw={draw} height={heightFor(640)} onChoose={choose} />
      {cell ? <Listed title={cellText(cell)} risks={cell.risks} onRecord={onRecord} /> : null}
      {matrix.unrated.length > 0 ? (
        <Listed title={t('Open, and without likelihood or impact')} risks={matrix.unrated} onRecord={onRecord} />
      ) : null}
    </Figure>
  );
}

function emptyBecause({ unrated }: Matrix): string {
  return unrated.length > 0
    ? plural(
        unrated.length,
        '{0} risk is open, and it has no likelihood and impact yet.',
        '{0} risks are open, and none has a likelihood and an impact yet.',
      )
    : t('No risk is open.');
}

function how({ closed }: Matrix): string {
  return [
    t('Open risks by how likely they are (up) and how bad (right); the product of both is the severity.'),
    closed > 0 ? plural(closed, '{0} more is closed.', '{0} more are closed.') : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function Listed(props: { title: string; risks: readonly RiskOf[]; onRecord: (id: string) => void }) {
  return (
    <div class="listed">
      <h3>{props.title}</h3>
      <ul>
        {props.risks.map((risk) => (
          <li key={risk.id}>
            <LinkButton onClick={() => props.onRecord(risk.id)}>{risk.title}</LinkButton>{' '}
            <span class="quiet-text">
              {[risk.of.join(', '), risk.answered ? '' : t('unanswered')].filter(Boolean).join(' · ')}
            </span>
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
      risk.likelihood ?? t('not said'),
      risk.impact ?? t('not said'),
      severity,
      risk.answered ? t('yes') : t('no'),
    ],
  });
  const rated = [...cells].sort((a, b) => b.likelihood * b.impact - a.likelihood * a.impact);
  return {
    columns: [t('Risk'), t('Initiative'), t('Likelihood'), t('Impact'), t('Severity'), t('Answered')],
    rows: [
      ...rated.flatMap(({ risks, severity }) => risks.map((risk) => row(risk, severityName(severity)))),
      ...unrated.map((risk) => row(risk, t('not said'))),
    ],
  };
}

function heightFor(width: number): number {
  return Math.round(Math.min(520, Math.max(300, width * 0.7)));
}

const steps = [1, 2, 3, 4, 5];

/** What is free between cells, as a share of them. */
const GAPS = { x: 0.04, y: 0.06 };

function drawMatrix({ cells }: Matrix, width: number, theme: Theme): Drawn {
  const filled = cells.filter(({ risks }) => risks.length > 0);
  const color = ({ severity }: Cell): string => `var(--chart-${severity})`;
  const svg = Plot.plot({
    className: 'plot',
    width,
    height: heightFor(width),
    marginLeft: 44,
    marginRight: 4,
    marginTop: 26,
    marginBottom: 38,
    x: { type: 'band', domain: steps, label: `${t('Impact')} →`, tickSize: 0, padding: GAPS.x },
    y: { type: 'band', domain: [...steps].reverse(), label: `↑ ${t('Likelihood')}`, tickSize: 0, padding: GAPS.y },
    marks: [
      Plot.cell([...cells], {
        className: 'plot-cells',
        x: 'impact',
        y: 'likelihood',
        fill: theme.contrast ? 'none' : color,
        fillOpacity: ({ risks }: Cell) => (risks.length > 0 ? 0.38 : 0.13),
        stroke: theme.contrast ? 'var(--chart-ink)' : 'none',
        strokeDasharray: theme.contrast ? '2 3' : 'none',
        rx: 3,
      }),
      Plot.cell(filled, {
        className: 'point',
        x: 'impact',
        y: 'likelihood',
        fill: 'transparent',
        stroke: theme.contrast ? 'var(--chart-ink)' : color,
        strokeWidth: 2,
        rx: 3,
        ariaLabel: sentence,
      }),
      words(cells),
    ],
    color: { type: 'identity' },
    opacity: { type: 'identity' },
  });
  return { svg: svg as SVGElement, ids: filled.map(keyOf) };
}

/** In each cell its severity, how many risks, and as many of their names as there is room for. */
function words(cells: readonly Cell[]): Plot.RenderFunction {
  return (_index, { x, y }) => {
    // From one cell to the next, less what the scales leave free between them.
    const wide = (Number(x?.(2)) - Number(x?.(1))) * (1 - GAPS.x);
    const high = (Number(y?.(1)) - Number(y?.(2))) * (1 - GAPS.y);
    return textsAt(
      cells.flatMap((cell) => {
        const [left, top] = [Number(x?.(cell.impact)), Number(y?.(cell.likelihood))];
        const at = { x: left + 6, anchor: 'start' as const };
        const word = {
          ...at,
          y: top + 11,
          text: fitted(severityName(cell.severity), wide - 4),
          className: 'plot-severity',
        };
        if (cell.risks.length === 0) return [word];
        const count = {
          x: left + wide - 6,
          y: wide < 80 ? top + high - 14 : top + 12,
          anchor: 'end' as const,
          text: String(cell.risks.length),
          className: 'plot-count',
        };
        const lines = linesOf(cell, wide - 12, Math.floor((high - 26) / 14));
        return [
          word,
          count,
          ...lines.map((text, line) => ({ ...at, y: top + 30 + line * 14, text, className: 'plot-name' })),
        ];
      }),
    );
  };
}

/** Names that fit, the last line saying how many do not; none at all in a cell too small to read them in. */
function linesOf({ risks }: Cell, width: number, most: number): string[] {
  if (width < 68 || most < 1) return [];
  const names = risks.map(({ title }) => fitted(title, width));
  if (names.length <= most) return names;
  return [...names.slice(0, most - 1), t('+{0} more', names.length - most + 1)];
}
