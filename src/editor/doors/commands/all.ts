/** Every command of the product, each in a row: what it is called, where it is offered, and what is loaded when it is called. */

import type { CommandRows } from '../row.ts';
import { creditCommands } from './credit.ts';
import { digestCommands } from './digest.ts';
import { discoveryCommands } from './discovery.ts';
import { pageCommands } from './pages.ts';
import { promiseCommands } from './promises.ts';
import { recordCommands } from './records.ts';
import { scoringCommands } from './scoring.ts';
import { sidebarCommands } from './sidebar.ts';
import { startCommands } from './start.ts';
import { threadCommands } from './threads.ts';
import { workCommands } from './work.ts';

export const commands = {
  ...startCommands,
  ...sidebarCommands,
  ...recordCommands,
  ...pageCommands,
  ...threadCommands,
  ...promiseCommands,
  ...discoveryCommands,
  ...scoringCommands,
  ...creditCommands,
  ...digestCommands,
  ...workCommands,
} satisfies CommandRows;

export type CommandName = keyof typeof commands;

/** The id of a command, by which VS Code and other extensions call it. */
export const commandId = <Name extends CommandName>(name: Name): `because.${Name}` => `because.${name}`;

export const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);
