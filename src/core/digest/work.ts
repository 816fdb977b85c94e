/** The work of a sprint in its digest: what is shipped, what goes on, and which risks were settled. */
import { daySpan } from '../base/dayWords.ts';
import { ascending } from '../base/ids.ts';
import { plural, t } from '../base/l10n.ts';
import { problemInBrief } from '../face/inBrief.ts';
import { nameOf } from '../face/names.ts';
import type { Initiative, Risk } from '../kinds/all.ts';
import { outcomeText } from '../kinds/initiative.ts';
import type { Library } from '../library/library.ts';
import { inSection } from '../library/query.ts';
import { dayOf } from '../library/workingHours.ts';
import { riskSeverity } from '../scoring/severity.ts';
import { spaced } from '../text/joined.ts';
import { gist } from '../text/markdownText.ts';
import { type Period, quiet, type Section } from './period.ts';

const DONE: readonly string[] = ['shipped', 'measured'];

/** What customers have now, each with whom it is for. */
export function shipped(library: Library, { initiatives }: Period): Section {
  const done = initiatives.filter(({ values }) => DONE.includes(values.status));
  const items = done.map((initiative) => {
    const outcome = outcomeText(initiative);
    return spaced(called(library, initiative), outcome !== undefined && quiet(t('Outcome: {0}.', outcome)));
  });
  return { heading: t('Shipped'), items: items.length > 0 ? items : [t('Nothing was shipped in this sprint.')] };
}

/** What was begun, and what was given up. */
export function goingOn(library: Library, { initiatives }: Period): Section {
  const words: Readonly<Record<string, string>> = {
    building: t('is being built'),
    committed: t('is not started'),
    dropped: t('was dropped'),
  };
  const items = initiatives.flatMap((initiative) => {
    const stands = words[initiative.values.status];
    return stands === undefined ? [] : `${called(library, initiative)} ${t('It {0}.', stands)}`;
  });
  return { heading: t('Not shipped'), items };
}

/** `**PAY-142 Urgent updates reach people in time:** 30% of users miss urgent updates.` */
function called(library: Library, initiative: Initiative): string {
  const problem = problemInBrief(library, initiative, 200);
  const name = nameOf(initiative);
  const title = quiet(name === initiative.id ? name : `${initiative.id} ${name}`, 200);
  return problem === undefined ? `**${title}.**` : `**${title}:** ${quiet(problem.replace(/[.…]{0,9}$/, '.'))}`;
}

/** Risks that came true or were averted in these days, and those that are still there; each once, however many initiatives it is about. */
export function risks(library: Library, period: Period): Section {
  const { initiatives } = period;
  const all = new Set(initiatives.flatMap((one) => inSection(library, one, 'risk') as readonly Risk[]));
  const words = {
    happened: t('Came true'),
    // Resolved, and it did not come true.
    resolved: t('Averted'),
    accepted: t('Accepted'),
    mitigating: t('Being mitigated'),
    open: t('Open'),
  };
  const order = Object.keys(words);
  const told = [...all].filter((risk) => !risk.withheld && !risk.broken && isToldIn(library, risk, period));
  const isSmall = ({ values }: Risk) => values.state === 'open' && !values.happened && !isGrave(values);
  const items = told
    .filter((risk) => !isSmall(risk))
    .map((risk) => ({ risk, stands: risk.values.happened ? ('happened' as const) : risk.values.state }))
    .sort((a, b) => order.indexOf(a.stands) - order.indexOf(b.stands) || ascending(nameOf(a.risk), nameOf(b.risk)))
    .map(({ risk, stands }) => {
      const { mitigation } = risk.values;
      return spaced(`${words[stands]}: ${quiet(nameOf(risk))}`, mitigation && `(${quiet(gist(mitigation))})`);
    });
  const small = told.filter(isSmall).length;
  const rest = small > 0 ? [plural(small, '{0} smaller risk is open', '{0} smaller risks are open')] : [];
  return { heading: t('Risks'), items: [...items, ...rest] };
}

/** Whether a risk was there in these days; one that was resolved, where its file says when, is told once. */
function isToldIn(library: Library, { values: { created, resolved, state } }: Risk, { sprint, has }: Period): boolean {
  const { ends } = sprint.values;
  if (ends !== undefined && created !== undefined && dayOf(library, created) > ends) return false;
  return state !== 'resolved' || resolved === undefined || has(resolved);
}

const isGrave = (rating: Risk['values']): boolean => ['high', 'critical'].includes(riskSeverity(rating) ?? 'high');

/** `16 Nov – 29 Nov 2026`; empty where the sprint does not say. */
export const daysOf = ({ sprint: { values } }: Period): string =>
  values.starts === undefined || values.ends === undefined ? '' : daySpan(values.starts, values.ends);
