/** Every feature of the editor. */
import type { Feature } from './feature.ts';
import { hover } from './hover.ts';
import { navigation } from './navigation/navigation.ts';
import { newRecords } from './newRecords.ts';
import { preview } from './preview.ts';
import { evidenceFromClipboard } from './records/addEvidence.ts';
import { recordCompletion } from './records/completion.ts';
import { recordDiagnostics } from './records/diagnostics.ts';
import { firstLetter } from './records/firstLetter.ts';
import { recordFixes } from './records/fixes.ts';
import { recordHover } from './records/hover.ts';
import { recordSymbols } from './records/symbols.ts';
import { risks } from './risks/risks.ts';
import { settingUp } from './setUp/setUp.ts';
import { sidebar } from './sidebar/sidebar.ts';

export const features: readonly Feature[] = [
  sidebar,
  navigation,
  hover,
  preview,
  recordCompletion,
  firstLetter,
  recordHover,
  recordDiagnostics,
  recordFixes,
  recordSymbols,
  evidenceFromClipboard,
  risks,
  newRecords,
  settingUp,
];
