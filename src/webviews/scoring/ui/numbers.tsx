/** Every engineer's numbers, factor by factor: dots, the same in words, and the reasons with the outliers first. */
import { plural, t } from '../../../core/base/l10n.ts';
import type { Detail } from '../../../core/scoring/detail.ts';
import { type Factor, factorName, factors } from '../../../core/scoring/factors.ts';
import type { Item, Scales } from '../../../core/scoring/item.ts';
import { offScaleWord } from '../../../core/scoring/offScale.ts';
import { isBlind } from '../../../core/scoring/readiness.ts';
import { outliersFirst, spreadOf } from '../../../core/scoring/spread.ts';
import { DotPlot } from './charts/dotPlot.tsx';
import { factorText, shownGuess, spreadTexts } from './model/words.ts';

interface Props {
  readonly item: Item;
  readonly detail: Detail;
  readonly scales: Scales;
  readonly me: string | undefined;
  readonly nameOf: (id: string) => string;
  /** Whose estimates are awaited: the engineers and leads of the team. */
  readonly awaited: readonly string[];
}

export function NumbersGiven({ item, detail, scales, me, nameOf, awaited }: Props) {
  const waiting = awaited.filter((id) => !detail.givers.includes(id));
  return (
    <section>
      <h3>{item.round.number > 1 ? t('Numbers of round {0}', item.round.number) : t('Numbers')}</h3>
      <p class="hint">
        {waiting.length === 0
          ? plural(detail.givers.length, '{0} has estimated.', '{0} have estimated.')
          : plural(
              detail.givers.length,
              '{0} has estimated. Not yet: {1}.',
              '{0} have estimated. Not yet: {1}.',
              waiting.map(nameOf).join(', '),
            )}
      </p>
      {isBlind(item) ? (
        <p class="blind">{t('Give your estimate to see the others’, so that nobody’s number leans on another’s.')}</p>
      ) : null}
      {isBlind(item) || item.voices.length === 0 ? null : (
        <div class="factors">
          {factors.map((factor) => (
            <FactorBlock key={factor} {...{ factor, item, scales, me, nameOf }} />
          ))}
        </div>
      )}
      <WhyRecords {...{ item, detail, nameOf }} />
    </section>
  );
}

interface BlockProps extends Pick<Props, 'item' | 'scales' | 'me' | 'nameOf'> {
  readonly factor: Factor;
}

function FactorBlock({ factor, item, scales, me, nameOf }: BlockProps) {
  const voices = outliersFirst(factor, item.voices);
  if (voices.length === 0 && item.agreed[factor] === undefined) return null;
  const spread = spreadOf(factor, item.voices);
  const units: Readonly<Partial<Record<Factor, string>>> = { reach: scales.reachUnit, effort: scales.effortUnit };
  return (
    <div class="factor">
      <h4>
        {factorName(factor)}
        <span class="quiet">
          {item.agreed[factor] === undefined
            ? spread.median === undefined
              ? ''
              : t('median {0}', factorText(factor, spread.median))
            : t('agreed {0}', factorText(factor, item.agreed[factor]))}
          {spreadTexts(factor, spread)
            .map((text) => ` · ${text}`)
            .join('')}
        </span>
        <OffScale word={offScaleWord(factor, item.agreed[factor])} />
        {spread.disagrees ? <span class="apart">≠ {t('far apart')}</span> : null}
      </h4>
      <DotPlot {...{ factor, voices, nameOf, me, agreed: item.agreed[factor], unit: units[factor] }} />
      <ul class="voices" aria-label={t('{0}, person by person', factorName(factor))}>
        {voices.map(({ by, guesses }) => (
          <li key={by}>
            {nameOf(by)} <strong>{guesses[factor] === undefined ? '' : shownGuess(factor, guesses[factor])}</strong>
            <OffScale word={offScaleWord(factor, guesses[factor])} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A word beside a number that is accepted, and hardly meant or rarely said. */
function OffScale({ word }: { readonly word: string | undefined }) {
  return word === undefined ? null : <span class="apart"> ⚠ {word}</span>;
}

/** The reasons of this round, those of whoever is farthest from the middle first; the earlier rounds below. */
function WhyRecords({ item, detail, nameOf }: Pick<Props, 'item' | 'detail' | 'nameOf'>) {
  const far = [
    ...new Set(factors.flatMap((factor) => outliersFirst(factor, item.voices).slice(0, 1)).map(({ by }) => by)),
  ];
  const place = (by: string): number => (far.includes(by) ? far.indexOf(by) : far.length);
  const now = detail.estimates
    .filter(({ round, reasons, trouble }) => round === item.round.number && (reasons !== '' || trouble !== undefined))
    .sort((a, b) => place(a.by) - place(b.by));
  const before = detail.estimates.filter(({ round }) => round < item.round.number);
  return (
    <>
      {now.map(({ id, by, reasons, trouble }) => (
        <div key={id} class="said">
          <b>{nameOf(by)}</b>
          {reasons}
          {trouble === undefined ? null : <p class="problem">⚠ {trouble}</p>}
        </div>
      ))}
      {before.length === 0 ? null : (
        <details>
          <summary>
            {plural(before.length, '{0} estimate of earlier rounds', '{0} estimates of earlier rounds')}
          </summary>
          <ul class="plain">
            {before.map(({ id, by, round, guesses, reasons }) => (
              <li key={id}>
                {t('Round {0}', round)} · {nameOf(by)}:{' '}
                {factors
                  .flatMap((factor) => {
                    const guess = guesses[factor];
                    return guess === undefined ? [] : `${factorName(factor)} ${shownGuess(factor, guess)}`;
                  })
                  .join(' · ')}
                {reasons === '' ? null : <div class="quiet">{reasons}</div>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
