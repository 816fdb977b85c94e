/** What is told of a line or commit: the steps to the customer, or that nothing says why. */
import { t } from '../core/base/l10n.ts';
import { pullRequestPage } from '../core/hosts/pages.ts';
import { oneLine } from '../core/text/foreignText.ts';
import type { WhyStep } from '../core/why/step.ts';
import { type Beginning, hasWhy, whySteps } from '../core/why/steps.ts';
import type { Why } from '../core/work/why.ts';
import { nothingText } from '../core/work/whyText.ts';
import { hostsOf } from '../git/port.ts';
import type { WorkHere } from './work.ts';

/** Where the steps begin, and why. */
export interface Answer {
  readonly beginning: Beginning;
  readonly why: Why;
}

/** What is told. */
export interface Told {
  /** From where the work begins to the evidence, as far as anything tells. */
  readonly steps: readonly WhyStep[];
  /** Where nothing tells why. */
  readonly unexplained?: Unexplained | undefined;
}

/** Work that a link would explain. */
export interface Unexplained {
  /** That nothing tells, in a sentence. */
  readonly words: string;
  /** The whole hash of the commit; without one the work is not committed yet. */
  readonly commit?: string | undefined;
  /** The branch of what is not committed. */
  readonly branch?: string | undefined;
}

/** The answer as plain data. */
export function told({ library, checkout }: WorkHere, { beginning, why }: Answer): Told {
  const [remote] = hostsOf(checkout);
  const steps = whySteps(library, beginning, why, (number) => remote && pullRequestPage(remote, number));
  return hasWhy(beginning, why) ? { steps } : { steps, unexplained: unexplained({ beginning, why }) };
}

function unexplained({ beginning, why }: Answer): Unexplained {
  if ('commit' in beginning) return { words: nothingText(beginning, why), commit: beginning.commit.hash };
  const { branch } = beginning;
  const words =
    branch === undefined
      ? t('This line is not committed yet, and no branch is checked out to say why.')
      : t('This line is not committed yet, and {0} is not linked to an initiative.', oneLine(branch));
  return { words, branch };
}
