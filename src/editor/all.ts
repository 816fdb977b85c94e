/** Every feature of the editor: what is there from the start, and the commands, whose code is loaded when they are called. */
import { hovering } from './card/hover.ts';
import { preview } from './card/preview.ts';
import type { Feature } from './commands/live.ts';
import { allCommands } from './commands/register.ts';
import { discovery } from './discovery/discovery.ts';
import { inlay } from './inlay/inlay.ts';
import { navigation } from './navigation/navigation.ts';
import { pagesRestored } from './pages/restored.ts';
import { recordDiagnostics } from './records/diagnostics.ts';
import { recordEditing } from './records/editing.ts';
import { firstLetter } from './records/firstLetter.ts';
import { plansNoticed } from './scoring/plansInGit.ts';
import { sidebar } from './sidebar/sidebar.ts';
import { threads } from './threads/threads.ts';
import { commitBox } from './work/commitBox.ts';
import { commitHovers } from './work/commitHovers.ts';
import { trailerCompletion, whyBlockCompletion } from './work/completion.ts';

export const features: readonly Feature[] = [
  sidebar,
  navigation,
  hovering,
  preview,
  inlay,
  recordEditing,
  firstLetter,
  recordDiagnostics,
  threads,
  discovery,
  plansNoticed,
  pagesRestored,
  commitBox,
  commitHovers,
  trailerCompletion,
  whyBlockCompletion,
  allCommands,
];
