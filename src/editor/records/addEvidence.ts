/** Evidence from the clipboard: a copied quote becomes a record within a minute. */
import * as vscode from 'vscode';
import { addEvidence } from '../../actions/addEvidence.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import type { Library } from '../../core/library/library.ts';
import { byKey } from '../../core/outline/order.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import { oneLine } from '../../core/text/foreignText.ts';
import { readQuotedText } from '../../core/text/quotedText.ts';
import { gesture, type Meant } from '../ask/gesture.ts';
import { initiativeOfWork } from '../ask/guess.ts';
import { Row } from '../ask/row.ts';
import { type Answers, type Choice, pickStep } from '../ask/steps.ts';
import { callFor } from '../commands/calls.ts';
import type { Opens } from '../commands/live.ts';
import { locatedOf } from '../commands/meant.ts';
import type { Folder, Located } from '../workspace/folder.ts';
import type { Workspace } from '../workspace/workspace.ts';

type Input = Parameters<typeof addEvidence.run>[1];

export const evidenceFromClipboard: Opens = gesture(addEvidence, {
  async ways({ workspace, folder, source, given }: Meant) {
    // The row that says there is none asks for it: what happens to be in the clipboard is not meant.
    const isCopied = given.quote === undefined && !(source instanceof Row && source.node.context === 'note.evidence');
    const copied = isCopied ? readQuotedText(await vscode.env.clipboard.readText()) : undefined;
    const { customer, ...known }: Partial<Input> = {
      ...copied,
      ...subjectIn(locatedOf(workspace, source)),
      ...(given as Partial<Input>),
    };
    const subjects = subjectsHere(workspace, folder);
    const isAsked = known.problem === undefined && known.initiative === undefined;
    return {
      title: titleFor(known.quote),
      steps: (plain) => [
        ...(known.quote?.trim() ? [] : [plain.quote]),
        ...(isAsked ? [pickStep('subject', t('Which problem does it support or contradict?'), () => subjects)] : []),
        { ...plain.customer, value: () => customer ?? known.name },
        plain.kind,
      ],
      read: ({ quote, subject }) => ({
        ...known,
        ...(quote !== undefined && { quote: String(quote) }),
        ...aboutOf(subject),
      }),
    };
  },
  async done({ output }, { folder, source }): Promise<void> {
    if (source instanceof Row) await callFor(folder, 'revealInSidebar', { id: output.id });
    else await vscode.window.showTextDocument(folder.uriOf(output));
  },
});

/** What evidence can speak to here. Throws `not-found` where there is nothing. */
function subjectsHere(workspace: Workspace, { root, library }: Folder): readonly Choice[] {
  const guess = initiativeOfWork(workspace, library, root);
  const subjects = subjectsOf(library, guess?.id, guess?.values.problem ?? []);
  if (subjects.length > 0) return subjects;
  throw new BecauseError('not-found', t('There is no problem and no initiative for the evidence yet.'), {
    next: t('Create one first.'),
    remedy: { verb: 'newProblem', title: t('New Problem') },
  });
}

/** The fields that say what evidence is about; each is called like the kind it refers to. */
const SUBJECTS = ['problem', 'initiative'];

/** The problem or initiative a menu stands for. */
function subjectIn(located: Located | undefined): Partial<Input> {
  const { kind = '', id } = located?.record ?? {};
  return SUBJECTS.includes(kind) ? { [kind]: id } : {};
}

function titleFor(quote = ''): string {
  const title = t('Add Evidence');
  const words = oneLine(quote);
  return words === '' ? title : `${title}: “${words.length > 50 ? `${words.slice(0, 50)}…` : words}”`;
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

/** What an answer is about. */
function aboutOf(subject: Answers[string] | undefined): Partial<Input> {
  const about = typeof subject === 'string' ? subject : '';
  const at = about.indexOf(':');
  return at > 0 ? { [about.slice(0, at)]: about.slice(at + 1) } : {};
}
