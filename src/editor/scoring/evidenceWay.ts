/** "Customers don't need this": the evidence for and against to look at; where there is none, a validation is planned. */
import * as vscode from 'vscode';
import { answerObjection } from '../../actions/object.ts';
import { planValidation } from '../../actions/planValidation.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { addDays } from '../../core/base/time.ts';
import { nameOf } from '../../core/face/names.ts';
import type { Evidence, Problem } from '../../core/kinds/all.ts';
import { evidenceFor, problemsOf, today } from '../../core/library/query.ts';
import { lead, type Particular } from '../ask/gesture.ts';
import { memberChoices } from '../ask/members.ts';
import { type Choice, separator } from '../ask/steps.ts';
import { pickOne, titleAbout } from '../ask/subject.ts';
import { evidenceChoices } from './challenge.ts';
import type { Objected } from './cutDown.ts';

type Plan = Parameters<typeof planValidation.run>[1];

/** Answers that are no piece of evidence. */
const SHOWN = '=shown';
const VALIDATE = '=validate';

/**
 * Shows what speaks for and against. A piece that is picked opens, and the list comes back: it is read before anybody
 * decides. Without evidence there is nothing to look at, and a validation is planned at once.
 */
export async function lookAtEvidence(objected: Objected): Promise<void> {
  const { folder, initiative, objection } = objected;
  const evidence = evidenceFor(folder.library, initiative).filter(({ withheld }) => !withheld);
  if (evidence.length === 0) return planCheck(objected);
  const title = titleAbout(t('What Customers Said'), objected);
  for (;;) {
    const prompt = t('Open what you want to read. Esc leaves the objection open.');
    const picked = await pickOne(title, prompt, evidenceWays(evidence));
    if (picked === undefined) return;
    if (picked === VALIDATE) return planCheck(objected);
    if (picked === SHOWN) {
      const outcome = evidence.map(({ id }) => id);
      await answerObjection.run(folder.because, { id: objection, state: 'evidence-shown', outcome });
      return;
    }
    const piece = evidence.find(({ id }) => id === picked);
    if (piece) await vscode.window.showTextDocument(folder.uriOf(piece), { preview: true, preserveFocus: true });
  }
}

function evidenceWays(evidence: readonly Evidence[]): Choice[] {
  return [
    ...evidenceChoices(evidence),
    separator(t('Answer')),
    {
      value: SHOWN,
      icon: 'check',
      label: t('This shows the need'),
      detail: t('Answers the objection with this evidence.'),
    },
    {
      value: VALIDATE,
      icon: 'beaker',
      label: t('Not enough: plan a validation'),
      detail: t('How, with how many, by when, and who.'),
    },
  ];
}

/** Asks how the need will be checked, and writes it into the problem. */
async function planCheck(objected: Objected): Promise<void> {
  const { live, folder, initiative, objection } = objected;
  const problems = problemsOf(folder.library, initiative);
  if (problems.length === 0) {
    throw new BecauseError(
      'not-found',
      t('{0} has no problem, so there is nothing to validate yet. The objection stays open.', initiative.id),
      {
        next: t('Create one, and add it to the initiative.'),
        remedy: { verb: 'newProblem', title: t('New Problem') },
      },
    );
  }
  const [only, ...more] = problems;
  const given = { objection, ...(only && more.length === 0 && { problem: only.id }) };
  await lead(live, planValidation, planned(objected, problems), { given, folder });
}

/** How the need will be checked; the plan is kept with the objection it answers. */
const planned = (objected: Objected, problems: readonly Problem[]): Particular<Plan, unknown, Problem> => ({
  choices: () => problems.map((one): Choice => ({ value: one.id, label: nameOf(one) })),
  ways({ folder: { library, because } }) {
    const soon = addDays(today(library, because.now()), 14);
    return {
      key: objected.objection,
      title: titleAbout(planValidation.title(), objected),
      steps: ({ method, n, due, owner }) => [
        method,
        { ...n, kind: 'text', value: () => '5' },
        { ...due, kind: 'text', value: () => soon },
        ...(library.members.length > 0
          ? [
              {
                ...owner,
                kind: 'pick' as const,
                choices: () => [...memberChoices(library), { value: '', label: t('Nobody yet') }],
              },
            ]
          : []),
      ],
    };
  },
});
