/** An opened item: the problem, my estimate, everybody's numbers, challenges, evidence, objections, and what happened before. */
import { useComputed } from '@preact/signals';
import { memo } from 'preact/compat';
import { dayWords } from '../../../core/base/dayWords.ts';
import { t } from '../../../core/base/l10n.ts';
import type { Item, RiskPoint } from '../../../core/scoring/item.ts';
import type { Entry } from '../../../core/scoring/ranking.ts';
import { gapText } from '../../../core/scoring/readiness.ts';
import { riskSeverity, severityName } from '../../../core/scoring/severity.ts';
import { dotted } from '../../../core/text/joined.ts';
import { Button } from '../../kit/button.tsx';
import { setting } from '../../kit/kept.ts';
import { Problem } from '../../kit/notice.tsx';
import { type About, RecordLink } from './about.tsx';
import { Agree } from './agree.tsx';
import { Challenges } from './challenges.tsx';
import { DebtBridge } from './debt.tsx';
import { EstimateForm } from './estimateForm.tsx';
import { Evidence } from './evidence.tsx';
import { useSession } from './model/session.ts';
import { kindName, statusName } from './model/words.ts';
import { NumbersGiven } from './numbers.tsx';
import { Objections } from './objections.tsx';
import { Slices } from './slices.tsx';
import { Validation } from './validation.tsx';
import { WhatIf } from './whatIf.tsx';

export const ItemDetail = memo(
  ({ entry: { item, numbers, reason }, state }: Pick<About, 'state'> & { readonly entry: Entry }) => {
    const { opened } = useSession();
    const got = useComputed(() => opened.value.get(item.id)).value;
    if (!got) return <p class="hint">{t('Reading…')}</p>;
    if ('trouble' in got) return <Problem text={got.trouble} />;
    const about = { item, numbers, state, detail: got.detail };
    return (
      <div class="detail">
        <Story {...about} reason={reason} />
        <div class="sides">
          <div>
            <EstimateForm {...about} />
            <NumbersGiven {...about} />
            <Agree {...about} />
            <WhatIf {...about} />
          </div>
          <div>
            <Evidence {...about} />
            <Challenges {...about} />
            <Objections {...about} />
            <Validation {...about} />
            <Slices {...about} />
            {item.kind === 'debt' ? <DebtBridge {...about} /> : null}
            <History {...about} />
          </div>
        </div>
      </div>
    );
  },
);

/** From here on it is a plan, and no longer an idea. */
const isPlanned = ({ status }: Item): boolean => status !== 'idea' && status !== 'candidate';

function Story({ item, detail, reason }: About & { readonly reason: string | undefined }) {
  const session = useSession();
  const owner = item.owner && session.nameOf(item.owner);
  return (
    <div class="story">
      {detail.problems.map((problem) => (
        <p key={problem.id} class="statement">
          {problem.statement === '' ? problem.title : problem.statement}
        </p>
      ))}
      <p class="quiet">
        {dotted(
          detail.outcome === undefined ? t('No outcome yet') : t('Outcome: {0}', detail.outcome),
          detail.appetite && t('Appetite: {0}', detail.appetite),
        )}
      </p>
      <p class="quiet">{dotted(kindName(item.kind), statusName(item.status), owner)}</p>
      <Problem text={item.trouble} />
      {reason === undefined ? null : <p>{reason}</p>}
      {item.missing.length === 0 ? null : (
        <p>
          <b>{t('Not ready to commit:')}</b> {item.missing.map(gapText).join(' · ')}
        </p>
      )}
      <div class="foot">
        <Button onClick={() => session.run('openRecord', item.id)}>{t('Open Record')}</Button>
        <Button onClick={() => session.run('flagRisk', item.id)}>{t('Flag a Risk')}</Button>
        {isPlanned(item) ? null : (
          <Button onClick={() => setting(session.committing)([item.id])}>{t('Commit to Sprint…')}</Button>
        )}
      </div>
      {item.risks.length === 0 ? null : (
        <ul class="plain risks" aria-label={t('Risks')}>
          {item.risks.map((risk) => (
            <OneRisk key={risk.id} {...risk} />
          ))}
        </ul>
      )}
    </div>
  );
}

function OneRisk(risk: RiskPoint) {
  const severity = riskSeverity(risk);
  const waits = risk.open && !risk.answered;
  return (
    <li>
      <span class={waits && severity === 'critical' ? 'state waiting' : 'state'}>
        {risk.open ? t('risk: {0}', severity ? severityName(severity) : t('unrated')) : t('risk: closed')}
      </span>{' '}
      <RecordLink {...risk} /> {waits ? <span class="quiet">{t('unanswered')}</span> : null}
    </li>
  );
}

function History({ detail: { history } }: About) {
  const session = useSession();
  if (history.length === 0) return null;
  return (
    <section>
      <h3>{t('History')}</h3>
      <ul class="plain">
        {history.map(({ on, by, text, record }, index) => (
          <li key={record ?? index}>
            <span class="quiet">{dotted(on && dayWords(on), by && session.nameOf(by))}</span>{' '}
            {record === undefined ? text : <RecordLink id={record} title={text} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
