/** Risks from the first word to the last: flagged, answered, settled, each in a file that reads well. */
import * as assert from 'node:assert/strict';
import { perform } from '../../../src/actions/action.ts';
import { editOf, editText, textToEdit } from '../../../src/actions/editText.ts';
import { flagRisk } from '../../../src/actions/flagRisk.ts';
import { renameRecord } from '../../../src/actions/renameRecord.ts';
import { replyTo } from '../../../src/actions/replyTo.ts';
import { acceptRisk, mitigateRisk, reopenRisk, resolveRisk } from '../../../src/actions/settleRisk.ts';
import { updateAnchor } from '../../../src/actions/updateAnchor.ts';
import { aroundIn } from '../../../src/core/face/around.ts';
import { risk as kind } from '../../../src/core/kinds/risk.ts';
import { isError, productOf } from '../../support/product.ts';
import { libraryOf, record } from '../../support/sources.ts';

const initiative = { 'initiatives/PAY-142.md': record(['title: Urgent', 'owner: grace', 'issues: [OPS-31]']) };
const whole = { initiative: 'PAY-142', text: 'One sender is too slow', cause: 'performance', likelihood: 5, impact: 4 };

describe('Flagging a risk', () => {
  it('writes a file that reads well', async () => {
    const { files, because } = productOf(initiative);
    const anchor = { path: 'src/send.ts', line: 21, text: 'const PER_SECOND = 10;', commit: 'c0ffee1' };
    const { id, path } = await perform(flagRisk, because, { ...whole, mitigation: 'A second sender', anchor });
    assert.equal(path, `risks/one-sender-is-too-slow.${id}.md`);
    assert.equal(
      files.texts.get(path),
      record([
        `id: ${id}`,
        'title: One sender is too slow',
        'initiative: PAY-142',
        'type: feasibility',
        'cause: performance',
        'likelihood: 5',
        'impact: 4',
        'state: open',
        'owner: grace',
        'anchor: {path: src/send.ts, line: 21, text: const PER_SECOND = 10;, commit: c0ffee1}',
        'mitigation: A second sender',
        'by: ada',
        'created: 2026-11-23T14:30Z',
      ]),
    );
  });

  it('takes an issue key for its initiative', async () => {
    const { because } = productOf(initiative);
    const { id } = await perform(flagRisk, because, { ...whole, initiative: 'OPS-31' });
    assert.equal(because.library.findOf('risk', id)?.values.initiative, 'PAY-142');
  });

  it('keeps a long text whole in the body, under its first sentence', async () => {
    const { because } = productOf(initiative);
    const text =
      'The queue drains too slowly. At 10 a second, 1,900 people wait for three minutes, and Tern Bank has 6,000.';
    const { id } = await perform(flagRisk, because, { ...whole, text });
    const risk = because.library.findOf('risk', id);
    assert.equal(risk?.title, 'The queue drains too slowly');
    assert.equal(risk?.body, `${text}\n`);
  });

  it('says what is wrong with an input', async () => {
    const { files, because } = productOf(initiative);
    const refused = (change: object, words: RegExp) =>
      assert.rejects(perform(flagRisk, because, { ...whole, ...change }), isError('bad-input', words));
    await refused({ likelihood: 6 }, /likelihood/);
    await refused({ impact: '4' }, /impact/);
    await refused({ cause: 'bad luck' }, /cause/);
    await refused({ text: '  ' }, /text/);
    await refused({ anchor: { path: '../outside.ts', line: 1 } }, /outside\.ts/);
    await refused({ anchor: { path: 'a.ts', line: 0 } }, /anchor\.line/);
    assert.deepEqual([...files.texts.keys()], ['because.yml', 'initiatives/PAY-142.md']);
  });

  it('names the initiative that may have been meant', async () => {
    const { because } = productOf(initiative);
    await assert.rejects(
      perform(flagRisk, because, { ...whole, initiative: 'PAY-141' }),
      isError('not-found', /Did you mean PAY-142\?/),
    );
  });
});

const RISK = '---\r\ntitle: Slow # really\r\nstate:   open\r\nlikelihood: 007\r\nodd: [1 ]\r\n---\r\n\r\nIt will.\r\n';

const RESOLVED = RISK.replace('open', 'resolved').replace('[1 ]\r\n', '[1 ]\r\nresolved: 2026-11-23T14:30Z\r\n');

