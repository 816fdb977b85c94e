/** Recording a change of scope: what changed is said first, then why and who asked for it. */
import { recordScopeChange } from '../../actions/recordScopeChange.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { t } from '../../core/base/l10n.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import { scopeSince } from '../../questions/scopeSince.ts';
import { gesture, type Meant } from '../ask/gesture.ts';
import { memberChoices } from '../ask/members.ts';
import { pickStep } from '../ask/steps.ts';

/** `Because: Record Scope Change` */
export const scopeChangeCommand = gesture(recordScopeChange, {
  async ways({ folder: { because, library }, record }: Meant<Initiative>) {
    const since = await because.ask(scopeSince, { id: record.id });
    if (!since) {
      throw new BecauseError('bad-input', t('The scope of {0} has not changed since the commitment.', record.id), {
        next: t('Change its slices, issues, effort, appetite or due date first.'),
      });
    }
    return {
      read: () => since.fields,
      steps: ({ reason, requestedBy }) => [
        { ...reason, prompt: t('Why did the scope change? {0}', since.words) },
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
