/** What is sensitive stays in its own file: every surface is walked with one piece of it, in every spelling of the mark. */
import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { answerTimesTold } from '../../src/core/answers/told.ts';
import { boardDetail } from '../../src/core/board/detail.ts';
import { itemsOf } from '../../src/core/board/item.ts';
import { scalesOf } from '../../src/core/board/scales.ts';
import { snapshotScores } from '../../src/core/board/snapshot.ts';
import { cardOf } from '../../src/core/card/card.ts';
import { cardMarkdown, cardText } from '../../src/core/card/cardMarkdown.ts';
import { previewKeys } from '../../src/core/card/previewKeys.ts';
import { briefOf } from '../../src/core/discovery/brief.ts';
import { calendarOf } from '../../src/core/discovery/calendar.ts';
import { exposureOf } from '../../src/core/discovery/exposure.ts';
import { placeAt } from '../../src/core/editing/place.ts';
import { suggest } from '../../src/core/editing/suggest.ts';
import { nameOf, pickName } from '../../src/core/face/names.ts';
import { guideOf } from '../../src/core/guide/yours.ts';
import { type Initiative, type KindName, kindNames, kindOf, kinds } from '../../src/core/kinds/all.ts';
import type { Library } from '../../src/core/library/library.ts';
import { rollup } from '../../src/core/library/query.ts';
import { planRename } from '../../src/core/library/rename.ts';
import { currentWorkOutline, statusText } from '../../src/core/outline/currentWork.ts';
import { discoveryOutline } from '../../src/core/outline/discovery.ts';
import { needsOutline, overdueWords } from '../../src/core/outline/needsYou.ts';
import { childrenOf, detailOf, type OutlineNode } from '../../src/core/outline/node.ts';
import { sprintOutline } from '../../src/core/outline/sprint.ts';
import { draftOf } from '../../src/core/persona/draft.ts';
import { rankingCsv, rankingJson, rankingMarkdown } from '../../src/core/scoring/exporting.ts';
import { rankingOf } from '../../src/core/scoring/ranking.ts';
import { minutesOf } from '../../src/core/story/minutes.ts';
import { minutesMarkdown } from '../../src/core/story/minutesMarkdown.ts';
import { storyOf } from '../../src/core/story/story.ts';
import { storyMarkdown } from '../../src/core/story/storyMarkdown.ts';
import { walkList } from '../../src/core/story/walk.ts';
import { whySteps } from '../../src/core/why/steps.ts';
import { stepsText } from '../../src/core/why/stepsText.ts';
import { nearest } from '../../src/core/wording/nearest.ts';
import { commitMessage, commitStyles } from '../../src/core/work/commitMessage.ts';
import type { Commit } from '../../src/core/work/facts.ts';
import { searchKeys } from '../../src/core/work/keySearch.ts';
import { trailerSuggestions } from '../../src/core/work/trailerSuggestions.ts';
import { whyOf } from '../../src/core/work/why.ts';
import { whyBlock } from '../../src/core/work/whyBlock.ts';
import { earlierWords } from '../../src/core/work/whyText.ts';
import { boardStateOf } from '../../src/webviews/scoring/boardState.ts';
import { sources } from '../support/imports.ts';
import { SENSITIVE, SHOWN } from '../support/sensitive.ts';
import { libraryOf, record } from '../support/sources.ts';

/** Everything the piece says, each word in one place alone, and what its file and id are called. */
const WORDS = {
  title: 'Zanzibartitle',
  quote: 'Zanzibarquote',
  text: 'Zanzibartext',
  customer: 'Zanzibarcustomer',
  segment: 'Zanzibarsegment',
  source: 'zanzibarsource',
  session: 'Zanzibarsession',
  author: 'zanzibarauthor',
  persona: 'zanzibarpersona',
  unknown: 'Zanzibarunknown',
  id: 'zanzibarid',
  file: 'zanzibarfile',
} as const;

const ANY = /zanzibar\w*/gi;

