/** Completion of the keys of initiatives in prose and in comments, by key and by the words of the title. */
import * as vscode from 'vscode';
import { problemsOf } from '../../core/library/query.ts';
import { isInComment } from '../../core/text/codeComment.ts';
import { firstParagraph } from '../../core/text/markdownText.ts';
import { type KeyHit, searchKeys } from '../../core/work/keySearch.ts';
import { CompletionItem } from '../door/documents.ts';
import type { Completions } from '../door/register.ts';
import type { Folder } from '../workspace/folder.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { LONGEST_LINE } from './target.ts';

/** Languages whose every word is for people; in any other, only comments are. */
const PROSE: ReadonlySet<string> = new Set([
  'markdown',
  'plaintext',
  'git-commit',
  'scminput',
  'restructuredtext',
  'asciidoc',
  'latex',
  'mdx',
]);

export class KeyItem extends CompletionItem {
  readonly folder: Folder;
  readonly hit: KeyHit;

  constructor(folder: Folder, hit: KeyHit, position: vscode.Position, order: number) {
    const { key, initiative, matched, start } = hit;
    super({ label: key, description: initiative.title }, vscode.CompletionItemKind.Reference);
    this.folder = folder;
    this.hit = hit;
    this.insertText = key;
    this.filterText = matched;
    this.range = new vscode.Range(position.line, start, position.line, position.character);
    this.sortText = String(order).padStart(3, '0');
  }
}

export function completions(workspace: Workspace): Completions<KeyItem> {
  return {
    async provideCompletionItems(document, position, token, { triggerCharacter }) {
      const folder = workspace.folderFor(document.uri);
      const line = document.lineAt(position.line).text;
      if (!folder || line.length > LONGEST_LINE || !isForPeople(document, line, position)) return undefined;
      await folder.because.ready();
      if (token.isCancellationRequested || isInFields(folder, document, position)) return undefined;
      const { git } = workspace;
      const [branch, repos] = [git.branchOf(folder.root), git.reposOf(folder.root)];
      const surrounding = { now: folder.because.now(), branch, repos };
      const { hits, more } = searchKeys(folder.library, line.slice(0, position.character), surrounding);
      // A hyphen or a hash in a sentence asks for nothing unless a key begins with what stands before it.
      const wanted = triggerCharacter ? hits.filter(({ key, matched }) => key === matched) : hits;
      const typed = wanted.filter(({ start }) => !triggerCharacter || start < position.character);
      return new vscode.CompletionList(
        typed.map((hit, index) => new KeyItem(folder, hit, position, index)),
        // One typed word more may mean a longer run of words, so VS Code asks again.
        more || hits.length > 0,
      );
    },
    resolveCompletionItem(item) {
      const { key, initiative } = item.hit;
      const { status, sprint } = initiative.values;
      const detail = [key === initiative.id ? key : `${key} · ${initiative.id}`, status, ...(sprint ?? [])].join(' · ');
      const problem = problemsOf(item.folder.library, initiative)[0];
      // Plain text: nothing a record says is drawn as Markdown.
      const statement = problem && (firstParagraph(problem.body) ?? problem.title);
      item.explain({ detail, documentation: [initiative.title, statement].filter(Boolean).join('\n\n') });
      return item;
    },
  };
}

function isForPeople({ languageId }: vscode.TextDocument, line: string, { character }: vscode.Position): boolean {
  return PROSE.has(languageId) || isInComment(line, character);
}

/** A record's own fields have their own completion, which knows what each may hold. */
function isInFields(folder: Folder, document: vscode.TextDocument, position: vscode.Position): boolean {
  const record = folder.recordAt(document.uri);
  return record !== undefined && document.offsetAt(position) < record.source.bodyStart;
}
