/** Every action of the product. */

import { ack } from './ack.ts';
import type { Action } from './action.ts';
import { addEvidence } from './addEvidence.ts';
import { acknowledgeQuestion, answerQuestion, askPm, reopenQuestion, withdrawQuestion } from './askPm.ts';
import { captureSession } from './captureSession.ts';
import { acceptChallenge, challenge, rejectChallenge, withdrawChallenge } from './challenge.ts';
import { closeHealthCheck } from './closeHealthCheck.ts';
import { commitToSprint } from './commitToSprint.ts';
import { createPullRequest, pushBranch } from './createPullRequest.ts';
import { cutSlices } from './cutSlices.ts';
import { dismiss } from './dismiss.ts';
import { editText } from './editText.ts';
import { estimate } from './estimate.ts';
import { flagRisk } from './flagRisk.ts';
import {
  addHealthPart,
  closeHealthRound,
  makeHealthKey,
  openHealthRound,
  revealHealthRound,
  sendHealthAnswers,
} from './healthApart.ts';
import { answerToEvidence, answerToNote } from './keepAnswer.ts';
import { linkBranch, linkCommit, linkFile, linkPullRequest, unlink } from './linkWork.ts';
import { newRecord } from './newRecord.ts';
import { answerObjection, object } from './object.ts';
import { planValidation } from './planValidation.ts';
import { acknowledgePromise, breakPromise, keepPromise, promise, renegotiatePromise } from './promise.ts';
import { recordResult } from './recordResult.ts';
import { recordScopeChange } from './recordScopeChange.ts';
import { removeSample } from './removeSample.ts';
import { renameRecord } from './renameRecord.ts';
import { replyTo } from './replyTo.ts';
import { agreeScore, revealRound, startRound } from './rounds.ts';
import { savePersona } from './savePersona.ts';
import { scoreDebt } from './scoreDebt.ts';
import { acceptRisk, mitigateRisk, reopenRisk, resolveRisk } from './settleRisk.ts';
import { setUp } from './setUp.ts';
import { startBranch } from './startBranch.ts';
import { leaveSeat, takeSeat } from './takeSeat.ts';
import { takeSnapshot } from './takeSnapshot.ts';
import { thank } from './thank.ts';
import { updateAnchor } from './updateAnchor.ts';
import { validatePersona } from './validatePersona.ts';

export const actions: readonly Action[] = [
  flagRisk,
  replyTo,
  mitigateRisk,
  acceptRisk,
  resolveRisk,
  reopenRisk,
  editText,
  updateAnchor,
  dismiss,
  thank,
  newRecord,
  addEvidence,
  renameRecord,
  setUp,
  removeSample,
  estimate,
  revealRound,
  startRound,
  agreeScore,
  challenge,
  acceptChallenge,
  rejectChallenge,
  withdrawChallenge,
  takeSnapshot,
  scoreDebt,
  object,
  answerObjection,
  cutSlices,
  planValidation,
  commitToSprint,
  askPm,
  answerQuestion,
  acknowledgeQuestion,
  reopenQuestion,
  withdrawQuestion,
  answerToEvidence,
  answerToNote,
  promise,
  keepPromise,
  renegotiatePromise,
  breakPromise,
  acknowledgePromise,
  recordScopeChange,
  ack,
  takeSeat,
  leaveSeat,
  captureSession,
  savePersona,
  validatePersona,
  recordResult,
  closeHealthCheck,
  makeHealthKey,
  openHealthRound,
  sendHealthAnswers,
  closeHealthRound,
  addHealthPart,
  revealHealthRound,
  linkBranch,
  linkCommit,
  linkPullRequest,
  linkFile,
  unlink,
  startBranch,
  pushBranch,
  createPullRequest,
];
