/** The editor's messages and the browser it opens, written down instead of shown, and answered as a test wants it to. */
import * as vscode from 'vscode';

/** A message that a person would have seen. */
interface Told {
  readonly words: string;
  readonly buttons: readonly string[];
  /** Whether everything else waits for it. */
  readonly modal: boolean;
}

export interface Screen {
  readonly told: readonly Told[];
  /** Addresses the browser was sent to. */
  readonly opened: readonly string[];
  /** Which buttons the next messages are answered with, in this order; all others are put away. */
  press(...buttons: readonly string[]): void;
  /** Puts the editor's own back. */
  restore(): void;
}

type Shown = (words: string, ...rest: readonly unknown[]) => Promise<string | undefined>;

/** Takes the place of what would be shown, until it is restored. */
export function watchScreen(): Screen {
  const told: Told[] = [];
  const opened: string[] = [];
  const presses: string[] = [];
  const execute = vscode.commands.executeCommand;
  const show: Shown = async (words, ...rest) => {
    const buttons = rest.filter((each) => typeof each === 'string');
    const options = rest.find((each) => typeof each === 'object' && each !== null);
    told.push({ words, buttons, modal: options !== undefined && 'modal' in options && options.modal === true });
    const [next] = presses;
    return next !== undefined && buttons.includes(next) ? presses.shift() : undefined;
  };
  const restores = [
    replace(vscode.window, 'showErrorMessage', show),
    replace(vscode.window, 'showWarningMessage', show),
    replace(vscode.window, 'showInformationMessage', show),
    replace(vscode.commands, 'executeCommand', async (command: string, ...args: readonly unknown[]) => {
      const [address] = args;
      if (command !== 'vscode.open' || typeof address !== 'string') return execute(command, ...args);
      opened.push(address);
      return undefined;
    }),
  ];
  return {
    told,
    opened,
    press: (...buttons) => void presses.push(...buttons),
    restore: () => {
      for (const restore of restores) restore();
    },
  };
}

/** Puts something in the place of a function of the editor; gives what puts the old one back. */
export function replace<T extends object, K extends keyof T>(owner: T, name: K, stand: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, writable: true, enumerable: true, value: stand });
  return () => {
    if (before) Object.defineProperty(owner, name, before);
    else Reflect.deleteProperty(owner, name);
  };
}