describe('Settling a risk', () => {
  it('changes the state, says when it is resolved, and changes no other byte', async () => {
    const { files, because } = productOf({ 'risks/slow.md': RISK });
    const now = () => files.texts.get('risks/slow.md');
    await perform(resolveRisk, because, { id: 'slow' });
    assert.equal(now(), RESOLVED);
    await perform(acceptRisk, because, { id: 'slow' });
    assert.equal(now(), RISK.replace('open', 'accepted'));
    await perform(reopenRisk, because, { id: 'slow' });
    assert.equal(now(), RISK);
  });

  it('says whether it came true when it is over, and nothing where it did not', async () => {
    const { files, because } = productOf({ 'risks/slow.md': RISK });
    const now = () => files.texts.get('risks/slow.md');
    await perform(resolveRisk, because, { id: 'slow', happened: false });
    assert.equal(now(), RESOLVED);
    await perform(reopenRisk, because, { id: 'slow' });
    await perform(resolveRisk, because, { id: 'slow', happened: true });
    assert.equal(now(), RESOLVED.replace('14:30Z\r\n', '14:30Z\r\nhappened: true\r\n'));
    const slow = because.library.findOf('risk', 'slow') ?? assert.fail();
    assert.match(kind.look?.(slow, 'Slow', aroundIn(because.library)).description ?? '', /resolved · came true/);
    await perform(acceptRisk, because, { id: 'slow' });
    await perform(resolveRisk, because, { id: 'slow', happened: false });
    assert.equal(now(), RESOLVED);
  });

  it('says what is done about it when it is being mitigated', async () => {
    const { files, because } = productOf({ 'risks/slow.md': RISK });
    await perform(mitigateRisk, because, { id: 'slow', mitigation: 'Two senders' });
    assert.equal(
      files.texts.get('risks/slow.md'),
      RISK.replace('open', 'mitigating').replace('[1 ]\r\n', '[1 ]\r\nmitigation: Two senders\r\n'),
    );
    await assert.rejects(perform(mitigateRisk, because, { id: 'slow' }), isError('bad-input', /mitigation/));
  });

  it('keeps the reason as a reply that settles the matter', async () => {
    const { files, because } = productOf({ 'risks/slow.md': RISK });
    await perform(resolveRisk, because, { id: 'slow', reason: 'Measured: 40 a second.' });
    const [reply] = because.library.children('slow', 'reply');
    assert.ok(reply);
    assert.equal(
      files.texts.get(reply.path),
      record(
        [`id: ${reply.id}`, 'on: slow', 'answer: true', 'by: ada', 'created: 2026-11-23T14:30Z'],
        'Measured: 40 a second.\n',
      ),
    );
  });

  it('refuses what is not a risk, what is not there, and what two files claim to be', async () => {
    const texts = {
      'risks/slow.md': RISK,
      'problems/late.md': '',
      'risks/a.md': '---\nid: x\n---\n',
      'risks/b.md': '---\nid: x\n---\n',
    };
    const { because } = productOf(texts);
    await assert.rejects(perform(resolveRisk, because, { id: 'late' }), isError('bad-input', /problem/));
    await assert.rejects(perform(resolveRisk, because, { id: 'slo' }), isError('not-found', /slow/));
    await assert.rejects(
      perform(resolveRisk, because, { id: 'x' }),
      isError('ambiguous', /risks\/a\.md, risks\/b\.md/),
    );
    await assert.rejects(perform(resolveRisk, because, {}), isError('bad-input', /id/));
  });
});

describe('Replying', () => {
  it('writes a file of its own, on any record', async () => {
    const { because } = productOf({ 'problems/late.md': 'It hurts.' });
    const { id, path } = await perform(replyTo, because, { on: 'late', text: ' Who says so?\n\n- me ' });
    assert.equal(because.library.findOf('reply', id)?.body, 'Who says so?\n\n- me\n');
    assert.equal(path, `replies/who-says-so-me.${id}.md`);
    await assert.rejects(perform(replyTo, because, { on: 'lat', text: 'x' }), isError('not-found', /late/));
    await assert.rejects(perform(replyTo, because, { on: 'late', text: ' ' }), isError('bad-input', /text/));
  });
});

describe('Editing what a record says', () => {
  it('keeps the blank lines around the body, its line ends, and every other byte', async () => {
    const { files, because } = productOf({ 'risks/slow.md': RISK });
    await perform(editText, because, { id: 'slow', title: 'Slow', body: 'It may.\n\nOr not.' });
    assert.equal(files.texts.get('risks/slow.md'), RISK.replace('It will.', 'It may.\r\n\r\nOr not.'));
    await perform(editText, because, { id: 'slow', title: 'Very slow' });
    assert.equal(
      files.texts.get('risks/slow.md'),
      RISK.replace('It will.', 'It may.\r\n\r\nOr not.').replace('Slow #', 'Very slow #'),
    );
  });

  it('writes nothing when nothing changed', async () => {
    const { files, because } = productOf({ 'risks/slow.md': RISK });
    await perform(editText, because, { id: 'slow', title: 'Slow', body: 'It will.' });
    assert.equal(files.texts.get('risks/slow.md'), RISK);
  });

  it('gives an empty body its text, on a line of its own', async () => {
    const { files, because } = productOf({ 'risks/r.md': '---\nstate: open\n---' });
    await perform(editText, because, { id: 'r', body: 'Because.' });
    assert.equal(files.texts.get('risks/r.md'), '---\nstate: open\n---\nBecause.\n');
  });
});

