/** Words that depend on where the person is. */
import * as vscode from 'vscode';

/** The day of a moment, in milliseconds since 1970. */
export function dayOf(moment: number): string {
  return new Date(moment).toLocaleDateString(vscode.env.language, { dateStyle: 'medium' });
}
