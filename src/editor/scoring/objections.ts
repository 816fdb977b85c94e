/** Objecting, and what answers an objection: words, cutting slices, scoring debt first, or looking at the evidence. */
import { answerObjection, object } from '../../actions/object.ts';
import { scoreDebt } from '../../actions/scoreDebt.ts';
import { t } from '../../core/base/l10n.ts';
import { hasScore } from '../../core/board/readiness.ts';
import type { Objection } from '../../core/kinds/all.ts';
import { initiativeKnown } from '../../core/library/query.ts';
import { choosing } from '../ask/fieldSteps.ts';
import { gesture, lead, type Meant } from '../ask/gesture.ts';
import type { Choice } from '../ask/steps.ts';
import { callFor } from '../commands/calls.ts';
import { cutDown, type Objected } from './cutDown.ts';
import { debtGesture } from './debt.ts';
import { lookAtEvidence } from './evidenceWay.ts';

/** `Because: Object`. The objection stands from here on: turning away from what follows leaves it open. */
export const objectCommand = gesture(object, {
  done: ({ output, input }, { live, folder, record: initiative }) =>
    initiative && leadOn({ live, folder, initiative, objection: output.id }, input.kind),
});

/** The answer that is found on the way, rather than said. */
const WAY = '=way';

/** The rules to weigh it by are read first; the objection stays open. */
const GUIDE = '=guide';

/** The rule of the guide that an objection is about. */
const weighedBy = { 'too-complex': 'bets', 'debt-first': 'debt', 'no-need': 'evidence', other: 'score' } as const;

/** `Because: Answer Objection`, wherever it is called from. */
export const answerCommand = gesture(answerObjection, {
  ways({ live, folder, record }: Meant<Objection>) {
    const { initiative, kind } = record.values;
    return {
      steps: ({ state, reason }) => [
        choosing(state, async (all) => [
          ...wayChoices(record),
          ...(await all()).filter(({ value }) => fits(record, value)),
          { value: GUIDE, icon: 'law', label: t('How to weigh it…') },
        ]),
        { ...reason, when: ({ state: chosen }) => chosen !== WAY && chosen !== GUIDE },
      ],
      async read({ state }, forget) {
        if (state === GUIDE) {
          await forget();
          await callFor(folder, 'prioritizationGuide', { id: weighedBy[kind ?? 'other'] });
          return undefined;
        }
        if (state !== WAY || initiative === undefined || kind === undefined) return {};
        await forget();
        const about = { folder, initiative: initiativeKnown(folder.library, initiative) };
        await leadOn({ ...about, live, objection: record.id }, kind);
        return undefined;
      },
    };
  },
});

/** What leads to an answer of this kind of objection. */
function wayChoices({ values }: Objection): Choice[] {
  const labels = {
    'too-complex': t('Choose the slices to keep…'),
    'debt-first': t('Score the debt…'),
    'no-need': t('Look at the evidence, or plan a validation…'),
    other: undefined,
  };
  const label = values.kind && values.initiative !== undefined ? labels[values.kind] : undefined;
  return label === undefined ? [] : [{ value: WAY, icon: 'arrow-right', label }];
}

/** Of the answers that are about one kind of objection, only that of this kind fits. */
function fits({ values }: Objection, state: string): boolean {
  const own = {
    'too-complex': 'scoped-down',
    'debt-first': 'debt-scored',
    'no-need': 'evidence-shown',
    other: undefined,
  };
  return state === own[values.kind ?? 'other'] || !Object.values(own).includes(state);
}

/** Leads on to what answers an objection of its kind. Turning away anywhere leaves it open, and it can be answered later. */
async function leadOn(objected: Objected, kind: NonNullable<Objection['values']['kind']>): Promise<void> {
  if (kind === 'too-complex') await cutDown(objected);
  if (kind === 'debt-first') await scoreFirst(objected);
  if (kind === 'no-need') await lookAtEvidence(objected);
}

/** The debt, once scored, is what answers the objection: both stand in one ranking then. Until it is, it stays open. */
async function scoreFirst({ live, folder, objection }: Objected): Promise<void> {
  const answeredBy = (debt: string, state: 'open' | 'debt-scored') =>
    answerObjection.run(folder.because, { id: objection, outcome: [debt], state });
  const done: typeof debtGesture.done = async (scored, meant) => {
    const { id } = scored.output;
    await answeredBy(id, 'open');
    await debtGesture.done?.(scored, meant);
    const debt = folder.library.findOf('initiative', id);
    if (debt && hasScore(folder.library, debt)) await answeredBy(id, 'debt-scored');
  };
  await lead(live, scoreDebt, { ...debtGesture, done }, { given: {}, folder });
}
