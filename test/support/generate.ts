/** Context folders of any size for measuring, the same for the same number. */
import * as fs from 'node:fs';
import * as path from 'node:path';

/** A generator of numbers in [0, 1) that gives the same series for the same seed (mulberry32). */
function series(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS =
  'people miss updates when the queue is late and retries hide the reason so support answers the same question twice every week because nobody sees which customer waits and for how long'.split(
    ' ',
  );

/** Of a hundred records, how many are of each kind; the proportions of a real context. */
const SHARES = { initiatives: 18, problems: 16, evidence: 36, risks: 20, replies: 6, links: 4 } as const;

const SPRINTS = 8;

/** The files of a context with so many records, by path, besides its team and sprints. */
export function generate(count: number): Map<string, string> {
  const random = series(count);
  const pick = (most: number) => 1 + Math.floor(random() * most);
  const words = (most: number) => Array.from({ length: most }, () => WORDS[pick(WORDS.length) - 1]).join(' ');
  const many = (share: keyof typeof SHARES) => Math.max(1, Math.round((count * SHARES[share]) / 100));
  const day = () => `2026-${String(pick(11)).padStart(2, '0')}-${String(pick(28)).padStart(2, '0')}`;
  const files = new Map<string, string>();
  const put = (file: string, fields: readonly string[], body: string) =>
    files.set(file, `---\n${fields.join('\n')}\n---\n${body}\n`);

  files.set(
    'because.yml',
    'team:\n  name: Relay\n  members:\n    - {id: ada, name: Ada Lovelace, role: engineer}\n    - {id: grace, name: Grace Hopper, role: pm}\nkeys: [PAY]\n',
  );
  for (let n = 1; n <= SPRINTS; n++) {
    put(`sprints/s${n}.md`, [`title: Sprint ${n}`, `starts: 2026-0${n}-01`, `ends: 2026-0${n}-14`], '');
  }
  for (let n = 1; n <= many('problems'); n++) {
    put(
      `problems/problem-${n}.md`,
      [`id: problem-${n}`, 'segment: retail', 'status: validated'],
      `${pick(90)}% of users ${words(30)}.\n\nHow should we solve this?`,
    );
  }
  for (let n = 1; n <= many('initiatives'); n++) {
    put(
      `initiatives/PAY-${n}.md`,
      [
        `id: PAY-${n}`,
        `title: ${words(6)}`,
        'kind: feature',
        'status: building',
        `sprint: s${pick(SPRINTS)}`,
        `problem: problem-${pick(many('problems'))}`,
        `issues:\n  - relay/api#${n}`,
        'owner: ada',
        'team: [ada, grace]',
        `created: ${day()}`,
      ],
      `${words(60)}.\n\n${words(80)}.`,
    );
  }
  for (let n = 1; n <= many('evidence'); n++) {
    put(
      `evidence/evidence-${n}.md`,
      [
        'kind: quote',
        `problem: problem-${pick(many('problems'))}`,
        `customer: Customer ${pick(200)}`,
        `date: ${day()}`,
      ],
      `> ${words(30)}.`,
    );
  }
  for (let n = 1; n <= many('risks'); n++) {
    put(
      `risks/risk-${n}.md`,
      [`initiative: PAY-${pick(many('initiatives'))}`, `likelihood: ${pick(5)}`, `impact: ${pick(5)}`, 'by: ada'],
      `${words(40)}.`,
    );
  }
  for (let n = 1; n <= many('replies'); n++)
    put(`replies/reply-${n}.md`, [`on: risk-${pick(many('risks'))}`, 'by: grace'], words(20));
  for (let n = 1; n <= many('links'); n++)
    put(`links/link-${n}.md`, [`branch: feature/${n}`, `initiative: PAY-${pick(many('initiatives'))}`], '');
  return files;
}

/** Writes a generated context below a folder. */
export function writeGenerated(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [file, text] of files) {
    const target = path.join(folder, ...file.split('/'));
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
  }
}
