/** Who took part in an initiative, asked of records and real git without an editor. */
import * as assert from 'node:assert/strict';
import { perform } from '../../../src/actions/action.ts';
import { thank } from '../../../src/actions/thank.ts';
import { participants } from '../../../src/questions/participants.ts';
import { MemoryFiles } from '../../support/memoryFiles.ts';
import { gitPortIn, isError, openedBy, productOf } from '../../support/product.ts';
import { ownRepository, type Repository } from '../../support/repository.ts';
import { record } from '../../support/sources.ts';

const TEAM = [
  'keys: [PAY]',
  'team:',
  '  members:',
  '    - {id: ada, name: Ada Lovelace, role: engineer, emails: [ada@relay.example]}',
  '    - {id: hedy, name: Hedy Lamarr, role: lead, emails: [hedy@relay.example]}',
  '    - {id: alan, name: Alan Turing, role: engineer, emails: [alan@relay.example], noCredits: true}',
  '    - {id: grace, name: Grace Hopper, role: pm, emails: [grace@relay.example]}',
  '',
].join('\n');

const TEXTS = {
  'because.yml': TEAM,
  'problems/missed.md': record([], 'Many miss what is urgent.\n'),
  'initiatives/PAY-7.md': record(['title: Seven', 'problem: missed', 'status: shipped']),
  'initiatives/PAY-8.md': record(['title: Eight']),
};

const told = (people: readonly { id: string; parts: readonly { for: string; words: string }[] }[]) =>
  people.map(({ id, parts }) => [id, ...parts.map((part) => `${part.for}: ${part.words}`)]);

describe('Who took part', () => {
  it('is told by what records say, each once, by name and never by how much', async () => {
    const { because } = productOf({
      ...TEXTS,
      'risks/one.md': record(['initiative: PAY-7', 'by: hedy'], 'One sender.\n'),
      'risks/two.md': record(['initiative: PAY-8', 'by: grace'], 'Elsewhere.\n'),
      'challenges/a.md': record(['initiative: PAY-7', 'by: hedy', 'factor: reach', 'to: 4', 'state: accepted']),
      'challenges/b.md': record(['initiative: PAY-7', 'by: ada', 'factor: reach', 'to: 5', 'state: rejected']),
      'objections/a.md': record(['initiative: PAY-7', 'by: ada', 'kind: too-complex', 'state: scoped-down']),
      'objections/b.md': record(['initiative: PAY-7', 'by: grace', 'kind: no-need']),
      'sessions/a.md': record(['kind: interview', 'problem: missed', 'status: done', 'participants: [ada, gone]']),
      'sessions/b.md': record(['kind: interview', 'problem: missed', 'participants: [hedy]']),
      'sessions/c.md': record(['kind: interview', 'problem: missed', 'at: 2026-01-05T10:00Z', 'participants: [hedy]']),
      'sessions/d.md': record(['kind: interview', 'problem: missed', 'at: 2099-01-05T10:00Z', 'participants: [grace]']),
      'evidence/a.md': record(['kind: quote', 'problem: missed', 'by: grace'], '> Late again.\n'),
      'evidence/b.md': record(['kind: quote', 'problem: missed', 'by: grace'], '> Too late.\n'),
      'questions/a.md': record(['initiative: PAY-7', 'by: ada'], 'Who?\n'),
      'replies/a.md': record(['on: a', 'by: grace', 'answer: true'], 'Olivia.\n'),
      'questions/q.md': record(['id: qu-1', 'initiative: PAY-7', 'by: ada'], 'When?\n'),
      'replies/q.md': record(['on: qu-1', 'by: grace', 'answer: true'], 'Monday.\n'),
      'questions/w.md': record(['problem: missed', 'state: answered', 'answeredBy: ada'], 'Where?\n'),
      'links/pr.md': record(['pr: https://github.com/relay/relay/pull/7', 'initiative: PAY-7', 'by: alan']),
    });
    assert.deepEqual(told(await because.ask(participants, { initiative: 'PAY-7' })), [
      [
        ...['ada', 'ideas: raised an objection that changed the plan', 'research: met customers'],
        'question: answered a question',
      ],
      ['grace', 'research: wrote down what customers said or did', 'question: answered a question'],
      [
        ...['hedy', 'ideas: challenged an estimate, and the team agreed: reach', 'research: met customers'],
        'risk: flagged a risk: One sender.',
      ],
    ]);
    assert.deepEqual(await because.ask(participants, { initiative: 'PAY-8' }).then(told), [
      ['grace', 'risk: flagged a risk: Elsewhere.'],
    ]);
  });

  describe('in git', () => {
    let repository: Repository;

    ownRepository((made) => {
      ({ repository } = made);
    });

    it('is told by commits made for it, with those who wrote and reviewed them', async () => {
      const as = (name: string, mail: string) => {
        repository.git('config', 'user.name', name);
        repository.git('config', 'user.email', mail);
      };
      as('Ada Lovelace', 'ada@relay.example');
      repository.commit('Begin\n\nCo-authored-by: Grace Hopper <grace@relay.example>', { a: '1' });
      repository.commit(
        'PAY-7: more\n\nCo-authored-by: Hedy Lamarr <HEDY@relay.example>\nReviewed-by: Grace Hopper <grace@relay.example>',
        { a: '2' },
      );
      repository.commit('PAY-7: and more\n\nCo-authored-by: nobody', { a: '3' });
      as('Alan Turing', 'alan@relay.example');
      repository.commit('PAY-7: rest', { a: '4' });
      as('A bot', 'bot@elsewhere.example');
      repository.commit('PAY-7: bump', { a: '5' });
      const because = openedBy(new MemoryFiles(TEXTS), 'ada', gitPortIn(repository.folder));
      assert.deepEqual(told(await because.ask(participants, { initiative: 'PAY-7' })), [
        ['ada', 'code: wrote code'],
        ['grace', 'review: reviewed code'],
        ['hedy', 'code: wrote code'],
      ]);
      assert.deepEqual(await because.ask(participants, { initiative: 'PAY-8' }), []);
      because.dispose();
    });
  });
});

