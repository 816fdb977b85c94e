/** A sample to look around in: one sprint, one initiative, and the why behind it. Every id begins with "sample". */
import { addDays } from '../base/time.ts';
import type { KindName } from '../kinds/all.ts';
import { lastDay, mondayOf } from './firstSprint.ts';
import { SAMPLE_INITIATIVE, SAMPLE_SPRINT } from './sampleIds.ts';

export interface SampleRecord {
  readonly kind: KindName;
  readonly id: string;
  readonly title?: string;
  readonly fields: { readonly [name: string]: unknown };
  readonly body: string;
}

const PROBLEM = 'sample-where-is-my-refund';
const PERSONA = 'sample-samira';

/** The record of the sample that has this id; undefined where it is nobody's but the team's. */
export function sampleNamed(id: string): SampleRecord | undefined {
  return sample('2026-01-01').find((each) => each.id === id);
}

/** The records as of today. The sprint comes last: a folder that has one has all of the sample. */
export function sample(today: string): readonly SampleRecord[] {
  const starts = mondayOf(today);
  return [...why(today), initiative(starts), risk, sprint(starts)];
}

function why(today: string): readonly SampleRecord[] {
  return [
    {
      kind: 'persona',
      id: PERSONA,
      fields: {
        name: 'Samira',
        role: 'Sends back every third parcel',
        goals: ['Have the money back before the next bill'],
        frustrations: ['Nine days without a word'],
        basis: 'observed',
        validated: addDays(today, -12),
      },
      body: 'Orders two sizes and keeps one. She trusts a shop as long as she knows where her money is.\n',
    },
    {
      kind: 'problem',
      id: PROBLEM,
      title: 'Customers do not know where their refund is',
      fields: {
        personas: [PERSONA],
        size: { affected: 240, of: 960, unit: 'returns', per: 'month' },
        status: 'validated',
      },
      body: [
        'One in four customers who send a parcel back writes to ask where the money is: 240 of 960 returns a month.',
        '',
        'A refund takes nine days, and customers hear nothing in between. How can people know where their money is?',
        '',
      ].join('\n'),
    },
    {
      kind: 'evidence',
      id: 'sample-nine-days',
      title: 'Nine days of silence',
      fields: { kind: 'quote', problem: PROBLEM, customer: 'Samira', date: addDays(today, -12), importance: 3 },
      body: '> I sent it back on Monday and heard nothing for nine days. I thought you had lost it.\n\nIn an interview, about her last return.\n',
    },
    {
      kind: 'evidence',
      id: 'sample-refund-tickets',
      title: '240 messages a month ask for a refund',
      fields: { kind: 'ticket', problem: PROBLEM, date: addDays(today, -5), count: 240, importance: 2 },
      body: 'Counted in the inbox of customer support over four weeks. Most came on the fifth day or later.\n',
    },
  ];
}

function initiative(starts: string): SampleRecord {
  return {
    kind: 'initiative',
    id: SAMPLE_INITIATIVE,
    title: 'People see where their refund is',
    fields: {
      kind: 'feature',
      status: 'building',
      sprint: SAMPLE_SPRINT,
      problem: PROBLEM,
      outcome: {
        metric: 'Customers who ask where their refund is',
        unit: '%',
        baseline: 25,
        target: 5,
        by: lastDay(starts, 8),
        source: 'Messages to customer support per 100 returns',
      },
    },
    body: [
      'A customer who sent something back sees four steps with their days: sent, arrived, checked, paid.',
      '',
      `This is a sample. Hover over ${SAMPLE_INITIATIVE} in any file to see its why, or flag a risk on a line of code.`,
      'Then run "Because: Remove Sample", or turn its records into your own.',
      '',
    ].join('\n'),
  };
}

const risk: SampleRecord = {
  kind: 'risk',
  id: 'sample-bank-once-a-day',
  title: 'The bank reports payments only once a day',
  fields: {
    initiative: SAMPLE_INITIATIVE,
    type: 'feasibility',
    cause: 'dependency',
    likelihood: 4,
    impact: 3,
    state: 'open',
  },
  body: 'The step “paid” would be up to a day late, and customers would still write to us in between.\n',
};

function sprint(starts: string): SampleRecord {
  return {
    kind: 'sprint',
    id: SAMPLE_SPRINT,
    title: 'Sample sprint',
    fields: {
      starts,
      ends: lastDay(starts, 2),
      goal: 'Customers who send something back know where their money is.',
    },
    body: '',
  };
}
