/** Every engineer's numbers, factor by factor: dots, the same in words, and the reasons with the outliers first. */
import { plural, t } from '../../../core/base/l10n.ts';
import { type Factor, factorName, factors } from '../../../core/scoring/factors.ts';
import { offScaleWord } from '../../../core/scoring/offScale.ts';
import { isBlind } from '../../../core/scoring/readiness.ts';
import { factorText } from '../../../core/scoring/scoreText.ts';
import { outliersFirst, spreadOf } from '../../../core/scoring/spread.ts';
import { dotted } from '../../../core/text/joined.ts';
import { Problem } from '../../kit/notice.tsx';
import type { BoardState } from '../protocol.ts';
import type { About } from './about.tsx';
import { DotPlot } from './charts/dotPlot.tsx';
import { useSession } from './model/session.ts';
import { shownGuess, spreadTexts } from './model/words.ts';

export function NumbersGiven(about: About) {
  const { item, detail, state } = about;
  const { nameOf } = useSession();
  const waiting = awaitedOf(state).filter((id) => !detail.givers.includes(id));
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
        <p class="blind">{t('Give your estimate to see the others’. This way, nobody is influenced.')}</p>
      ) : item.voices.length === 0 ? null : (
        <div class="factors">
          {factors.map((factor) => (
            <FactorBlock key={factor} {...about} factor={factor} />
          ))}
        </div>
      )}
      <Reasons {...about} />
    </section>
  );
}

/** Whose estimates are awaited: the engineers and leads; where nobody has such a role, everybody. */
function awaitedOf({ members }: BoardState): readonly string[] {
  const builders = members.filter(({ role }) => role === 'engineer' || role === 'lead');
  return (builders.length > 0 ? builders : members).map(({ id }) => id);
}

function FactorBlock({ factor, item, state: { scales, me } }: About & { readonly factor: Factor }) {
  const { nameOf } = useSession();
  const voices = outliersFirst(factor, item.voices);
  if (voices.length === 0 && item.agreed[factor] === undefined) return null;
  const spread = spreadOf(factor, item.voices);
  const units: Readonly<Partial<Record<Factor, string>>> = { reach: scales.reachUnit, effort: scales.effortUnit };
  return (
    <div class="factor">
      <h4>
        {factorName(factor)}
        <span class="quiet">
          {dotted(middleText(factor, item.agreed[factor], spread.median), ...spreadTexts(factor, spread))}
        </span>
        <OffScale word={offScaleWord(factor, item.agreed[factor])} />
        {spread.disagrees ? <span class="apart">≠ {t('disagree')}</span> : null}
      </h4>
      <DotPlot {...{ factor, voices, nameOf }} me={me?.id} agreed={item.agreed[factor]} unit={units[factor]} />
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

function middleText(factor: Factor, agreed: number | undefined, median: number | undefined): string | undefined {
  if (agreed !== undefined) return t('agreed {0}', factorText(factor, agreed));
  return median === undefined ? undefined : t('median {0}', factorText(factor, median));
}

/** A word beside a number that is accepted, and hardly meant or rarely said. */
function OffScale({ word }: { readonly word: string | undefined }) {
  return word === undefined ? null : <span class="apart"> ⚠ {word}</span>;
}

/** The reasons of this round, those of whoever is farthest from the middle first; the earlier rounds below. */
function Reasons({ item, detail }: About) {
  const { nameOf } = useSession();
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
          <Problem text={trouble} />
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
