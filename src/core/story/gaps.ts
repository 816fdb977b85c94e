/** What the story of an initiative lacks, each with the command that adds it. */
import { t } from '../base/l10n.ts';
import type { Initiative, Problem } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { inSection } from '../library/query.ts';
import { isOver } from '../scoring/readiness.ts';
import { firstParagraph } from '../text/markdownText.ts';
import type { Story, StoryGap } from './told.ts';

/** What is known of the initiative already. */
interface Known {
  readonly problems: readonly Problem[];
  readonly hasEvidence: boolean;
  readonly isScored: boolean;
}

/** The gaps by the part they belong to; of what is done or dropped, those alone that its readers would miss. */
export function gapsIn(library: Library, initiative: Initiative, known: Known): Story['gaps'] {
  const isDone = isOver(initiative.values.status);
  return {
    problem: problemGaps(initiative, known.problems),
    evidence: known.hasEvidence ? [] : [evidenceGap(initiative, known.problems[0], isDone)],
    outcome: outcomeGaps(initiative),
    estimates:
      known.isScored || isDone
        ? []
        : [gap(t('Nobody has estimated it yet.'), t('Estimate…'), 'estimate', initiative.id)],
    work:
      isDone || inSection(library, initiative, 'link').length > 0
        ? []
        : [gap(t('No branch is linked yet.'), t('Start Branch…'), 'startBranch', initiative.id)],
  };
}

const gap = (says: string, title: string, command: string, id: string): StoryGap => ({
  says,
  offer: { title, command, id },
});

/** Its scope changed, and nobody has said why. */
export const scopeGaps = ({ id }: Initiative, unsaid: string | undefined): StoryGap[] =>
  unsaid === undefined ? [] : [gap(t('The scope changed: {0}', unsaid), t('Say Why…'), 'recordScopeChange', id)];

function problemGaps({ id }: Initiative, problems: readonly Problem[]): StoryGap[] {
  if (problems.length === 0)
    return [gap(t('No problem yet. Who has it, and how bad is it?'), t('New Problem…'), 'newProblem', id)];
  return problems.flatMap((problem) => {
    const { personas, segment, size } = problem.values;
    const open = (says: string) => gap(says, t('Open Problem'), 'openRecordToSide', problem.id);
    const nobody = gap(t('Who has it? Add personas or a segment.'), t('Build a Persona'), 'buildPersona', problem.id);
    return [
      ...(firstParagraph(problem.body) === undefined ? [open(t('It is not described yet.'))] : []),
      ...(personas?.length || segment ? [] : [nobody]),
      ...(size?.affected === undefined && size?.cost === undefined ? [open(t('How big is it? Add its size.'))] : []),
    ];
  });
}

function evidenceGap({ id }: Initiative, problem: Problem | undefined, isDone: boolean): StoryGap {
  const says = isDone ? t('No evidence yet.') : t('No evidence yet. Validate before building.');
  return gap(says, t('Add Evidence from Clipboard…'), 'addEvidence', problem?.id ?? id);
}

function outcomeGaps({ id, values: { outcome = {} } }: Initiative): StoryGap[] {
  const { metric, baseline, target, by } = outcome;
  const open = (says: string) => [gap(says, t('Open Initiative'), 'openRecordToSide', id)];
  if ([metric, baseline, target].every((value) => value === undefined)) {
    return open(t('No outcome yet. What changes for people, and by how much?'));
  }
  if (baseline === undefined) return open(t('Where does it stand today? Add the baseline.'));
  if (target === undefined) return open(t('How far should it go? Add the target.'));
  return by === undefined ? open(t('By when? Add the day.')) : [];
}
