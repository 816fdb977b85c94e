/** Compares the manifest with the code: what the table of commands, views and settings writes into it, and texts it names. */
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { commands } from '../../src/editor/doors/commands/all.ts';
import { pageNames, viewType } from '../../src/editor/doors/pages.ts';
import { ANY_FOLDER, type CommandRow, READY } from '../../src/editor/doors/row.ts';
import {
  type Group,
  type Setting,
  type SettingName,
  settingGroups,
  settingId,
  settings,
} from '../../src/editor/doors/settings.ts';
import { type ViewName, viewId, views } from '../../src/editor/doors/views.ts';
import { type Source, sources } from './imports.ts';
import { root } from './paths.ts';

interface Command {
  readonly command: string;
}

/** What the table writes of `contributes`. */
interface Written {
  readonly views: object;
  readonly viewsWelcome: readonly object[];
  readonly commands: readonly Command[];
  readonly menus: Readonly<Record<string, readonly (Command & { readonly when?: string })[]>>;
  readonly configuration: readonly object[];
}

export interface Manifest {
  readonly activationEvents: readonly string[];
  readonly capabilities: Capabilities;
  readonly contributes: Written & { readonly keybindings?: readonly Command[] };
}

interface Capabilities {
  readonly untrustedWorkspaces: object;
}

export type Texts = Readonly<Record<string, string>>;

const shown = Object.entries<CommandRow>(commands).filter(([, { hidden }]) => !hidden);
const names = Object.keys(views) as ViewName[];

const whenever = (when: string | undefined) => (when ? { when } : {});

/** The part of `contributes` that the table says. */
export function contributed(): Written {
  const menus: Record<string, (Command & { when?: string; group?: string })[]> = {};
  const add = (menu: string, entry: Command & { when?: string; group?: string }) => {
    menus[menu] = [...(menus[menu] ?? []), entry];
  };
  for (const [name, { palette = READY, menus: entries = [] }] of shown) {
    const command = `because.${name}`;
    if (palette) add('commandPalette', { command, when: palette });
    for (const { menu, when, group } of entries) add(menu, { command, ...whenever(when), group });
  }
  return {
    views: {
      because: names.map((name) => ({
        id: viewId(name),
        name: `%view.${name}%`,
        contextualTitle: 'Because',
        icon: 'media/because.svg',
        ...('when' in views[name] && { when: views[name].when }),
        ...('visibility' in views[name] && { visibility: views[name].visibility }),
      })),
    },
    viewsWelcome: names.flatMap((name) =>
      Object.entries(views[name].welcome).map(([key, { when }]) => ({
        view: viewId(name),
        contents: `%welcome.${key}%`,
        when,
      })),
    ),
    commands: shown.map(([name, { icon, anywhere }]) => ({
      command: `because.${name}`,
      title: `%command.${name}%`,
      category: 'Because',
      ...(icon && { icon: `$(${icon})` }),
      ...(!anywhere && { enablement: ANY_FOLDER }),
    })),
    menus,
    configuration: Object.entries<Group>(settingGroups).map(([group, { settings: of }], index) => ({
      title: `%config.${group}%`,
      order: index + 1,
      properties: Object.fromEntries(
        Object.entries(of).map(([name, setting], at) => [
          settingId(name as SettingName),
          property(name, setting, at + 1),
        ]),
      ),
    })),
  };
}

function property(name: string, { default: usual, choices, schema, ofWindow }: Setting, order: number): object {
  const choice = choices && Object.keys(choices);
  return {
    type: typeof usual,
    ...schema,
    ...(choice && { enum: choice, enumDescriptions: choice.map((each) => `%config.${name}.${each}%`) }),
    default: usual,
    scope: ofWindow ? 'window' : 'resource',
    order,
    markdownDescription: `%config.${name}%`,
  };
}

/** What the manifest says of folders nobody trusts, with the settings that are not taken from them. */
export const capabilities = <All extends Capabilities>({ untrustedWorkspaces, ...others }: All) => ({
  untrustedWorkspaces: {
    ...untrustedWorkspaces,
    restrictedConfigurations: Object.entries<Setting>(settings).flatMap(([name, { restricted }]) =>
      restricted ? settingId(name as SettingName) : [],
    ),
  },
  ...others,
});

/** The events that wake the product: those written by hand, then one for each page, whose panels come back after a restart. */
export const activationEvents = (events: readonly string[]): readonly string[] => [
  ...events.filter((event) => !event.startsWith('onWebviewPanel:')),
  ...pageNames.map((name) => `onWebviewPanel:${viewType(name)}`),
];

