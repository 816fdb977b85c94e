/** The wording checks: what fires, what does not, and what is never looked at. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  checkOutcome,
  checkProblem,
  checkWords,
  REASONS,
  type WordingCheck,
} from '../../../../src/core/wording/wording.ts';
import { growth, LINEAR } from '../../../support/growth.ts';

const GOOD =
  '30% of users miss time-sensitive updates, and it costs us $200K in annual churn. How should we solve this?';
const CHECKS = Object.keys(REASONS) as WordingCheck[];

const problemChecks = (body: string) =>
  checkProblem(body, { hasSufferer: false, hasEvidence: false }).map(({ check }) => check);
const outcomeChecks = (text: string) => checkOutcome(text, {}).map(({ check }) => check);

/** Each sentence makes the check fire, or does not, whatever the other checks say. */
function firing(check: WordingCheck, checks: (text: string) => WordingCheck[], fires: string[], silent: string[]) {
  it(`${check} fires on what it is about`, () => {
    for (const text of fires) assert.ok(checks(text).includes(check), text);
  });
  it(`${check} keeps silent otherwise`, () => {
    for (const text of silent) assert.ok(!checks(text).includes(check), text);
  });
}

describe('the wording of a problem', () => {
  firing(
    'solution-first',
    problemChecks,
    [
      'Build a dashboard for on-call engineers.',
      'Add dark mode',
      'Create an API for partners, because they ask.',
      '**We need** a new notification service.',
      'We need to migrate to Postgres.',
      'We should implement single sign-on.',
      'Lack of a dashboard.',
      'There is a lack of any export API.',
      'Users need a button to export their data.',
      '# Title\n\n- Introduce a cache',
    ],
    [
      GOOD,
      'Build times are over 20 minutes for 40 engineers.',
      'Build times of 20 minutes cost every engineer a day a month.',
      'Add buttons are hidden from most admins.',
      'We need to restart the server every morning.',
      'We need a day to set up a laptop.',
      'Lack of sleep makes nurses give the wrong dose.',
      'Users need an answer within the hour and wait for three days.',
      'The build fails twice a day. We could add a cache.',
      '> Add dark mode\n\nUsers read at night and their eyes hurt.',
    ],
  );

  firing(
    'no-sufferer',
    problemChecks,
    [
      'Notifications arrive late.',
      'The cache is cold after each deployment.',
      'Servers and containers restart during updates.',
      'Latency is high.\n\n> Our customers hate it',
    ],
    [
      GOOD,
      'Drivers spend more time and money than they save looking for cheap fuel',
      'Notifications arrive late.\n\nSupport agents hear of it first.',
      'Beekeepers lose hives.',
      'It costs us money.',
      '',
    ],
  );

  firing(
    'no-open-question',
    problemChecks,
    ['Users miss updates.', 'Users miss updates, see https://x.example/?q=1.', 'Users miss updates.\n\n> Why is that?'],
    [GOOD, 'Users miss updates.\n\nHow might we tell them?', 'Why? Nobody knows.', '', '> Only a quote'],
  );

  firing(
    'unsupported-claim',
    problemChecks,
    [
      '30% of users miss updates.',
      'It costs us $200K a year.',
      'Setup takes new admins 45 minutes.',
      'Nine out of ten customers give up.',
      '12 of 40 admins give up.',
      'We lose 300 customers a month.',
    ],
    [
      'Support for Windows went GA in v1.14, released in 2019.',
      'Users miss updates.\n\nThat was 30% of them.',
      '30% of users miss updates ([survey](https://x.example/s)).',
      'According to the March survey, 30% of users miss updates.',
      'The tolerance is by default set to 10%.',
      'If 10% of nodes fail, operators are lost.',
      'Users miss `30%` of "$200K".',
    ],
  );

  it('is held against nothing when it is a good one', () => {
    assert.deepEqual(checkProblem(GOOD, { hasSufferer: false, hasEvidence: true }), []);
    assert.deepEqual(checkProblem(`# Missed\n\n${GOOD}\n`, { hasSufferer: true, hasEvidence: true }), []);
  });

  it('is asked for a question where it ends: behind its list, its code and its link, and before the next heading', () => {
    const placed = (body: string) =>
      checkProblem(body, { hasSufferer: true, hasEvidence: true }).map(({ start, end }) => body.slice(start, end));
    assert.deepEqual(placed('Shops wait:\n\n- for money\n- for `answers`\n\n## No goals\n\nLetters.\n'), [
      'for `answers`',
    ]);
    assert.deepEqual(placed('This belongs to\n[a plan](https://x.example/a)\n\nMore.\n'), [
      'This belongs to\n[a plan](https://x.example/a)',
    ]);
    assert.deepEqual(placed('They wait for `x`.\n'), ['They wait for `x`.']);
  });

  it('need not repeat what the fields say', () => {
    assert.deepEqual(checkProblem('Pages load late. Why?', { hasSufferer: true, hasEvidence: false }), []);
    assert.deepEqual(checkProblem('Half load late, 20%. Who?', { hasSufferer: false, hasEvidence: true }), []);
  });

  it('is not judged where nothing is said', () => {
    for (const body of [
      '',
      '\n\n',
      '# Build a thing',
      '```\nBuild a thing\n```',
      '<!-- Build a thing -->',
      '> Build a thing',
    ])
      assert.deepEqual(problemChecks(body), [], body);
  });

  it('is marked where it stands', () => {
    const body = '# Cold\r\n\r\n- [ ] Build a cache, 30% of users wait.\r\n';
    const marked = checkProblem(body, { hasSufferer: false, hasEvidence: false });
    assert.deepEqual(
      marked.map(({ check, start, end }) => [check, body.slice(start, end)]),
      [
        ['solution-first', 'Build a'],
        ['no-open-question', 'Build a cache, 30% of users wait.'],
        ['unsupported-claim', '30%'],
      ],
    );
  });
});