const piece = (lines: readonly string[]) =>
  record(
    [
      `id: ${WORDS.id}`,
      `title: ${WORDS.title}`,
      'kind: quote',
      'problem: missed',
      'initiative: PAY-1',
      'stance: contradicts',
      `customer: ${WORDS.customer}`,
      `segment: ${WORDS.segment}`,
      `persona: ${WORDS.persona}`,
      `source: https://${WORDS.source}.example/1`,
      `session: ${WORDS.session}`,
      `by: ${WORDS.author}`,
      `field: ${WORDS.unknown}`,
      'date: 2026-11-20',
      'importance: 3',
      'count: 14',
      ...lines,
    ],
    `> ${WORDS.quote} waited for hours.\n\n${WORDS.text} is 30% faster, and whose fault is it?\n`,
  );

const FILES = {
  'because.yml': 'team: {members: [{id: ada, name: Ada, role: engineer}]}\nkeys: [PAY]\n',
  'sprints/s1.md': record(['starts: 2026-11-16', 'ends: 2026-11-27']),
  'initiatives/PAY-1.md': record([
    'title: Urgent updates',
    'status: building',
    'sprint: s1',
    'problem: missed',
    'rice: {reach: 240, impact: 2, confidence: 80, effort: 4}',
  ]),
  'problems/missed.md': record(['title: Missed'], '30% of users miss updates.'),
  'risks/r.md': record(['title: Slow', 'initiative: PAY-1', 'likelihood: 5', 'impact: 4']),
  'challenges/c.md': record(['initiative: PAY-1', 'factor: reach', 'to: 9', `evidence: [${WORDS.id}]`], 'Fewer.'),
  'objections/o.md': record(['initiative: PAY-1', 'kind: no-need', `outcome: [${WORDS.id}]`], 'Nobody needs it.'),
  'links/l.md': record(['branch: feature/x', `evidence: ${WORDS.id}`]),
  'links/m.md': record(['branch: feature/y', 'initiative: PAY-1']),
  'replies/re.md': record([`on: ${WORDS.id}`, 'sensitive: true'], 'Sorry.'),
} as const;

const now = new Date('2026-11-23T12:00:00Z');

const commit: Commit = {
  hash: '3f2a91c0'.repeat(5),
  parents: [],
  author: 'Ada',
  email: 'ada@relay.example',
  authored: now.getTime(),
  message: 'Fix\n\nInitiative: PAY-1\n',
};

/** A message that names the piece, or what else has its id, as a message may. */
function naming(library: Library): string {
  const kind = library.find(WORDS.id)?.kind;
  const key = kind === 'problem' ? 'Because' : kind === undefined || kind === 'evidence' ? 'Evidence' : undefined;
  return key === undefined ? 'Fix\n' : `Fix\n\n${key}: ${WORDS.id}\n`;
}

/** The same, of an initiative. */
const namingBoth = (library: Library) => naming(library).replace('\n\n', '\n\nInitiative: PAY-1\n');

const initiativeIn = (library: Library): Initiative => library.findOf('initiative', 'PAY-1') ?? assert.fail();

/** Rows as they are drawn: what tells them apart and what stands behind them is for machines. */
function drawn(rows: readonly OutlineNode[]): unknown[] {
  return rows.flatMap((row) => {
    const { id: _, record: __, children: ___, ...shown } = row;
    return [shown, ...drawn(childrenOf(row))];
  });
}

/** What is shown of a way: the records behind its steps are opened, not drawn. */
function steps(library: Library, message: string) {
  const why = whyOf(library, { commit: { ...commit, message }, repos: [], remotes: [] });
  const all = whySteps(library, { commit: { ...commit, message: 'Fix' } }, why);
  return all.map(({ id: _, ...step }) => step);
}

function suggestionsAt(library: Library, path: string, marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const place = placeAt(text, offset, false) ?? assert.fail();
  const kind = path.startsWith('challenges') ? 'challenge' : path.startsWith('links') ? 'link' : 'reply';
  const found = suggest({ library, kind, path, text, now, me: 'ada' }, place)?.all ?? [];
  // What is inserted is the reference itself, and what is compared with the typed letters is not drawn.
  return found.map(({ insert, filter, ...shown }) => ({ ...shown, filter: filter?.replace(insert, '') }));
}

function rendered(library: Library, text: string): string {
  const parser = new MarkdownIt({ html: true });
  previewKeys(parser, () => ({ library, now, hrefOf: (path) => path }));
  return parser.render(text);
}

