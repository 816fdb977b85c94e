/** Everything of the product that answers without a screen, asked about one world; gives the texts meant as one line. */
import * as assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { difference } from '../../src/core/base/difference.ts';
import { BecauseError } from '../../src/core/base/errors.ts';
import { boardDetail } from '../../src/core/board/detail.ts';
import { itemsOf } from '../../src/core/board/item.ts';
import { scalesOf } from '../../src/core/board/scales.ts';
import { snapshotScores, snapshotsOf, standingsIn } from '../../src/core/board/snapshot.ts';
import { summaryOf } from '../../src/core/board/summary.ts';
import { cardOf } from '../../src/core/card/card.ts';
import { cardMarkdown, cardText, lineText } from '../../src/core/card/cardMarkdown.ts';
import { cardHtml, previewKeys } from '../../src/core/card/previewKeys.ts';
import { affectedBy, changesIds } from '../../src/core/editing/affected.ts';
import { fixesFor } from '../../src/core/editing/fixes.ts';
import { kindWritten, partAt, placeAt } from '../../src/core/editing/place.ts';
import { suggest } from '../../src/core/editing/suggest.ts';
import { pickName, scopeName } from '../../src/core/face/names.ts';
import { newPullRequestPage, pullRequestTemplates } from '../../src/core/hosts/newPullRequest.ts';
import { filePage, pullRequestPage, readPullRequest } from '../../src/core/hosts/pages.ts';
import { readRemote } from '../../src/core/hosts/remote.ts';
import type { Initiative } from '../../src/core/kinds/all.ts';
import type { Library } from '../../src/core/library/library.ts';
import { planRename, replaced } from '../../src/core/library/rename.ts';
import { currentWorkMessage, currentWorkOutline, statusText } from '../../src/core/outline/currentWork.ts';
import { childrenOf, detailOf, type OutlineNode, recordRow } from '../../src/core/outline/node.ts';
import { scopeOf, scopeOptions, sprintDescription, sprintMessage } from '../../src/core/outline/scope.ts';
import { pathTo, sprintOutline } from '../../src/core/outline/sprint.ts';
import { unlinkedOutline } from '../../src/core/outline/unlinked.ts';
import { waysOn } from '../../src/core/outline/waysOn.ts';
import { asLines, findAnchor } from '../../src/core/records/anchor.ts';
import type { ContextRecord } from '../../src/core/records/record.ts';
import { compareRankings } from '../../src/core/scoring/comparison.ts';
import { exportedRanking, rankingCsv, rankingJson, rankingMarkdown } from '../../src/core/scoring/exporting.ts';
import { rankingOf } from '../../src/core/scoring/ranking.ts';
import { sensitivityOf } from '../../src/core/scoring/sensitivity.ts';
import { simulated } from '../../src/core/scoring/simulation.ts';
import { appetiteEffort, smallestSet } from '../../src/core/scoring/slices.ts';
import { keyPrefixesFrom, prefixesNamed } from '../../src/core/setUp/keyPrefixes.ts';
import { membersFrom, membersNamed } from '../../src/core/setUp/members.ts';
import { teamFile } from '../../src/core/setUp/teamFile.ts';
import { isInComment } from '../../src/core/text/codeComment.ts';
import { cutAtWord, firstSentences, plainWords } from '../../src/core/text/markdownText.ts';
import { blockQuote, readQuotedText } from '../../src/core/text/quotedText.ts';
import { inlayText } from '../../src/core/why/inlay.ts';
import { whySteps } from '../../src/core/why/steps.ts';
import { stepsText } from '../../src/core/why/stepsText.ts';
import { checkOutcome, checkProblem, checkWords } from '../../src/core/wording/wording.ts';
import { branchName, branchSafe } from '../../src/core/work/branchName.ts';
import { commitMessage, nextMessage } from '../../src/core/work/commitMessage.ts';
import { searchKeys } from '../../src/core/work/keySearch.ts';
import { linksTo, linksToFile } from '../../src/core/work/links.ts';
import { withBlock } from '../../src/core/work/markedBlock.ts';
import { mergedIn, mergedTitle } from '../../src/core/work/mergeMessage.ts';
import { shapedBy } from '../../src/core/work/shapedBy.ts';
import { trailerSuggestions } from '../../src/core/work/trailerSuggestions.ts';
import { trailersIn, withTrailers } from '../../src/core/work/trailers.ts';
import { unlinkedWork } from '../../src/core/work/unlinked.ts';
import { whyOf, whyOnBranch } from '../../src/core/work/why.ts';
import { whyBlock, withWhyBlock } from '../../src/core/work/whyBlock.ts';
import type { World } from './hostile.ts';
import { libraryOf } from './sources.ts';

const NOW = new Date('2026-11-23T12:00:00Z');

