/** The demo workspace says what it is meant to say, and shows exactly the findings it is meant to show. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { columnsIn, guessedColumns } from '../../src/core/adoption/columns.ts';
import { countedIn } from '../../src/core/adoption/counted.ts';
import { headOf } from '../../src/core/adoption/csvRows.ts';
import { readEvents } from '../../src/core/adoption/events.ts';
import { itemsOf } from '../../src/core/board/item.ts';
import { scalesOf } from '../../src/core/board/scales.ts';
import { digestOf } from '../../src/core/digest/digest.ts';
import { kindNames } from '../../src/core/kinds/all.ts';
import { isOpen, isUnanswered } from '../../src/core/kinds/risk.ts';
import type { Library } from '../../src/core/library/library.ts';
import * as query from '../../src/core/library/query.ts';
import type { Anchor } from '../../src/core/records/kind.ts';
import { unsaidWords } from '../../src/core/scopeChanges/scopeHistory.ts';
import { factors } from '../../src/core/scoring/factors.ts';
import { rankingOf } from '../../src/core/scoring/ranking.ts';
import { isBlind } from '../../src/core/scoring/readiness.ts';
import { riskSeverity } from '../../src/core/scoring/severity.ts';
import { spreadOf } from '../../src/core/scoring/spread.ts';
import { byteSource, sha256 } from '../../src/store/byteSource.ts';
import { FolderStore } from '../../src/store/folderStore.ts';
import { NodeFiles } from '../../src/store/nodeFiles.ts';
import { demoFolder as DEMO } from '../support/paths.ts';

const WITHIN_THE_SPRINT = new Date('2026-11-23T12:00:00Z');

describe('the demo workspace', () => {
  let library: Library;

  before(async () => {
    const failures: unknown[] = [];
    const store = new FolderStore(new NodeFiles(path.join(DEMO, '.because')), {
      onError: (error) => failures.push(error),
    });
    await store.load();
    library = store.library;
    store.dispose();
    assert.deepEqual(failures, []);
  });

  const initiative = (id: string) => {
    const found = library.findOf('initiative', id);
    assert.ok(found, id);
    return found;
  };

  it('has the findings it is meant to have, and no other', () => {
    const found = [...library.files.values()].flatMap((record) =>
      library
        .findings(record)
        .map(({ code, instead }) => `${record.path}: ${[code, instead?.[0]].filter(Boolean).join(' → ')}`),
    );
    assert.deepEqual(found.sort(), [
      'evidence/reason-questions.ev-v7h1n9km.md: bad-value → supports',
      'initiatives/OPS-58.md: unknown-id → silent-failures',
      'initiatives/PAY-155.md: missing-baseline',
      'initiatives/PAY-161.md: no-evidence',
    ]);
  });

  it('has a file of events, of which people are counted at each step and two rows cannot be read', async () => {
    const source = await byteSource(path.join(DEMO, 'data/webhook-events.csv'));
    const { form, rows } = await headOf(source);
    const { user = -1, event = -1, time = -1 } = guessedColumns(columnsIn(rows));
    const read = await readEvents(source, {
      columns: { user, event, time },
      form,
      zone: 'Europe/Paris',
      hasher: sha256,
    });
    assert.deepEqual(Object.fromEntries(read.unread), { time: [39], user: [78] });
    const meanings = { exposed: ['notes read'], activated: ['sample copied'], used: ['signature checked'] };
    assert.deepEqual(countedIn(read, meanings).funnel, { exposed: 41, activated: 29, used: 23, usedAgain: 16 });
  });

  it('holds records of every kind, and one of a kind nobody knows', () => {
    // Of a health check apart, only the result: each person’s secret key is on their own machine, and a demo has none.
    const apart = ['healthRound', 'healthEnvelope', 'healthSum', 'healthKey'];
    const missing = kindNames.filter((kind) => library.ofKind(kind).length === 0);
    assert.deepEqual(missing, apart);
    assert.deepEqual(
      library.kindNames.filter((kind) => !kindNames.some((known) => known === kind)),
      ['notes'],
    );
  });

  it('shows every status, kind, state and severity there is', () => {
    const all = [...library.files.values()];
    const values = (kind: string, field: string) =>
      new Set(
        all.filter((record) => record.kind === kind).map((record) => (record.values as Record<string, unknown>)[field]),
      );
    assert.equal(values('initiative', 'status').size, 7);
    assert.equal(values('initiative', 'kind').size, 4);
    assert.equal(values('problem', 'status').size, 5);
    assert.equal(values('evidence', 'kind').size, 6);
    assert.equal(values('evidence', 'stance').size, 3);
    assert.equal(values('risk', 'state').size, 4);
    assert.equal(values('risk', 'type').size, 4);
    assert.equal(values('persona', 'basis').size, 2);
    assert.equal(values('reply', 'answer').size, 2);
    assert.deepEqual([...values('result', 'verdict')].sort(), ['confirmed', 'inconclusive', 'worse']);
    assert.equal(new Set(library.ofKind('risk').map((risk) => riskSeverity(risk.values))).size, 4);
  });

  it('is in sprint 2026-24, and stays there when time goes on', () => {
    assert.equal(query.currentSprint(library, WITHIN_THE_SPRINT)?.id, '2026-24');
    assert.equal(query.currentSprint(library, new Date('2031-01-01T12:00:00Z'))?.id, '2026-24');
  });

  it('rests PAY-142 on 5 customers, 3 quotes and 14 tickets, with one contradiction', () => {
    const { customers, counts, contradictions, newest } = query.rollup(library, initiative('PAY-142'));
    assert.deepEqual(
      { customers, quotes: counts.get('quote'), tickets: counts.get('ticket'), contradictions, newest },
      { customers: 5, quotes: 3, tickets: 14, contradictions: 1, newest: '2026-11-17' },
    );
    assert.deepEqual(
      query.strongestEvidence(library, initiative('PAY-142')).map(({ values }) => values.customer),
      ['Acme Payments', 'Tern Bank'],
    );
  });

  it('lets the newer contradiction speak first on OPS-31, and says that PAY-161 has no evidence', () => {
    assert.equal(query.strongestEvidence(library, initiative('OPS-31'))[0]?.values.stance, 'contradicts');
    assert.deepEqual(query.evidenceFor(library, initiative('PAY-161')), []);
  });

  it('anchors risks to its code: on their line, on a line that moved, and on one that is gone', () => {
    const where = library.ofKind('risk').flatMap(({ id, values }) => {
      const anchor: Anchor | undefined = values.anchor;
      if (!anchor?.path || !anchor.line) return [];
      const lines = fs
        .readFileSync(path.join(DEMO, anchor.path), 'utf8')
        .split('\n')
        .map((line) => line.trim());
      if (lines[anchor.line - 1] === anchor.text) return [];
      return [[id, lines.includes(anchor.text ?? '') ? 'moved' : 'gone']];
    });
    assert.deepEqual(Object.fromEntries(where), { 'ri-k3z8f6dq': 'moved', 'ri-7c4n1hxs': 'gone' });
  });

  it('leaves the critical risk of PAY-142 unanswered', () => {
    const [critical, ...others] = query
      .risksFor(library, initiative('PAY-142'))
      .filter((risk) => isOpen(risk) && riskSeverity(risk.values) === 'critical');
    assert.equal(critical?.id, 'ri-4h8d2k6w');
    assert.deepEqual(others, []);
    assert.ok(critical && isUnanswered(library, critical));
  });

  it('ranks what was scored, in tiers, with debt on the same scale where it has a bridge', () => {
    const { ranked, unscored, beside } = rankingOf(itemsOf(library, { kind: 'all' }, 'ada'), scalesOf(library));
    const places = new Map(ranked.map(({ item, tier }) => [item.id, tier]));
    assert.equal(places.get('PAY-142'), places.get('PAY-155'), 'too close to tell apart');
    assert.ok((places.get('PAY-150') ?? 9) < (places.get('OPS-44') ?? 0), 'debt with a bridge is ranked');
    assert.deepEqual(
      beside.map(({ item }) => item.id),
      ['OPS-60'],
    );
    assert.deepEqual(unscored.find(({ item }) => item.id === 'OPS-52')?.missing, ['reach']);
  });

  it('has engineers who disagree, a round still blind for Ada, and open challenges and objections', () => {
    const items = new Map(itemsOf(library, { kind: 'all' }, 'ada').map((item) => [item.id, item]));
    const [urgent, language] = [items.get('PAY-142'), items.get('PAY-161')];
    assert.ok(urgent && language);
    assert.deepEqual(
      factors.filter((factor) => spreadOf(factor, urgent.voices).disagrees),
      ['effort'],
    );
    assert.deepEqual([isBlind(language), language.round.given, language.voices.length], [true, 2, 0]);
    assert.deepEqual([urgent.openChallenges, language.openObjections], [1, 1]);
  });

  it('has a sprint whose digest holds everything a digest can', () => {
    const sprint = library.findOf('sprint', '2026-23') ?? assert.fail();
    const text = digestOf(library, sprint, WITHIN_THE_SPRINT)
      .markdown.replaceAll('\u200B', '')
      .replaceAll('\u00A0', ' ');
    assert.deepEqual(
      [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
      [
        ...['Shipped', 'Results', 'What customers said and did', 'Not shipped', 'Scope changes', 'Risks'],
        ...['Questions', 'Promises', 'Discovery', 'Thanks'],
      ],
    );
    assert.match(text, /^- Came true: A gateway rewrites the body/m);
    assert.match(text, /^- Averted: Receivers with a wrong clock/m);
    assert.match(text, /^- \*\*PAY-118:\*\* \\\+0\.5 −0\.5 person-weeks, agreed on 4 Nov 2026\./m);
    assert.match(text, /^- 3 of 3 kept on time\.$/m);
  });

  it('has what the table of the whole way in README points at', () => {
    const challenged = library.ofKind('challenge').filter(({ values }) => values.initiative === 'PAY-142');
    assert.equal(challenged.length, 3);
    assert.deepEqual(
      library.ofKind('ack').map(({ values }) => [values.initiative, values.by, values.state]),
      [['PAY-150', 'hedy', 'can-explain']],
    );
    assert.deepEqual(
      library
        .ofKind('result')
        .map(({ values }) => values.verdict)
        .sort(),
      ['confirmed', 'inconclusive', 'worse'],
    );
    assert.equal(initiative('PAY-118').values.status, 'shipped');
    const objections = library.ofKind('objection').map(({ values }) => [values.initiative, values.by, values.state]);
    assert.deepEqual(objections.sort(), [
      ['PAY-142', 'alan', 'scoped-down'],
      ['PAY-161', 'hedy', 'open'],
    ]);
    const owed = library.ofKind('commitment').filter(({ values }) => values.state === 'open');
    assert.ok(
      owed.some(({ values, body }) => values.by === 'grace' && values.to === 'ada' && body.includes('Tern Bank')),
    );
    const moved = library.ofKind('scopeChange').filter(({ values }) => values.initiative === 'PAY-142');
    assert.deepEqual(
      moved.map(({ values }) => [values.requestedBy, values.added, values.unit]),
      [['Acme Payments', 1, 'person-weeks']],
    );
    assert.match(unsaidWords(library, initiative('PAY-150')) ?? '', /PAY-152/);
    assert.equal(library.ofKind('health').length, 3);
  });

  it('keeps one file with CRLF, one with a BOM, and the rest plain', () => {
    const odd = [...library.files.keys()].flatMap((file) => {
      const text = fs.readFileSync(path.join(DEMO, '.because', file), 'utf8');
      return [text.includes('\r') ? [`CRLF ${file}`] : [], text.startsWith('\uFEFF') ? [`BOM ${file}`] : []].flat();
    });
    assert.deepEqual(odd.sort(), ['BOM problems/stuck-retries.md', 'CRLF initiatives/PAY-118.md']);
  });
});
