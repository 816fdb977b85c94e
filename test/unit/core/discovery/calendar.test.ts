/** The calendar of sessions, read by another library than the one that writes it. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarOf } from '../../../../src/core/discovery/calendar.ts';
import { sessionCalendar } from '../../../../src/questions/sessionCalendar.ts';
import { isError, productOf } from '../../../support/product.ts';
import { libraryOf, record } from '../../../support/sources.ts';

const NOW = new Date('2026-11-23T12:00Z');

const TEAM = {
  'because.yml':
    'hours: {zone: Europe/Paris}\nteam:\n  members:\n    - {id: ada, name: Ada Lovelace, role: engineer, emails: [ada@relay.example]}\n    - {id: dorothy, name: Dorothy Vaughan, role: researcher}\n',
};

const texts = {
  ...TEAM,
  'sessions/s.md': record([
    'kind: interview',
    'at: 2026-12-02T14:30',
    'minutes: 45',
    'problem: audit',
    'personas: viktor',
    'customer: Tern Bank',
    'participants: [dorothy]',
  ]),
  'problems/audit.md': record([], 'Showing an auditor one warning takes 5 days. It costs them.\n'),
  'personas/viktor.md': record(['name: Viktor', 'role: Compliance officer']),
};

/** The events of a calendar, as whoever imports it reads them. */
function eventsIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((event) => {
    const { uid, summary, description, startDate, endDate, sequence } = new ICAL.Event(event);
    const status = String(event.getFirstPropertyValue('status'));
    return { uid, summary, description, start: startDate, end: endDate, sequence, status };
  });
}

function exported(files: Readonly<Record<string, string>>, now = NOW) {
  const library = libraryOf(files);
  return calendarOf(library, library.ofKind('session'), now);
}

describe('The calendar of sessions', () => {
  it('says when a session is, who comes, which seats are free, and how the brief begins', () => {
    const text = exported(texts);
    const [event, ...more] = eventsIn(text);
    assert.equal(more.length, 0);
    assert.equal(event?.summary, 'Interview with Tern Bank');
    // Half past two in Paris, where it is winter.
    assert.equal(event?.start.toJSDate().toISOString(), '2026-12-02T13:30:00.000Z');
    assert.equal(event?.end.toJSDate().toISOString(), '2026-12-02T14:15:00.000Z');
    assert.deepEqual(event?.description.split('\n'), [
      'Who: Dorothy Vaughan',
      '1 seat for an engineer is free',
      'You meet: Viktor · Compliance officer',
      'What we believe: Showing an auditor one warning takes 5 days. It costs them.',
      'Ask about the last time it happened, and listen. Do not pitch.',
    ]);
    // Whoever imports it sends mail to nobody.
    assert.doesNotMatch(text, /ATTENDEE|ORGANIZER|mailto|relay\.example/i);
  });

  it('is one that takes the place of what was imported before', () => {
    const [first] = eventsIn(exported(texts));
    const cancelled = {
      ...texts,
      'sessions/s.md': texts['sessions/s.md'].replace('minutes', 'status: cancelled\nminutes'),
    };
    const [second] = eventsIn(exported(cancelled, new Date(NOW.getTime() + 60_000)));
    assert.equal(first?.uid, second?.uid);
    assert.ok((second?.sequence ?? 0) > (first?.sequence ?? 0));
    assert.deepEqual([first?.status, second?.status], ['CONFIRMED', 'CANCELLED']);
  });

  it('has a whole day where no time is said, and the summer time of summer', () => {
    const day = exported({ ...TEAM, 'sessions/s.md': record(['kind: interview', 'at: 2026-12-02']) });
    assert.match(day, /DTSTART;VALUE=DATE:20261202\r\n/);
    assert.match(day, /DTEND;VALUE=DATE:20261203\r\n/);
    const summer = exported({ ...TEAM, 'sessions/s.md': record(['kind: interview', 'at: 2027-07-01T14:30']) });
    assert.match(summer, /DTSTART:20270701T123000Z\r\n/);
  });

  it('keeps every word as words, in lines of at most 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ maxLength: 200 }), (customer, title) => {
        const hostile = `${customer}\r\nEND:VEVENT\nBEGIN:VALARM;,\\ "x" 👩‍💻`;
        const said = (words: string) => JSON.stringify(words);
        const text = exported({
          ...TEAM,
          'sessions/s.md': record([
            'kind: interview',
            'at: 2026-12-02T14:30',
            `title: ${said(`${title} ${hostile}`)}`,
            `participants: [${said(hostile)}]`,
          ]),
        });
        const [event, ...more] = eventsIn(text);
        assert.equal(more.length, 0);
        assert.match(event?.summary ?? '', /END:VEVENT|…$/);
        assert.deepEqual(text.match(/^(?:BEGIN|END):.*$/gm), [
          'BEGIN:VCALENDAR',
          'BEGIN:VEVENT',
          'END:VEVENT',
          'END:VCALENDAR',
        ]);
        for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
      }),
      { numRuns: 200 },
    );
  });

  it('holds what is to come, or the one that is asked for, and nothing that is sensitive', async () => {
    const all = {
      ...texts,
      'sessions/held.md': record(['kind: interview', 'at: 2026-11-02T14:30']),
      'sessions/fraud.md': record(['kind: interview', 'at: 2026-12-03T14:30', 'sensitive: true', 'customer: Fraudia']),
      'sessions/undated.md': record(['kind: interview']),
    };
    const { because } = productOf(all);
    const { text, sessions } = await because.ask(sessionCalendar, {});
    assert.deepEqual(sessions, ['s']);
    assert.doesNotMatch(text, /fraud/i);
    assert.deepEqual((await because.ask(sessionCalendar, { session: 'held' })).sessions, ['held']);
    for (const [session, words] of [
      ['fraud', /Sensitive/],
      ['undated', /has no date/],
    ] as const) {
      await assert.rejects(because.ask(sessionCalendar, { session }), isError('bad-input', words));
    }
    await assert.rejects(productOf().because.ask(sessionCalendar, {}), isError('not-found', /upcoming/));
  });
});