/** The texts of package.nls.json that the table says. */
export function textsOfTable(): Texts {
  return Object.fromEntries([
    ...names.map((name) => [`view.${name}`, views[name].name]),
    ...names.flatMap((name) => Object.entries(views[name].welcome).map(([key, { text }]) => [`welcome.${key}`, text])),
    ...shown.map(([name, { title }]) => [`command.${name}`, title]),
    ...Object.entries(settingGroups).map(([group, { title }]) => [`config.${group}`, title]),
    ...Object.entries<Setting>(settings).flatMap(([name, { text, choices = {} }]) => [
      [`config.${name}`, text],
      ...Object.entries(choices).map(([choice, meaning]) => [`config.${name}.${choice}`, meaning]),
    ]),
  ]);
}

/** The texts of package.nls.json that are written there by hand. */
export const otherTexts = (nls: Texts): Texts =>
  Object.fromEntries(Object.entries(nls).filter(([key]) => !/^(?:view|welcome|command|config)\./.test(key)));

/** What is wrong, each as one sentence; empty when all is well. `code` is what src/ holds. */
export function manifestComplaints(
  code: readonly Source[] = sources(),
  text = readFileSync(path.join(root, 'package.json'), 'utf8'),
  nls = readFileSync(path.join(root, 'package.nls.json'), 'utf8'),
): string[] {
  const { contributes, capabilities: capable, activationEvents: events } = JSON.parse(text) as Manifest;
  const texts = JSON.parse(nls) as Texts;
  return [
    ...differences(contributes, texts),
    ...(isDeepStrictEqual(activationEvents(events), events)
      ? []
      : [`activationEvents of package.json are not as src/editor/doors/ says: ${REMEDY}`]),
    ...(isDeepStrictEqual(capabilities(capable), capable)
      ? []
      : [`capabilities of package.json are not as src/editor/doors/ says: ${REMEDY}`]),
    ...deadCommands(code),
    ...linkComplaints([
      ...code.map(({ file, text: content }) => ({ file, content })),
      { file: 'package.nls.json', content: nls },
    ]),
    ...keyComplaints(contributes),
    ...textComplaints(text, texts),
  ];
}

const REMEDY = 'run `npm run manifest`.';

function differences(contributes: Written, texts: Texts): string[] {
  const written = contributed();
  const parts = (['views', 'viewsWelcome', 'commands', 'menus', 'configuration'] as const).filter(
    (part) => !isDeepStrictEqual(contributes[part], written[part]),
  );
  const nls = { ...otherTexts(texts), ...textsOfTable() };
  return [
    ...parts.map((part) => `${part} of package.json are not as src/editor/doors/ says: ${REMEDY}`),
    ...(isDeepStrictEqual(nls, texts) ? [] : [`package.nls.json is not as src/editor/doors/ says: ${REMEDY}`]),
  ];
}

/** Commands whose thunk leads nowhere: no such file, or nothing in it that opens a command by that name. */
function deadCommands(code: readonly Source[]): string[] {
  const tables = code.filter(({ file }) => file.startsWith('src/editor/doors/commands/'));
  const text = tables.map((one) => one.text).join('\n');
  const loads = [...text.matchAll(/^ {2}(\w+): \{(?:(?!^ {2}\},$).)*?import\('([^']+)'\)\)\.(\w+)/gms)];
  return loads.flatMap(([, name = '', file = '', opener = '']) => {
    const full = path.posix.join('src/editor/doors/commands', file);
    const found = code.find((source) => source.file === full);
    const isThere = new RegExp(`^export (?:const|function) ${opener}\\b`, 'm').test(found?.text ?? '');
    return isThere ? [] : [`because.${name} is declared, and nothing in ${full} opens it as ${opener}.`];
  });
}

const ids: ReadonlySet<string> = new Set([
  ...shown.map(([name]) => `because.${name}`),
  ...names.flatMap((name) => [viewId(name), `${viewId(name)}.focus`]),
]);

/** `command:because.x` in a text. */
function linkComplaints(files: readonly { file: string; content: string }[]): string[] {
  return files.flatMap(({ file, content }) =>
    [...content.matchAll(/command:(because(?:\.[A-Za-z]+)+)/g)]
      .map(([, id = '']) => id)
      .filter((id) => !ids.has(id))
      .map((id) => `${file} calls ${id}, which is no command.`),
  );
}

/** Keys are written by hand. */
function keyComplaints({ keybindings = [] }: Manifest['contributes']): string[] {
  return keybindings
    .filter(({ command }) => command.startsWith('because.') && !ids.has(command))
    .map(({ command }) => `A key names ${command}, which is no command.`);
}

function textComplaints(manifest: string, nls: Texts): string[] {
  const used = new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key = '']) => key));
  return [
    ...[...used]
      .filter((key) => !(key in nls))
      .map((key) => `package.json uses %${key}%, and package.nls.json lacks it.`),
    ...Object.keys(nls)
      .filter((key) => !used.has(key))
      .map((key) => `package.nls.json has ${key}, and package.json never uses it.`),
  ];
}
