/** The story of an initiative, from who hurts to the work, each piece with a way to its record, each gap with a way to fill it. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../../core/base/l10n.ts';
import { outcomeWords } from '../../../core/scoring/words.ts';
import type { Story, StoryGap, StoryPiece, StoryProblem, StoryRow, StoryScope } from '../../../core/story/told.ts';
import { dotted } from '../../../core/text/joined.ts';
import { LinkButton } from '../../kit/button.tsx';
import { Problem as Trouble } from '../../kit/notice.tsx';
import { Part as Titled } from '../../kit/part.tsx';
import { BurnUp, OutcomeBar, ShareBar, Strip } from './drawn.tsx';
import { useSession } from './session.ts';
import { Wording } from './wording.tsx';

export function StoryOf({ story }: { readonly story: Story }) {
  const { id, title, state, trouble, gaps } = story;
  return (
    <article>
      <header>
        <h1>
          {title === id ? null : <span class="quiet key">{id}</span>} {title}
        </h1>
        <p class="quiet">{state}</p>
        <Trouble text={trouble} />
        <Wording all={story.wording.title} />
      </header>
      <Part title={t('Problem')}>
        {story.problems.map((problem) => (
          <OneProblem key={problem.id} {...problem} />
        ))}
        <Gaps all={gaps.problem} />
      </Part>
      <Evidence {...story} />
      <Outcome {...story} />
      {story.summary === undefined && story.wording.body.length === 0 ? null : (
        <Part title={t('Idea')} opens={id}>
          {story.summary === undefined ? null : <p>{story.summary}</p>}
          <Wording all={story.wording.body} />
        </Part>
      )}
      {story.sections.map((section) => (
        <Section
          key={section.name}
          {...section}
          scope={section.name === 'scope' ? story.scope : undefined}
          gaps={gapsOf(section.name, story)}
        />
      ))}
      <Estimates {...story} />
      <Slices {...story} />
      {story.objections.length === 0 ? null : (
        <Part title={t('Objections')}>
          <Rows rows={story.objections} />
        </Part>
      )}
    </article>
  );
}

interface PartProps {
  readonly title: string;
  /** The record its heading leads to. */
  readonly opens?: string;
  readonly children: ComponentChildren;
}

const Part = ({ title, opens, children }: PartProps) => (
  <Titled title={opens === undefined ? title : <Opens id={opens}>{title}</Opens>}>{children}</Titled>
);

/** What opens a record beside the page. */
function Opens({ id, children }: { readonly id: string; readonly children: ComponentChildren }) {
  const session = useSession();
  return <LinkButton onClick={() => session.run('openRecordToSide', id)}>{children}</LinkButton>;
}

/** What is missing, each with the one click that adds it. */
function Gaps({ all }: { readonly all: readonly StoryGap[] }) {
  const session = useSession();
  if (all.length === 0) return null;
  return (
    <ul class="plain gaps">
      {all.map(({ says, offer: { title, command, id } }) => (
        <li key={says}>
          {says}{' '}
          <span class="do">
            <LinkButton onClick={() => session.run(command, id)}>{title}</LinkButton>
          </span>
        </li>
      ))}
    </ul>
  );
}

function OneProblem({ id, title, statement, question, size, share, segment, people, wording }: StoryProblem) {
  return (
    <div class="one">
      <p class="statement">
        <Opens id={id}>{statement === '' ? title : statement}</Opens>
      </p>
      {question === undefined ? null : <p>{question}</p>}
      {share ? <ShareBar {...share} words={size[0]} /> : null}
      <p class="quiet">{dotted(...(share ? size.slice(1) : size), segment)}</p>
      {people.length === 0 ? null : (
        <ul class="plain people" aria-label={t('Who has it')}>
          {people.map(({ id: who, name, role, basis }) => (
            <li key={who}>
              <Opens id={who}>{name}</Opens> <span class="quiet">{dotted(role, basis)}</span>
            </li>
          ))}
        </ul>
      )}
      <Wording all={wording} />
    </div>
  );
}

function Evidence({ totals, withheld, supports, contradicts, neutral, gaps }: Story) {
  return (
    <Part title={t('How we know')}>
      {totals === '' ? null : <p class="quiet">{totals}</p>}
      <Stance title={t('For')} {...supports} />
      <Stance title={t('Against')} {...contradicts} />
      <Stance title={t('Neutral')} {...neutral} />
      {withheld === 0 ? null : <p class="quiet">{t('Evidence marked as sensitive is not shown here.')}</p>}
      <Gaps all={gaps.evidence} />
    </Part>
  );
}

