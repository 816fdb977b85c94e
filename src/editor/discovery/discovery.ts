/** Discovery in the editor, as far as it is there from the start: texts of briefs, and what is offered above notes. */
import * as vscode from 'vscode';
import { plural, t } from '../../core/base/l10n.ts';
import { toldTexts } from '../ask/toldTexts.ts';
import { setContext } from '../commands/calls.ts';
import type { Feature } from '../commands/live.ts';
import { codeLens } from '../door/documents.ts';
import { registerCodeLensProvider } from '../door/register.ts';
import { commandId } from '../doors/commands/all.ts';
import { run } from '../workspace/report.ts';
import { KeptSheets, sessionOf, sheetInFront } from './sheets.ts';

export const discovery: Feature = (live) => {
  live.the(KeptSheets, () => new KeptSheets(live));
  const update = () => run(() => setContext('notes', sheetInFront() !== undefined));
  update();
  return vscode.Disposable.from(
    toldTexts(live.workspace),
    vscode.window.onDidChangeActiveTextEditor(update),
    registerCodeLensProvider({ language: 'markdown' }, { provideCodeLenses: lensesOf }),
  );
};

/** What can be done with the notes on a sheet. */
async function lensesOf(document: vscode.TextDocument) {
  const session = sessionOf(document);
  if (session === undefined) return undefined;
  const { notesIn } = await import('../../core/discovery/notes.ts');
  const top = new vscode.Range(0, 0, 0, 0);
  const count = notesIn(document.getText()).length;
  const turn = plural(count, 'Turn {0} note into evidence', 'Turn {0} notes into evidence');
  return [
    ...(count > 0 ? [codeLens(top, turn, commandId('captureSession'))] : []),
    codeLens(top, t('Read the brief'), commandId('readBrief'), { session }),
  ];
}