/** Every surface that needs no screen, with what it shows. */
const SURFACES: Readonly<Record<string, (library: Library) => unknown>> = {
  'rows of the Sprint view': (library) =>
    (['none', 'status', 'owner'] as const).flatMap((grouping) =>
      drawn(sprintOutline(library, { scope: { kind: 'all' }, filter: '', grouping, me: 'ada' }).rows),
    ),
  'rows of Current Work': (library) =>
    ['feature/x', 'feature/y', 'PAY-1-urgent'].map((branch) =>
      drawn(currentWorkOutline(library, { kind: 'branch', branch, repos: [] }, 'ada')),
    ),
  'tooltips of rows, and hovers on ids in records': (library) =>
    library.records.map((each) => detailOf(library, each, 'ada')),
  'names of records in lists to pick from': (library) => library.records.map((each) => [nameOf(each), pickName(each)]),
  'names where nobody refers to a record': (library) => library.records.map((each) => [each.shownId, each.shownPath]),
  'cards of keys': (library) => {
    return library.ofKind('initiative').map(({ id }) => {
      const card = cardOf(library, id, now, 'ada') ?? assert.fail();
      return [cardMarkdown(card), cardText(card), card.lines];
    });
  },
  'the card of its id, which stands in the text already': (library) => {
    const card = cardOf(library, WORDS.id, now, 'ada') ?? assert.fail();
    return [cardMarkdown(card), cardText(card)].map((text) => text.replaceAll(WORDS.id, ''));
  },
  'a persona while it is built': (library) =>
    draftOf(library, { problems: library.ofKind('problem').map(({ id }) => id) }, '2026-11-23'),
  'the prioritization guide': (library) => guideOf(library, 'ada'),
  'the Markdown preview': (library) => rendered(library, 'See PAY-1.\n\n```because\nPAY-1\n```\n'),
  // What refers to it holds its id: that is what a reference is.
  'what other extensions are given': (library) =>
    library.records.map(({ title, body, values }) =>
      JSON.stringify([title, body, values]).replaceAll(`"${WORDS.id}"`, ''),
    ),
  'words beside a name': (library) =>
    library.records.map((each) => kindOf(each.kind)?.describe?.(each.values as never)),
  findings: (library) =>
    [...library.files.values()].flatMap((each) => library.findings(each).map(({ message }) => message)),
  'findings of a mistyped reference': (library) => {
    const next = libraryOf({ ...FILES, 'links/n.md': record(['branch: b', `evidence: ${WORDS.id}x`]) });
    const ids = [...library.idsOf('evidence')];
    return [ids, nearest(`${WORDS.id}x`, ids), next.idsOf('evidence')];
  },
  'suggestions in records': (library) => [
    suggestionsAt(library, 'challenges/n.md', '---\nevidence: |\n---\n'),
    suggestionsAt(library, 'links/n.md', '---\nevidence: [|]\n---\n'),
    suggestionsAt(library, 'replies/n.md', '---\non: |\n---\n'),
  ],
  'search for keys by words': (library) =>
    Object.values(WORDS).map(
      (word) => searchKeys(library, `fix ${word}`, { now, branch: undefined, repos: [] }).hits.length,
    ),
  'filter of the Sprint view': (library) =>
    [WORDS.title, WORDS.quote, WORDS.text, WORDS.customer].map(
      (filter) => sprintOutline(library, { scope: { kind: 'all' }, filter, grouping: 'none' }).rows.length,
    ),
  'the way from a line': (library) => [
    steps(library, namingBoth(library)),
    steps(library, naming(library)),
    steps(library, 'Fix PAY-1'),
  ],
  'the way as a text': (library) => {
    const why = whyOf(library, { commit: { ...commit, message: namingBoth(library) }, repos: [], remotes: [] });
    const all = whySteps(library, { commit: { ...commit, message: 'Fix' } }, why);
    return stepsText(all, { record: 'open', commit: 'commit', url: 'page' }).text;
  },
  'what earlier commits of a line say': (library) => {
    const why = whyOf(library, {
      commit: { ...commit, message: naming(library) },
      repos: [],
      remotes: [],
    });
    const origin = {
      kind: 'commit',
      commit,
      path: 'a',
      line: 1,
      previous: undefined,
      isCutOff: false,
      merges: [],
      wasReformatted: false,
    } as const;
    return earlierWords(commit, {
      looked: 1,
      wasReformatted: false,
      isCutOff: false,
      isWhole: true,
      found: { origin, why },
    });
  },
  'the why block': (library) => {
    const pageOf = (path: string) => `https://relay.example/${path}`;
    return library
      .ofKind('initiative')
      .flatMap((initiative) => [
        whyBlock(library, { initiative, pageOf }),
        whyBlock(library, { initiative, evidence: library.ofKind('evidence') }),
      ]);
  },
  'commit messages': (library) =>
    library
      .ofKind('initiative')
      .flatMap((initiative) => commitStyles.map((style) => commitMessage(library, initiative, style))),
  'suggestions in commit messages': (library) =>
    library
      .ofKind('initiative')
      .flatMap((initiative) =>
        ['Evidence: ', 'Because: ', 'Initiative: ', 'E', 'B'].map((typed) =>
          trailerSuggestions(library, `Fix\n\nInitiative: PAY-1\n${typed}`, initiative),
        ),
      ),
  'what the board’s page is sent': (library) => {
    const asked = { folder: 'relay', choice: { kind: 'all' }, me: 'ada', now } as const;
    const state = boardStateOf(library, asked);
    const details = library.ofKind('initiative').map((initiative) => boardDetail(library, initiative, 'ada'));
    return [withoutHandles([state, details]), state.sprints.map(({ title }) => title)];
  },
  'exports and snapshots of the ranking': (library) => {
    const scales = scalesOf(library);
    const ranking = rankingOf(itemsOf(library, { kind: 'all' }, 'ada'), scales);
    return [
      rankingCsv(ranking, scales),
      rankingJson(ranking, scales),
      rankingMarkdown(ranking, scales),
      snapshotScores(ranking),
    ];
  },
  'what Needs You lists': (library) =>
    ['ada', 'grace', undefined].map((me) => {
      const { rows, message, words } = needsOutline(library, me, now);
      return [drawn(rows), message, words, overdueWords(library, me, now)];
    }),
  'how soon questions are answered': (library) => answerTimesTold(library, now),
  'what the Discovery view lists': (library) => [
    ['ada', undefined].map((me) => {
      const { rows, ...besides } = discoveryOutline(library, me, now);
      return [drawn(rows), besides];
    }),
    exposureOf(library, now),
  ],
  'briefs and the calendar of sessions': (library) => {
    const sessions = library.ofKind('session');
    return [calendarOf(library, sessions, now), sessions.map((session) => briefOf(library, session, '2026-11-23'))];
  },
  'what the why page is told': (library) => {
    const { initiatives, ...list } = walkList(library, { kind: 'all' }, now);
    const stories = library
      .ofKind('initiative')
      .map((initiative) => storyOf(library, initiative, { day: '2026-11-23', me: 'ada' }));
    const minutes = minutesOf(library, { kind: 'all' }, { now, me: 'ada' });
    return [
      list,
      initiatives.map(nameOf),
      withoutHandles(stories),
      stories.map(storyMarkdown),
      minutesMarkdown(minutes),
    ];
  },
  'the status bar': (library) => statusText(library, initiativeIn(library)),
  'what evidence adds up to': (library) => {
    const { customers, contradictions } = rollup(library, initiativeIn(library));
    return { customers, contradictions };
  },
  'errors of a rename': (library) => {
    try {
      return planRename(library, WORDS.id, 'missed');
    } catch (error) {
      return String(error);
    }
  },
};