function Stance({ title, pieces, more }: Story['supports'] & { readonly title: string }) {
  const id = useId();
  if (pieces.length === 0) return null;
  return (
    <div class="stance">
      <h3 id={id}>{title}</h3>
      <ul class="plain" aria-labelledby={id}>
        {pieces.map((piece) => (
          <Piece key={piece.id} {...piece} />
        ))}
        {more === 0 ? null : <li class="quiet">{t('{0} more', more)}</li>}
      </ul>
    </div>
  );
}

function Piece({ id, said, isQuote, sort, source, share }: StoryPiece) {
  if (isQuote) {
    return (
      <li>
        <blockquote>
          {`“${said}”`}{' '}
          <cite>
            <Opens id={id}>{source === '' ? t('Open') : source}</Opens>
          </cite>
        </blockquote>
      </li>
    );
  }
  return (
    <li>
      <Opens id={id}>{said}</Opens> <span class="quiet">{dotted(sort, source)}</span>
      {share ? <ShareBar {...share} /> : null}
    </li>
  );
}

function Outcome({ id, outcome, gaps, wording }: Story) {
  return (
    <Part title={t('Outcome')} opens={id}>
      {outcome ? (
        <>
          <p class="statement">{outcome.metric ?? outcomeWords(outcome)}</p>
          <OutcomeBar {...outcome} />
          {outcome.source === undefined ? null : <p class="quiet">{outcome.source}</p>}
        </>
      ) : null}
      <Wording all={wording.outcome} />
      <Gaps all={gaps.outcome} />
    </Part>
  );
}

/** The gaps that stand in a section. */
const gapsOf = (section: string, { gaps, scope }: Story): readonly StoryGap[] =>
  section === 'work' ? gaps.work : section === 'scope' ? (scope?.gaps ?? []) : [];

interface SectionShown {
  readonly gaps: readonly StoryGap[];
  readonly scope: StoryScope | undefined;
}

function Section({ label, rows, none, gaps, scope }: Story['sections'][number] & SectionShown) {
  if (rows.length === 0 && none === undefined && gaps.length === 0) return null;
  return (
    <Part title={label}>
      {scope?.words === undefined ? null : <p>{scope.words}</p>}
      {scope ? <BurnUp {...scope} /> : null}
      <Rows rows={rows} />
      {rows.length === 0 && gaps.length === 0 ? <p class="quiet">{none}</p> : null}
      <Gaps all={gaps} />
    </Part>
  );
}

function Rows({ rows }: { readonly rows: readonly StoryRow[] }) {
  const session = useSession();
  return (
    <ul class="plain">
      {rows.map(({ id, label, description, tone, url }) => (
        <li key={id}>
          {tone === 'error' ? (
            <span class="mark" aria-hidden="true">
              ⚠{' '}
            </span>
          ) : null}
          <Opens id={id}>{label}</Opens> <span class="quiet">{description}</span>{' '}
          {url === undefined ? null : (
            <span class="do">
              <LinkButton onClick={() => session.run('openTracker', id)}>{t('Open in Browser')}</LinkButton>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Estimates({ id, estimates, appetite, gaps }: Story) {
  const session = useSession();
  if (!estimates && gaps.estimates.length === 0 && appetite === undefined) return null;
  return (
    <Part title={t('Estimates')}>
      {estimates ? (
        <>
          <p class="do">
            <LinkButton onClick={() => session.run('openBoard', id)}>{estimates.score}</LinkButton>{' '}
            <span class="quiet">{estimates.hidden}</span>
          </p>
          <ul class="plain factors">
            {estimates.factors.map((factor) => (
              <li key={factor.name}>
                <Strip {...factor} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {appetite === undefined ? null : <p class="quiet">{t('Appetite: {0}', appetite)}</p>}
      <Gaps all={gaps.estimates} />
    </Part>
  );
}

function Slices({ id, slices }: Story) {
  if (slices.length === 0) return null;
  return (
    <Part title={t('Slices')} opens={id}>
      <ul class="plain">
        {slices.map(({ title, must, effort, share }) => (
          <li key={title}>
            {title}{' '}
            <span class="quiet">
              {dotted(must && t('must-have'), effort, share !== undefined && t('{0}% of the outcome', share))}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
