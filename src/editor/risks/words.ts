/** Numbers of risks in words. */
import * as vscode from 'vscode';
import type { Risk } from '../../core/kinds/all.ts';
import type { Library } from '../../core/library/library.ts';
import { riskSeverity } from '../../core/scoring/severity.ts';

const LIKELIHOOD: readonly (() => string)[] = [
  () => vscode.l10n.t('rare'),
  () => vscode.l10n.t('unlikely'),
  () => vscode.l10n.t('possible'),
  () => vscode.l10n.t('likely'),
  () => vscode.l10n.t('almost certain'),
];

const IMPACT: readonly (() => string)[] = [
  () => vscode.l10n.t('negligible'),
  () => vscode.l10n.t('minor'),
  () => vscode.l10n.t('moderate'),
  () => vscode.l10n.t('major'),
  () => vscode.l10n.t('severe'),
];

/** The word for a likelihood from 1 to 5. */
export const likelihoodWord = (likelihood: number): string => LIKELIHOOD[likelihood - 1]?.() ?? '';

/** The word for an impact from 1 to 5. */
export const impactWord = (impact: number): string => IMPACT[impact - 1]?.() ?? '';

const SEVERITY = {
  low: () => vscode.l10n.t('Low risk'),
  medium: () => vscode.l10n.t('Medium risk'),
  high: () => vscode.l10n.t('High risk'),
  critical: () => vscode.l10n.t('Critical risk'),
};

const STATE: { readonly [state in Risk['values']['state']]: () => string } = {
  open: () => vscode.l10n.t('open'),
  mitigating: () => vscode.l10n.t('mitigating'),
  accepted: () => vscode.l10n.t('accepted'),
  resolved: () => vscode.l10n.t('resolved'),
};

/** The state of a risk, as people say it. */
const stateWord = (risk: Risk): string => STATE[risk.values.state]();

/** A risk in one line: how bad, what became of it, what it threatens. */
export function riskLine(library: Library, risk: Risk): string {
  const severity = riskSeverity(risk.values);
  const { initiative: key = '', problem = '' } = risk.values;
  const initiative = library.initiativeOf(key);
  const threatened = initiative
    ? `${initiative.id} ${initiative.title}`
    : (library.findOf('problem', problem)?.shownId ?? problem);
  return [severity ? SEVERITY[severity]() : vscode.l10n.t('Risk'), stateWord(risk), threatened]
    .filter(Boolean)
    .join(' · ');
}
