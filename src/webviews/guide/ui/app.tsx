/** The guide: each rule with its formula, worked examples, and the team's own numbers beside it. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../../core/base/l10n.ts';
import type { Guide, Own, RuleName } from '../../../core/guide/told.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Empty } from '../../kit/notice.tsx';
import { Part } from '../../kit/part.tsx';
import { useKeptScroll } from '../../kit/scrolled.ts';
import { useSession } from './session.ts';

export function App() {
  const session = useSession();
  const guide = session.state.value;
  useEffect(() => void session.start(), [session]);
  if (!guide) return <Empty trouble={session.trouble.value} onRetry={() => void session.start()} />;
  return <Whole guide={guide} />;
}

function Whole({ guide: { intro, rules } }: { readonly guide: Guide }) {
  const session = useSession();
  const around = useRef<HTMLElement>(null);
  const read = (name: RuleName): void => {
    const part = around.current?.querySelector<HTMLElement>(`[data-rule="${name}"]`);
    part?.scrollIntoView();
    part?.focus({ preventScroll: true });
  };
  useWanted(read);
  useKeptScroll(session.page.top);
  return (
    <main ref={around}>
      <header>
        <h1>{t('Prioritization Guide')}</h1>
        {intro.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <nav aria-label={t('Rules')}>
          <ol>
            {rules.map(({ name, title }) => (
              <li key={name}>
                <LinkButton onClick={() => read(name)}>{title}</LinkButton>
              </li>
            ))}
          </ol>
        </nav>
        <div class="foot">
          <Button primary onClick={() => session.run('openBoard')}>
            {t('Open Scoring Board')}
          </Button>
          <Button onClick={() => void session.copy()}>{t('Copy as Markdown')}</Button>
        </div>
      </header>
      {rules.map((rule) => (
        <OneRule key={rule.name} {...rule} />
      ))}
    </main>
  );
}

function OneRule({ name, title, says, formula, examples, yours }: Guide['rules'][number]) {
  return (
    <div data-rule={name} tabIndex={-1} class="rule">
      <Part title={title}>
        <div class="beside">
          <div class="said">
            {says.map((text) => (
              <p key={text}>{text}</p>
            ))}
            {formula.length === 0 ? null : <pre>{formula.join('\n')}</pre>}
            {examples.length === 0 ? null : <Examples title={title} examples={examples} />}
          </div>
          {yours.length === 0 ? null : <Yours yours={yours} />}
        </div>
      </Part>
    </div>
  );
}

function Examples({ title, examples }: Pick<Guide['rules'][number], 'title' | 'examples'>) {
  return (
    <table aria-label={t('Examples: {0}', title)}>
      <tbody>
        {examples.map(({ given, gives }) => (
          <tr key={given}>
            <th scope="row">{given}</th>
            <td>{gives}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the team's records say, and the initiatives that is about. */
function Yours({ yours }: { readonly yours: readonly Own[] }) {
  const session = useSession();
  return (
    <aside aria-label={t('Your board')}>
      <h3>{t('Your board')}</h3>
      {yours.map(({ says, about }) => (
        <div key={says} class="own">
          <p>{says}</p>
          {about.length === 0 ? null : (
            <ul class="plain">
              {about.map(({ id, title }) => (
                <li key={id}>
                  <LinkButton onClick={() => session.run('openWhy', id)}>
                    {title === id ? id : `${id} ${title}`}
                  </LinkButton>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </aside>
  );
}

/** Goes to the rule that a command asked for, once it is drawn. */
function useWanted(read: (name: RuleName) => void): void {
  const { wanted } = useSession();
  const name = wanted.value;
  useLayoutEffect(() => {
    if (name === undefined) return;
    wanted.value = undefined;
    read(name);
  });
}
