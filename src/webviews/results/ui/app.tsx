/** The page of results: how predictions hold, each result with its reason, and what waits for one. */
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { plural, t } from '../../../core/base/l10n.ts';
import type { Results, ResultTold } from '../../../core/results/told.ts';
import { dotted } from '../../../core/text/joined.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Empty } from '../../kit/notice.tsx';
import { Part } from '../../kit/part.tsx';
import { useKeptScroll } from '../../kit/scrolled.ts';
import { ResultBar } from './bar.tsx';
import { Course, CourseKey } from './course.tsx';
import { QuadrantFigure } from './quadrant.tsx';
import { useSession } from './session.ts';

export function App() {
  const session = useSession();
  const state = session.state.value;
  useEffect(() => void session.start(), [session]);
  if (!state) return <Empty trouble={session.trouble.value} onRetry={() => void session.start()} />;
  return <Whole {...state} />;
}

function Whole(state: Results) {
  const session = useSession();
  const around = useRef<HTMLElement>(null);
  useWanted(around);
  useKeptScroll(session.page.top);
  const { measured, withheld } = state;
  return (
    <main ref={around}>
      <header>
        <h1>{t('Results')}</h1>
        {measured.length === 0 ? null : (
          <div class="foot">
            <Button primary onClick={() => session.run('recordResult')}>
              {t('Record a Result')}
            </Button>
            <Button onClick={() => session.run('adoptionCalculator')}>{t('Adoption Calculator…')}</Button>
            <Button onClick={() => void session.copy()}>{t('Copy as Markdown')}</Button>
          </div>
        )}
      </header>
      {measured.length === 0 ? <NoneYet /> : <Calibration {...state} />}
      {measured.map((result) => (
        <OneResult key={result.id} {...result} />
      ))}
      {withheld === 0 ? null : (
        <p class="quiet">
          {plural(withheld, '{0} result is sensitive and not shown.', '{0} results are sensitive and not shown.')}
        </p>
      )}
      <Waiting {...state} />
    </main>
  );
}

function NoneYet() {
  const session = useSession();
  return (
    <div class="empty">
      <p>{t('No data yet. Once something is shipped, write down what it was before and what it is now.')}</p>
      <Button primary onClick={() => session.run('recordResult')}>
        {t('Record the First Result')}
      </Button>{' '}
      <Button onClick={() => session.run('adoptionCalculator')}>{t('Adoption Calculator…')}</Button>
    </div>
  );
}

function Calibration({ calibration, reading }: Results) {
  return (
    <Part title={t('How well predictions hold')}>
      <dl class="numbers">
        {calibration.map((row) => (
          <div key={row.name}>
            <dt>{row.name}</dt>
            <dd class="value">{row.words}</dd>
            <dd>
              <Course {...row} />
            </dd>
            <dd class="quiet">{row.note}</dd>
          </div>
        ))}
      </dl>
      <CourseKey calibration={calibration} />
      <p class="hint">{reading}</p>
    </Part>
  );
}

/** The words say it; the sign is for who looks quickly. */
const signs = { confirmed: '✓', partial: '◐', 'no-change': '=', worse: '⚠', inconclusive: '?' } as const;

function OneResult(result: ResultTold) {
  const session = useSession();
  const { id, initiative, title, verdict, verdictName, sentence, change, interval, how, warnings, bar, body, next } =
    result;
  const heading = useId();
  return (
    <article class="result" data-initiative={initiative} tabIndex={-1} aria-labelledby={heading}>
      <h2 id={heading}>
        <LinkButton onClick={() => session.run('openWhy', initiative)}>{title}</LinkButton>
      </h2>
      <p>
        <span class={`verdict verdict-${verdict}`}>
          <span aria-hidden="true">{signs[verdict]} </span>
          {verdictName}
        </span>{' '}
        {sentence}
      </p>
      {bar === undefined ? null : <ResultBar {...bar} />}
      {change === undefined ? null : (
        <p>
          <strong>{change}</strong> {interval === undefined ? null : <span class="quiet">{interval}</span>}
        </p>
      )}
      {warnings.length === 0 ? null : (
        <ul class="warnings" aria-label={t('What this cannot show')}>
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <Factors {...result} />
      <Funnel {...result} />
      {result.quadrant === undefined ? null : <QuadrantFigure {...result.quadrant} />}
      {body === undefined ? null : <p>{body}</p>}
      {next === undefined ? null : <p>{t('Next: {0}', next)}</p>}
      <p class="quiet">
        {how} <LinkButton onClick={() => session.run('openRecord', id)}>{t('Open record')}</LinkButton>
      </p>
    </article>
  );
}

function Factors({ title, predicted, factors }: ResultTold) {
  if (factors.length === 0) return null;
  return (
    <table aria-label={t('Predicted and measured: {0}', title)}>
      <thead>
        <tr>
          <td />
          <th scope="col">{predicted === undefined ? t('Predicted') : dotted(t('Predicted'), predicted)}</th>
          <th scope="col">{t('Measured')}</th>
        </tr>
      </thead>
      <tbody>
        {factors.map(({ name, predicted: before, measured, fit, fitWords }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{before}</td>
            <td>
              {measured} <span class={fit === 'within' ? 'quiet' : 'off'}>· {fitWords}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Funnel({ title, funnel }: ResultTold) {
  if (funnel.length === 0) return null;
  return (
    <table aria-label={t('Adoption: {0}', title)}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('People')}</th>
          <th scope="col">{t('Of the step before')}</th>
          <th scope="col">{t('Of the first')}</th>
        </tr>
      </thead>
      <tbody>
        {funnel.map(({ name, count, ofBefore, ofFirst }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{count}</td>
            <td>{ofBefore}</td>
            <td>{ofFirst}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Waiting({ waiting }: Results) {
  const session = useSession();
  if (waiting.length === 0) return null;
  return (
    <Part title={t('Still to measure')}>
      <ul class="plain waiting">
        {waiting.map(({ id, title, words }) => (
          <li key={id}>
            <LinkButton onClick={() => session.run('openWhy', id)}>{title}</LinkButton>
            <span class="quiet">{words}</span>
            <Button label={t('Record a Result: {0}', title)} onClick={() => session.run('recordResult', id)}>
              {t('Record a Result')}
            </Button>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Goes to the result that a command asked for, once it is drawn. */
function useWanted(around: { readonly current: HTMLElement | null }): void {
  const { wanted } = useSession();
  const initiative = wanted.value;
  useLayoutEffect(() => {
    if (initiative === undefined) return;
    const all = [...(around.current?.querySelectorAll<HTMLElement>('[data-initiative]') ?? [])];
    const result = all.find((each) => each.dataset.initiative === initiative);
    if (!result) return;
    wanted.value = undefined;
    result.scrollIntoView();
    result.focus({ preventScroll: true });
  });
}
