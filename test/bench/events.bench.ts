/** A CSV file of a million events: read and counted, against streaming its lines. */
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { countedIn } from '../../src/core/adoption/counted.ts';
import { headOf, rowsOf } from '../../src/core/adoption/csvRows.ts';
import { type Events, readEvents } from '../../src/core/adoption/events.ts';
import { byteSource, sha256 } from '../../src/store/byteSource.ts';
import { inTurn, measure, ratio, type Table } from './frame.ts';

const [ROWS, PEOPLE, MANY] = [1_000_000, 20_000, 200_000];
const EVENTS = `${ROWS.toLocaleString('en')} events`;
const NAMES = ['report seen', 'report opened', 'report exported', 'login'];

export async function bench(table: Table): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'because-events-'));
  try {
    const file = path.join(folder, 'events.csv');
    await writeEvents(file, PEOPLE, (person) => `user-${person}`);
    await measureFile(table, file);
    await writeEvents(file, MANY, (person) => `${person}@of-a-long-address.example`);
    table.add(`${EVENTS}: heap while reading, of ${MANY} people`, (await heapOfReading(file)) / 1024 / 1024, 'MB', 100);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measureFile(table: Table, file: string): Promise<void> {
  let events: Events | undefined;
  const [lines, rows, read] = await inTurn(
    5,
    { work: () => countLines(file) },
    { work: () => countRows(file) },
    {
      work: async () => {
        events = await eventsIn(file);
      },
    },
  );
  if (events?.who.length !== ROWS) throw new Error(`${events?.who.length} of ${ROWS} events were read.`);
  table.add(`${EVENTS}: streaming the lines of the file`, lines.median, 'ms');
  table.add(`${EVENTS}: streaming the rows of the file, against its lines`, ratio(rows, lines), '×', 2);
  table.add(`${EVENTS}: reading who, what and when, with a hash`, read.median, 'ms');
  // Twice is the aim, and is not reached: a row's three texts alone take as long as its line, and its day, two look-ups, the hash of
  // its bytes and the memory they all go through take that long again, or twice on a machine that others use too.
  table.add(`${EVENTS}: the same, against streaming the lines`, ratio(read, lines), '×', 4);
  table.add(`${EVENTS}: heap while reading`, (await heapOfReading(file)) / 1024 / 1024, 'MB', 100);
  const meanings = { exposed: ['report seen'], activated: ['report opened'], used: ['report exported'] };
  const known = events;
  const counted = await measure('counted', () => countedIn(known, meanings));
  table.add(`${EVENTS}: counting people at each step`, counted.median, 'ms', 200);
}

/** The most that is used meanwhile, in bytes. To look takes time itself, so no reading is timed that is looked at. */
async function heapOfReading(file: string): Promise<number> {
  const before = process.memoryUsage().heapUsed;
  let peak = 0;
  await eventsIn(file, () => {
    peak = Math.max(peak, process.memoryUsage().heapUsed - before);
  });
  return peak;
}

async function eventsIn(file: string, onProgress?: () => void): Promise<Events> {
  const source = await byteSource(file);
  const { form } = await headOf(source);
  const columns = { user: 0, event: 1, time: 2 };
  return readEvents(source, { columns, form, zone: 'Europe/Paris', hasher: sha256, onProgress });
}

async function countRows(file: string): Promise<void> {
  const source = await byteSource(file);
  const { form } = await headOf(source);
  let rows = 0;
  for await (const each of rowsOf(source, form)) rows += each.rows.length;
  if (rows !== ROWS + 1) throw new Error(`${rows} rows.`);
}

async function countLines(file: string): Promise<void> {
  let lines = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line !== '') lines++;
  }
  if (lines !== ROWS + 1) throw new Error(`${lines} lines.`);
}

async function writeEvents(file: string, people: number, named: (person: number) => string): Promise<void> {
  const out = createWriteStream(file);
  out.write('user,event,time\n');
  const start = Date.parse('2026-09-01T00:00:00Z');
  for (let row = 0; row < ROWS; row++) {
    const time = new Date(start + row * 7500).toISOString();
    const isTaken = out.write(`${named((row * 7919) % people)},${NAMES[row % NAMES.length]},${time}\n`);
    if (!isTaken) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
