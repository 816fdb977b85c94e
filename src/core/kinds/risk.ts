/** A risk: what will hurt, why, how likely and how badly. */
import { t } from '../base/l10n.ts';
import * as f from '../records/field.ts';
import { anchorField, kind } from '../records/kind.ts';
import { riskSeverity } from '../scoring/severity.ts';

const rated = { min: 1, max: 5, integer: true, usual: [3, 1, 2, 4, 5] } as const;

export const risk = kind({
  name: 'risk',
  folder: 'risks',
  prefix: 'ri',
  icon: 'flame',
  label: () => t('Risk'),
  labels: () => t('Risks'),
  help: () => t('What will hurt, why, how likely and how badly. Somebody must answer it.'),
  bodyHelp: () => t('What will hurt, and why.'),
  fields: {
    initiative: f.reference(() => t('The initiative it threatens.'), 'initiative'),
    problem: f.reference(() => t('The problem it is about, where there is no initiative yet.'), 'problem'),
    type: f.oneOf(() => t('Which kind of doubt it is.'), ['feasibility', 'value', 'usability', 'viability']),
    cause: f.oneOf(
      () => t('Where it comes from.'),
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
    likelihood: f.number(() => t('From 1 rare to 5 almost certain.'), rated),
    impact: f.number(() => t('From 1 negligible to 5 severe.'), rated),
    state: f.oneOf(() => t('What became of it.'), ['open', 'mitigating', 'accepted', 'resolved']),
    owner: f.member(() => t('Who answers it.')),
    anchor: anchorField(),
    mitigation: f.text(() => t('What is done about it.')),
  },
  describe: (values) => [riskSeverity(values), values.state].filter(Boolean).join(' · '),
  lint(record) {
    if (record.source.raw.initiative !== undefined || record.source.raw.problem !== undefined) return [];
    return [
      {
        code: 'loose-risk',
        severity: 'warning',
        message: t('This risk threatens no initiative and no problem. Add one, so that somebody answers it.'),
        span: record.source.locate(['type'], 'pair') ?? { start: 0, end: 3 },
        dismissible: true,
      },
    ];
  },
  starts: ['initiative', 'type', 'cause', 'likelihood', 'impact'],
  snippetBody: '${0:What will hurt, and why.}',
});
