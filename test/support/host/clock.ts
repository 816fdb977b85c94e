/** The clock of the windows that tests open: the demo's sprint runs and its questions wait, whatever day it is outside. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import * as path from 'node:path';

/** A Sunday evening in the demo's zone, on the last day of its sprint; nobody is at work, so no answer falls due meanwhile. */
const BEGIN = Date.UTC(2026, 10, 29, 19);

const VARIABLE = 'BECAUSE_TESTS_AHEAD';

const started = Date.now();

/** What a server is started with, so that its extension hosts go by that clock. */
export const clockEnvironment = (): NodeJS.ProcessEnv => ({ [VARIABLE]: String(BEGIN - started) });

/** Runs in an extension host before its own code. */
const setClock = `{
  const ahead = Number(process.env.${VARIABLE} ?? 0);
  const Real = Date;
  const now = () => Real.now() + ahead;
  if (ahead !== 0)
    globalThis.Date = new Proxy(Real, {
      construct: (real, given, made) => Reflect.construct(real, given.length === 0 ? [now()] : given, made),
      apply: () => new Real(now()).toString(),
      get: (real, name) => (name === 'now' ? now : Reflect.get(real, name)),
    });
}
`;

/** Has the extension hosts of a server build go by the clock they are started with: the editor hands them no option for it. */
export async function giveClock(product: string): Promise<void> {
  const file = path.join(product, 'out', 'bootstrap-fork.js');
  const code = await readFile(file, 'utf8');
  if (code.startsWith(setClock)) return;
  // Several tiers may start at once; a half-written file would end them.
  const whole = `${file}.${process.pid}`;
  await writeFile(whole, `${setClock}${code}`);
  await rename(whole, file);
}
