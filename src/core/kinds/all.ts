/** Every kind of record, and how a file becomes a record of its kind. */
import { t } from '../base/l10n.ts';
import { lasting } from '../base/lasting.ts';
import type { Fields, FieldType, ValuesOf } from '../records/field.ts';
import { readValues, writtenFor } from '../records/field.ts';
import type { CommonValues, Kind, Section } from '../records/kind.ts';
import { commonFields } from '../records/kind.ts';
import { mayShow } from '../records/privacy.ts';
import type { Facts, FieldPath, Reading, Reference, Source } from '../records/record.ts';
import { ContextRecord } from '../records/record.ts';
import { type Template, templateOf, withoutTemplate } from '../records/template.ts';
import { formAt, isMap, keepForm, textAt } from '../records/written.ts';
import { ack } from './ack.ts';
import { challenge } from './challenge.ts';
import { commitment } from './commitment.ts';
import { credit } from './credit.ts';
import { decision } from './decision.ts';
import { estimate } from './estimate.ts';
import { evidence } from './evidence.ts';
import { health } from './health.ts';
import { healthEnvelope } from './healthEnvelope.ts';
import { healthKey } from './healthKey.ts';
import { healthRound } from './healthRound.ts';
import { healthSum } from './healthSum.ts';
import { initiative } from './initiative.ts';
import { link } from './link.ts';
import { objection } from './objection.ts';
import { persona } from './persona.ts';
import { problem } from './problem.ts';
import { question } from './question.ts';
import { reply } from './reply.ts';
import { result } from './result.ts';
import { risk } from './risk.ts';
import { scopeChange } from './scopeChange.ts';
import { session } from './session.ts';
import { snapshot } from './snapshot.ts';
import { sprint } from './sprint.ts';
import { TEAM_FILE, team } from './team.ts';

export const kinds = {
  sprint,
  initiative,
  problem,
  evidence,
  persona,
  risk,
  reply,
  question,
  session,
  commitment,
  scopeChange,
  ack,
  link,
  estimate,
  challenge,
  objection,
  snapshot,
  decision,
  credit,
  result,
  health,
  healthRound,
  healthEnvelope,
  healthSum,
  healthKey,
} as const;

export type KindName = keyof typeof kinds;

/** The values of a kind, its own and the common ones. */
type KindValues<K extends KindName> = CommonValues & ValuesOf<(typeof kinds)[K]['fields']>;

/** A record of a kind, typed. */
export type RecordOf<K extends KindName> = ContextRecord<KindValues<K>>;

export type Initiative = RecordOf<'initiative'>;
export type Problem = RecordOf<'problem'>;
export type Evidence = RecordOf<'evidence'>;
export type Risk = RecordOf<'risk'>;
export type Session = RecordOf<'session'>;
export type Commitment = RecordOf<'commitment'>;
export type Ack = RecordOf<'ack'>;
export type Persona = RecordOf<'persona'>;
export type Reply = RecordOf<'reply'>;
export type Sprint = RecordOf<'sprint'>;
export type Link = RecordOf<'link'>;
export type Estimate = RecordOf<'estimate'>;
export type Challenge = RecordOf<'challenge'>;
export type Objection = RecordOf<'objection'>;
export type Snapshot = RecordOf<'snapshot'>;
export type Decision = RecordOf<'decision'>;
export type Result = RecordOf<'result'>;
export type Health = RecordOf<'health'>;
export type HealthRound = RecordOf<'healthRound'>;
export type TeamValues = CommonValues & ValuesOf<typeof team.fields>;

export const kindNames = Object.keys(kinds) as readonly KindName[];

/** The kinds that `New …` makes; the others have commands of their own. */
export const newKinds = kindNames.filter((name) => !(kinds[name] as Kind).ownCommand);

/** A kind whose records stand in a section of their own below an initiative. */
type Sectioned = Omit<Kind, 'place'> & { readonly name: KindName; readonly place: Section };

/** Those kinds, in the order of their sections. */
export const sectioned: readonly Sectioned[] = kindNames
  .map((name) => kinds[name] as Kind)
  .filter((kind): kind is Kind & Sectioned => typeof kind.place === 'object');

