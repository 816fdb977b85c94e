/** "Customers don't need this": the evidence for and against to look at; where there is none, a validation is planned. */
import * as vscode from 'vscode';
import { answerObjection } from '../../actions/object.ts';
import { planValidation } from '../../actions/planValidation.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { addDays, isDay } from '../../core/base/time.ts';
import { nameOf } from '../../core/face/names.ts';
import type { Evidence, Problem } from '../../core/kinds/all.ts';
import { evidenceFor, problemsOf, today } from '../../core/library/query.ts';
import type { Answers, Choice, Step } from '../ask/quickInput.ts';
import { ask, separator } from '../ask/quickInput.ts';
import { pickOne, titleAbout } from '../ask/subject.ts';
import { evidenceChoices } from './challenge.ts';
import { numberIn } from './guessSteps.ts';
import type { Objected } from './objected.ts';

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
  const title = titleAbout(vscode.l10n.t('What Customers Said'), objected);
  for (;;) {
    const prompt = vscode.l10n.t('Open what you want to read. Esc leaves the objection open.');
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
    separator(vscode.l10n.t('Answer')),
    {
      value: SHOWN,
      icon: 'check',
      label: vscode.l10n.t('This shows the need'),
      detail: vscode.l10n.t('Answers the objection with this evidence.'),
    },
    {
      value: VALIDATE,
      icon: 'beaker',
      label: vscode.l10n.t('Not enough: plan a validation'),
      detail: vscode.l10n.t('How, with how many, by when, and who.'),
    },
  ];
}

/** Asks how the need will be checked, and writes it into the problem. */
async function planCheck(objected: Objected): Promise<void> {
  const { memory, folder, initiative, objection } = objected;
  const problems = problemsOf(folder.library, initiative);
  if (problems.length === 0) {
    throw new BecauseError(
      'not-found',
      vscode.l10n.t(
        '{0} names no problem, so there is nothing to validate yet. The objection stays open.',
        initiative.id,
      ),
      { next: vscode.l10n.t('Make one with Because: New Problem, and name it in the initiative.') },
    );
  }
  const asked = await ask(memory, {
    key: `planValidation:${folder.root.toString()}:${objection}`,
    title: titleAbout(planValidation.title(), objected),
    steps: steps(objected, problems),
  });
  if (!asked) return;
  const input = { ...read(asked.answers), objection };
  const only = problems.length === 1 ? { problem: problems[0]?.id } : {};
  await planValidation.run(folder.because, planValidation.input.parse({ ...only, ...input }));
  await asked.forget();
}

function steps({ folder }: Objected, problems: readonly Problem[]): Step[] {
  const day = today(folder.library, folder.because.now());
  return [
    {
      kind: 'pick',
      name: 'problem',
      prompt: vscode.l10n.t('Which problem do they not have?'),
      when: () => problems.length > 1,
      choices: () => problems.map((one): Choice => ({ value: one.id, label: nameOf(one) })),
    },
    {
      kind: 'text',
      name: 'method',
      prompt: vscode.l10n.t('There is too little evidence. How do you find out whether customers need it?'),
      placeholder: vscode.l10n.t('Interviews, a survey, a prototype, a count in the logs'),
      validate: (text) => (text.trim() === '' ? vscode.l10n.t('Say how.') : undefined),
    },
    {
      kind: 'text',
      name: 'n',
      prompt: vscode.l10n.t('With how many?'),
      value: () => '5',
      validate: (text) => (isCount(numberIn('reach', text)) ? undefined : vscode.l10n.t('Give a whole number.')),
    },
    {
      kind: 'text',
      name: 'due',
      prompt: vscode.l10n.t('By which day?'),
      value: () => addDays(day, 14),
      validate: (text) => (isDay(text.trim()) ? undefined : vscode.l10n.t('Give a day such as {0}.', addDays(day, 14))),
    },
    {
      kind: 'pick',
      name: 'owner',
      prompt: vscode.l10n.t('Who does it?'),
      when: () => folder.library.members.length > 0,
      choices: () => [
        ...folder.library.members.flatMap(({ id, name, role }): Choice[] =>
          id === undefined ? [] : [{ value: id, label: name ?? id, description: role ?? '' }],
        ),
        { value: '', label: vscode.l10n.t('Nobody yet') },
      ],
    },
  ];
}

const isCount = (n: number | undefined): boolean => n !== undefined && Number.isInteger(n) && n >= 1;

function read({ problem, method, n, due, owner }: Answers): { [name: string]: unknown } {
  return {
    ...(problem === undefined ? {} : { problem }),
    method,
    n: numberIn('reach', String(n)),
    due,
    ...(owner ? { owner } : {}),
  };
}
