/** Evidence from the clipboard: a copied quote becomes a record within a minute. */
import * as vscode from 'vscode';
import { addEvidence } from '../../actions/addEvidence.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { evidence } from '../../core/kinds/evidence.ts';
import type { Library } from '../../core/library/library.ts';
import { byKey } from '../../core/outline/sprint.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { oneLine } from '../../core/text/foreignText.ts';
import { readQuotedText } from '../../core/text/quotedText.ts';
import { initiativeOfWork } from '../ask/guess.ts';
import { type Answers, ask, type Choice, type Step } from '../ask/quickInput.ts';
import { actionCommand, type Gather, locatedOf, noFolder } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import type { Located } from '../workspace/workspace.ts';

type Input = Parameters<typeof addEvidence.run>[1];

export const evidenceFromClipboard: Opens = (live) => actionCommand(live, addEvidence, gatherWith(live.memory));

function gatherWith(memory: vscode.Memento): Gather<Input> {
  return async (workspace, given, source, named) => {
    const located = locatedOf(workspace, source);
    const folder = named ?? located?.folder ?? workspace.active;
    if (!folder) throw noFolder();
    const { library } = folder;
    const copied = given.quote === undefined ? readQuotedText(await vscode.env.clipboard.readText()) : undefined;
    const known: Partial<Input> = { ...copied, ...subjectIn(located), ...given };
    const guess = initiativeOfWork(workspace, library, folder.root);
    const subjects = subjectsOf(library, guess?.id, guess?.values.problem ?? []);
    if (subjects.length === 0) throw nothingYet();
    const asked = await ask(memory, {
      key: `addEvidence:${folder.root.toString()}`,
      title: titleFor(known.quote),
      steps: stepsFor(known, subjects),
    });
    if (!asked) return undefined;
    const input = inputOf(known, asked.answers);
    const done = async (output: unknown) => {
      await asked.forget();
      await vscode.window.showTextDocument(folder.uriOf(output as { readonly path: string }));
    };
    return { folder, input, done };
  };
}

/** The fields that say what evidence is about; each is called like the kind it refers to. */
const SUBJECTS = ['problem', 'initiative'];

/** The problem or initiative a menu stands for. */
function subjectIn(located: Located | undefined): Partial<Input> {
  const { kind = '', id } = located?.record ?? {};
  return SUBJECTS.includes(kind) ? { [kind]: id } : {};
}

function titleFor(quote = ''): string {
  const title = vscode.l10n.t('Add Evidence');
  const words = oneLine(quote);
  return words === '' ? title : `${title}: “${words.length > 50 ? `${words.slice(0, 50)}…` : words}”`;
}

function stepsFor(known: Partial<Input>, subjects: readonly Choice[]): readonly Step[] {
  const steps: readonly (Step | false)[] = [
    !known.quote?.trim() && {
      kind: 'text',
      name: 'quote',
      prompt: vscode.l10n.t('What was said, word for word?'),
      validate: (text) => (text.trim() === '' ? vscode.l10n.t('Copy a quote first, or type it here.') : undefined),
    },
    known.problem === undefined &&
      known.initiative === undefined && {
        kind: 'pick',
        name: 'subject',
        prompt: vscode.l10n.t('Which problem does it speak to?'),
        choices: () => subjects,
      },
    {
      kind: 'text',
      name: 'customer',
      prompt: vscode.l10n.t('Which customer? Leave it empty if nobody knows.'),
      value: () => known.customer ?? known.name,
    },
    known.kind === undefined && {
      kind: 'pick',
      name: 'kind',
      prompt: vscode.l10n.t('What sort of evidence is it?'),
      choices: () => (evidence.fields.kind.values ?? []).map((value) => ({ label: value, value })),
    },
  ];
  return steps.filter((step) => step !== false);
}

/** What evidence can speak to: what the branch is for first, then problems, then initiatives. */
function subjectsOf(library: Library, initiative: string | undefined, problems: readonly string[]): readonly Choice[] {
  const near = new Set([...problems, initiative]);
  const all = [
    ...[...library.ofKind('problem')].sort(byKey).map((record) => choiceOf('warning', 'problem', record)),
    ...[...library.ofKind('initiative')].sort(byKey).map((record) => choiceOf('lightbulb', 'initiative', record)),
  ];
  const isNear = ({ value }: Choice) => near.has(value.slice(value.indexOf(':') + 1));
  return [...all.filter(isNear), ...all.filter((choice) => !isNear(choice))];
}

function choiceOf(icon: string, kind: 'problem' | 'initiative', { id, title }: ContextRecord): Choice {
  return { icon, label: title, description: id, value: `${kind}:${id}` };
}

function inputOf(known: Partial<Input>, { quote, subject, customer, kind }: Answers): Input {
  const given = { ...known, customer: undefined };
  const about = typeof subject === 'string' ? subject : '';
  const at = about.indexOf(':');
  return {
    ...withoutUndefined(given),
    quote: known.quote?.trim() ? known.quote : String(quote),
    ...(at > 0 && { [about.slice(0, at)]: about.slice(at + 1) }),
    ...(customer && { customer: String(customer) }),
    ...(kind && { kind: evidence.fields.kind.read(kind) }),
  };
}

function withoutUndefined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function nothingYet(): BecauseError {
  return new BecauseError(
    'not-found',
    vscode.l10n.t('There is no problem and no initiative that evidence could speak to.'),
    {
      next: vscode.l10n.t('Make one first, with “Because: New Record”.'),
    },
  );
}
