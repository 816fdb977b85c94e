/** Every day that people are told stands in words, wherever it is told. */
import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { demoFolder } from '../support/paths.ts';
import { shown } from '../support/surfaces.ts';

const records = path.join(demoFolder, '.because');

const files = Object.fromEntries(
  readdirSync(records, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(md|yml)$/.test(file))
    .map((file) => [file, readFileSync(path.join(records, file), 'utf8')]),
);

const commit = {
  hash: 'c'.repeat(40),
  parents: [],
  author: 'Ada Lovelace',
  email: 'ada@relay.example',
  authored: Date.parse('2026-11-20T12:00:00Z'),
  message: 'PAY-142: Climb from push to SMS',
};

/** A day as records are written; in an address or an id it is no day. */
const DAY = /(?<![/-])\b\d{4}-\d{2}-\d{2}\b(?!-)/;

/** What is written into a file stands there as its field asks for it. */
const WRITTEN = /^writing:/;

describe('a day of the demo', () => {
  it('is told in words on every surface', () => {
    const world = { files, commits: [commit], branches: [], remotes: [], texts: [] };
    const told = [...shown(world)].filter(([surface]) => !WRITTEN.test(surface));
    assert.ok(told.some(([, line]) => line?.includes('13\u00A0Nov\u00A02026')));
    assert.deepEqual(
      told.filter(([, line]) => DAY.test(line ?? '')),
      [],
    );
  });
});
