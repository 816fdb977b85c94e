/** The ways that answer an objection: cutting slices, scoring debt first, looking at the evidence, planning a validation. */
import { answerObjection } from '../../actions/object.ts';
import { scoreDebt } from '../../actions/scoreDebt.ts';
import { hasScore } from '../../core/board/readiness.ts';
import type { Objection } from '../../core/kinds/all.ts';
import { gathers } from '../ask/gesture.ts';
import { cutDown } from './cutDown.ts';
import { debtGesture } from './debt.ts';
import { lookAtEvidence } from './evidenceWay.ts';
import type { Objected } from './objected.ts';

export type ObjectionKind = NonNullable<Objection['values']['kind']>;

/** Leads on to what answers an objection of its kind. Turning away anywhere leaves it open, and it can be answered later. */
export async function leadOn(objected: Objected, kind: ObjectionKind): Promise<void> {
  if (kind === 'too-complex') await cutDown(objected);
  if (kind === 'debt-first') await scoreFirst(objected);
  if (kind === 'no-need') await lookAtEvidence(objected);
}

/** The debt, once scored, is what answers the objection: both stand in one ranking then. Until it is, it stays open. */
async function scoreFirst({ live, folder, objection }: Objected): Promise<void> {
  const gathered = await gathers(live, scoreDebt, debtGesture)(live.workspace, {}, undefined, folder);
  if (!gathered) return;
  const debt = await scoreDebt.run(folder.because, gathered.input);
  const answer = { id: objection, outcome: [debt.id] };
  await answerObjection.run(folder.because, { ...answer, state: 'open' });
  await gathered.done?.(debt);
  const written = folder.library.findOf('initiative', debt.id);
  if (!written || !hasScore(folder.library, written)) return;
  await answerObjection.run(folder.because, { ...answer, state: 'debt-scored' });
}