describe('the wording of an outcome', () => {
  firing(
    'business-target',
    outcomeChecks,
    [
      'Improves activation KPIs',
      'Increase conversion',
      'NPS from 30 to 40',
      'Customer churn falls from 5% to 3%',
      'Grow annual revenue by 10%',
      'Increase our user retention',
      'Sign-up rate from 3% to 5%',
    ],
    [
      'Setup takes 3 minutes instead of 20',
      'New admins finish the setup on the first day',
      'Log retention from 3 to 30 days',
      'Extension activation takes 50 ms instead of 300',
      'Customers who renew: 80% instead of 60%',
      'Unit conversion errors fall from 9 to 1 a week',
    ],
  );

  firing(
    'output-as-outcome',
    outcomeChecks,
    [
      'Ship the new editor',
      'Launch in Germany by May',
      'Release v2',
      'The dashboard is launched',
      'Feature parity with the old app',
      'Number of integrations',
      'Increase the number of published articles',
    ],
    [
      'More course views include reviews',
      'Release notes are read by 40% of admins instead of 5%',
      'Launch time falls from 9 s to 2 s',
      'Deploys take 5 minutes instead of 40',
      'Orders are shipped within 2 days instead of 5',
      'Number of support tickets per week',
      'Number of customers who get an answer within an hour',
      'Deploy from 40 minutes to 5',
    ],
  );

  firing(
    'no-baseline',
    outcomeChecks,
    [
      'Reduce setup time',
      'Faster search for nurses',
      'Increase answered questions to 80%',
      'Shorten the wait to 3 days',
    ],
    [
      'from 20 min to 3 min by 31 January',
      'Setup takes 3 minutes instead of 20',
      'Reduce setup from 20 to 3 minutes',
      'Improve answered questions (40% → 45%)',
      'Cut the wait, 9 days today, to 3',
      'More course views include reviews',
      'Cutlery arrives clean',
    ],
  );

  firing(
    'no-target',
    outcomeChecks,
    ['Reduce setup time', 'Faster search for nurses', 'Improve from 20 minutes', 'Decrease the wait'],
    [
      'from 20 min to 3 min by 31 January',
      'Setup takes 3 minutes instead of 20',
      'Halve and speed up the setup',
      'Shorten the wait to under 3 days',
      'Increase answered questions by 20 a week',
      'Admins set up in one go',
    ],
  );

  firing(
    'ambiguous-percent',
    outcomeChecks,
    [
      'Increased the completion rate by 5%',
      'Adoption grew by 12 %',
      '20% higher conversion',
      'The error rate fell by 10 percent',
      '5% improvement in the success rate',
    ],
    [
      '+5 points (40% → 45%)',
      'Adoption grew by 5 percentage points',
      'The completion rate rises from 40% to 45%',
      'Reduce the time to set up by 30%',
      'Adoption grew by 12%, relative',
      '40% of admins adopt it',
    ],
  );

  it('need not repeat what the fields say', () => {
    assert.deepEqual(checkOutcome('Reduce the time admins wait', { baseline: 20, target: 3, unit: 'minutes' }), []);
    assert.deepEqual(checkOutcome('Reduce the time admins wait', { baseline: 0, target: 0 }), []);
  });

  it('is not judged where nothing is said', () => {
    for (const text of ['', '  ', '`Increase revenue`']) assert.deepEqual(checkOutcome(text, {}), []);
  });
});

