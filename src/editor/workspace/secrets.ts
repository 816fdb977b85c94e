/** What only this person on this machine may know, kept where the editor keeps secrets. */
import type * as vscode from 'vscode';
import type { Secrets } from '../../because.ts';

/** Secrets are of the machine: another clone of the same repository has the same ones. */
export const secretsIn = ({ secrets }: Pick<vscode.ExtensionContext, 'secrets'>): Secrets => ({
  get: async (name) => secrets.get(name),
  set: async (name, value) => secrets.store(name, value),
});
