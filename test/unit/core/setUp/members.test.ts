/** People out of git history: each once, bots left out, with ids that can be typed. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { MemberIds, membersFrom, membersNamed, withMe } from '../../../../src/core/setUp/members.ts';
import { growth, LINEAR } from '../../../support/growth.ts';

/** The people of some commits, as `id: name <emails> commits`. */
function people(...commits: readonly (readonly [mail: string, name: string])[]): string[] {
  return membersFrom(commits.map((each) => each.join('\t'))).map(
    ({ id, name, emails, commits: count }) => `${id}: ${name} <${emails.join(' ')}> ${count}`,
  );
}

describe('Members from git history', () => {
  it('begin with the person who is asking, whether they wrote or not', () => {
    const authors = membersFrom(['grace@relay.example\tGrace Hopper', 'ada@relay.example\tAda Lovelace']);
    const [grace, ada] = authors;
    assert.deepEqual(withMe(authors, ' ADA@relay.example ', 'Other Name'), { authors: [ada, grace], me: ada });
    const { me, authors: all } = withMe(authors, 'li@relay.example', 'Grace Li');
    assert.deepEqual(me, { id: 'grace-l', name: 'Grace Li', emails: ['li@relay.example'], commits: 0 });
    assert.deepEqual(all, [me, grace, ada]);
    assert.equal(withMe([], 'li@relay.example').me?.name, 'li@relay.example');
    for (const nobody of [undefined, ' ']) assert.deepEqual(withMe(authors, nobody), { authors, me: undefined });
  });

  it('are who wrote most first', () => {
    assert.deepEqual(
      people(
        ['grace@relay.example', 'Grace Hopper'],
        ['ada@relay.example', 'Ada Lovelace'],
        ['ADA@relay.example', 'Ada Lovelace'],
      ),
      ['ada: Ada Lovelace <ada@relay.example> 2', 'grace: Grace Hopper <grace@relay.example> 1'],
    );
  });

  it('are one person under one address, whatever the names, and under one full name, whatever the addresses', () => {
    assert.deepEqual(
      people(
        ['ada@relay.example', 'ada-l'],
        ['ada@relay.example', 'Ada Lovelace'],
        ['ada@home.example', 'Ada Lovelace'],
        ['ada@home.example', 'ADA LOVELACE'],
      ),
      ['ada: Ada Lovelace <ada@relay.example ada@home.example> 4'],
    );
  });

  it('are one person when a later commit shows that two are', () => {
    assert.deepEqual(people(['a@x.example', 'ada'], ['b@x.example', 'Ada Lovelace'], ['a@x.example', 'Ada Lovelace']), [
      'ada: Ada Lovelace <a@x.example b@x.example> 3',
    ]);
  });

  it('are two when only the first name is the same', () => {
    assert.deepEqual(people(['a@x.example', 'Alex'], ['b@x.example', 'Alex']), [
      'alex: Alex <a@x.example> 1',
      'alex-2: Alex <b@x.example> 1',
    ]);
  });

  it('have the letter or the whole of the last name in their id where the first is taken', () => {
    assert.deepEqual(
      membersFrom(['1@x.y\tAda Lovelace', '2@x.y\tAda Byron', '3@x.y\tAda Bell', '4@x.y\tAda']).map(({ id }) => id),
      ['ada', 'ada-b', 'ada-bell', 'ada-2'],
    );
  });

  it('are no bots', () => {
    assert.deepEqual(
      people(
        ['49699333+dependabot[bot]@users.noreply.github.com', 'dependabot[bot]'],
        ['noreply@github.com', 'GitHub'],
        ['bot@renovateapp.com', 'Renovate'],
        ['ci@relay.example', 'Relay CI'],
        ['semantic@relay.example', 'semantic-release-bot'],
        ['no-reply@relay.example', 'Deploys'],
        ['', 'k8s-ci-robot'],
        ['abbott@relay.example', 'Jo Abbott'],
      ),
      ['jo: Jo Abbott <abbott@relay.example> 1'],
    );
  });

  it("keep GitHub's private address, after the others, and tell the handle", () => {
    const [ada] = membersFrom([
      '123+ada-l@users.noreply.github.com\tAda Lovelace',
      '123+ada-l@users.noreply.github.com\tAda Lovelace',
      'ada@relay.example\tAda Lovelace',
    ]);
    assert.deepEqual(ada?.emails, ['ada@relay.example', '123+ada-l@users.noreply.github.com']);
    assert.deepEqual(ada?.handles, { github: 'ada-l' });
  });

  it('have an id that can be typed, whatever script the name is in', () => {
    assert.deepEqual(
      people(
        ['dmitry@x.example', 'Дмитрий Иванов'],
        ['xiaolong.li@x.example', '李小龙'],
        ['oystein@x.example', 'Øystein Hansen'],
        ['1+hana@users.noreply.github.com', 'はな'],
        ['r@x.example', 'Renée Müller'],
        ['李@x.example', '王秀英'],
        ['', 'علی رضایی'],
      ).map((text) => text.slice(0, text.indexOf(':'))),
      ['dmitry', 'xiaolong-li', 'oystein', 'hana', 'renee', 'member', 'member-2'],
    );
  });

  it('are five hundred when five hundred wrote', () => {
    const lines = Array.from({ length: 500 }, (_, index) => `p${index}@x.example\tPat Number${index}`);
    const found = membersFrom([...lines, ...lines]);
    assert.equal(found.length, 500);
    assert.equal(new Set(found.map(({ id }) => id)).size, 500);
    assert.ok(found.every(({ commits }) => commits === 2));
  });

  it('lose what draws nothing or turns a line around, and what no name needs', () => {
    assert.deepEqual(people(['a@x.example', `\u202eAda\u0000 \u200bLovelace  ${'x'.repeat(200)}`]), [
      `ada: Ada Lovelace ${'x'.repeat(87)} <a@x.example> 1`,
    ]);
  });

  it('are read from any lines', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string())), (lines) => {
        const found = membersFrom(lines);
        assert.equal(new Set(found.map(({ id }) => id)).size, found.length);
        for (const { id } of found) assert.match(id, /^[a-z0-9][a-z0-9-]*$/);
      }),
    );
  });
});

describe('Typed members', () => {
  it('are names, addresses, or both', () => {
    assert.deepEqual(
      membersNamed('Ada Lovelace <Ada@relay.example>, Grace Hopper;alan@relay.example\n<hedy@x.y>, , <>'),
      [
        { id: 'ada', name: 'Ada Lovelace', emails: ['ada@relay.example'] },
        { id: 'grace', name: 'Grace Hopper' },
        { id: 'alan', emails: ['alan@relay.example'] },
        { id: 'hedy', emails: ['hedy@x.y'] },
      ],
    );
  });

  it('do not take an id that is taken', () => {
    assert.deepEqual(
      membersNamed('Ada, Ada Byron', new MemberIds(['ada'])).map(({ id }) => id),
      ['ada-2', 'ada-b'],
    );
    assert.equal(new MemberIds(['member']).idFor('', []), 'member-2');
  });

  it('take ids by the number of people, not by its square, where thousands have one first name', () => {
    const adas = (size: number) => Array.from({ length: size }, (_, n) => `ada@${n}.example\tAda`);
    assert.equal(membersFrom(adas(2000)).at(-1)?.id, 'ada-2000');
    assert.ok(growth((size) => membersFrom(adas(size)), 1000) < LINEAR);
  });
});
