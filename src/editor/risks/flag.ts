/** Flagging a risk: what was flagged is shown where it belongs. */
import * as vscode from 'vscode';
import { flagRisk } from '../../actions/flagRisk.ts';
import { gesture } from '../ask/gesture.ts';
import { Threads } from './threads.ts';

/** `Because: Flag Feasibility Risk`, wherever it is called from; then at its line, or as the record it became. */
export const flagCommand = gesture(flagRisk, {
  async done({ output: { id }, line: about }, { live, folder }) {
    const flagged = folder.library.findOf('risk', id);
    if (!flagged) return;
    const isAsSeen = about !== undefined && about.document.version === about.version;
    const line = isAsSeen ? (about.anchor.line ?? 1) - 1 : undefined;
    if (await live.the(Threads).reveal(folder, flagged, { line, uri: about?.document.uri })) return;
    await vscode.window.showTextDocument(folder.uriOf(flagged));
  },
});