/** What a page draws: by what it names a record when it asks for more is for machines. */
const withoutHandles = (sent: unknown): unknown =>
  JSON.parse(
    JSON.stringify(sent, (name, value: unknown) => (/^(?:id|record|problem)$/.test(name) ? undefined : value)),
    (name, value: unknown) => (name === 'sprints' ? undefined : value),
  );

const shownBy = (surface: (library: Library) => unknown, library: Library): string =>
  JSON.stringify(surface(library), (_, value: unknown) => (value instanceof Map ? [...value] : value)) ?? '';

describe('Sensitive evidence', () => {
  const path = `evidence/${WORDS.file}.md`;
  const open = libraryOf({ ...FILES, [path]: piece([]) });
  const without = libraryOf(FILES);

  it('is what the walk would find: what may be shown is shown', () => {
    const all = Object.values(SURFACES).map((surface) => shownBy(surface, open));
    const found = new Set(all.flatMap((text) => text.match(ANY) ?? []));
    for (const word of [WORDS.title, WORDS.quote, WORDS.customer, WORDS.segment, WORDS.id, WORDS.file]) {
      assert.ok(found.has(word), word);
    }
    for (const lines of Object.values(SHOWN)) {
      const library = libraryOf({ ...FILES, [path]: piece(lines) });
      assert.match(shownBy(SURFACES['rows of the Sprint view'] ?? assert.fail(), library), /Zanzibartitle/);
    }
  });

  for (const [surface, shown] of Object.entries(SURFACES)) {
    it(`says nothing in ${surface}`, () => {
      for (const [spelling, lines] of Object.entries(SENSITIVE)) {
        const library = libraryOf({ ...FILES, [path]: piece(lines) });
        assert.equal(library.ofKind('evidence').length, 1);
        const words = shownBy(shown, library).match(ANY) ?? [];
        assert.deepEqual([...new Set(words)], [], spelling);
      }
    });
  }

  it('says nothing where its file is broken', () => {
    const broken = [
      piece(['x: [']),
      piece([`x: !${WORDS.unknown} [${WORDS.customer}`]),
      piece([`${WORDS.unknown}: 1`, `${WORDS.unknown}: 2`]),
      piece([`x: *${WORDS.unknown}`]),
      piece(['<<<<<<< HEAD', 'x: 1', '=======', '>>>>>>> theirs']),
      piece([]).replace('\n---\n', '\n'),
      ` \n${piece(['sensitive: true'])}`,
      piece(['sensitive: true']).replaceAll('\n', '\r'),
    ];
    for (const text of broken) {
      const library = libraryOf({ ...FILES, [path]: text });
      for (const [surface, shown] of Object.entries(SURFACES)) {
        const isLost = library.find(WORDS.id) === undefined;
        if (isLost && surface.startsWith('the card of its id')) continue;
        // What named a file that has lost its id is told so, in its own words.
        const words = (shownBy(shown, library).match(ANY) ?? []).filter((word) => !isLost || word !== WORDS.id);
        assert.deepEqual([...new Set(words)], [], `${surface}: ${text}`);
      }
    }
  });

  it('changes no number that says something of it', () => {
    const library = libraryOf({ ...FILES, [path]: piece(['sensitive: yes']) });
    for (const surface of ['what evidence adds up to', 'commit messages', 'the status bar']) {
      const shown = SURFACES[surface] ?? assert.fail();
      assert.equal(shownBy(shown, library), shownBy(shown, without));
    }
  });
});

