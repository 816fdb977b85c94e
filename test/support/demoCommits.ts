/** The commits of the demo: who did what, when and why, with today's files taken back to what they were. */
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { demoFolder } from './paths.ts';

export type Member = 'ada' | 'hedy' | 'alan' | 'grace' | 'katherine';

/** What a file becomes: its text, or nothing where it goes away. */
export type Change = readonly [file: string, text: string | undefined];

/** The hash of the commit with a name, of those made before. */
export type HashOf = (name: string) => string;

export interface DemoCommit {
  /** What tests and other commits call it. */
  readonly name: string;
  /** Where it is made; a branch that is not there yet starts from `main`. */
  readonly branch?: string;
  readonly by: Member;
  /** Minutes matter: git sorts by them. */
  readonly at: `2026-${string}Z`;
  readonly message: string;
  /** The branch that is merged, without which it is no merge. */
  readonly merges?: string;
  readonly changes?: (hash: HashOf) => readonly Change[];
}

const today = (file: string): string => readFileSync(path.join(demoFolder, file), 'utf8');

/** Today's text with parts replaced. Throws where one is not there exactly once: then the demo was changed. */
function before(file: string, ...parts: readonly (readonly [now: string, then: string])[]): string {
  return parts.reduce((text, [now, then]) => {
    if (text.split(now).length === 2) return text.replace(now, () => then);
    throw new Error(
      `The demo’s ${file} does not hold this exactly once any more, so its history must change too:\n${now}`,
    );
  }, today(file));
}

/** Today's text without the lines from one that starts so, up to before another; none may be left out by mistake. */
function lines(file: string, from: string, to: string): string {
  const text = today(file);
  const start = text.indexOf(`\n${from}`) + 1;
  const end = to === '' ? text.length : text.indexOf(`\n${to}`, start) + 1;
  if (start > 0 && end > start) return text.slice(start, end);
  throw new Error(
    `The demo’s ${file} has no lines from “${from}” to “${to}” any more, so its history must change too.`,
  );
}

const QUEUE = 'src/queue/deliveryQueue.ts';
const RETRY = 'src/delivery/retryPolicy.ts';
const TEXTS = 'src/templates/render.ts';
const SIGNATURE = 'src/webhooks/signature.ts';
const HMAC = 'src/webhooks/hmac.ts';
const LADDER = 'src/channels/urgentChannel.ts';
const DIGEST = 'src/digest/digestScheduler.ts';
const ZONE = 'src/digest/zone.ts';
const SETTINGS = 'src/settings/settingsApi.ts';
const IGNORED = '.git-blame-ignore-revs';

/** As it was before everybody used the formatter. */
const unformatted = (text: string): string =>
  text.replace(/^( {2})+/gm, (indent) => indent.repeat(2)).replaceAll(/'([a-z./-]*)'/g, '"$1"');

const putBack: [string, string] = [lines(QUEUE, '  /** Puts a message back', '  stats('), ''];
const budget: [string, string] = [lines(QUEUE, '/** PAY-142: an urgent message', 'export interface QueueStats'), ''];
const finals = (): [string, string][] => [
  [lines(RETRY, '/** Carriers say these', 'export type Decision'), ''],
  [lines(RETRY, '  if (FINAL.has', '  const policy'), ''],
];
const french: [string, string] = [lines(TEXTS, "      fr: '{amount}", '    },'), ''];
const receiptText: [string, string] = [`${lines(TEXTS, "    id: 'payout-receipt'", '];').replace(/^/, '  {\n')}`, ''];
const fits: [string, string][] = [
  [lines(TEXTS, '/** An SMS longer than this', 'export const TEMPLATES'), ''],
  [`\n${lines(TEXTS, '/** Whether the text fits one SMS', '')}`, ''],
];
const constantTime: [string, string][] = [
  ['sameText(expected, parts[2])', 'expected === parts[2]'],
  [`\n${lines(SIGNATURE, '/** Compares in constant time', '')}`, ''],
];
const hour = lines(DIGEST, '/** The next digest hour', '');
const burst: [string, string][] = [
  [lines(LADDER, 'const SMS_PER_SECOND', 'export interface UrgentResult'), ''],
  [`\n${lines(LADDER, '/** How long a burst takes', '')}`, ''],
];
const step: [string, string] = [lines(LADDER, "  { channel: 'voice'", '];'), ''];
const readReceipt: [string, string][] = [
  [
    '    if (await read(message, step.waitMs)) return { reached: true, tried };\n',
    "    if (outcome.state !== 'rejected') return { reached: true, tried };\n",
  ],
  ["    if (outcome.state === 'rejected') continue;\n", ''],
  ['  read: (message: Notification, withinMs: number) => Promise<boolean>,\n', ''],
];
const later: [string, string] = [' TODO(PAY-147): ask people for a second number.', ''];
const urgentMail: [string, string] = [lines(SETTINGS, '  // PAY-142: e-mail alone', '  return problems;'), ''];

