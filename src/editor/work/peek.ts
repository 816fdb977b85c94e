/** The steps from code to customer as a peek: one text with all its steps, each a row of the peek's list. */
import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import type { WhyStep } from '../../core/why/step.ts';
import { type LinePart, type Opening, stepsText } from '../../core/why/stepsText.ts';
import { commandAddress, DocumentLink } from '../door/documents.ts';
import { registerDocumentLinkProvider } from '../door/register.ts';
import { plain } from '../door/words.ts';
import { commandId } from '../doors/commands/all.ts';
import type { Folder } from '../workspace/folder.ts';
import { run } from '../workspace/report.ts';

const SCHEME = 'because-why';

/** Texts that are kept: a person goes back one or two. */
const KEPT = 20;

/** A why as the editor shows it. */
interface WhyText {
  readonly text: string;
  readonly links: readonly DocumentLink[];
}

/** What a why is about. */
export interface WhyAbout {
  readonly folder: Folder;
  /** The place in code where it is shown. */
  readonly at: vscode.Location;
  readonly title: string;
  /** The file it is about, from the workspace folder. */
  readonly path?: string | undefined;
}

export interface ShowOptions {
  /** What was shown of the same why before, which gives its place to what is known now. */
  readonly known?: Shown | undefined;
  readonly onDidClose?: (() => void) | undefined;
}

/** A why on the screen, until it is put away or another is shown in its place. */
export class Shown implements vscode.Disposable {
  readonly #uri: vscode.Uri;
  readonly #listener: vscode.Disposable;
  #isOpen = true;

  constructor(uri: vscode.Uri, onDidClose: () => void) {
    this.#uri = uri;
    this.#listener = vscode.workspace.onDidCloseTextDocument((document) => {
      if (!this.isOf(document)) return;
      this.dispose();
      onDidClose();
    });
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  isOf({ uri }: vscode.TextDocument): boolean {
    return uri.toString() === this.#uri.toString();
  }

  dispose(): void {
    this.#isOpen = false;
    this.#listener.dispose();
  }
}

/** Shows whys, and keeps their texts. */
export class Peek implements vscode.Disposable {
  /** By the addresses of their texts, oldest first. */
  readonly #texts = new Map<string, WhyText>();
  readonly #registered: vscode.Disposable;
  #count = 0;
  #shown: Shown | undefined;
  /** Waits for the text of the why that is being opened. */
  #opening: vscode.Disposable | undefined;

  constructor() {
    const textOf = (uri: vscode.Uri) => this.#texts.get(uri.toString());
    this.#registered = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
        provideTextDocumentContent: (uri) => textOf(uri)?.text,
      }),
      registerDocumentLinkProvider(
        { scheme: SCHEME },
        { provideDocumentLinks: ({ uri }) => [...(textOf(uri)?.links ?? [])] },
      ),
    );
  }

  /** Opens the peek. Where what was known of the why was put away meanwhile, nothing is shown any more. */
  async show(
    { folder, at, title, path = '' }: WhyAbout,
    steps: readonly WhyStep[],
    { known, onDidClose = () => undefined }: ShowOptions = {},
  ): Promise<Shown> {
    if (known && !known.isOpen) return known;
    const number = String(++this.#count);
    const { text, names, openings } = stepsText(steps, {
      record: t('Open the record'),
      commit: t('Open the commit'),
      url: t('Open the page'),
    });
    // The peek shows the folder of a text beside its name: that of the file it is about, else that of the records.
    const above = path === '' ? `${folder.name}/` : path.slice(0, path.lastIndexOf('/') + 1);
    const uri = vscode.Uri.from({ scheme: SCHEME, path: above + plain(title).replace(/[/\\]+/g, '∕'), query: number });
    this.#texts.set(uri.toString(), { text, links: linksOf(folder, openings) });
    for (const old of [...this.#texts.keys()].slice(0, -KEPT)) this.#texts.delete(old);
    // The name alone is marked: of what stands before a mark, the list shows little.
    const locations = names.map((name) => new vscode.Location(uri, rangeOf(name)));
    const shown = new Shown(uri, onDidClose);
    this.#shown?.dispose();
    this.#shown = shown;
    const listener = vscode.workspace.onDidOpenTextDocument((document) => {
      if (!shown.isOf(document)) return;
      listener.dispose();
      run(() => focusFirst(at.uri));
    });
    this.#opening?.dispose();
    this.#opening = listener;
    if (known) {
      // A second peek at the same place would only close the first.
      known.dispose();
      await vscode.commands.executeCommand('closeReferenceSearch');
    }
    await vscode.commands.executeCommand('editor.action.peekLocations', at.uri, at.range.start, locations, 'peek');
    return shown;
  }

  dispose(): void {
    this.#opening?.dispose();
    this.#shown?.dispose();
    this.#registered.dispose();
  }
}

/**
 * Goes to the first step. The peek opens at the one whose line number is nearest to that of the code, which means nothing
 * here; its list has the focus by then, unless the person wants it in the text.
 */
async function focusFirst(code: vscode.Uri): Promise<void> {
  const focus = vscode.workspace.getConfiguration('editor', code).get<string>('peekWidgetDefaultFocus');
  if (focus !== 'editor') await vscode.commands.executeCommand('list.focusFirst');
}

const rangeOf = ({ line, start, end }: LinePart): vscode.Range => new vscode.Range(line, start, line, end);

/** The links of a why. */
function linksOf(folder: Folder, openings: readonly Opening[]): DocumentLink[] {
  return openings.map((opening) => {
    const { target, tooltip } = leading(folder, opening);
    return new DocumentLink(rangeOf(opening), tooltip, target);
  });
}

/** Where an opening leads, and what is said of that. */
function leading(folder: Folder, { step: { id, commit, url = '' }, to }: Opening) {
  const address = folder.root.toString();
  if (to === 'record' && id !== undefined) {
    const target = commandAddress(commandId('openRecord'), { id, folder: address });
    const record = folder.library.find(id);
    const tooltip = record && !record.withheld ? folder.uriOf(record).fsPath : (record?.title ?? '');
    return { target, tooltip };
  }
  if (to === 'commit' && commit) {
    return { target: commandAddress(commandId('openCommit'), { commit, folder: address }), tooltip: commit };
  }
  return { target: vscode.Uri.parse(url, true), tooltip: url };
}
