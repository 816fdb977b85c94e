/** What is set of the product's settings. */
import * as vscode from 'vscode';
import { type SettingName, settingId, settings } from '../doors/settings.ts';

type Value<Name extends SettingName> = (typeof settings)[Name]['default'];

/** A setting for a folder, or for the window; what nobody set, or somebody set to what it cannot be, is as it is by default. */
export function setting<Name extends SettingName>(name: Name, folder?: vscode.Uri): Value<Name> {
  const usual: Value<Name> = settings[name].default;
  const set = vscode.workspace.getConfiguration(undefined, folder).get<unknown>(settingId(name));
  return set !== null && typeof set === typeof usual ? (set as Value<Name>) : usual;
}

/** Calls when a setting may have changed, in whichever folder. */
export const onDidChangeSetting = (name: SettingName, listener: () => void): vscode.Disposable =>
  vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(settingId(name))) listener();
  });
