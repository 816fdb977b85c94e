/** Recording a change of scope: what changed is said first, then why and who asked for it. */
import { recordScopeChange } from '../../actions/recordScopeChange.ts';
import { t } from '../../core/base/l10n.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import { unsaidWords } from '../../core/scopeChanges/scopeHistory.ts';
import { gesture, type Meant } from '../ask/gesture.ts';
import { memberChoices } from '../ask/members.ts';
import { pickStep } from '../ask/steps.ts';

/** `Because: Record Scope Change` */
export const scopeChangeCommand = gesture(recordScopeChange, {
  ways({ folder: { library }, record }: Meant<Initiative>) {
    const change = unsaidWords(library, record);
    return {
      steps: ({ reason, requestedBy }) => [
        { ...reason, ...(change !== undefined && { prompt: t('Why did the scope change? {0}', change) }) },
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