/** A record of each kind, marked, and in its place among the others; its id, file and words are told from all others. */
const MARKED: Readonly<Record<KindName, readonly string[]>> = {
  sprint: ['starts: 2026-11-30', 'ends: 2026-12-11', `goal: ${WORDS.text}`],
  initiative: ['status: idea', 'problem: missed', `outcome: {metric: ${WORDS.text}, target: 3}`],
  problem: ['personas: [missed-persona]', `segment: ${WORDS.segment}`],
  evidence: ['kind: quote', 'problem: missed', 'initiative: PAY-1'],
  persona: [`name: ${WORDS.customer}`, `segment: ${WORDS.segment}`],
  risk: ['initiative: PAY-1', 'likelihood: 5', 'impact: 5', `mitigation: ${WORDS.text}`],
  reply: ['on: c'],
  question: ['initiative: PAY-1', 'to: ada', 'blocking: true'],
  session: ['kind: interview', 'at: 2026-12-01', 'problem: missed', `customer: ${WORDS.customer}`],
  commitment: ['initiative: PAY-1', 'by: ada', 'to: grace', 'due: 2026-11-30'],
  scopeChange: ['initiative: PAY-1', `requestedBy: ${WORDS.customer}`, 'added: 3', `unit: ${WORDS.text}`],
  ack: ['initiative: PAY-1', 'by: ada', 'state: question'],
  link: [`commit: ${commit.hash}`, 'initiative: PAY-1'],
  estimate: ['initiative: PAY-1', 'by: ada', 'reach: 9'],
  challenge: ['initiative: PAY-1', 'factor: effort', 'to: 9'],
  objection: ['initiative: PAY-1', 'kind: no-need'],
  snapshot: ['taken: 2026-11-20'],
  decision: ['sprint: s1', 'decided: 2026-11-20'],
  credit: ['to: ada', 'initiative: PAY-1', 'for: code'],
  result: ['initiative: PAY-1', 'after: {value: 3}', `next: ${WORDS.text}`],
  healthRound: ['opened: 2026-11-20', `people: [{member: ada, key: ${'0'.repeat(64)}}]`],
  healthEnvelope: ['round: r', 'by: ada'],
  healthSum: ['round: r', 'by: ada', `list: ${'0'.repeat(64)}`],
  healthKey: ['by: ada', `key: ${'0'.repeat(64)}`],
  health: ['closed: 2026-11-20', 'participants: 9', `comments: [${WORDS.text}]`],
};