/** The kinds whose records stand as threads on the lines of code they are about. */
export const threaded: readonly KindName[] = kindNames.filter((name) => (kinds[name] as Kind).thread);

const byFolder = new Map<string, Kind>(kindNames.map((name) => [kinds[name].folder, kinds[name] as Kind]));

/** Whether the product knows the kind. */
export function isKind(name: string): name is KindName {
  return Object.hasOwn(kinds, name);
}

/** The kind's definition; undefined for kinds this version does not know, whose records are kept and shown. */
export function kindOf(name: string): Kind | undefined {
  if (name === team.name) return team as Kind;
  return isKind(name) ? (kinds[name] as Kind) : undefined;
}

/** Narrows a record to its kind. */
export function isOf<K extends KindName>(record: ContextRecord, kind: K): record is RecordOf<K> {
  return record.kind === kind;
}

const allFields = new Map<string, Fields>();

/** Every field a record of the kind may have, the common ones last; those alone for an unknown kind. */
export function fieldsOf(name: string): Fields {
  let fields = allFields.get(name);
  if (!fields) {
    const own = kindOf(name)?.fields;
    // A kind may say more about a common field, such as that it must be there.
    fields = name === team.name ? team.fields : { ...own, ...commonFields, ...own };
    allFields.set(name, fields);
  }
  return fields;
}

let names: Set<string> | undefined;

/** Whether records of any kind may have a field of the name. */
export function isFieldName(name: string): boolean {
  names ??= new Set(kindNames.flatMap((kind) => Object.keys(fieldsOf(kind))));
  return names.has(name);
}

/** The kind a file is of: what it says itself, else its first folder. */
export function kindNameOf(source: Pick<Source, 'path' | 'raw'>): string {
  if (source.path === TEAM_FILE) return team.name;
  const record = textAt(source.raw, 'record');
  if (record) return record;
  const folder = source.path.includes('/') ? source.path.slice(0, source.path.indexOf('/')) : '';
  return byFolder.get(folder)?.name ?? (folder || 'note');
}

/** What an id may be: readable, safe in a file name, at most 100 characters. */
export const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** The identity a file has: its own `id`, else its base name. A wrong `id` is a finding, and still the identity. */
function idOf(kind: string, source: Source): string {
  if (source.path === TEAM_FILE) return TEAM_FILE;
  const id = textAt(source.raw, 'id');
  if (id) return id;
  const [folder, name = ''] = source.path.replace(/\.md$/i, '').split('/').slice(-2);
  const personal = source.path.split('/').length > 2 ? kindOf(kind)?.personal : undefined;
  // Ada's estimates are all called `ada`; what each is about tells them apart.
  if (!personal) return name || (folder ?? '');
  return [folder, name, ...(personal === true ? [] : [personal])].join('.');
}

/** Reads a file as a record. Never throws: what is wrong becomes findings. */
export function readRecord(source: Source, facts = factsOf(source)): ContextRecord {
  return new ContextRecord(source, facts, readingOf(facts.kind));
}

function factsOf(source: Source): Facts {
  const kind = kindNameOf(source);
  const fields = fieldsOf(kind);
  // The team's file holds settings that everything goes by, and nothing anybody said.
  const withheld = !mayShow(kindOf(kind), source, source.path === TEAM_FILE ? 'file' : 'elsewhere');
  return {
    kind,
    id: idOf(kind, source),
    refersTo: idsReferredTo(fields, source.raw),
    keys: withheld ? NO_IDS : keysIn(fields, source.raw),
    archived: source.raw.archived === true,
    withheld,
  };
}

const readings = new Map<string, Reading<ContextRecord['values']>>();

const NO_TEMPLATE: Template = { values: [], body: [] };

