/** One record as a row: what it is called, its state in a few words, its icon, and what is wrong with it. */

import { plural, t } from '../base/l10n.ts';
import { dotted, joined } from '../face/joined.ts';
import { memberName, nameOf, shownOf, troubleOf } from '../face/names.ts';
import type { Evidence, Initiative, Link, Problem, Risk } from '../kinds/all.ts';
import { isOf, kindOf } from '../kinds/all.ts';
import type { Library } from '../library/library.ts';
import { evidenceFor, isOpen, isUnanswered, repliesOn, risksFor, rollup } from '../library/query.ts';
import type { ContextRecord } from '../records/record.ts';
import { riskSeverity } from '../scoring/severity.ts';
import { oneLine } from '../text/foreignText.ts';
import type { Look, OutlineNode, Tone } from './node.ts';
import { onLines } from './node.ts';
import { isScoreRecord, scoreLook } from './scoreRecords.ts';

/** The address a record leads to outside the editor: its tracker, its pull request, its source. */
export function addressOf(record: ContextRecord): string | undefined {
  if (isOf(record, 'initiative')) return record.values.url;
  if (isOf(record, 'link')) return record.values.pr;
  return isOf(record, 'evidence') ? record.values.source : undefined;
}

/**
 * What menus go by: `record.<kind>`, then the state where the kind has one, or `broken`, or `readonly`; then `url` when
 * there is an address to open: `record.risk.open`, `record.initiative.building.url`; `debt` before it on an initiative that is.
 */
function contextOf(record: ContextRecord, state: string | undefined): string {
  const shown = record.broken ? 'broken' : record.readOnly ? 'readonly' : state;
  const debt = isOf(record, 'initiative') && record.values.kind === 'debt' && 'debt';
  return ['record', record.kind, shown, debt, addressOf(record) && 'url'].filter(Boolean).join('.');
}

/** The row of a record. `below` makes the id unique where one record stands in several places. */
export function recordRow(library: Library, record: ContextRecord, below: string): OutlineNode {
  const { state, ...look } = lookOf(library, record);
  const row = {
    ...look,
    id: `${below}/${record.path}`,
    context: contextOf(record, state),
    fold: 'leaf',
    record,
  } as const;
  const trouble = troubleOf(library, record);
  if (!trouble) return onLines(row);
  return onLines({
    ...row,
    description: trouble.message,
    icon: 'error',
    tone: 'error',
    spoken: joined(look.label, t('error'), trouble.message),
    at: trouble.span,
    hint: trouble.message,
  });
}

function lookOf(library: Library, record: ContextRecord): Look {
  if (isOf(record, 'initiative')) return initiativeLook(library, record);
  if (isOf(record, 'problem')) return problemLook(record);
  if (isOf(record, 'evidence')) return evidenceLook(record);
  if (isOf(record, 'risk')) return riskLook(library, record);
  if (isOf(record, 'link')) return linkLook(record);
  if (isScoreRecord(record)) {
    return scoreLook(record, {
      label: nameOf(record),
      replies: repliesOn(library, record.id).length,
      sprintOf: (id) => oneLine(library.findOf('sprint', id)?.title ?? id),
      memberOf: (id) => oneLine(memberName(library, id) ?? id),
    });
  }
  const kind = kindOf(record.kind);
  const label = nameOf(record);
  const description = oneLine(kind?.describe?.(record.values) ?? '');
  return {
    label,
    description,
    icon: kind?.icon ?? 'file',
    spoken: joined(kind?.label() ?? record.kind, label, description),
  };
}

const statusIcons = {
  idea: 'lightbulb',
  candidate: 'circle-outline',
  committed: 'circle-large-outline',
  building: 'play-circle',
  shipped: 'pass',
  measured: 'pass-filled',
  dropped: 'circle-slash',
} as const;

