/** A risk: what will hurt, why, how likely and how badly. */
import { plural, t } from '../base/l10n.ts';
import { type Lookup, repliesText } from '../records/face.ts';
import * as f from '../records/field.ts';
import { anchorField, kind } from '../records/kind.ts';
import { ownersOf } from '../records/wait.ts';
import { riskSeverity, type Severity, severities } from '../scoring/severity.ts';
import { dotted, joined } from '../text/joined.ts';
import { firstSentences, gist } from '../text/markdownText.ts';

/** Whether a risk still asks for something: open, or being worked on. */
export function isOpen({ values: { state } }: { readonly values: { readonly state: string } }): boolean {
  return state === 'open' || state === 'mitigating';
}

/** What tells whether a risk was answered. */
interface Answerable {
  readonly id: string;
  readonly values: { readonly state: string; readonly mitigation?: string; readonly by?: string };
}

/** Whether nobody has answered a risk: it is open, without a mitigation and without a reply by somebody else. */
export function isUnanswered(around: Pick<Lookup, 'children'>, { id, values }: Answerable): boolean {
  const { state, mitigation, by } = values;
  if (state !== 'open' || mitigation) return false;
  return around.children(id, 'reply').every((reply) => reply.values.by === undefined || reply.values.by === by);
}

const icons = { open: 'flame', mitigating: 'shield', accepted: 'pass', resolved: 'check' } as const;

/** Who answers for it, else who wrote it. */
const whose = ({ owner, by }: { readonly owner?: string; readonly by?: string }): string | undefined =>
  owner ? t('owner {0}', owner) : by && t('by {0}', by);

const rated = { min: 1, max: 5, integer: true, usual: [3, 1, 2, 4, 5] } as const;

const likelihood = f.number(() => t('From 1 rare to 5 almost certain.'), {
  ...rated,
  words: {
    1: { label: () => t('rare') },
    2: { label: () => t('unlikely') },
    3: { label: () => t('possible') },
    4: { label: () => t('likely') },
    5: { label: () => t('almost certain') },
  },
});

const impact = f.number(() => t('From 1 negligible to 5 severe.'), {
  ...rated,
  words: {
    1: { label: () => t('negligible') },
    2: { label: () => t('minor') },
    3: { label: () => t('moderate') },
    4: { label: () => t('major') },
    5: { label: () => t('severe') },
  },
});

const state = f.oneOf(() => t('The state of the risk.'), ['open', 'mitigating', 'accepted', 'resolved'], {
  open: { label: () => t('open') },
  mitigating: { label: () => t('mitigating') },
  accepted: { label: () => t('accepted') },
  resolved: { label: () => t('resolved') },
});

const titles = {
  low: () => t('Low risk'),
  medium: () => t('Medium risk'),
  high: () => t('High risk'),
  critical: () => t('Critical risk'),
};

/** How likely it is, how bad, and where it comes from, as far as somebody said so. */
const factsOf = (values: { readonly likelihood?: number; readonly impact?: number; readonly cause: string }): string =>
  dotted(
    values.likelihood !== undefined &&
      t('Likelihood {0} {1}', values.likelihood, f.wordOf(likelihood, values.likelihood)),
    values.impact !== undefined && t('impact {0} {1}', values.impact, f.wordOf(impact, values.impact)),
    values.cause !== 'unknown' && t('cause {0}', values.cause),
  );

