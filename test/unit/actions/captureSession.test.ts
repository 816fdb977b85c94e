/** Notes of a session, from the empty sheet to the evidence. */
import * as assert from 'node:assert/strict';
import { perform } from '../../../src/actions/action.ts';
import { captureSession } from '../../../src/actions/captureSession.ts';
import { notesIn, sheetWithout } from '../../../src/core/discovery/notes.ts';
import { sessionOfSheet } from '../../../src/core/discovery/sheetMark.ts';
import { evidenceFor } from '../../../src/core/library/query.ts';
import { capturePreview, captureSheet } from '../../../src/questions/capture.ts';
import { sessionBrief } from '../../../src/questions/sessionBrief.ts';
import { isError, openedBy, productOf } from '../../support/product.ts';
import { record } from '../../support/sources.ts';

const SESSION = 'sessions/s.md';
const texts = {
  [SESSION]: record(
    ['kind: interview', 'at: 2026-11-22T23:30Z', 'problem: audit', 'personas: viktor', 'customer: Tern Bank # by mail'],
    'How was the audit?\n',
  ),
  'personas/viktor.md': record([], 'Reads every line.\n'),
  'problems/audit.md': record([], 'Audits take 5 days.\n'),
};

const NOTES = [
  '# Interview with Tern Bank',
  '<!-- Each line\nbecomes a piece. -->',
  '',
  '- Keeps screenshots in a folder named “audit”',
  '“He asked how I knew.” — Olivia Reyes, Halden',
  '',
  '> I said yes.',
  '> He did not believe me.',
  '! They have a log, and it was enough.',
  '---',
  '1. Two people, three days',
].join('\n');