describe('A text that is edited by hand', () => {
  const text = record(['title: Slow'], '\r\nIt will.\r\nSoon.\r\n');

  it('has the title on its first line, and becomes title and body again', () => {
    const [risk] = libraryOf({ 'risks/slow.md': text }).ofKind('risk');
    assert.ok(risk);
    assert.equal(textToEdit(risk), 'Slow\n\nIt will.\nSoon.');
    assert.deepEqual(editOf(risk, ' Slower \n\nIt did.\n'), { id: risk.id, title: 'Slower', body: 'It did.' });
    assert.deepEqual(editOf(risk, 'Slower'), { id: risk.id, title: 'Slower', body: '' });
  });

  it('is the body alone where there is no title', () => {
    const [reply] = libraryOf({ 'replies/r.md': record(['on: slow'], 'Who says so?\n') }).ofKind('reply');
    assert.ok(reply);
    assert.equal(textToEdit(reply), 'Who says so?');
    assert.deepEqual(editOf(reply, 'I do.\nNow.'), { id: reply.id, body: 'I do.\nNow.' });
  });
});

describe('What is said of a risk', () => {
  const facts = (...lines: readonly string[]) => {
    const library = libraryOf({ 'risks/slow.md': record(lines) });
    const [risk] = library.ofKind('risk');
    return risk && kind.thread?.facts?.(risk, aroundIn(library))[0];
  };

  it('is how likely and how bad it is, and where it comes from, as far as that is known', () => {
    assert.equal(
      facts('likelihood: 5', 'impact: 4', 'cause: performance'),
      'Likelihood 5 almost certain · impact 4 major · cause performance',
    );
    assert.equal(facts('impact: 4'), 'impact 4 major');
    assert.equal(facts('title: Slow'), '');
  });
});

describe('Updating an anchor', () => {
  it('changes the parts that changed, and drops a commit that is no longer the one', async () => {
    const text = record(['anchor: {path: a.ts, line: 3, text: "go();", commit: c0ffee} # here', 'state: open']);
    const { files, because } = productOf({ 'risks/r.md': text });
    await perform(updateAnchor, because, { id: 'r', anchor: { path: 'b.ts', line: 9, text: 'go();' } });
    assert.equal(
      files.texts.get('risks/r.md'),
      record(['anchor: {path: b.ts, line: 9, text: "go();"} # here', 'state: open']),
    );
  });

  it('is given to every kind that is about a line, and to no other', async () => {
    const { files, because } = productOf({
      'initiatives/PAY-1.md': record(['title: x']),
      'problems/p.md': record(['title: y']),
    });
    const anchor = { path: 'b.ts', line: 9, text: 'go();' };
    await perform(updateAnchor, because, { id: 'PAY-1', anchor });
    assert.equal(
      files.texts.get('initiatives/PAY-1.md'),
      record(['title: x', 'anchor: {path: b.ts, line: 9, text: go();}']),
    );
    await assert.rejects(perform(updateAnchor, because, { id: 'p', anchor }), isError('bad-input', /problem/));
    await assert.rejects(perform(updateAnchor, because, { id: 'nobody', anchor }), isError('not-found', /nobody/));
    const outside = { ...anchor, path: '../b.ts' };
    await assert.rejects(
      perform(updateAnchor, because, { id: 'PAY-1', anchor: outside }),
      isError('bad-input', /b\.ts/),
    );
  });

  it('of a file whose fields are not read is written by no gesture', async () => {
    const fields = '---\ntitle: Slow\nstate: open\n---\nIt will.\n';
    const written = ['\n', '<!-- Licence -->\n', ' ', '\u200b', '\ufeff\ufeff'].map((before) => before + fields);
    for (const text of [...written, fields.replaceAll('\n', '\r'), fields.replace('\n---\n', '\n ---\n')]) {
      const { files, because } = productOf({ 'risks/r.md': text });
      const anchor = { path: 'b.ts', line: 9 };
      for (const edit of [
        () => perform(acceptRisk, because, { id: 'r' }),
        () => perform(mitigateRisk, because, { id: 'r', mitigation: 'Another sender' }),
        () => perform(updateAnchor, because, { id: 'r', anchor }),
        () => perform(editText, because, { id: 'r', title: 'Slower' }),
        () => perform(editText, because, { id: 'r', body: 'It did.' }),
        () => perform(renameRecord, because, { id: 'r', newId: 's' }),
      ]) {
        await assert.rejects(edit(), isError('not-editable', /fields/));
      }
      assert.deepEqual(Object.fromEntries(files.texts), { ...Object.fromEntries(files.texts), 'risks/r.md': text });
      assert.equal([...files.texts.keys()].filter((path) => path.startsWith('risks/')).length, 1);
    }
  });
});
