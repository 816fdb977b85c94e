/** An objection that somebody has made, on its way to an answer. */
import type { Initiative } from '../../core/kinds/all.ts';
import type { Live } from '../commands/live.ts';
import type { Folder } from '../workspace/workspace.ts';

/** An objection that is written down. */
export interface Objected {
  readonly live: Live;
  readonly folder: Folder;
  readonly initiative: Initiative;
  /** The objection's id. */
  readonly objection: string;
}
