/** Every question of the product. */
import { adoption } from './adoption.ts';
import { answerTimes } from './answerTimes.ts';
import { branches } from './branches.ts';
import { branchStart } from './branchStart.ts';
import { capturePreview, captureSheet } from './capture.ts';
import { card } from './card.ts';
import { commit, commits } from './commits.ts';
import { commitTrailers } from './commitTrailers.ts';
import { currentWork } from './currentWork.ts';
import { discovery } from './discovery.ts';
import { earlierNames } from './earlierNames.ts';
import { explainCommit } from './explainCommit.ts';
import { explainLine } from './explainLine.ts';
import { fileInCommit } from './fileInCommit.ts';
import { findings } from './findings.ts';
import { folderHistory } from './folderHistory.ts';
import { followThrough } from './followThrough.ts';
import { healthApart } from './healthApart.ts';
import { keyTitle } from './keyTitle.ts';
import { minutes } from './minutes.ts';
import { needsYou } from './needsYou.ts';
import { participants } from './participants.ts';
import { personaDraft } from './personaDraft.ts';
import { plansInGit } from './plansInGit.ts';
import { prioritizationGuide } from './prioritizationGuide.ts';
import { pullRequestDraft } from './pullRequestDraft.ts';
import type { Question } from './question.ts';
import { ranking } from './ranking.ts';
import { results } from './results.ts';
import { search } from './search.ts';
import { sessionBrief } from './sessionBrief.ts';
import { sessionCalendar } from './sessionCalendar.ts';
import { sprintDigest } from './sprintDigest.ts';
import { story } from './story.ts';
import { teamHealth } from './teamHealth.ts';
import { trust } from './trust.ts';
import { unlinkedWork } from './unlinkedWork.ts';
import { whyBlock } from './whyBlock.ts';
import { whyFile } from './whyFile.ts';
import { whyLines } from './whyLines.ts';

export const questions: readonly Question[] = [
  explainLine,
  explainCommit,
  whyFile,
  whyLines,
  unlinkedWork,
  whyBlock,
  pullRequestDraft,
  branchStart,
  currentWork,
  card,
  story,
  minutes,
  sprintDigest,
  trust,
  findings,
  ranking,
  prioritizationGuide,
  needsYou,
  participants,
  answerTimes,
  results,
  adoption,
  followThrough,
  discovery,
  plansInGit,
  sessionBrief,
  sessionCalendar,
  captureSheet,
  capturePreview,
  personaDraft,
  teamHealth,
  healthApart,
  search,
  branches,
  commit,
  commits,
  commitTrailers,
  earlierNames,
  fileInCommit,
  folderHistory,
  keyTitle,
];
