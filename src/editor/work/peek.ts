/** The way from code to customer as a peek: one text with all its steps, each a row of the peek's list. */
import * as vscode from 'vscode';
import { cutAtWord } from '../../core/markdownText.ts';
import type { ChainStep } from '../../core/work/chain.ts';
import type { Folder } from '../workspace.ts';

const SCHEME = 'because-why';

/** Ways whose texts are kept: a person goes back one or two. */
const KEPT = 20;

/** The text of a way, where its steps begin, and the places in it that lead somewhere. */
interface WayText {
  readonly text: string;
  readonly steps: readonly vscode.Range[];
  readonly links: readonly vscode.DocumentLink[];
}

/** What a way is about. */
export interface Named {
  readonly title: string;
  readonly path?: string | undefined;
}

/** Shows ways, and keeps their texts. */
export class Peek implements vscode.Disposable {
  /** By the number of the way, oldest first. */
  readonly #ways = new Map<string, WayText>();
  readonly #registered: vscode.Disposable;
  #count = 0;

  constructor() {
    const wayOf = ({ query }: vscode.Uri) => this.#ways.get(query);
    this.#registered = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
        provideTextDocumentContent: (uri) => wayOf(uri)?.text,
      }),
      vscode.languages.registerDocumentLinkProvider(
        { scheme: SCHEME },
        { provideDocumentLinks: ({ uri }) => [...(wayOf(uri)?.links ?? [])] },
      ),
    );
  }

  /** Opens the peek at a place in code; `title` names the text, `path` the file it is about, from the workspace folder. */
  async show(
    folder: Folder,
    at: vscode.Location,
    { title, path = '' }: Named,
    steps: readonly ChainStep[],
  ): Promise<void> {
    const number = String(++this.#count);
    const way = wayText(folder, steps);
    this.#ways.set(number, way);
    for (const old of [...this.#ways.keys()].slice(0, -KEPT)) this.#ways.delete(old);
    // The peek shows the folder of a text beside its name: that of the file it is about.
    const above = path.slice(0, path.lastIndexOf('/') + 1);
    const uri = vscode.Uri.from({ scheme: SCHEME, path: above + title.replace(/[/\\]+/g, '∕'), query: number });
    const locations = way.steps.map((range) => new vscode.Location(uri, range));
    await vscode.commands.executeCommand('editor.action.peekLocations', at.uri, at.range.start, locations, 'peek');
  }

  dispose(): void {
    this.#registered.dispose();
  }
}

/** Characters of a line: the peek shows no more beside its list, and does not wrap. */
const WIDTH = 76;

/** Each step's name and headline on one line, since that is what the list shows of it; all else stands below, indented. */
function wayText(folder: Folder, steps: readonly ChainStep[]): WayText {
  const lines: string[] = [];
  const ranges: vscode.Range[] = [];
  const links: vscode.DocumentLink[] = [];
  for (const step of steps) {
    if (lines.length > 0) lines.push('');
    const head = `${step.name}: `;
    const room = WIDTH - head.length;
    // The name alone is marked: what stands before a mark is cut off in the list.
    ranges.push(new vscode.Range(lines.length, 0, lines.length, step.name.length));
    lines.push(head + cutAtWord(step.headline, room));
    const whole = step.headline.length > room ? [step.headline] : [];
    lines.push(...[...whole, ...step.lines].flatMap(wrapped));
    const opens = opening(folder, step);
    if (!opens) continue;
    const end = INDENT.length + opens.words.length;
    const link = new vscode.DocumentLink(
      new vscode.Range(lines.length, INDENT.length, lines.length, end),
      opens.target,
    );
    link.tooltip = opens.tooltip;
    links.push(link);
    lines.push(INDENT + opens.words);
  }
  return { text: `${lines.join('\n')}\n`, steps: ranges, links };
}

const INDENT = '  ';

/** A paragraph as indented lines; a word that is longer than a line, such as an address, stays whole. */
function wrapped(paragraph: string): string[] {
  return paragraph.split('\n').flatMap((line) => {
    const lines: string[] = [];
    for (const word of line.trim().split(/\s+/)) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(INDENT + word);
    }
    return lines;
  });
}

/** Where a step leads. */
function opening(folder: Folder, { record, commit }: ChainStep) {
  const address = folder.root.toString();
  if (record) {
    return {
      words: vscode.l10n.t('Open the record'),
      target: commandUri('because.openRecord', { id: record.id, folder: address }),
      tooltip: folder.uriOf(record).fsPath,
    };
  }
  return (
    commit && {
      words: vscode.l10n.t('Open the commit'),
      target: commandUri('because.openCommit', { commit: commit.hash, folder: address }),
      tooltip: commit.hash,
    }
  );
}

const commandUri = (command: string, input: object): vscode.Uri =>
  vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify([input]))}`);
