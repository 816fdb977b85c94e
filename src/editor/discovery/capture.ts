/** Turning notes into evidence: every note is shown as what it becomes, those that stay checked are written, in one batch. */
import * as vscode from 'vscode';
import { captureSession } from '../../actions/captureSession.ts';
import { difference } from '../../core/base/difference.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { plural, t, wordsFor } from '../../core/base/l10n.ts';
import { sheetOf, sheetWithout } from '../../core/discovery/notes.ts';
import { nameOf } from '../../core/face/names.ts';
import type { Session } from '../../core/kinds/all.ts';
import { dotted, spaced } from '../../core/text/joined.ts';
import { capturePreview, type NoteShown } from '../../questions/capture.ts';
import { gesture } from '../ask/gesture.ts';
import { type Answers, type Choice, pickStep } from '../ask/steps.ts';
import { brief } from '../ask/subject.ts';
import { callFor } from '../commands/calls.ts';
import type { Live, Opens } from '../commands/live.ts';
import { folderMeant } from '../commands/meant.ts';
import { setStatusBarMessage } from '../door/messages.ts';
import type { Located } from '../workspace/folder.ts';
import { rangeIn } from '../workspace/texts.ts';
import { closeEmptied, KeptSheets, sheetInFront } from './sheets.ts';

type Input = Parameters<typeof captureSession.run>[1];
type Output = Awaited<ReturnType<typeof captureSession.run>>;

export const captureCommand: Opens = gesture<Input, Output, Session>(captureSession, {
  clicked: sessionInFront,
  async ways({ folder, record, given }) {
    const sheet = sheetInFront();
    const text = given.notes === undefined ? sheet?.document.getText() : String(given.notes);
    if (text === undefined) throw noSheet();
    const { notes } = await folder.because.ask(capturePreview, { session: record.id, notes: text });
    // What is none, or kept already, the action says itself.
    if (notes.length === 0) return { steps: () => [], read: () => ({ notes: text }) };
    const prompt = plural(notes.length, 'Keep this note?', 'Which of these {0} notes do you want to keep?');
    return {
      title: spaced(captureSession.title(), '·', brief(nameOf(record))),
      steps: () => [pickStep('notes', prompt, () => notes.map(choiceOf), { many: true, needed: true })],
      read: (answers) => ({ notes: keptOf(answers).join('\n\n') }),
    };
  },
  async done({ output, answers }, { live, folder, record }) {
    if (record) await clearSheet(live, record, keptOf(answers));
    const count = output.evidence.length;
    setStatusBarMessage(plural(count, '{0} piece of evidence added', '{0} pieces of evidence added'), 5000);
    await callFor(folder, 'openRecord', { id: output.session });
  },
});

/** The notes that stayed checked, as they are written on the sheet. */
const keptOf = ({ notes = [] }: Answers): readonly string[] => [notes].flat();

/** The session of the sheet in front, in the folder that knows it. */
function sessionInFront({ workspace }: Live): Located | undefined {
  const sheet = sheetInFront();
  if (!sheet) return undefined;
  const folder = folderMeant(workspace, { given: { session: sheet.session } });
  const record = folder.library.findOf('session', sheet.session);
  if (record) return { folder, record };
  throw new BecauseError('not-found', t('The session of these notes no longer exists.'), {
    next: t('Create it again, or put the id of another one into the third line.'),
  });
}

const sorts = wordsFor({
  quote: () => t('Quote'),
  fact: () => t('Observation'),
  opportunity: () => t('Opportunity, saved with the session'),
});

const icons = { quote: 'quote', fact: 'eye', opportunity: 'lightbulb' } as const;

function choiceOf({ sort, written, text, name, contradicts, fields }: NoteShown): Choice {
  const customer = typeof fields?.customer === 'string' ? fields.customer : undefined;
  return {
    value: written,
    icon: icons[sort],
    label: sort === 'quote' ? `“${text}”` : text,
    description: dotted(sorts(sort), name, customer, contradicts && t('against')),
    picked: true,
  };
}

/** Takes what was kept off the sheet; one with nothing left on it is closed. What is not kept yet stays. */
async function clearSheet(live: Live, session: Session, kept: readonly string[]): Promise<void> {
  const sheet = sheetInFront();
  if (sheet?.session !== session.id) return;
  const { document } = sheet;
  const text = document.getText();
  const left = sheetWithout(text, kept);
  const isEmpty = document.isUntitled && left.trim() === sheetOf(session).trim();
  const piece = difference(text, isEmpty ? '' : left);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeIn(document, piece), piece.text);
  await vscode.workspace.applyEdit(edit);
  if (!isEmpty) return;
  await live.the(KeptSheets).forget(session.id);
  await closeEmptied(document);
}

const noSheet = (): BecauseError =>
  new BecauseError('bad-input', t('No notes are open.'), {
    next: t('Take notes first.'),
    remedy: { verb: 'takeNotes', title: t('Take Notes') },
  });
