/** Where one person's word on an initiative lies: in a file of their own, named after them. */
import type { Because } from '../because.ts';
import { isFileName, mintId, slug } from '../core/base/ids.ts';
import { ID, type Initiative, type KindName, kindOf, kinds } from '../core/kinds/all.ts';

/** The id of a record, and its file below the kind's folder. */
export interface OwnFile {
  readonly id: string;
  readonly file: string;
}

/** The place a person would choose, such as `PAY-142/ada`, where the names allow it. */
export function ownFile(kind: KindName, initiative: Initiative, name: string): OwnFile | undefined {
  const personal = kindOf(kind)?.personal;
  const id = [initiative.id, name, ...(typeof personal === 'string' ? [personal] : [])].join('.');
  return ID.test(id) && isFileName(initiative.id) && isFileName(name)
    ? { id, file: `${initiative.id}/${name}` }
    : undefined;
}

/** That place, where nothing lies there; else one that nobody else can have. */
export function freeFile(
  { library }: Because,
  kind: KindName,
  place: OwnFile | undefined,
  { initiative, me }: { readonly initiative: Initiative; readonly me: string },
): OwnFile {
  const { folder: all, prefix } = kinds[kind];
  const isFree = place && library.named(place.id).length === 0 && !library.files.has(`${all}/${place.file}.md`);
  if (isFree) return place;
  const id = mintId(prefix);
  const folder = isFileName(initiative.id) ? initiative.id : slug(initiative.id) || id;
  return { id, file: `${folder}/${[slug(me), id].filter(Boolean).join('.')}` };
}