export const risk = kind({
  name: 'risk',
  icon: 'flame',
  label: () => t('Risk'),
  labels: () => t('Risks'),
  help: () => t('What could go wrong, why, how likely and how bad. Somebody has to answer it.'),
  bodyHelp: () => t('What could go wrong, and why.'),
  fields: {
    initiative: f.reference(() => t('The initiative it threatens.'), 'initiative'),
    problem: f.reference(() => t('The problem it is about, if there is no initiative yet.'), 'problem'),
    type: f.oneOf(() => t('The type of risk.'), ['feasibility', 'value', 'usability', 'viability']),
    cause: f.oneOf(
      () => t('What causes it.'),
      [
        'unknown',
        'complexity',
        'timeline',
        'debt',
        'architecture',
        'dependency',
        'performance',
        'security',
        'privacy',
        'operations',
      ],
    ),
    likelihood,
    impact,
    state,
    owner: f.member(() => t('Who has to answer it.')),
    anchor: anchorField(),
    happened: f.flag(() => t('True if it came true.')),
    resolved: f.time(() => t('When it was resolved.')),
    mitigation: f.text(() => t('What is done about it.')),
  },
  place: {
    name: 'risks',
    label: () => t('Risks'),
    icon: 'flame',
    none: () => t('none flagged'),
    urgent: ({ length }) => plural(length, '{0} critical risk is open', '{0} critical risks are open'),
    open: (count) => (count > 0 ? plural(count, '{0} open risk', '{0} open risks') : t('no open risks')),
    sorts(open) {
      const counts = Map.groupBy(open, ({ values }) => riskSeverity(values));
      return ([...severities].reverse() as (Severity | undefined)[])
        .concat(undefined)
        .flatMap((severity) => {
          const count = counts.get(severity)?.length;
          return count === undefined ? [] : t('{0} {1}', count, severity ?? t('not rated'));
        })
        .join(', ');
    },
    // The worst first, settled ones last.
    rank: (risk) => (isOpen(risk) ? 0 : 100) - (risk.values.likelihood ?? 0) * (risk.values.impact ?? 0),
  },
  thread: {
    title({ values }) {
      const severity = riskSeverity(values);
      return dotted(severity ? titles[severity]() : t('Risk'), f.wordOf(state, values.state));
    },
    facts: ({ values }) => [factsOf(values), values.mitigation ? `${t('Mitigation:')} ${values.mitigation}` : ''],
    isSettled: ({ values }) => values.state === 'resolved',
  },
  isOpen,
  isUrgent: (record) => isOpen(record) && riskSeverity(record.values) === 'critical',
  waitsFor(record, around) {
    if (!isUnanswered(around, record)) return [];
    const { owner } = record.values;
    const of = new Set([...(owner === undefined ? [] : [owner]), ...ownersOf(around, record.values)]);
    const isUrgent = riskSeverity(record.values) === 'critical';
    return [{ of: [...of], verb: 'reply', words: t('Answer the risk'), isUrgent }];
  },
  describe: (values) => dotted(riskSeverity(values), values.state),
  look(record, name, around) {
    const { state, happened } = record.values;
    const severity = riskSeverity(record.values);
    const stands = happened ? dotted(state, t('came true')) : state;
    const unanswered = isUnanswered(around, record) ? t('unanswered') : undefined;
    const tone = severity === 'critical' ? 'error' : severity === 'high' ? 'warning' : undefined;
    return {
      description: dotted(severity, stands, unanswered),
      icon: icons[state],
      tone: isOpen(record) ? tone : 'quiet',
      state,
      spoken: joined(
        t('Risk'),
        name,
        severity,
        stands,
        unanswered,
        whose(record.values),
        repliesText(around, record.id),
      ),
    };
  },
  lines({ id, values, body }, around) {
    const { state, cause, likelihood, impact, mitigation, anchor, happened } = values;
    const severity = riskSeverity(values);
    return [
      dotted(
        severity && `${severity} (${likelihood} × ${impact})`,
        state,
        happened && t('came true'),
        cause,
        whose(values),
      ),
      gist(body),
      mitigation ? t('Mitigation: {0}', firstSentences(mitigation, 2, 150)) : '',
      anchor?.path ? `${anchor.path}:${anchor.line ?? 1}` : '',
      repliesText(around, id) ?? '',
    ];
  },
  loose: () => t('This risk names no initiative and no problem. Add one, so that somebody answers it.'),
  starts: ['initiative', 'type', 'cause', 'likelihood', 'impact'],
  snippetBody: '${0:What could go wrong, and why.}',
  earlierBody: ['What could go wrong, and why.'],
});
