/** An opened item: the problem, my estimate, everybody's numbers, challenges, evidence, objections, and what happened before. */
import { useComputed } from '@preact/signals';
import { memo } from 'preact/compat';
import { t } from '../../../core/base/l10n.ts';
import type { Detail, Happening } from '../../../core/scoring/detail.ts';
import type { Item } from '../../../core/scoring/item.ts';
import type { Ranking } from '../../../core/scoring/ranking.ts';
import { gapText } from '../../../core/scoring/readiness.ts';
import { riskSeverity, severityName } from '../../../core/scoring/severity.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import type { BoardState } from '../protocol.ts';
import { Agree } from './agree.tsx';
import { Challenges } from './challenges.tsx';
import { DebtBridge } from './debt.tsx';
import { EstimateForm } from './estimateForm.tsx';
import { Evidence } from './evidence.tsx';
import type { Entry } from './model/lines.ts';
import { NumbersGiven } from './numbers.tsx';
import { Objections } from './objections.tsx';
import { useSession } from './session.ts';
import { Slices } from './slices.tsx';
import { Validation } from './validation.tsx';
import { WhatIf } from './whatIf.tsx';

interface Props {
  readonly entry: Entry;
  readonly ranking: Ranking;
  readonly state: BoardState;
}

export const ItemDetail = memo(({ entry, ranking, state }: Props) => {
  const { opened } = useSession();
  const { id } = entry.item;
  const got = useComputed(() => opened.value.get(id)).value;
  if (!got) return <p class="hint">{t('Reading…')}</p>;
  if ('trouble' in got) return <p class="problem">⚠ {got.trouble}</p>;
  return <Shown {...{ entry, ranking, state }} detail={got.detail} />;
});

function Shown({ entry, ranking, state, detail }: Props & { readonly detail: Detail }) {
  const { item, numbers } = entry;
  const me = state.me?.id;
  const nameOf = (id: string): string => state.members.find((member) => member.id === id)?.name ?? id;
  const shared = { item, detail, scales: state.scales, me, nameOf };
  return (
    <div class="detail">
      <Story {...{ entry, detail }} />
      <div class="sides">
        <div>
          <section>
            <h3>{t('Your estimate')}</h3>
            <EstimateForm {...shared} />
          </section>
          <NumbersGiven {...shared} awaited={awaitedOf(state)} />
          <Agree {...shared} />
          <WhatIf {...{ item, numbers, ranking }} />
        </div>
        <div>
          <Evidence {...shared} stated={numbers.confidence} />
          <Challenges {...shared} current={(factor) => numbers[factor]} />
          <Objections {...shared} />
          <Validation {...shared} />
          <Slices {...shared} numbers={numbers} />
          {item.kind === 'debt' ? <DebtBridge {...shared} /> : null}
          <History happenings={detail.history} nameOf={nameOf} />
        </div>
      </div>
    </div>
  );
}

/** The engineers and leads; where nobody has such a role, everybody. */
function awaitedOf({ members }: BoardState): readonly string[] {
  const builders = members.filter(({ role }) => role === 'engineer' || role === 'lead');
  return (builders.length > 0 ? builders : members).map(({ id }) => id);
}

function Story({ entry: { item }, detail }: { readonly entry: Entry; readonly detail: Detail }) {
  const session = useSession();
  return (
    <div class="story">
      {detail.problems.map((problem) => (
        <p key={problem.id} class="statement">
          {problem.statement === '' ? problem.title : problem.statement}
        </p>
      ))}
      <p class="quiet">
        {[
          detail.outcome === undefined ? t('No outcome yet') : t('Outcome: {0}', detail.outcome),
          detail.appetite === undefined ? [] : t('Appetite: {0}', detail.appetite),
        ]
          .flat()
          .join(' · ')}
      </p>
      {item.missing.length === 0 ? null : (
        <p>
          <b>{t('Missing to commit:')}</b> {item.missing.map(gapText).join(' · ')}
        </p>
      )}
      <div class="foot">
        <Button onClick={() => session.run('openRecord', item.id)}>{t('Open Record')}</Button>
        <Button onClick={() => session.run('flagRisk', item.id)}>{t('Flag a Risk')}</Button>
      </div>
      {item.risks.length === 0 ? null : (
        <ul class="plain risks" aria-label={t('Risks')}>
          {item.risks.map((risk) => (
            <OneRisk key={risk.id} risk={risk} />
          ))}
        </ul>
      )}
    </div>
  );
}

function OneRisk({ risk }: { readonly risk: Item['risks'][number] }) {
  const session = useSession();
  const severity = riskSeverity(risk);
  const waits = risk.open && !risk.answered;
  return (
    <li>
      <span class={waits && severity === 'critical' ? 'state waiting' : 'state'}>
        {risk.open ? t('risk: {0}', severity ? severityName(severity) : t('unrated')) : t('risk: closed')}
      </span>{' '}
      <LinkButton onClick={() => session.run('openRecord', risk.id)}>{risk.title}</LinkButton>{' '}
      {waits ? <span class="quiet">{t('nobody has answered it')}</span> : null}
    </li>
  );
}

interface HistoryProps {
  readonly happenings: readonly Happening[];
  readonly nameOf: (id: string) => string;
}

function History({ happenings, nameOf }: HistoryProps) {
  const session = useSession();
  if (happenings.length === 0) return null;
  return (
    <section>
      <h3>{t('History')}</h3>
      <ul class="plain">
        {happenings.map(({ on, by, text, record }, index) => (
          <li key={record ?? index}>
            <span class="quiet">{[on?.slice(0, 10) ?? [], by === undefined ? [] : nameOf(by)].flat().join(' · ')}</span>{' '}
            {record === undefined ? (
              text
            ) : (
              <LinkButton onClick={() => session.run('openRecord', record)}>{text}</LinkButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