const marked = (kind: KindName, more: readonly string[]): Readonly<Record<string, string>> => ({
  [`${kinds[kind].folder}/${WORDS.file}.md`]: record(
    // The keys of initiatives tell nothing by themselves.
    [`id: ${kind === 'initiative' ? 'PAY-2' : WORDS.id}`, `title: ${WORDS.title}`, ...MARKED[kind], ...more],
    `> ${WORDS.quote} waited.\n\n${WORDS.text} is late.\n`,
  ),
});

/** What refers to the marked one where its kind can be referred to. */
const AROUND: { readonly [kind in KindName]?: Readonly<Record<string, string>> } = {
  sprint: {
    'initiatives/PAY-3.md': record(['status: building', `sprint: ${WORDS.id}`]),
  },
  initiative: { 'risks/r2.md': record(['initiative: PAY-2', 'likelihood: 1', 'impact: 1']) },
  problem: {
    'initiatives/PAY-3.md': record(['status: building', `problem: ${WORDS.id}`]),
    'links/n.md': record(['branch: feature/x', `problem: ${WORDS.id}`]),
    'evidence/e.md': record(['kind: quote', `problem: ${WORDS.id}`, 'date: 2026-11-20'], '> Late.'),
  },
  persona: {
    'evidence/e.md': record(
      ['kind: quote', 'initiative: PAY-1', `persona: ${WORDS.id}`, 'date: 2026-11-20'],
      '> Late.',
    ),
  },
  risk: { 'replies/n.md': record([`on: ${WORDS.id}`], 'Soon.') },
  question: { 'replies/n.md': record([`on: ${WORDS.id}`, 'answer: true'], 'Soon.') },
  session: {
    'evidence/e.md': record(
      ['kind: quote', 'initiative: PAY-1', `session: ${WORDS.id}`, 'date: 2026-11-20'],
      '> Late.',
    ),
  },
  challenge: { 'replies/n.md': record([`on: ${WORDS.id}`], 'Soon.') },
  objection: { 'replies/n.md': record([`on: ${WORDS.id}`], 'Soon.') },
};

/** The files that do not speak of the piece of evidence. */
const others = Object.fromEntries(
  Object.entries(FILES).map(([path, text]) => [path, text.replace(/^.*zanzibarid.*\n/gm, '')]),
);

describe('A marked record', () => {
  for (const kind of kindNames) {
    it(`of the kind ${kind} is named nowhere, broken or not`, () => {
      for (const more of [['sensitive: true'], ['sensitive: true', 'x: [']]) {
        const library = libraryOf({ ...others, ...AROUND[kind], ...marked(kind, more) });
        for (const [surface, shown] of Object.entries(SURFACES)) {
          const isLost = library.find(WORDS.id) === undefined;
          if (isLost && surface.startsWith('the card of its id')) continue;
          // What named a file that has lost its id is told so, in its own words.
          const words = (shownBy(shown, library).match(ANY) ?? []).filter((word) => !isLost || word !== WORDS.id);
          assert.deepEqual([...new Set(words)], [], `${surface}, ${more}`);
        }
      }
    });
  }
});

