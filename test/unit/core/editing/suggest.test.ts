/** What is offered at a place of a record, and what the text is once it is taken. */
import * as assert from 'node:assert/strict';
import { placeAt } from '../../../../src/core/editing/place.ts';
import { suggest } from '../../../../src/core/editing/suggest.ts';
import type { Suggestions } from '../../../../src/core/editing/values.ts';
import { kindNameOf } from '../../../../src/core/kinds/all.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const library = libraryOf({
  'because.yml':
    'team: {members: [{id: ada, name: Ada Lovelace, role: engineer}, {id: grace, name: Grace Hopper, role: pm}]}\n',
  'sprints/2026-23.md': record(['starts: 2026-11-02', 'ends: 2026-11-13']),
  'sprints/2026-24.md': record(['title: Reach people', 'starts: 2026-11-16', 'ends: 2026-11-27']),
  'problems/missed-updates.md': record(['title: Urgent updates are missed']),
  'problems/alert-noise.md': record(['title: Too many alerts']),
  'problems/no.md': record(['title: Not a word']),
  'initiatives/PAY-1.md': record(['title: One']),
  'initiatives/PAY-2.md': record(['title: Two', 'sprint: 2026-24']),
  'initiatives/PAY-3.md': record(['title: Three', 'outcome: {metric: People who read it}']),
});

const now = new Date('2026-11-23T12:00:00Z');

interface Offered {
  readonly text: string;
  readonly found: Suggestions | undefined;
  readonly labels: readonly string[];
  /** The text once the suggestion with the label is taken. */
  take(label: string): string;
}

function offered(marked: string, path = 'initiatives/PAY-9.md'): Offered {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const place = placeAt(text, offset, path === 'because.yml');
  const kind = kindNameOf({ path, raw: {} });
  const found = place && suggest({ library, kind, path, text, now, me: 'grace' }, place);
  const all = found?.all ?? [];
  return {
    text,
    found,
    labels: all.map(({ label }) => label),
    take(label) {
      const one = all.find((each) => each.label === label);
      assert.ok(one && found, `${label} is not offered, but ${all.map((each) => each.label).join(', ')}`);
      return text.slice(0, found.span.start) + one.insert + text.slice(found.span.end);
    },
  };
}

