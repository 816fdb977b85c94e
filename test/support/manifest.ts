/** Compares the manifest with the code: commands, views and texts that one names and the other does not know. */
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { newKinds } from '../../src/core/records/all.ts';
import { type Source, sources } from './imports.ts';
import { root } from './paths.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly when?: string }[]>>;
    readonly keybindings?: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}

/** What is wrong, each as one sentence; empty when all is well. */
export function manifestComplaints(): string[] {
  const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
  const text = read('package.json');
  const nls = read('package.nls.json');
  const manifest = JSON.parse(text) as Manifest;
  const code = sources();
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

/** Commands are registered by `command('because.x'`, `registerCommand('because.x'`, as an action of that name, or one per kind. */
function registered(code: readonly Source[]): { commands: Set<string>; actions: Set<string> } {
  const commands = code.flatMap(({ text }) => [...text.matchAll(registration)].map(([, id = '']) => id));
  const actions = code
    .filter(({ file }) => file.startsWith('src/actions/'))
    .flatMap(({ text }) => [...text.matchAll(/\bname: '([a-z]\w*)',\s+title:/g)].map(([, name]) => `because.${name}`));
  const perKind = newKinds.map((kind) => `because.new${kind.charAt(0).toUpperCase()}${kind.slice(1)}`);
  return { commands: new Set([...commands, ...perKind]), actions: new Set(actions) };
}

/** The commands in the list that `lazily` gets, written there or as a constant above it. */
function standIns(text: string): string[] {
  return [...text.matchAll(/\blazily\(\s*(?:\[([^\]]*)\]|(\w+))/g)].flatMap(([, list, name]) => {
    const written = list ?? new RegExp(`const ${name} = \\[([^\\]]*)\\]`).exec(text)?.[1] ?? '';
    return [...written.matchAll(/'(because\.\w+)'/g)].map(([, id = '']) => id);
  });
}

/** The commands of files that activation does not load: before that, only a stand-in answers to them. */
function lateCommands(code: readonly Source[]): { id: string; file: string }[] {
  const early = new Set(['src/extension.ts']);
  for (const file of early) {
    for (const each of code.find((one) => one.file === file)?.imports ?? []) {
      if (each.file && !each.typeOnly && !each.late) early.add(each.file);
    }
  }
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