describe('Saying thanks', () => {
  it('writes one’s own words to a file of its own, and who is thanked is told as that', async () => {
    const { files, because } = productOf(TEXTS);
    const given = { initiative: 'PAY-7', to: 'hedy', for: ['risk', 'ideas', 'risk'], text: ' You saw it first. ' };
    const { path } = await perform(thank, because, given);
    const text = files.texts.get(path) ?? assert.fail();
    assert.match(text, /\nto: hedy\ninitiative: PAY-7\nfor: \[risk, ideas\]\nby: ada\n/);
    assert.match(text, /\nYou saw it first\.\n$/);
    assert.match(path, /^credits\//);
    assert.deepEqual(because.library.children('PAY-7', 'credit').length, 1);
  });

  it('is for others, who want it, in words', async () => {
    const { because } = productOf(TEXTS);
    const thanks = (more: object) =>
      perform(thank, because, { initiative: 'PAY-7', to: 'hedy', for: ['code'], text: 'Well done.', ...more });
    await assert.rejects(thanks({ to: 'ada' }), isError('bad-input', /yourself/));
    await assert.rejects(thanks({ to: 'alan' }), isError('bad-input', /Alan Turing does not want credits/));
    await assert.rejects(thanks({ to: 'heddy' }), isError('bad-input', /Did you mean hedy/));
    await assert.rejects(thanks({ text: '  ' }), isError('bad-input', /own words/));
    await assert.rejects(thanks({ for: [] }), isError('bad-input'));
    await assert.rejects(thanks({ initiative: 'PAY-9' }), isError('not-found'));
    assert.equal(because.library.ofKind('credit').length, 0);
  });
});
