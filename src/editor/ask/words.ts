/** Words that depend on where the person is. */
import * as vscode from 'vscode';

/** The day of a moment, in milliseconds since 1970; empty for one that no date can hold. */
export function dayOf(moment: number): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? '' : date.toLocaleDateString(vscode.env.language, { dateStyle: 'medium' });
}
