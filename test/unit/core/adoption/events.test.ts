/** Reading events out of CSV files: whatever people export, with nothing dropped unsaid. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type ByteSource, headOf } from '../../../../src/core/adoption/csvRows.ts';
import { type Events, readEvents } from '../../../../src/core/adoption/events.ts';
import { BecauseError } from '../../../../src/core/base/errors.ts';

/** A file whose bytes come in pieces of a size. */
function fileOf(bytes: Uint8Array, piece = 7): ByteSource {
  return {
    name: 'events.csv',
    size: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
}

const sha = () => {
  const hash = createHash('sha256');
  return { update: (bytes: Uint8Array) => void hash.update(bytes), digest: () => hash.digest('hex') };
};

async function read(content: string | Uint8Array, { piece = 7, zone }: { piece?: number; zone?: string } = {}) {
  const source = fileOf(typeof content === 'string' ? Buffer.from(content) : content, piece);
  const { form } = await headOf(source);
  return readEvents(source, { columns: { user: 0, event: 1, time: 2 }, form, zone, hasher: sha });
}

const told = ({ names, who, what, day }: Events) =>
  [...who].map(
    (person, at) => `${person} ${names[what[at] ?? 0]} ${new Date((day[at] ?? 0) * 864e5).toISOString().slice(0, 10)}`,
  );

const unread = ({ unread: rows }: Events) => Object.fromEntries(rows);

const plain =
  'user,event,time\nada,used,2026-11-01\n"grace","opened, twice",2026-11-02T23:30:00Z\nada,used,2026-11-03\n';
const rows = ['0 used 2026-11-01', '1 opened, twice 2026-11-02', '0 used 2026-11-03'];

function refused(code: string, message: RegExp) {
  return (error: unknown) => error instanceof BecauseError && error.code === code && message.test(error.message);
}

describe('Events in a CSV file', () => {
  it('are read in pieces of any size, with the hash of the bytes', async () => {
    for (const piece of [1, 2, 3, 16, 1000]) {
      const events = await read(plain, { piece });
      assert.deepEqual([told(events), events.people, unread(events)], [rows, 2, {}]);
      assert.equal(events.sha256, createHash('sha256').update(plain).digest('hex'));
    }
  });

  it('are read with CRLF, CR, semicolons and tabs, and without a line end at the end', async () => {
    for (const text of [
      plain.replaceAll('\n', '\r\n'),
      plain.replaceAll('\n', '\r'),
      plain.trimEnd(),
      plain.replaceAll(/,(?! )/g, ';'),
      plain.replaceAll(/,(?! )/g, '\t'),
    ]) {
      assert.deepEqual(told(await read(text)), rows);
    }
  });

  it('are read in UTF-8 with and without a mark, UTF-16 either way, and Windows-1252', async () => {
    const text = 'user,event,time\nZoë,öffnen €,2026-11-01\n';
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    const big = Buffer.from(little).swap16();
    const western = Buffer.from(text.replace('€', '\x80'), 'latin1');
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      little,
      big,
      little.subarray(2),
      big.subarray(2),
      western,
    ]) {
      assert.deepEqual(told(await read(bytes)), ['0 öffnen € 2026-11-01']);
    }
  });

  it('are read as Windows-1252 where only the end of a long file shows it', async () => {
    const start = `user,event,time\n${'ada,used,2026-11-01\n'.repeat(5000)}`;
    const events = await read(Buffer.from(`${start}Zo\xeb,\x80,2026-11-02\n`, 'latin1'), { piece: 65_536 });
    assert.deepEqual([events.who.length, events.names], [5001, ['used', '€']]);
  });

  it('leave out what cannot be read, and say which rows', async () => {
    const events = await read(
      'user,event,time\nada,used,2026-11-01\n,used,2026-11-01\nada,,2026-11-01\nada,used,soon\nada,used\n\nada,used,2026-02-30\na,b,c,d\n',
    );
    assert.deepEqual(told(events), ['0 used 2026-11-01']);
    assert.deepEqual(unread(events), { user: [3], event: [4], time: [5, 8], columns: [6, 7, 9] });
  });

  it('happen on the team’s days: times with a zone by its clocks, others as they stand', async () => {
    const text = `user,event,time
a,x,2026-11-01T23:30:00Z
a,x,2026-11-01 23:30
a,x,2026-11-01T23:30:00+09:00
a,x,1793575800
a,x,1793575800000
`;
    const days = (events: Events) => told(events).map((line) => line.slice(-2));
    assert.deepEqual(days(await read(text)), ['01', '01', '01', '01', '01']);
    assert.deepEqual(days(await read(text, { zone: 'Europe/Paris' })), ['02', '01', '01', '02', '02']);
  });

  it('are refused with the row where a quotation mark is lost', async () => {
    const lost = refused('bad-input', /^Row 3 has a quotation mark/);
    await assert.rejects(read('user,event,time\na,b,2026-11-01\n"a"b,c,2026-11-01\n'), lost);
    await assert.rejects(read('user,event,time\na,b,2026-11-01\n"a,c,2026-11-01\n'), lost);
    const endless = `user,event,time\na,b,2026-11-01\n"a,c,2026-11-01\n${'a,b,2026-11-01\n'.repeat(100_000)}`;
    await assert.rejects(read(endless, { piece: 65_536 }), lost);
  });

  it('are refused with the row that has 10,000 columns, or no end', async () => {
    const wide = Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(',');
    await assert.rejects(read(`${wide}\n`, { piece: 65_536 }), refused('bad-input', /^Row 1 has 10,000 columns/));
    await assert.rejects(
      read(`user,event,time\n${wide}\n`, { piece: 4096 }),
      refused('bad-input', /^Row 2 has 10,000 columns/),
    );
    await assert.rejects(
      read(`user,event,time\n${'x'.repeat(1_100_000)}\n`, { piece: 65_536 }),
      refused('bad-input', /^Row 2 is longer/),
    );
  });

  it('have the row named that is too wide or does not end, also where no row ends in what is looked at first', async () => {
    const wide = Array.from({ length: 10_000 }, (_, at) => `column_${at}`).join(',');
    await assert.rejects(
      headOf(fileOf(Buffer.from(`${wide}\n`), 4096)),
      refused('bad-input', /^Row 1 has 10,000 columns/),
    );
    const lost = `"user,event,time\n${'a,b,2026-11-01\n'.repeat(100_000)}`;
    await assert.rejects(
      headOf(fileOf(Buffer.from(lost), 65_536)),
      refused('bad-input', /^Row 1 has a quotation mark/),
    );
  });

  it('are refused where the first row is an event and names no columns', async () => {
    const unnamed = 'ada,used,2026-11-01\ngrace,used,2026-11-02\n';
    await assert.rejects(read(unnamed), refused('bad-input', /^The first row is an event/));
  });

  it('happened at times as databases write them', async () => {
    for (const time of [
      '2026-11-01 23:30:00 UTC',
      '2026-11-01 23:30:00.123456 UTC',
      '2026-11-01 23:30:00+00',
      '2026-11-02 01:30:00.5+02',
      '1793575800000000',
    ]) {
      assert.deepEqual(told(await read(`user,event,time\na,x,${time}\n`)), ['0 x 2026-11-01'], time);
    }
  });

  it('are refused where the column of events is none, or the file is no text', async () => {
    const many = Array.from({ length: 1200 }, (_, at) => `a,e${at},2026-11-01\n`).join('');
    await assert.rejects(read(`user,event,time\n${many}`, { piece: 999 }), refused('bad-input', /by row 1002\.$/));
    await assert.rejects(read(Uint8Array.of(80, 75, 3, 4, 0, 0, 0, 0)), refused('bad-input', /is not a text file/));
  });

  it('are refused with the row that is one more than a million', async () => {
    const rows = Buffer.from('a,x,2026-11-01\n'.repeat(2_000));
    const source = {
      name: 'events.csv',
      size: 500 * rows.length,
      async *open() {
        yield Buffer.from('user,event,time\n');
        for (let piece = 0; piece < 501; piece++) yield rows;
      },
    };
    const { form } = await headOf(source);
    const reading = readEvents(source, {
      columns: { user: 0, event: 1, time: 2 },
      form,
      zone: undefined,
      hasher: sha,
    });
    await assert.rejects(reading, refused('too-large', /^Row 1000002 is one too many/));
  });

  it('are none in an empty file, or one with names of columns alone', async () => {
    for (const text of ['', 'user,event,time', 'user,event,time\n']) assert.equal((await read(text)).who.length, 0);
  });

  it('stop when the person calls it off, and say how far they are', async () => {
    const source = fileOf(Buffer.from(plain), 20);
    const { form } = await headOf(source);
    const parts: number[] = [];
    const stop = new AbortController();
    const reading = readEvents(source, {
      columns: { user: 0, event: 1, time: 2 },
      form,
      zone: undefined,
      hasher: sha,
      signal: stop.signal,
      onProgress(_rows, part) {
        parts.push(part);
        if (parts.length === 2) stop.abort(new Error('called off'));
      },
    });
    await assert.rejects(reading, /called off/);
    assert.equal(parts.length, 2);
    assert.ok((parts[0] ?? 1) < (parts[1] ?? 0) && (parts[1] ?? 1) < 1);
  });

  it('are as many as were written, whatever people are called', async () => {
    const cell = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
      .filter((text) => text.trim() !== '' && !text.includes('\0'));
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 40 }),
        async (users, piece) => {
          const text = `user,event,time\n${users.map((user) => `${quoted(user)},used,2026-11-01\n`).join('')}`;
          const events = await read(text, { piece });
          assert.equal(events.who.length, users.length);
          assert.equal(events.people, new Set(users.map((user) => user.trim())).size);
        },
      ),
    );
  });
});