describe('suggestions in a record', () => {
  it('give the fields that are not there yet, required ones first, each with help', () => {
    const { labels, found } = offered('---\nkind: quote\n|\n---\n', 'evidence/a.md');
    assert.ok(!labels.includes('kind'));
    assert.deepEqual(labels.slice(0, 3), ['problem', 'initiative', 'stance']);
    assert.deepEqual(offered('---\nby: ada\n|\n---\n', 'evidence/a.md').labels[0], 'kind');
    const stance = found?.all.find(({ label }) => label === 'stance');
    assert.deepEqual(stance?.help, [
      'Whether it is evidence for or against.',
      'Expected: one of supports, contradicts, neutral.',
      'Default: supports.',
    ]);
  });

  it('write a field with its colon, and keep the colon that is there', () => {
    assert.equal(offered('---\nsta|\n---\n').take('status'), '---\nstatus: \n---\n');
    assert.equal(offered('---\nst|: idea\n---\n').take('status'), '---\nstatus: idea\n---\n');
    assert.equal(offered('---\nout|\n---\n').take('outcome'), '---\noutcome:\n  $0\n---\n');
    const item = (first: number) =>
      `  - title: \${${first}}\n    must: \${${first + 1}|true,false|}\n    effort: \${${first + 2}}\n    share: \${${first + 3}}\n`;
    assert.equal(offered('---\n|\n---\n').take('slices'), `---\nslices:\n${item(1)}${item(5)}---\n`);
  });

  it('give the fields of a map, below it and between braces', () => {
    const fields = ['unit', 'baseline', 'target', 'by', 'source'];
    assert.deepEqual(offered('---\noutcome:\n  metric: x\n  |\n---\n').labels, fields);
    assert.deepEqual(offered('---\noutcome: {metric: x, |\nowner: ada\n---\n').labels, fields);
    assert.equal(offered('---\noutcome:\n  ba|\n---\n').take('baseline'), '---\noutcome:\n  baseline: \n---\n');
    assert.deepEqual(offered('---\nsize: {|}\n---\n', 'problems/x.md').labels[0], 'affected');
    assert.deepEqual(offered('---\nanchor:\n  |\n---\n', 'risks/x.md').labels.slice(0, 2), ['path', 'line']);
    assert.equal(
      offered('---\nsample: |\n---\n', 'evidence/x.md').take('{ }'),
      '---\nsample: {hits: ${1}, of: ${2}}\n---\n',
    );
  });

  it('give the fields of each map in a list', () => {
    assert.deepEqual(offered('---\nslices:\n  - title: x\n    |\n---\n').labels, ['must', 'effort', 'share', 'done']);
    assert.equal(offered('---\nslices:\n  |\n---\n').take('title'), '---\nslices:\n  - title: \n---\n');
    assert.equal(offered('---\nslices:\n  - |\n---\n').take('title'), '---\nslices:\n  - title: \n---\n');
    const members = 'team:\n  members:\n    - {id: ada, |}\n';
    assert.deepEqual(offered(members, 'because.yml').labels, ['name', 'role', 'emails', 'noCredits', 'handles']);
    assert.ok(offered('team:\n  members:\n    - id: x\n      role: |\n', 'because.yml').labels.includes('researcher'));
    assert.ok(offered('hours: {days: [mon, |]}\n', 'because.yml').labels.includes('tue'));
  });

  it('give the choices, and mark the one that is meant without any', () => {
    const { found, labels, take } = offered('---\nkind: |\n---\n');
    assert.deepEqual(labels, ['feature', 'debt', 'enabler', 'experiment']);
    assert.equal(found?.all[0]?.description, 'default');
    assert.equal(take('debt'), '---\nkind: debt\n---\n');
    assert.deepEqual(offered('---\narchived: |\n---\n').labels, ['true', 'false']);
  });

  it('give records of the right kind, found by their titles too', () => {
    const { found, take } = offered('---\nproblem: |\n---\n');
    assert.deepEqual(
      found?.all.map(({ label, description }) => [label, description]),
      [
        ['alert-noise', 'Too many alerts'],
        ['missed-updates', 'Urgent updates are missed'],
        ['no', 'Not a word'],
      ],
    );
    assert.ok(found?.all[1]?.filter?.includes('Urgent updates'));
    assert.equal(take('missed-updates'), '---\nproblem: missed-updates\n---\n');
    assert.equal(take('no'), '---\nproblem: "no"\n---\n');
    assert.equal(offered('---\nproblem: "|"\n---\n').take('no'), '---\nproblem: "no"\n---\n');
  });

  it('leave out what the list holds, and write a dash where one is missing', () => {
    assert.deepEqual(offered('---\nproblem: [no, |]\n---\n').labels, ['alert-noise', 'missed-updates']);
    assert.equal(offered('---\nproblem:\n  |\n---\n').take('no'), '---\nproblem:\n  - "no"\n---\n');
    assert.equal(offered('---\nproblem:\n  - |\n---\n').take('no'), '---\nproblem:\n  - "no"\n---\n');
    assert.deepEqual(offered('---\nteam: [grace, |]\n---\n').labels, ['ada']);
  });

  it('give what belongs to the current sprint first', () => {
    assert.deepEqual(offered('---\nsprint: |\n---\n').labels, ['2026-24', '2026-23']);
    assert.deepEqual(offered('---\ninitiative: |\n---\n', 'risks/x.md').labels, ['PAY-2', 'PAY-1', 'PAY-3']);
    assert.equal(offered('---\nsprint: |\n---\n').take('2026-24'), '---\nsprint: 2026-24\n---\n');
  });

  it('give any record where any may stand, but not the record itself', () => {
    const { labels } = offered('---\non: |\n---\n', 'replies/x.md');
    assert.ok(labels.includes('PAY-1') && labels.includes('no') && labels.includes('2026-23'));
    assert.ok(!offered('---\ndependsOn: |\n---\n', 'initiatives/PAY-1.md').labels.includes('PAY-1'));
  });

  it('give members, the person who writes first', () => {
    assert.deepEqual(
      offered('---\nowner: |\n---\n').found?.all.map(({ label, description }) => [label, description]),
      [
        ['grace', 'Grace Hopper · you'],
        ['ada', 'Ada Lovelace'],
      ],
    );
  });

  it('give days: today and the ends of the sprint', () => {
    const { found } = offered('---\ndue: |\n---\n');
    assert.deepEqual(
      found?.all.slice(0, 3).map(({ label, description }) => [label, description]),
      [
        ['2026-11-23', 'today'],
        ['2026-11-27', 'end of Reach people'],
        ['2026-11-16', 'start of Reach people'],
      ],
    );
    assert.equal(offered('---\noutcome: {by: |}\n---\n').take('2026-11-27'), '---\noutcome: {by: 2026-11-27}\n---\n');
  });

  it('give the advice that this record could turn down', () => {
    const text = '---\ntitle: Three\noutcome: {metric: People who read it}\ndismissed: [|]\n---\n';
    assert.deepEqual(offered(text, 'initiatives/PAY-3.md').labels.toSorted(), ['missing-baseline', 'missing-target']);
  });

  it('give a whole record in an empty file, and what is missing of one', () => {
    const whole = offered('|').take('New Initiative');
    assert.ok(whole.startsWith('---\nid: PAY-9\ntitle: ${1}\nkind: ${2|feature,debt'), whole);
    assert.ok(whole.endsWith('---\n${0:The idea, in one paragraph.}'), whole);
    assert.ok(offered('--|').take('New Initiative').startsWith('---\nid'));
    const fields = offered('---\n|\n---\nText\n').take('New Initiative');
    assert.ok(fields.startsWith('---\nid: PAY-9\n') && fields.endsWith('by: ${10}}\n---\nText\n'), fields);
    assert.ok(offered('---\n|').take('New Initiative').endsWith('---\n${0:The idea, in one paragraph.}'));
    assert.match(offered('|', 'evidence/acme.ev-7k3f9q2m.md').take('New Evidence'), /^---\nid: ev-7k3f9q2m\n/);
    assert.match(offered('|', 'evidence/ümläut.md').take('New Evidence'), /^---\nid: ev-[0-9a-z]{8}\n/);
  });

  it('offer to make the first record where there is none to point to, and nothing else', () => {
    const writing = { library: libraryOf({}), kind: 'initiative', path: 'initiatives/x.md', now };
    const at = (text: string) => {
      const place = placeAt(text.replace('|', ''), text.indexOf('|'), false);
      assert.ok(place);
      return suggest({ ...writing, text: text.replace('|', '') }, place)?.all;
    };
    for (const text of ['---\nproblem: |\n---\n', '---\nproblem: [|]\n---\n', '---\nproblem:\n  - mi|\n---\n']) {
      assert.deepEqual(
        at(text)?.map(({ label, create }) => [label, create]),
        [['New Problem…', 'problem']],
        text,
      );
    }
    assert.deepEqual(
      at('---\nproblem: mi|\n---\n')?.map(({ insert, filter }) => [insert, filter]),
      [['mi', 'mi']],
    );
  });

  it('say nothing where any text is as good as another, in prose, and for a kind nobody knows', () => {
    assert.equal(offered('---\ntitle: |\n---\n').found, undefined);
    assert.equal(offered('---\ntitle: x\n---\nwords |').found, undefined);
    assert.equal(offered('---\ncolour: |\n---\n').found, undefined);
    assert.equal(offered('|', 'notes/x.md').found, undefined);
    assert.ok(offered('---\n|\n---\n', 'notes/x.md').labels.includes('archived'));
  });

  it('stay few with 10,000 records', () => {
    const many = libraryOf(
      Object.fromEntries(
        Array.from({ length: 10_000 }, (_, n) => [`problems/p-${n}.md`, `---\ntitle: Title ${n}\n---\n`]),
      ),
    );
    const text = '---\nproblem: title 77\n---\n';
    const place = placeAt(text, 20, false);
    assert.ok(place);
    const writing = { library: many, kind: 'initiative', path: 'initiatives/x.md', text, now };
    const found = suggest(writing, place);
    assert.ok(found?.partial && found.all.length > 0 && found.all.length <= 200);
    assert.ok(found.all.some(({ label }) => label === 'p-77'));
  });
});
