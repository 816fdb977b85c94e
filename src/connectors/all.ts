/** Every connector, and what they know as records. */
import { kinds, readRecord } from '../core/kinds/all.ts';
import type { ContextRecord } from '../core/records/record.ts';
import type { Connector, Fact } from './connector.ts';

export const connectors: readonly Connector[] = [];

/** What the connectors know, some at a time, each as its file would be if it had one. Throws what they throw. */
export async function* readFacts(of: readonly Connector[]): AsyncIterable<readonly ContextRecord[]> {
  for (const connector of of) {
    for await (const facts of connector.read()) yield facts.map((fact) => recordOf(fact, connector.label()));
  }
}

function recordOf({ kind, id, fields, body = '' }: Fact, keptIn: string): ContextRecord {
  return readRecord({
    path: `${kinds[kind].folder}/${id.replace(/[^\w.-]/g, '-')}.md`,
    text: body,
    raw: { ...fields, id },
    bodyStart: 0,
    problems: [],
    locate: () => undefined,
    keptIn,
  });
}