/** Oldest first on each branch. What makes the last commit differ from the demo's files is not committed yet. */
export const DEMO_COMMITS: readonly DemoCommit[] = [
  {
    name: 'begin',
    by: 'alan',
    at: '2026-06-02T09:12:00Z',
    message: 'Lay out Relay: messages, a queue with three lanes, a package',
    changes: () => [
      ['package.json', today('package.json')],
      ['tsconfig.json', today('tsconfig.json')],
      ['src/types.ts', today('src/types.ts')],
      [QUEUE, unformatted(before(QUEUE, putBack, budget))],
    ],
  },
  {
    name: 'texts',
    by: 'hedy',
    at: '2026-06-16T13:40:00Z',
    message: 'Write the first texts, with a blank for each fact',
    changes: () => [[TEXTS, before(TEXTS, receiptText, french, ...fits)]],
  },
  {
    name: 'receipt-text',
    by: 'hedy',
    at: '2026-07-07T08:05:00Z',
    message: 'PAY-97: say on which day a payout arrives',
    changes: () => [[TEXTS, before(TEXTS, french, ...fits)]],
  },
  {
    name: 'retry',
    by: 'alan',
    at: '2026-07-20T15:31:00Z',
    message: 'Try again when a carrier says no\n\nQuickly for what is urgent, patiently for what is not.',
    changes: () => [[RETRY, unformatted(before(RETRY, ...finals()))]],
  },
  {
    name: 'hour',
    by: 'ada',
    at: '2026-08-11T09:50:00Z',
    message: 'Find the next hour of the day in any zone',
    changes: () => [[ZONE, `/** Hours of the day, wherever the reader is. */\nconst HOUR_MS = 3_600_000;\n\n${hour}`]],
  },
  {
    name: 'finals',
    by: 'alan',
    at: '2026-09-14T10:22:00Z',
    message:
      'Never retry what a carrier calls final\n\nOperations wants to hear of these at once (OPS-27): a number that does not exist\nwill not exist in an hour either.',
    changes: () => [[RETRY, unformatted(today(RETRY))]],
  },
  {
    name: 'sign',
    by: 'hedy',
    at: '2026-09-15T16:02:00Z',
    message:
      'Sign every webhook we send (#14)\n\n* HMAC-SHA-256 over the time and the payload\n* Check it the way the sample code does\n\nCo-authored-by: Ada Lovelace <ada@relay.example>',
    changes: () => [[HMAC, before(SIGNATURE, ...constantTime)]],
  },
  {
    name: 'format',
    by: 'alan',
    at: '2026-09-21T07:58:00Z',
    message: 'Format everything: two spaces, single quotes',
    changes: () => [
      [QUEUE, before(QUEUE, putBack, budget)],
      [RETRY, today(RETRY)],
    ],
  },
  {
    name: 'ignore',
    by: 'alan',
    at: '2026-09-21T08:03:00Z',
    message: 'Let blame look through the formatting',
    changes: (hash) => [[IGNORED, `# Format everything: two spaces, single quotes\n${hash('format')}\n`]],
  },
  {
    name: 'rename',
    by: 'hedy',
    at: '2026-10-05T11:15:00Z',
    message: 'Name the file after what it makes',
    changes: () => [
      [HMAC, undefined],
      [SIGNATURE, before(SIGNATURE, ...constantTime)],
    ],
  },
  {
    name: 'constant-time',
    by: 'hedy',
    at: '2026-10-08T14:27:00Z',
    message: 'Compare signatures in constant time',
    changes: () => [[SIGNATURE, today(SIGNATURE)]],
  },
  {
    name: 'ladder-push',
    branch: 'feature/PAY-143-ladder',
    by: 'ada',
    at: '2026-10-19T09:30:00Z',
    message: 'Try push, then SMS',
    changes: () => [[LADDER, before(LADDER, ...burst, later, step, ...readReceipt)]],
  },
  {
    name: 'settings',
    by: 'katherine',
    at: '2026-10-22T12:44:00Z',
    message:
      'Start from three rules, and say what is wrong with a fourth\n\nSix of eight account owners asked for help with the switches.\n\nInitiative: PAY-150\nBecause: confusing-settings\nEvidence: ev-4w9r2kcm',
    changes: () => [[SETTINGS, before(SETTINGS, urgentMail)]],
  },
  {
    name: 'ladder-read',
    branch: 'feature/PAY-143-ladder',
    by: 'hedy',
    at: '2026-10-23T10:11:00Z',
    message: 'Wait for the read receipt before the next step\n\nTaken by the phone is not read by a person.',
    changes: () => [[LADDER, before(LADDER, ...burst, later, step)]],
  },
  {
    name: 'ladder-call',
    branch: 'feature/PAY-143-ladder',
    by: 'ada',
    at: '2026-10-26T08:36:00Z',
    message: 'Call when the SMS goes unread too',
    changes: () => [[LADDER, before(LADDER, ...burst, later)]],
  },
  {
    name: 'ladder',
    by: 'alan',
    at: '2026-10-26T15:20:00Z',
    message: 'Merge pull request #12 from relay-example/feature/PAY-143-ladder\n\nClimb from push to SMS to a call',
    merges: 'feature/PAY-143-ladder',
  },
  {
    name: 'budget',
    by: 'ada',
    at: '2026-10-29T13:03:00Z',
    message:
      'Give an urgent message thirty seconds in the queue\n\nInitiative: PAY-142\nBecause: missed-updates\nEvidence: ev-7k3f9q2m',
    changes: () => [[QUEUE, before(QUEUE, putBack)]],
  },
  {
    name: 'digest',
    by: 'ada',
    at: '2026-11-02T10:48:00Z',
    message: 'Collect what can wait into one digest a day\n\nInitiative: OPS-31\nBecause: alert-noise',
    changes: () => [
      [
        DIGEST,
        before(
          DIGEST,
          [`\n${hour}`, ''],
          ['const HOUR_MS = 3_600_000;\n\n', ''],
          [
            "import type { Notification, Recipient } from '../types.ts';\n",
            "import type { Notification, Recipient } from '../types.ts';\nimport { nextDigest } from './zone.ts';\n",
          ],
        ),
      ],
    ],
  },
  {
    name: 'move',
    by: 'ada',
    at: '2026-11-03T09:17:00Z',
    message: 'Keep the hour beside the scheduler, the only one to ask for it',
    changes: () => [
      [ZONE, undefined],
      [DIGEST, today(DIGEST)],
    ],
  },
  {
    name: 'limits',
    by: 'hedy',
    at: '2026-11-09T14:55:00Z',
    message:
      'PAY-155: let one customer’s burst delay nobody else\n\nUrgent messages borrow from the bucket, down to a floor.',
    changes: () => [['src/limits/rateLimiter.ts', today('src/limits/rateLimiter.ts')]],
  },
  {
    name: 'receipts',
    by: 'hedy',
    at: '2026-11-10T16:30:00Z',
    message: 'Keep a receipt of what reached whom\n\nInitiative: OPS-52\nBecause: audit-proof\nEvidence: ev-1q4h8sbf',
    changes: () => [['src/receipts/receiptLog.ts', today('src/receipts/receiptLog.ts')]],
  },
  {
    name: 'french',
    by: 'katherine',
    at: '2026-11-16T11:09:00Z',
    message: 'PAY-161: warn of a cut-off in French, and say whether it fits one SMS',
    changes: () => [[TEXTS, today(TEXTS)]],
  },
  {
    name: 'tests',
    by: 'ada',
    at: '2026-11-17T13:52:00Z',
    message: 'Test the queue and deliveries',
    changes: () =>
      ['delivery.test.ts', 'deliveryQueue.test.ts', 'messages.ts'].map((file) => [
        `test/${file}`,
        today(`test/${file}`),
      ]),
  },
  {
    name: 'designs',
    by: 'ada',
    at: '2026-11-19T09:25:00Z',
    message:
      'Write down the designs of the ladder and the digest\n\nFor PAY-142 and OPS-31, as agreed with Acme, Tern Bank and Basalt.',
    changes: () => ['urgent-channel', 'quieter-mornings'].map((name) => [`docs/${name}.md`, today(`docs/${name}.md`)]),
  },
  {
    name: 'digest-hour',
    branch: 'quieter-mornings',
    by: 'ada',
    at: '2026-11-20T10:02:00Z',
    message: 'Send the digest at seven, before the first shift',
    changes: () => [[DIGEST, before(DIGEST, ['hourOfDay = 8', 'hourOfDay = 7'])]],
  },
  {
    name: 'voice',
    branch: 'try-voice-wording',
    by: 'hedy',
    at: '2026-11-20T15:47:00Z',
    message: 'Try three wordings for the call',
    changes: () => [
      [
        'docs/voice.md',
        '# Wordings\n\n1. “This is Relay for Acme Payments.”\n2. “Acme Payments needs you.”\n3. “A payment is stuck.”\n',
      ],
    ],
  },
  {
    name: 'burst',
    branch: 'feature/PAY-142-urgent-channel',
    by: 'ada',
    at: '2026-11-23T09:41:00Z',
    message: 'Know how long a burst takes to leave the house',
    changes: () => [
      [LADDER, before(LADDER, later)],
      ['test/urgentChannel.test.ts', today('test/urgentChannel.test.ts')],
    ],
  },
  {
    name: 'put-back',
    branch: 'feature/PAY-142-urgent-channel',
    by: 'hedy',
    at: '2026-11-24T14:18:00Z',
    message: 'Give a message back its place when it is tried again',
    changes: () => [[QUEUE, today(QUEUE)]],
  },
];