/** A text a surface shows as one line, and which. */
export type Shown = readonly [surface: string, line: string | undefined];

interface Asked extends World {
  readonly library: Library;
  /** The records asked about: some of them, where there are very many. */
  readonly records: readonly ContextRecord[];
  readonly initiatives: readonly Initiative[];
}

/** Records asked about one by one. */
const MOST = 20;

const some = <T>(all: readonly T[]): readonly T[] =>
  all.filter((_, index) => index % Math.ceil(all.length / MOST) === 0);

type Surface = (asked: Asked) => Iterable<Shown>;

/** Asks every surface. Throws what a surface throws, but a refusal that is meant for a person. */
export function* shown(world: World, timed?: (surface: string, milliseconds: number) => void): Generator<Shown> {
  let before = performance.now();
  const library = libraryOf(world.files);
  for (const record of library.files.values()) library.findings(record);
  timed?.('records and findings', performance.now() - before);
  const asked = { ...world, library, records: some(library.records), initiatives: some(library.ofKind('initiative')) };
  for (const [name, surface] of Object.entries(surfaces)) {
    before = performance.now();
    const lines = [...surface(asked)];
    timed?.(name, performance.now() - before);
    for (const [part, line] of lines) yield [`${name}: ${part}`, line];
  }
}

/** What a refusal says instead. */
function* refusable(work: () => Iterable<Shown>): Generator<Shown> {
  try {
    yield* work();
  } catch (error) {
    if (!(error instanceof BecauseError)) throw error;
    yield ['refusal', error.message];
    yield ['what to do', error.next];
  }
}

