/** Recording a change of scope: what changed is said first, then why and who asked for it. */
import { recordScopeChange } from '../../actions/recordScopeChange.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import { unsaidWords } from '../../core/scopeChanges/scopeHistory.ts';
import { gesture, type Meant } from '../ask/gesture.ts';
import { memberChoices } from '../ask/members.ts';
import { pickStep } from '../ask/steps.ts';
import { learnPlans } from './plansInGit.ts';

/** `Because: Record Scope Change` */
export const scopeChangeCommand = gesture(recordScopeChange, {
  async ways({ folder, record }: Meant<Initiative>) {
    await learnPlans(folder);
    const { library } = folder;
    const words = unsaidWords(library, record);
    if (words === undefined) {
      throw new BecauseError('bad-input', t('The scope of {0} has not changed since the commitment.', record.id), {
        next: t('Change its slices, issues, effort, appetite or due date first.'),
      });
    }
    return {
      steps: ({ reason, requestedBy }) => [
        { ...reason, prompt: t('Why did the scope change? {0}', words) },
        pickStep(
          requestedBy.name,
          t('Who asked for it? Choose somebody, or type a name.'),
          () => [...memberChoices(library), { value: '', icon: 'circle-slash', label: t('Nobody in particular') }],
          { typed: (text) => ({ value: text.trim(), icon: 'add', label: text.trim() }) },
        ),
      ],
    };
  },
});
