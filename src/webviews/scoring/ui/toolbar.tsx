/** What the board shows and what can be done with it as a whole. */
import { useEffect, useRef } from 'preact/hooks';
import { plural, t } from '../../../core/base/l10n.ts';
import { itemKinds, statuses } from '../../../core/scoring/item.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Select, TextField } from '../../kit/field.tsx';
import { setting } from '../../kit/kept.ts';
import { announce } from '../../kit/live.tsx';
import { Menu } from '../../kit/menu.tsx';
import { Tabs } from '../../kit/tabs.tsx';
import type { BoardState } from '../protocol.ts';
import { CommitDialog } from './commit.tsx';
import { exportsOf } from './exporting.ts';
import { columns, largestFirst, type Tab } from './model/pageState.ts';
import { type Scope, type Session, useSession } from './model/session.ts';
import { columnName, kindName, statusName } from './model/words.ts';
import { SnapshotButton } from './snapshotButton.tsx';

const keyOf = (scope: Scope): string => JSON.stringify(scope);

/** The name of the board, what it is about, and its parts. */
export function Top({ state }: { readonly state: BoardState }) {
  const session = useSession();
  const tabs: readonly { readonly id: Tab; readonly text: string }[] = [
    { id: 'ranking', text: t('Ranking') },
    { id: 'charts', text: t('Charts') },
    { id: 'compare', text: t('Compare') },
  ];
  const scopes = state.scopes.map(({ scope, label, current }) => ({
    value: keyOf(scope),
    text: current ? t('{0} (current)', label) : label,
  }));
  return (
    <>
      <header class="top">
        <h1>
          {t('Scoring board')} <span class="quiet">{state.folder}</span>
        </h1>
        <Select
          label={t('Show')}
          value={keyOf(state.scope)}
          choices={scopes}
          onInput={(value) => {
            const chosen = state.scopes.find(({ scope }) => keyOf(scope) === value);
            if (chosen) void session.setScope(chosen.scope);
          }}
        />
        <Tabs
          label={t('Parts of the board')}
          tabs={tabs}
          chosen={session.page.tab.value}
          onChoose={setting(session.page.tab)}
        />
      </header>
      {state.goal === undefined ? null : <p class="goal">{t('Goal: {0}', state.goal)}</p>}
    </>
  );
}

/** Finding items, and what is done with the ranking. */
export function Tools({ state }: { readonly state: BoardState }) {
  const session = useSession();
  const { page } = session;
  const shown = session.lines.value.filter(({ type }) => type === 'item').length;
  const selected = [...session.selected.value];
  const { committing } = session;
  useFoundSaid(session, shown);
  const any = { value: '', text: t('Any') };
  return (
    <>
      <search class="tools" aria-label={t('Find initiatives')}>
        <TextField
          label={t('Search')}
          quietLabel
          value={page.search.value}
          placeholder={t('Search key, title or owner')}
          onInput={setting(page.search)}
        />
        <Select
          label={t('Status')}
          value={page.status.value}
          choices={[any, ...statuses.map((value) => ({ value, text: statusName(value) }))]}
          onInput={setting(page.status)}
        />
        <Select
          label={t('Kind')}
          value={page.kind.value}
          choices={[any, ...itemKinds.map((value) => ({ value, text: kindName(value) }))]}
          onInput={setting(page.kind)}
        />
        <div class="narrow-only">
          <Select
            label={t('Sort by')}
            value={page.sort.value.column}
            choices={columns.map((value) => ({ value, text: columnName(value) }))}
            onInput={(value) => {
              const column = columns.find((each) => each === value) ?? 'rank';
              page.sort.value = { column, descending: largestFirst(column) };
            }}
          />
        </div>
        <span class="quiet count">{plural(shown, '{0} initiative', '{0} initiatives')}</span>
        <div class="deeds">
          <Button primary disabled={selected.length === 0} onClick={() => setting(committing)(selected)}>
            {selected.length === 0 ? t('Commit to Sprint…') : t('Commit {0} to Sprint…', selected.length)}
          </Button>
          <SnapshotButton scope={state.scope} />
          <LinkButton onClick={() => session.guide()}>{t('How to Prioritize')}</LinkButton>
          <Menu text={t('Export')} items={exportsOf(session, state)} disabled={shown === 0} />
        </div>
      </search>
      {committing.value ? (
        <CommitDialog ids={committing.value} state={state} onClose={() => setting(committing)(undefined)} />
      ) : null}
    </>
  );
}

/** How long nobody types before it is said what was found, in milliseconds. */
const PAUSE = 400;

/** Says how many items a search or a filter found, once the person has stopped typing. */
function useFoundSaid({ page }: Session, found: number): void {
  const asked = `${page.search.value}\n${page.status.value}\n${page.kind.value}`;
  const said = useRef(asked);
  useEffect(() => {
    if (said.current === asked) return undefined;
    const waiting = setTimeout(() => {
      said.current = asked;
      announce(plural(found, '{0} initiative found.', '{0} initiatives found.'));
    }, PAUSE);
    return () => clearTimeout(waiting);
  }, [asked, found]);
}
