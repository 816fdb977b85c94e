/** Every feature of the editor. */

import { newCommands } from './ask/newCommands.ts';
import { hovering } from './card/hover.ts';
import { preview } from './card/preview.ts';
import type { Feature } from './commands/feature.ts';
import { lazily } from './commands/lazily.ts';
import { navigation } from './navigation/navigation.ts';
import { recordDiagnostics } from './records/diagnostics.ts';
import { recordEditing } from './records/editing.ts';
import { firstLetter } from './records/firstLetter.ts';
import { risks } from './risks/risks.ts';
import { scoringBoard } from './scoring/openBoard.ts';
import { quickPaths } from './scoring/quickPaths.ts';
import { sidebar } from './sidebar/sidebar.ts';
import { commitBox } from './work/commitBox.ts';
import { commitHovers } from './work/commitHovers.ts';
import { trailerCompletion, whyBlockCompletion } from './work/completion.ts';
import { workCommands } from './work/workCommands.ts';

export const features: readonly Feature[] = [
  sidebar(() => import('./work/recent.ts')),
  navigation,
  hovering,
  preview,
  recordEditing,
  firstLetter,
  recordDiagnostics,
  risks,
  scoringBoard,
  quickPaths,
  commitBox,
  commitHovers,
  trailerCompletion,
  whyBlockCompletion,
  workCommands,
  lazily(['because.addEvidence'], async () => (await import('./records/addEvidence.ts')).evidenceFromClipboard),
  lazily(newCommands, async () => (await import('./records/newRecords.ts')).newRecords),
  lazily(
    ['because.setUp', 'because.removeSample', 'because.chooseMe'],
    async () => (await import('./setUp/setUp.ts')).settingUp,
  ),
];