describe('Notes of a session', () => {
  it('become evidence, a piece for each line and quote, in one batch, and the session is done', async () => {
    const { files, because } = productOf(texts);
    const { session, evidence } = await perform(captureSession, because, { session: 's', notes: NOTES });
    assert.equal(session, 's');
    const made = evidence.map(({ path }) => (files.texts.get(path) ?? '').replace(/id: \S+\n/, ''));
    const common = (...lines: readonly string[]) => [
      ...lines.slice(0, 2),
      'problem: audit',
      'persona: viktor',
      'session: s',
      'date: 2026-11-22',
      ...lines.slice(2),
      'by: ada',
      'created: 2026-11-23T14:30Z',
    ];
    assert.deepEqual(made, [
      record(
        common('title: Keeps screenshots in a folder named “audit”', 'kind: observation', 'customer: Tern Bank'),
        'Keeps screenshots in a folder named “audit”\n',
      ),
      record(
        common('title: He asked how I knew.', 'kind: quote', 'customer: Halden'),
        '> He asked how I knew.\n\n— Olivia Reyes\n',
      ),
      record(
        common('title: I said yes.', 'kind: quote', 'customer: Tern Bank'),
        '> I said yes.\n> He did not believe me.\n',
      ),
      record(
        common(
          'title: They have a log, and it was enough.',
          'kind: observation',
          'stance: contradicts',
          'customer: Tern Bank',
        ),
        'They have a log, and it was enough.\n',
      ),
      record(
        common('title: Two people, three days', 'kind: observation', 'customer: Tern Bank'),
        'Two people, three days\n',
      ),
    ]);
    assert.equal(
      files.texts.get(SESSION),
      [
        texts[SESSION].replace('by mail\n', 'by mail\nstatus: done\n'),
        'Summary by ada, 23 Nov 2026\n',
        '**Quotes**\n',
        '> He asked how I knew.\n>\n> — Olivia Reyes\n',
        '> I said yes.\n> He did not believe me.\n',
        '**Key facts**\n',
        '- Keeps screenshots in a folder named “audit”',
        '- Against: They have a log, and it was enough.',
        '- Two people, three days\n',
      ].join('\n'),
    );
    const problem = because.library.findOf('problem', 'audit') ?? assert.fail();
    assert.equal(evidenceFor(because.library, problem).length, 5);
    assert.deepEqual(
      [...because.library.files.values()]
        .flatMap((one) => because.library.findings(one))
        .filter(({ severity }) => severity === 'error'),
      [],
    );
  });

  it('are not kept twice, and only what is new is', async () => {
    const { files, because } = productOf(texts);
    const only = { session: 's', notes: '“He asked how I knew.” — Olivia Reyes, Halden\n\n+ Show who was told' };
    await perform(captureSession, because, only);
    const shown = await because.ask(capturePreview, { session: 's', notes: `${NOTES}\n+ Show who was told` });
    assert.equal(shown.total, 6);
    assert.deepEqual(
      shown.notes.map(({ title }) => title),
      [
        'Keeps screenshots in a folder named “audit”',
        'I said yes.',
        'They have a log, and it was enough.',
        'Two people, three days',
      ],
    );
    const { evidence } = await perform(captureSession, because, { session: 's', notes: NOTES });
    assert.equal(evidence.length, 4);
    await assert.rejects(
      perform(captureSession, because, { session: 's', notes: NOTES }),
      isError('bad-input', /already/),
    );
    assert.equal((files.texts.get(SESSION) ?? '').split('He asked how I knew').length, 2);
    assert.equal(because.library.findOf('session', 's')?.title, 's');
  });

  it('may hold opportunities, which are no evidence and stay with the session', async () => {
    const { files, because } = productOf(texts);
    const notes = '+ Show an auditor who was told\n+ Show an auditor who was told';
    const { evidence } = await perform(captureSession, because, { session: 's', notes });
    assert.deepEqual(evidence, []);
    assert.match(files.texts.get(SESSION) ?? '', /\*\*Opportunities\*\*\n\n- Show an auditor who was told\n$/);
  });

  it('that are kept leave the sheet, and no other line does', () => {
    const sheet = NOTES.replaceAll('\n', '\r\n');
    const all = notesIn(sheet);
    assert.deepEqual(
      all.map(({ sort, from, to }) => [sort, from, to]),
      [
        ['fact', 4, 5],
        ['quote', 5, 6],
        ['quote', 7, 9],
        ['fact', 9, 10],
        ['fact', 11, 12],
      ],
    );
    const taken = all.slice(1, 4).map(({ written }) => written);
    assert.equal(
      sheetWithout(sheet, taken),
      [
        '# Interview with Tern Bank',
        '<!-- Each line\r\nbecomes a piece. -->',
        '',
        '- Keeps screenshots in a folder named “audit”',
        '',
        '---',
        '1. Two people, three days',
      ].join('\r\n'),
    );
  });

  it('are taken on a sheet that says for which session it is', async () => {
    const { because } = productOf(texts);
    const { text } = await because.ask(captureSheet, { session: 's' });
    assert.equal(sessionOfSheet(text), 's');
    assert.equal(sessionOfSheet(NOTES), undefined);
    assert.equal(sessionOfSheet(`${'x'.repeat(2000)}\n<!-- because: session s -->`), undefined);
  });

  it('are shown before anything is written', async () => {
    const { files, because } = productOf(texts);
    const shown = await because.ask(capturePreview, { session: 's', notes: NOTES });
    assert.equal(shown.total, 5);
    assert.deepEqual(
      shown.notes.map(({ title, fields }) => [title, fields?.kind, fields?.stance]),
      [
        ['Keeps screenshots in a folder named “audit”', 'observation', undefined],
        ['He asked how I knew.', 'quote', undefined],
        ['I said yes.', 'quote', undefined],
        ['They have a log, and it was enough.', 'observation', 'contradicts'],
        ['Two people, three days', 'observation', undefined],
      ],
    );
    assert.deepEqual([...files.texts.keys()], ['because.yml', ...Object.keys(texts)]);
  });

  it('begin on a sheet that holds none', async () => {
    const { because } = productOf(texts);
    const { text } = await because.ask(captureSheet, { session: 's' });
    assert.match(text, /^# Interview with Tern Bank\n/);
    assert.deepEqual(await because.ask(capturePreview, { session: 's', notes: text }), { notes: [], total: 0 });
    const empty = perform(captureSession, because, { session: 's', notes: text });
    await assert.rejects(empty, isError('bad-input', /no note/));
    const { notes: noted } = await because.ask(capturePreview, { session: 's', notes: `${text}She left.` });
    assert.deepEqual(
      noted.map(({ title }) => title),
      ['She left.'],
    );
  });

  it('are sensitive where the session is', async () => {
    const secret = texts[SESSION].replace('kind: interview', 'kind: data-analysis\nsensitive: true');
    const { files, because } = productOf({ ...texts, [SESSION]: secret });
    const { evidence } = await perform(captureSession, because, { session: 's', notes: 'Three of five pay twice.' });
    const [made = ''] = evidence.map(({ path }) => files.texts.get(path));
    assert.match(made, /\nkind: usage\n/);
    assert.match(made, /\nsensitive: true\n/);
    assert.match(made, /\ncustomer: Tern Bank\n/);
    const { text } = await because.ask(captureSheet, { session: 's' });
    assert.doesNotMatch(text, /Tern/);
  });

  it('are of a session that is there, by a member', async () => {
    const { files, because } = productOf(texts);
    const notes = 'She left.';
    await assert.rejects(perform(captureSession, because, { session: 't', notes }), isError('not-found'));
    await assert.rejects(because.ask(captureSheet, { session: 't' }), isError('not-found'));
    await assert.rejects(because.ask(sessionBrief, { session: 't' }), isError('not-found'));
    const nobody = perform(captureSession, openedBy(files, undefined), { session: 's', notes });
    await assert.rejects(nobody, isError('no-member'));
    assert.equal(
      (await because.ask(sessionBrief, { session: 's' })).markdown.split('\n')[0],
      '# Brief: Interview with Tern Bank',
    );
  });
});
