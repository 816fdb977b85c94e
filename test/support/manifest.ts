/** Compares the manifest with the code: commands, views and texts that one names and the other does not know. */
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { newKinds } from '../../src/core/kinds/all.ts';
import { type Import, type Source, sources } from './imports.ts';
import { root } from './paths.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly when?: string }[]>>;
    readonly keybindings?: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}

/** What is wrong, each as one sentence; empty when all is well. `code` is what src/ holds. */
export function manifestComplaints(code: readonly Source[] = sources()): string[] {
  const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
  const text = read('package.json');
  const nls = read('package.nls.json');
  const manifest = JSON.parse(text) as Manifest;
  return [
    ...commandComplaints(manifest, code),
    ...linkComplaints(manifest, [
      ...code.map(({ file, text: content }) => ({ file, content })),
      { file: 'package.nls.json', content: nls },
    ]),
    ...textComplaints(text, JSON.parse(nls) as Readonly<Record<string, string>>),
  ];
}

const registration = /(?:\bcommand|\bopenIn|gestureCommand|register(?:TextEditor)?Command)\(\s*'(because\.\w+)'/g;

/**
 * Commands are registered by `command('because.x'`, `registerCommand('because.x'`, one per kind, or as an action: by a
 * file that registers actions and names this one beside importing it. What the extension does not reach registers nothing.
 */
function registered(code: readonly Source[]): { commands: Set<string>; actions: Set<string> } {
  const reached = reachedFrom('src/extension.ts', code, ({ typeOnly }) => !typeOnly);
  const texts = code.filter(({ file }) => reached.has(file)).map(({ text }) => withoutComments(text));
  const registering = texts
    .filter((text) => /\bactionCommand\(/.test(text))
    .map((text) => text.replaceAll(/^import [^;]*;$/gm, ''));
  const isNamed = (name: string): boolean =>
    registering.some((text) => new RegExp(`\\b${name}\\b(?!['(:])`).test(text));
  const commands = texts.flatMap((text) => [...text.matchAll(registration)].map(([, id = '']) => id));
  const actions = code
    .filter(({ file }) => file.startsWith('src/actions/'))
    .flatMap(({ text }) => [...text.matchAll(/\bname: '([a-z]\w*)',\s+title:/g)].map(([, name = '']) => name))
    .filter(isNamed)
    .map((name) => `because.${name}`);
  const perKind = newKinds.map((kind) => `because.new${kind.charAt(0).toUpperCase()}${kind.slice(1)}`);
  return { commands: new Set([...commands, ...perKind]), actions: new Set(actions) };
}

const withoutComments = (text: string): string => text.replaceAll(/\/\*.*?\*\/|(?<=^|\s)\/\/.*$/gms, '');

/** The commands in the list that `lazily` gets, written there or as a constant above it. */
function standIns(text: string): string[] {
  return [...text.matchAll(/\blazily\(\s*(?:\[([^\]]*)\]|(\w+))/g)].flatMap(([, list, name]) => {
    const written = list ?? new RegExp(`const ${name} = \\[([^\\]]*)\\]`).exec(text)?.[1] ?? '';
    return [...written.matchAll(/'(because\.\w+)'/g)].map(([, id = '']) => id);
  });
}

/** The files that imports of this sort lead to, the first included. */
function reachedFrom(first: string, code: readonly Source[], counts: (each: Import) => boolean): Set<string> {
  const reached = new Set([first]);
  for (const file of reached) {
    for (const each of code.find((one) => one.file === file)?.imports ?? []) {
      if (each.file && counts(each)) reached.add(each.file);
    }
  }
  return reached;
}

/** The commands of files that activation does not load: before that, only a stand-in answers to them. */
function lateCommands(code: readonly Source[]): { id: string; file: string }[] {
  const early = reachedFrom('src/extension.ts', code, ({ typeOnly, late }) => !typeOnly && !late);
  return code
    .filter(({ file }) => !early.has(file))
    .flatMap(({ file, text }) => [...text.matchAll(registration)].map(([, id = '']) => ({ id, file })));
}

function commandComplaints({ contributes }: Manifest, code: readonly Source[]): string[] {
  const declared = new Set(contributes.commands.map(({ command }) => command));
  const { commands, actions } = registered(code);
  const stoodInFor = code.flatMap(({ text }) => standIns(text));
  const views = new Set(Object.values(contributes.views).flatMap((each) => each.map(({ id }) => id)));
  const entries = [...Object.values(contributes.menus).flat(), ...(contributes.keybindings ?? [])];
  const whens = entries.flatMap((entry) => ('when' in entry ? [...(entry.when ?? '').matchAll(/view == (\S+)/g)] : []));
  const ours = (id: string): boolean => id.startsWith('because.');
  return [
    ...[...declared]
      .filter((id) => !/^because\.[a-z][A-Za-z]+$/.test(id))
      .map((id) => `${id} is not named because.verbNoun.`),
    ...[...declared]
      .filter((id) => !commands.has(id) && !actions.has(id))
      .map((id) => `${id} is declared in package.json, and nothing in src/ registers it.`),
    ...[...commands]
      .filter((id) => !declared.has(id))
      .map((id) => `${id} is registered in src/, and package.json does not declare it.`),
    ...stoodInFor
      .filter((id) => !commands.has(id) && !actions.has(id))
      .map((id) => `${id} has a stand-in, and nothing in src/ registers it.`),
    ...stoodInFor.filter((id, index) => stoodInFor.indexOf(id) !== index).map((id) => `${id} has two stand-ins.`),
    ...lateCommands(code)
      .filter(({ id }) => !stoodInFor.includes(id))
      .map(({ id, file }) => `${file} registers ${id} and is loaded late: name it where \`lazily\` loads it.`),
    ...entries
      .map(({ command }) => command ?? '')
      .filter((id) => ours(id) && !declared.has(id))
      .map((id) => `A menu or key names ${id}, which is no command.`),
    ...whens
      .map(([, id = '']) => id.replace(/\)+$/, ''))
      .filter((id) => ours(id) && !views.has(id))
      .map((id) => `A menu waits for the view ${id}, which does not exist.`),
  ];
}

/** `command:because.x` in a text, and `executeCommand('because.x'` or `command: 'because.x'` in code. */
function linkComplaints({ contributes }: Manifest, files: readonly { file: string; content: string }[]): string[] {
  const declared = new Set(contributes.commands.map(({ command }) => command));
  const used = /(?:command:|executeCommand\(\s*'|command: ')(because\.[A-Za-z]+)(?![\w.])/g;
  return files.flatMap(({ file, content }) =>
    [...content.matchAll(used)]
      .map(([, id = '']) => id)
      .filter((id) => !declared.has(id))
      .map((id) => `${file} calls ${id}, which is no command.`),
  );
}

function textComplaints(manifest: string, nls: Readonly<Record<string, string>>): string[] {
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