function initiativeLook(library: Library, record: Initiative): Look {
  const { status, owner } = record.values;
  const name = nameOf(record);
  const label = name === record.id ? name : oneLine(`${record.id} ${name}`);
  const open = risksFor(library, record).filter(isOpen).length;
  const risks = open > 0 ? plural(open, '{0} open risk', '{0} open risks') : undefined;
  const { contradictions } = rollup(library, record);
  const pieces = evidenceFor(library, record).length;
  return {
    label,
    description: dotted(status, risks),
    icon: statusIcons[status],
    tone: status === 'dropped' ? 'quiet' : undefined,
    state: status,
    spoken: joined(
      label,
      status,
      owner && t('owner {0}', owner),
      plural(pieces, '{0} piece of evidence', '{0} pieces of evidence'),
      contradictions > 0 ? plural(contradictions, '{0} contradicts', '{0} contradict') : undefined,
      risks ?? t('no open risks'),
    ),
  };
}

function problemLook(record: Problem): Look {
  const { status } = record.values;
  const label = nameOf(record);
  return {
    label,
    description: status,
    icon: kindOf(record.kind)?.icon ?? '',
    state: status,
    spoken: joined(t('Problem'), label, status),
  };
}

const evidenceIcons = {
  quote: 'quote',
  usage: 'graph',
  ticket: 'issues',
  experiment: 'beaker',
  survey: 'checklist',
  observation: 'eye',
} as const;

function evidenceLook(record: Evidence): Look {
  const { kind, customer, date, stance, count } = record.values;
  const label = nameOf(record);
  const who = customer ? oneLine(customer) : undefined;
  const many = count > 1 ? `${count} × ${kind}` : undefined;
  return {
    label,
    // Its label tells nothing else of a piece that is withheld.
    description: record.withheld ? shownOf(record) : dotted(many, who, date),
    icon: evidenceIcons[kind],
    state: stance,
    spoken: record.withheld ? joined(label, kind, date) : joined(many ?? kind, label, stance, who, date),
  };
}

const riskIcons = { open: 'flame', mitigating: 'shield', accepted: 'pass', resolved: 'check' } as const;

function riskLook(library: Library, record: Risk): Look {
  const { state, by, owner } = record.values;
  const severity = riskSeverity(record.values);
  const label = nameOf(record);
  const replies = repliesOn(library, record.id).length;
  const unanswered = isUnanswered(library, record) ? t('unanswered') : undefined;
  const tones: Partial<Record<string, Tone>> = { critical: 'error', high: 'warning' };
  return {
    label,
    description: dotted(severity, state, unanswered),
    icon: riskIcons[state],
    tone: isOpen(record) ? tones[severity ?? ''] : 'quiet',
    state,
    spoken: joined(
      t('Risk'),
      label,
      severity,
      state,
      unanswered,
      owner ? t('owner {0}', owner) : by && t('by {0}', by),
      replies > 0 ? plural(replies, '{0} reply', '{0} replies') : undefined,
    ),
  };
}

function linkLook(record: Link): Look {
  const { branch, pr, commit, path } = record.values;
  const titled = record.title === record.id ? undefined : oneLine(record.title);
  const [icon, sort, name] =
    branch !== undefined
      ? ['git-branch', t('Branch'), branch]
      : pr !== undefined
        ? ['git-pull-request', t('Pull request'), pullRequestName(pr)]
        : commit !== undefined
          ? ['git-commit', t('Commit'), commit.slice(0, 8)]
          : ['folder', t('Path'), path ?? record.shownId];
  const label = titled ?? oneLine(name);
  const description = titled ? oneLine(name) : '';
  return { label, description, icon, spoken: joined(sort, label, description) };
}

/** `https://host/owner/repo/pull/418` → `#418`; another address as it is. */
function pullRequestName(address: string): string {
  const number = /\/(?:pull|pulls|merge_requests|pull-requests|pullrequest)\/(\d+)/.exec(address)?.[1];
  return number === undefined ? address : `#${number}`;
}
