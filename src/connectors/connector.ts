/** The shape of a connector: what reads another tool's facts as records, which stay where they are written. */
import type { KindName } from '../core/kinds/all.ts';

/** A record as another tool has it. */
export interface Fact {
  readonly kind: KindName;
  readonly id: string;
  /** By the names of the kind's fields, as they would be written in a file. */
  readonly fields: { readonly [name: string]: unknown };
  readonly body?: string;
}

export interface Connector {
  readonly name: string;
  readonly label: () => string;
  /**
   * All its facts, some at a time; none from a host that this person has not connected. Throws `BecauseError` where the
   * tool does not answer.
   */
  read(): AsyncIterable<readonly Fact[]>;
}