describe('The file of a record', () => {
  const PLACE = 'finds where something stands in it, to lead there';
  const WORDING = 'tells what is wrong in it, in words that quote nothing of what is withheld';
  const CHANGE = 'changes it';

  /** Where the very text of a record's file is read, and what for. Whoever shows records reads title, body and values. */
  const READERS: Readonly<Record<string, string>> = {
    'src/core/card/card.ts': 'asks whether it is broken',
    'src/core/editing/fixes.ts': CHANGE,
    'src/core/editing/recordSnippet.ts': CHANGE,
    'src/core/library/findings.ts': WORDING,
    'src/core/library/findingsTold.ts': PLACE,
    'src/core/advice/issueKeys.ts': WORDING,
    'src/core/advice/advice.ts': WORDING,
    'src/core/story/wording.ts': 'tells the words a finding is about, of records that may be shown alone',
    'src/core/outline/initiative.ts': PLACE,
    'src/core/outline/scoreFactor.ts': PLACE,
    'src/core/outline/sprint.ts': 'shows what is wrong with because.yml, which is no record',
    'src/core/library/naming.ts': PLACE,
    'src/core/library/query.ts': 'asks whether anybody wrote anything',
    'src/core/records/record.ts': 'decides, by asking mayShow',
    'src/core/library/rename.ts': CHANGE,
    'src/editor/navigation/links.ts': PLACE,
    'src/editor/navigation/references.ts': PLACE,
    'src/editor/navigation/rename.ts': CHANGE,
    'src/editor/navigation/target.ts': PLACE,
    'src/editor/records/newRecords.ts': 'asks whether it is as it was written',
    'src/editor/records/diagnostics.ts': PLACE,
    'src/editor/records/fixes.ts': CHANGE,
    'src/editor/scoring/cutDown.ts': CHANGE,
    'src/editor/sidebar/item.ts': PLACE,
    'src/editor/sidebar/recordCommands.ts': PLACE,
  };

  const READS = new RegExp(
    [
      String.raw`[.{,]\s*itself\b`,
      String.raw`\.source\.(?:text|raw|problems)\b`,
      String.raw`\} = \w+\.source;`,
      String.raw`\{[^{}]*\bsource\b[^{}]*\}: (?:ContextRecord|Evidence|Initiative|Risk)\b`,
      String.raw`\bsource\b[^{}=]*\} = (?:record|file|risk|initiative|piece)\b`,
    ].join('|'),
  );

  /** The rooms that only write files, or read them from the disk. */
  const WRITERS = /^src\/(?:store|actions|because)/;

  it('is read by few, each for a reason', () => {
    const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const readers = sources().filter(({ file, text }) => /\.tsx?$/.test(file) && READS.test(code(text)));
    const shown = readers.map(({ file }) => file).filter((file) => !WRITERS.test(file));
    assert.deepEqual(shown.sort(), Object.keys(READERS).sort());
  });

  /** Whose sentences hold a path: of files on the disk, until because.ts knows of which records, and of code. */
  const NAMERS: Readonly<Record<string, string>> = {
    'src/because.ts': 'names a file for discreetly to name anew',
    'src/core/base/errors.ts': 'is given what may be shown',
    'src/editor/ask/gesture.ts': 'names a file of code',
    'src/git/lineOrigin.ts': 'names a file of code',
    'src/editor/workspace/virtualFiles.ts': 'is the disk port',
    'src/actions/flagRisk.ts': 'names a file of code',
    'src/store/diskErrors.ts': 'is the disk port',
    'src/store/files.ts': 'is the disk port',
  };

  it('is named by its path in no sentence but where somebody sees to it', () => {
    const sentences = /\bt\(\s*'(?:[^'\\]|\\.)*',\s*((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g;
    const namers = sources().filter(({ file, text }) =>
      [...text.matchAll(sentences)].some(
        ([, given = '']) =>
          !file.includes('/ui/') && /(?<!FieldPath|\w)path\b(?!\.join|\[)/.test(given.replace(/'[^']*'/g, '')),
      ),
    );
    assert.deepEqual(namers.map(({ file }) => file).sort(), Object.keys(NAMERS).sort());
  });

  it('is looked for in every form', () => {
    for (const text of [
      'record.itself',
      '({ values, itself }) =>',
      'a.source.raw.x',
      '{ source }: ContextRecord',
      'const { source } = record;',
    ]) {
      assert.match(text, READS);
    }
    assert.doesNotMatch('values.source.trim()', READS);
  });
});
