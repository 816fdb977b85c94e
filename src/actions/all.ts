/** Every action of the product. */
import type { Action } from './action.ts';
import { addEvidence } from './addEvidence.ts';
import { editText } from './editText.ts';
import { flagRisk } from './flagRisk.ts';
import { newRecord } from './newRecord.ts';
import { renameRecord } from './renameRecord.ts';
import { replyTo } from './replyTo.ts';
import { acceptRisk, mitigateRisk, reopenRisk, resolveRisk } from './settleRisk.ts';
import { setUp } from './setUp.ts';
import { updateAnchor } from './updateAnchor.ts';

export const actions: readonly Action[] = [
  flagRisk,
  replyTo,
  mitigateRisk,
  acceptRisk,
  resolveRisk,
  reopenRisk,
  editText,
  updateAnchor,
  newRecord,
  addEvidence,
  renameRecord,
  setUp,
];
