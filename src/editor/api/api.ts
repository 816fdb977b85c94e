/** The way in for other extensions: plain data out of the same records that everything else shows. */
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import { cardTold } from '../../core/card/card.ts';
import { findingsIn } from '../../core/library/findingsTold.ts';
import { today } from '../../core/library/query.ts';
import type { ContextRecord } from '../../core/records/record.ts';
import type { Folder } from '../workspace/folder.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ApiCard, ApiFinding, ApiKey, ApiRecord, BecauseApi } from './apiTypes.ts';

/** Gives an API by its version. Throws for versions there are not. */
export function apiOf(workspace: Workspace): (version: number) => BecauseApi {
  const api: BecauseApi = Object.freeze({
    version: 1,
    ready: () => workspace.ready(),
    onDidChange: (listener: () => unknown) => workspace.onDidChange(() => void listener()),
    records: (kind?: string) =>
      workspace.folders.flatMap((folder) =>
        folder.library.records
          .filter((record) => kind === undefined || record.kind === kind)
          .map((record) => plainRecord(folder, record)),
      ),
    find: (id: string) =>
      firstOf(workspace, (folder) => {
        const record = folder.library.find(id);
        return record && plainRecord(folder, record);
      }),
    keysIn: (text: string) => keysIn(workspace, String(text)),
    card: (key: string): ApiCard | undefined =>
      firstOf(workspace, ({ library, because, me }) => cardTold(library, String(key), because.now(), me)),
    findings: () => workspace.folders.flatMap(findingsOf),
  });
  return (version) => {
    if (version === 1) return api;
    throw new BecauseError('bad-input', t('Because has version 1 of its API, not {0}.', String(version)), {
      next: t('Ask for getAPI(1).'),
    });
  };
}

/** The active folder first: it is what the person works in. */
function firstOf<T>(workspace: Workspace, ask: (folder: Folder) => T | undefined): T | undefined {
  const { active, folders } = workspace;
  for (const folder of active ? [active, ...folders.filter((one) => one !== active)] : folders) {
    const answer = ask(folder);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

function plainRecord(folder: Folder, record: ContextRecord): ApiRecord {
  const { id, kind, title, body } = record;
  // A copy: what others do with it must not reach the records.
  return { id, kind, title, uri: folder.uriOf(record).toString(), values: structuredClone(record.values), body };
}

/** The keys any folder knows; where several do, the active one tells what they stand for. */
function keysIn(workspace: Workspace, text: string): ApiKey[] {
  const keys = new Map<number, ApiKey>();
  firstOf(workspace, ({ library }) => {
    for (const { key, start, end } of library.keys.find(text)) {
      const initiative = library.initiativeOf(key)?.id;
      const known = keys.get(start);
      if (known && (known.initiative !== undefined || initiative === undefined)) continue;
      keys.set(start, { key, start, end, ...(initiative === undefined ? {} : { initiative }) });
    }
    return undefined;
  });
  return [...keys.values()].sort((a, b) => a.start - b.start);
}

function findingsOf(folder: Folder): ApiFinding[] {
  const { library, because } = folder;
  const day = today(library, because.now());
  return [...library.files.values()].flatMap((record) => {
    const uri = folder.uriOf(record).toString();
    return findingsIn(library, record, day).map((finding) => ({ uri, ...finding }));
  });
}
