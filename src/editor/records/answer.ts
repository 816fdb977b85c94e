/** `Because: Answer`: everything open that waits, and the ways to answer it. */
import { acknowledgeQuestion, answerQuestion, withdrawQuestion } from '../../actions/askPm.ts';
import { acceptChallenge, rejectChallenge, withdrawChallenge } from '../../actions/challenge.ts';
import { answerObjection } from '../../actions/object.ts';
import { acknowledgePromise, breakPromise, keepPromise, renegotiatePromise } from '../../actions/promise.ts';
import { replyTo } from '../../actions/replyTo.ts';
import { acceptRisk, mitigateRisk, reopenRisk, resolveRisk } from '../../actions/settleRisk.ts';
import { t } from '../../core/base/l10n.ts';
import { answering } from '../ask/choosing.ts';

export const answerCommand = answering(
  () => t('Answer'),
  [
    answerQuestion,
    acknowledgeQuestion,
    withdrawQuestion,
    replyTo,
    mitigateRisk,
    acceptRisk,
    resolveRisk,
    reopenRisk,
    acceptChallenge,
    rejectChallenge,
    withdrawChallenge,
    answerObjection,
    keepPromise,
    renegotiatePromise,
    breakPromise,
    acknowledgePromise,
  ],
);
