/** Answering an objection: by the way that fits its kind, or with words. */

import { l10n } from 'vscode';
import { answerObjection } from '../../actions/object.ts';
import type { Objection } from '../../core/kinds/all.ts';
import { initiativeKnown } from '../../core/library/query.ts';
import { choosing } from '../ask/fieldSteps.ts';
import { gesture, type Meant } from '../ask/gesture.ts';
import type { Choice } from '../ask/quickInput.ts';
import { leadOn } from './objectionWays.ts';

/** The answer that is found on the way, rather than said. */
const WAY = '=way';

/** `Because: Answer Objection`, wherever it is called from. */
export const answerCommand = gesture(answerObjection, {
  ways({ live, folder, record }: Meant<Objection>) {
    const { initiative, kind } = record.values;
    return {
      steps: ({ state, reason }) => [
        choosing(state, async (all) => [
          ...wayChoices(record),
          ...(await all()).filter(({ value }) => fits(record, value)),
        ]),
        { ...reason, when: (answers) => answers.state !== WAY },
      ],
      async read({ state }, forget) {
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
    'too-complex': l10n.t('Choose the slices to keep…'),
    'debt-first': l10n.t('Score the debt…'),
    'no-need': l10n.t('Look at the evidence, or plan a validation…'),
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