const surfaces: Readonly<Record<string, Surface>> = {
  findings: function* ({ library }) {
    for (const record of library.files.values())
      for (const finding of library.findings(record)) {
        yield ['message', finding.message];
        for (const fix of fixesFor(library, record, finding)) yield ['fix', fix.title];
      }
  },

  cards: function* ({ records, library, texts }) {
    for (const { id } of records) {
      const card = cardOf(library, id, NOW, 'ada');
      if (!card) continue;
      for (const line of card.lines) yield ['line', lineText(line)];
      assert.equal(cardText(card).split('\n').length, card.lines.length);
      assert.equal(cardMarkdown(card).split('\n').length, card.lines.length);
      cardHtml(card, '/x', '1');
    }
    const parser = new MarkdownIt();
    previewKeys(parser, () => ({ library, now: NOW, hrefOf: (path) => path }));
    for (const text of texts) parser.render(text);
  },

  outline: function* ({ records, initiatives, library, branches, remotes }) {
    for (const record of records) {
      yield* rows([recordRow(library, record, 'x')]);
      const { title, lines } = detailOf(library, record, 'ada');
      yield ['title of a tooltip', title];
      for (const line of lines) yield ['tooltip', line];
      yield ['name in a pick', pickName(record)];
    }
    const scopes = [
      { kind: 'all' } as const,
      { kind: 'quarter', quarter: '2026-Q4' } as const,
      scopeOf(library, { kind: 'current' }, NOW),
    ];
    for (const scope of scopes) yield ['scope', scopeName(library, scope)];
    for (const grouping of ['none', 'status', 'owner'] as const) {
      const scope = scopes[grouping === 'none' ? 0 : 2] ?? { kind: 'all' };
      const { rows: all } = sprintOutline(library, { scope, filter: '', grouping, me: 'ada' });
      yield* rows(all);
      for (const filter of ['', '∅ nothing']) {
        const query = { scope, filter, grouping, me: 'ada' } as const;
        const outline = sprintOutline(library, query);
        yield* rows(waysOn(library, query, outline));
        yield ['beside the name of the view', sprintDescription(library, query, outline, { now: NOW })];
        yield ['above the rows', sprintMessage(library, query, outline)];
      }
      if (grouping === 'none') for (const record of records) pathTo(all, record);
    }
    for (const { label, description } of scopeOptions(library, NOW))
      yield* [['scope', label] as const, ['about a scope', description] as const];
    for (const { name } of branches) {
      const place = { kind: 'branch', branch: name, repos: remotes } as const;
      yield* rows(currentWorkOutline(library, place, 'ada'));
      yield ['message of the current work', currentWorkMessage(library, place)];
    }
    for (const initiative of initiatives) {
      yield ['status bar', statusText(library, initiative)];
      const committed = [{ line: 1, count: 1, initiative: initiative.id }];
      yield ['end of a line', inlayText(library, asLines(`x // ${initiative.id}`), 0, { path: 'x', committed })];
    }
  },

  keys: function* ({ library, texts }) {
    for (const text of texts) {
      for (const { hits } of [searchKeys(library, text, { now: NOW, branch: text })])
        for (const { key, matched } of hits.filter(({ key: each }) => library.keys.test(each)))
          yield* [['key', key] as const, ['matched', matched.slice(0, 0)] as const];
      for (const { key } of library.keys.find(text)) yield ['found', key];
      isInComment(text, text.length);
      difference(text, texts[0] ?? '');
      findAnchor(asLines(text), { line: 1, text: texts[0] ?? '' });
    }
  },

  renaming: function* ({ records, library }) {
    for (const { id } of records)
      yield* refusable(function* () {
        for (const { record, replacements } of planRename(library, id, 'PAY-9').changes)
          replaced(record.source.text, replacements);
        yield* [];
      });
    for (const file of records) {
      changesIds(library, library, [file.path]);
      affectedBy(library, library, [file.path]);
    }
  },

  writing: function* ({ library, files }) {
    for (const [path, text] of some(Object.entries(files))) {
      const whole = path === 'because.yml';
      kindWritten({ path, text });
      const most = Math.min(text.length, 400);
      for (let offset = 0; offset <= most; offset += Math.max(1, Math.floor(most / 12))) {
        partAt(text, offset, whole);
        const place = placeAt(text, offset, whole);
        const kind = library.files.get(path)?.kind ?? 'note';
        const suggestions = place && suggest({ library, kind, path, text, now: NOW, me: 'ada' }, place);
        for (const { label, description, help = [] } of suggestions?.all ?? []) {
          yield ['label', label];
          yield ['description', description];
          for (const sentence of help) yield ['help', sentence];
        }
      }
    }
  },

  prose: function* ({ texts }) {
    for (const text of texts) {
      checkProblem(text, { hasSufferer: false, hasEvidence: false });
      checkOutcome(text, { target: text });
      checkWords(text, ['vague', 'blame', 'causal-overreach', 'ambiguous-percent']);
      yield ['plain words', plainWords(text)];
      yield ['sentences', firstSentences(plainWords(text), 2)];
      assert.ok(cutAtWord(text, 40).length <= 41);
      const { quote } = readQuotedText(text);
      blockQuote(quote);
    }
  },

  why: function* ({ library, commits, branches, remotes, texts }) {
    const words = { record: 'Open', commit: 'Show', url: 'Browse' };
    for (const commit of commits) {
      const why = whyOf(library, {
        commit,
        merges: commits,
        repos: remotes,
        branch: branches[0]?.name,
        path: texts[0],
      });
      const beginnings = [{ commit, merges: commits, isCutOff: true }, { branch: branches[0]?.name }] as const;
      for (const beginning of beginnings) {
        const steps = whySteps(
          library,
          beginning,
          'branch' in beginning ? whyOnBranch(library, beginning.branch, remotes) : why,
        );
        for (const { name, headline, lines } of steps) {
          yield* [['name', name] as const, ['headline', headline] as const];
          for (const line of lines) yield* linesIn(line);
        }
        yield* linesIn(stepsText(steps, words).text);
      }
      mergedIn(commit.message, ['origin']);
      mergedTitle(commit.message);
    }
    const merges = new Map(commits.map((commit) => [commit.hash, commit]));
    const changes = commits.map((commit) => ({ commit, path: texts[0] ?? '' }));
    shapedBy(library, {
      changes,
      shares: [{ hash: commits[0]?.hash, lines: 3 }],
      repos: remotes,
      merges,
      path: texts[0],
    });
    const work = unlinkedWork(library, {
      branches,
      commits,
      repos: remotes,
      defaultBranch: 'main',
      merges,
      branch: branches[0]?.name,
      ofBranch: new Set(),
    });
    yield* rows(unlinkedOutline(work, () => '23 Nov 2026'));
    for (const { name } of branches) linksTo(library, { target: 'branch', name, repos: remotes });
    for (const text of texts) linksToFile(library, text);
  },

  messages: function* ({ initiatives, library, texts, commits }) {
    for (const text of [...texts, ...commits.map(({ message }) => message)]) {
      const trailers = [{ key: 'Initiative', value: 'PAY-1' }];
      const once = withTrailers(text, trailers);
      assert.equal(withTrailers(once, trailers), once, 'trailers are added once');
      trailersIn(text);
      for (const initiative of initiatives) {
        for (const { label, detail } of trailerSuggestions(library, text, initiative))
          yield* [['label', label] as const, ['detail', detail] as const];
      }
    }
    for (const initiative of initiatives) {
      yield ['branch', branchName(initiative, { user: texts[0] ?? '', template: '{type}/{user}/{key}-{slug}' })];
      const prefix = commitMessage(library, initiative, 'prefix');
      yield ['message', prefix];
      nextMessage(texts[0] ?? '', prefix, commitMessage(library, initiative, 'trailers'));
      for (const line of commitMessage(library, initiative, 'trailers').split('\n')) yield ['trailer', line];
    }
    for (const text of texts) {
      const safe = branchSafe(text);
      assert.equal(branchSafe(safe), safe, 'a safe branch name is safe');
      yield ['safe branch', safe];
    }
  },

  blocks: function* ({ initiatives, library, texts, remotes }) {
    for (const initiative of initiatives)
      for (const host of ['github', 'bitbucket', undefined] as const) {
        const block = {
          initiative,
          pageOf: (path: string) => `https://relay.example/${encodeURIComponent(path.toWellFormed())}`,
        };
        for (const line of whyBlock(library, block, host).split('\n')) yield ['line', line];
        for (const text of texts) {
          const once = withWhyBlock(text, library, block, host);
          assert.equal(withWhyBlock(once, library, block, host), once, 'a block is put once');
        }
        const page = readRemote(remotes[0] ?? '');
        if (page)
          newPullRequestPage(page, {
            source: texts[0] ?? '',
            target: 'main',
            title: initiative.title,
            body: texts[1] ?? '',
          });
      }
    for (const text of texts) {
      const once = withBlock(text, texts[0] ?? '');
      withBlock(once, texts[1] ?? '');
    }
  },

  hosts: function* ({ remotes, texts }) {
    for (const address of [...remotes, ...texts]) {
      const found = readRemote(address);
      readPullRequest(address, found);
      if (!found) continue;
      yield* [['web', found.web] as const, ['repository', found.repo] as const];
      yield ['pull request', pullRequestPage(found, 1)];
      yield ['file', filePage(found, { branch: texts[0] ?? '' }, texts[1] ?? '', 3)];
    }
    pullRequestTemplates('github', texts, texts[0]);
    pullRequestTemplates('azure', texts, texts[0]);
  },

  board: function* ({ initiatives, library }) {
    const scales = scalesOf(library);
    const items = itemsOf(library, { kind: 'all' }, 'ada');
    const ranking = rankingOf(items, scales);
    for (const item of items) yield ['title', item.title];
    for (const initiative of initiatives) {
      yield ['summary', JSON.stringify([summaryOf(library, initiative, 'ada')]).slice(0, 0)];
      const { outcome, slices, problems, evidence, estimates } = boardDetail(library, initiative, 'ada');
      yield ['outcome', outcome];
      for (const { title } of slices) yield ['slice', title];
      for (const { title, statement } of problems)
        yield* [['problem', title] as const, ['statement', statement] as const];
      JSON.stringify([evidence, estimates]);
      const { slices: cuts = [], appetite } = initiative.values;
      smallestSet(
        cuts.map(({ title = '', ...slice }) => ({ title, ...slice })),
        { appetiteEffort: appetiteEffort(appetite, 1, 'person-weeks'), share: 50 },
      );
    }
    exportedRanking(ranking, scales);
    JSON.parse(rankingJson(ranking, scales));
    rankingCsv(ranking, scales);
    rankingMarkdown(ranking, scales);
    sensitivityOf(ranking.ranked);
    simulated(items, scales, { draws: 20, confidence: 'multiplied' });
    const scores = snapshotScores(ranking);
    compareRankings({ taken: '2026-11-01', scores, accepted: [] }, ranking);
    for (const snapshot of snapshotsOf(library, { kind: 'all' }))
      compareRankings(
        { taken: snapshot.values.taken, scores: [...standingsIn(snapshot).values()], accepted: [] },
        ranking,
      );
  },

  'setting up': function* ({ texts, commits, branches }) {
    const authors = membersFrom(commits.map(({ author, email }) => `${email}\t${author}`));
    for (const { id, name } of [...authors, ...membersNamed(texts[0] ?? '')])
      yield* [['id', id] as const, ['name', name] as const];
    const prefixes = keyPrefixesFrom(
      branches.map(({ name }) => name),
      texts,
    );
    for (const { prefix, example } of prefixes) yield* [['prefix', prefix] as const, ['example', example] as const];
    teamFile({ name: texts[0], members: authors }, prefixesNamed(texts[1] ?? ''), 'Europe/Paris');
  },
};

/** A text of several lines, which may be set in by tabs. */
function* linesIn(text: string): Generator<Shown> {
  for (const line of text.split('\n')) yield ['line', line.replaceAll('\t', '')];
}

/** The texts of rows and of all below them, to a depth nobody unfolds. */
function* rows(nodes: readonly OutlineNode[], depth = 0): Generator<Shown> {
  const ids = nodes.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, `rows of one list share an id: ${ids.join(' | ')}`);
  for (const node of nodes) {
    yield ['label', node.label];
    yield ['description', node.description];
    yield ['spoken label', node.spoken];
    yield ['hint', node.hint];
  }
  if (depth < 5) for (const node of some(nodes)) yield* rows(childrenOf(node), depth + 1);
}