function readingOf(kind: string): Reading<ContextRecord['values']> {
  let reading = readings.get(kind);
  if (!reading) {
    const fields = fieldsOf(kind);
    const known = kindOf(kind);
    const template = known ? templateOf(known) : NO_TEMPLATE;
    reading = {
      template,
      references: (raw) => referencesIn(fields, raw),
      values: (raw) => readValues(fields, withoutTemplate(raw, template)),
      withheld: {
        title: (source) => withheldTitle(kind, source),
        id: (id, source) => (known?.keyed ? id : withheldTitle(kind, source)),
        values: (raw) => readValues(fields, toldOf(kind, fields, raw)),
      },
    };
    readings.set(kind, reading);
  }
  return reading;
}

function withheldTitle(kind: string, { problems }: Source): string {
  const label = kindOf(kind)?.label().toLowerCase() ?? t('record');
  return problems.length > 0 ? t('Unreadable {0}', label) : t('Sensitive {0}', label);
}

/** What may be told of a record that must not be shown: no words, addresses or maps, which hold words. */
const TOLD: ReadonlySet<FieldType> = new Set(['choice', 'boolean', 'number', 'day', 'time', 'reference', 'member']);

function toldOf(kind: string, fields: Fields, raw: Source['raw']): Source['raw'] {
  const instead: Source['raw'] = { ...kindOf(kind)?.withheld, sensitive: true };
  const told: { [name: string]: unknown } = {};
  for (const [name, { type }] of Object.entries(fields)) {
    if (Object.hasOwn(instead, name)) told[name] = instead[name];
    else if (TOLD.has(type) && Object.hasOwn(raw, name)) copyEntry(raw, told, name);
  }
  return told;
}

/** Gives a map an entry of another one, as it is written there. */
function copyEntry(from: Source['raw'], to: { [name: string]: unknown }, name: string): void {
  to[name] = from[name];
  const form = formAt(from, name);
  if (form !== undefined) keepForm(to, name, form);
}

function referencesIn(fields: Fields, raw: Source['raw']): Reference[] {
  const found: Reference[] = [];
  eachReference(fields, raw, (id, refers, field) => found.push({ id, field, refers }));
  return found;
}

const NO_IDS: readonly string[] = [];

function idsReferredTo(fields: Fields, raw: Source['raw']): readonly string[] {
  let ids: string[] | undefined;
  eachReference(fields, raw, (id) => {
    ids ??= [];
    ids.push(id);
  });
  if (!ids) return NO_IDS;
  return ids.length === 1 ? ids : [...new Set(ids)];
}

const keyed = lasting((fields: Fields) => Object.entries(fields).filter(([, { keys }]) => keys));

function keysIn(fields: Fields, raw: Source['raw']): readonly string[] {
  for (const [name, one] of keyed(fields)) {
    if (Object.hasOwn(raw, name)) return (one.read(writtenFor(one, raw, name)) ?? NO_IDS) as readonly string[];
  }
  return NO_IDS;
}

/** The fields that refer to records, and to which kinds, and the maps with such fields in them: asked for of every file. */
const pointing = lasting((fields: Fields): readonly Pointing[] =>
  Object.entries(fields).flatMap(([name, { refers, fields: inner = {}, many }]): readonly Pointing[] => {
    if (refers) return [{ name, refers }];
    return !many && Object.values(inner).some((one) => one.refers) ? [{ name, inner }] : [];
  }),
);

interface Pointing {
  readonly name: string;
  readonly refers?: readonly string[];
  readonly inner?: Fields;
}

type Tell = (id: string, refers: readonly string[], field: FieldPath) => void;

function eachReference(fields: Fields, raw: Source['raw'], tell: Tell, above: FieldPath = []): void {
  for (const { name, refers = [], inner } of pointing(fields)) {
    if (!Object.hasOwn(raw, name)) continue;
    const written = raw[name];
    const field = [...above, name];
    if (inner) {
      if (isMap(written)) eachReference(inner, written, tell, field);
    } else if (Array.isArray(written)) {
      for (const index of written.keys()) {
        const id = textAt(written, index);
        if (id !== undefined) tell(id, refers, [...field, index]);
      }
    } else {
      const id = textAt(raw, name);
      if (id !== undefined) tell(id, refers, field);
    }
  }
}
