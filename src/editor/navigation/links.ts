/** Links from the keys of initiatives, in any text document, to their records. */
import * as vscode from 'vscode';
import { t } from '../../core/base/l10n.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import type { Library } from '../../core/library/library.ts';
import { commandAddress, DocumentLink } from '../door/documents.ts';
import type { Links } from '../door/register.ts';
import { commandId } from '../doors/commands/all.ts';
import type { Folder } from '../workspace/folder.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { LONGEST_LINE, locationOf } from './target.ts';

/** Characters; larger documents get no links, hovers still work in them. */
const LARGEST = 1024 * 1024;

/** A link that knows its record, so that its target is worked out for the one that is followed. */
export class KeyLink extends DocumentLink {
  readonly folder: Folder;
  readonly initiative: Initiative;

  constructor(range: vscode.Range, folder: Folder, initiative: Initiative) {
    // The card stands in the same hover, and says what it is called.
    super(range, t('Open the record'));
    this.folder = folder;
    this.initiative = initiative;
  }
}

interface Answer {
  readonly version: number;
  readonly library: Library;
  readonly links: KeyLink[];
}

export function links(workspace: Workspace): Links<KeyLink> {
  const answers = new WeakMap<vscode.TextDocument, Answer>();
  return {
    async provideDocumentLinks(document, token): Promise<KeyLink[]> {
      const folder = workspace.folderFor(document.uri);
      if (!folder || lengthOf(document) > LARGEST) return [];
      await folder.because.ready();
      if (token.isCancellationRequested) return [];
      const { version } = document;
      const { library } = folder;
      const known = answers.get(document);
      if (known?.version === version && known.library === library) return known.links;
      const found = linksIn(document, folder);
      answers.set(document, { version, library, links: found });
      return found;
    },
    resolveDocumentLink(link) {
      const { uri, range } = locationOf(link.folder, link.initiative);
      const record = commandAddress(commandId('openRecord'), {
        id: link.initiative.id,
        folder: link.folder.root.toString(),
      });
      link.leadTo(uri.with({ fragment: `L${range.start.line + 1}` }), record);
      return link;
    },
  };
}

/** Without joining the lines of a large document into one text. */
function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(new vscode.Position(document.lineCount, 0));
}

function linksIn(document: vscode.TextDocument, folder: Folder): KeyLink[] {
  const { library } = folder;
  // In a record's own fields Go to Definition leads further: to every kind of record.
  const record = folder.recordAt(document.uri);
  const body = record ? record.source.bodyStart - (record.source.text.startsWith('\uFEFF') ? 1 : 0) : 0;
  return library.keys.find(document.getText(), body).flatMap(({ key, start, end }) => {
    const initiative = library.initiativeOf(key);
    if (!initiative) return [];
    const from = document.positionAt(start);
    if (document.lineAt(from.line).text.length > LONGEST_LINE) return [];
    return new KeyLink(new vscode.Range(from, from.translate(0, end - start)), folder, initiative);
  });
}