describe('single words', () => {
  const words = (check: WordingCheck) => (text: string) => checkWords(text, [check]).map((finding) => finding.check);

  firing(
    'vague',
    words('vague'),
    [
      'A seamless experience.',
      'The setup is intuitive.',
      'A more robust solution.',
      'We offer a better experience.',
      'Some users complain.',
      'Many customers leave.',
      'It works better.',
    ],
    [
      GOOD,
      'It is not intuitive.',
      "The menu isn't intuitive.",
      'It is counter-intuitive.',
      'It works better than on paper.',
      'We had better ask.',
      'Many users (120 of 400) complain.',
      'He called it "seamless".',
      'The flag `robust` is on.',
      '> seamless',
      'See [here](https://x.example/seamless-and-robust) or https://x.example/robust.',
      '| robust | table |\n|---|---|\n| seamless | x |',
    ],
  );

  firing(
    'blame',
    words('blame'),
    [
      'Engineering missed the deadline.',
      'The team underestimated it.',
      'Devs failed to deliver.',
      'It is late, because the backend team slipped again.',
      "The developers couldn't keep their promise.",
    ],
    [
      'late after +20% scope, agreed on 12 November',
      'Developers missed time-sensitive updates.',
      'The team failed over to the second region.',
      'The deadline moved after the team found three more cases.',
      'The job failed.',
      '> Engineering missed the deadline.',
    ],
  );

  firing(
    'causal-overreach',
    words('causal-overreach'),
    [
      'The new flow caused a 12% rise in sign-ups.',
      'This proved that reminders work.',
      'Churn fell to 3% thanks to the new onboarding.',
      'It caused the drop in tickets.',
      'The ladder caused a change in churn.',
      'It is proven that reminders work.',
    ],
    [
      'Churn fell to 3%; it changed after the release.',
      'The outage was caused by a full disk.',
      'The bug caused data loss.',
      'Thanks to Ada for the 3 reviews.',
      'It proved to be hard.',
      'Against a control group of 400, the new flow caused a 12% rise.',
      'The A/B test proved that reminders work.',
      'A struct had changed, which caused a backwards-incompatible change to the configuration format.',
      'Moving it out would prove that it has no other dependencies.',
      'Prove that the tests are not flaky.',
      'There is a robust test for the field, which proves that it is validated.',
      'Thanks to these efforts, KEP-4671 made gang scheduling possible in v1.35.',
    ],
  );

  it('are only checked for what is asked, and for what words alone can tell', () => {
    assert.deepEqual(
      checkWords('Some users want a seamless flow. Engineering slipped.', ['blame', 'no-sufferer']).map((f) => f.check),
      ['blame'],
    );
    assert.deepEqual(checkWords('Build it', ['solution-first', 'no-target']), []);
  });
});

describe('every check', () => {
  it('gives a reason and an example that no check would complain about', () => {
    for (const check of CHECKS) {
      const { message, example } = REASONS[check]();
      assert.ok(message.length > 20 && message.length < 110, message);
      assert.deepEqual(checkOutcome(example, {}), [], example);
      assert.deepEqual(checkWords(example, CHECKS), [], example);
      assert.deepEqual(
        problemChecks(example).filter((found) => found === 'solution-first' || found === 'vague'),
        [],
        example,
      );
    }
  });

  it('points into the text in order, whatever it holds', () => {
    const part = fc.constantFrom(
      ...[
        'Build a ',
        'dashboard',
        '30% ',
        'some users ',
        '> ',
        '`',
        '"',
        '\n',
        '\r\n',
        '\n\n',
        '- ',
        '[x](y)',
        '. ',
        '? ',
      ],
      ...[
        'seamless ',
        'reduce ',
        'KPI ',
        'thanks to the ',
        'Devs slipped',
        '```\n',
        '🚀',
        '<b>',
        'é',
        'https://x.y/z ',
      ],
    );
    void fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const context = { hasSufferer: false, hasEvidence: false };
        for (const found of [checkProblem(text, context), checkOutcome(text, {}), checkWords(text, CHECKS)]) {
          found.forEach(({ start, end }, index) => {
            assert.ok(start >= (found[index - 1]?.start ?? 0) && start < end && end <= text.length);
            assert.equal(text.slice(start, end), text.slice(start, end).trim());
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('stays quick on text made to be slow', () => {
    for (const unit of [
      'a ',
      '1 ',
      'to ',
      'we need a ',
      '5% ',
      'rate by ',
      '"',
      '`',
      '[',
      'a. ',
      'from 1 ',
      'users ',
      '(',
      '<a',
      'increase the rate ',
      'thanks to ',
      'lack of a ',
      'caused a ',
      ' ',
      'number of ',
    ]) {
      const read = (size: number): void => {
        const text = unit.repeat(size / unit.length);
        checkProblem(text, { hasSufferer: false, hasEvidence: false });
        checkOutcome(text, {});
        checkWords(text, CHECKS);
      };
      assert.ok(growth(read, 12_500) < LINEAR, JSON.stringify(unit));
    }
  });
});
