/** "Too complex": which slices stay, what the initiative scores then, and the cut as the answer to the objection. */
import * as vscode from 'vscode';
import { cutSlices } from '../../actions/cutSlices.ts';
import { t } from '../../core/base/l10n.ts';
import { fieldsPart } from '../../core/editing/place.ts';
import { mapsSnippet } from '../../core/editing/recordSnippet.ts';
import { fieldsOf, type Initiative } from '../../core/kinds/all.ts';
import type { Slice } from '../../core/scoring/detail.ts';
import type { Numbers } from '../../core/scoring/factors.ts';
import type { Item, Scales } from '../../core/scoring/item.ts';
import { numbersOf } from '../../core/scoring/ranking.ts';
import { riceScore } from '../../core/scoring/rice.ts';
import { appetiteEffort, type Cut, cutOf, slicedNumbers, smallestSet } from '../../core/scoring/slices.ts';
import { oneLine } from '../../core/text/foreignText.ts';
import { dotted, joined, spaced } from '../../core/text/joined.ts';
import { lead, type Particular } from '../ask/gesture.ts';
import { type Answers, type Choice, pickStep, type Step } from '../ask/steps.ts';
import { pickOne, seen, titleAbout } from '../ask/subject.ts';
import type { Live } from '../commands/live.ts';
import type { Folder } from '../workspace/folder.ts';
import { spreadWords } from './rounds.ts';

type Input = Parameters<typeof cutSlices.run>[1];

/** Answers after the slices were chosen. */
const LEAVE = 'leave';
const CUT = 'cut';
const NUMBERS = 'numbers';

/** What is cut, and what the numbers are so far. */
interface Whole {
  readonly slices: readonly Slice[];
  readonly item: Item;
  readonly scales: Scales;
  readonly numbers: Numbers;
  readonly appetite: string | undefined;
  /** How many work on it. */
  readonly people: number;
}

/** An objection that somebody has made, on its way to an answer. */
export interface Objected {
  readonly live: Live;
  readonly folder: Folder;
  readonly initiative: Initiative;
  /** The objection's id. */
  readonly objection: string;
}

/** Lets a person choose the slices that stay, and writes the cut. Turning away leaves the objection open. */
export async function cutDown(objected: Objected): Promise<unknown> {
  const { live, folder, initiative, objection } = objected;
  const slices = slicesOf(initiative);
  if (slices.length < 2) return writeSlices(objected);
  const { item, scales } = await seen(objected);
  const { appetite, team } = initiative.values;
  const whole = { slices, item, scales, numbers: numbersOf(item, scales), appetite, people: team?.length ?? 0 };
  return lead(live, cutSlices, cutting(objected, whole), { given: { initiative: initiative.id, objection }, folder });
}

const cutting = (objected: Objected, whole: Whole): Particular<Input, unknown, Initiative> => ({
  ways: () => ({
    key: objected.objection,
    // In the title, where it is seen while choosing, and wraps where it is long.
    title: dotted(titleAbout(cutSlices.title(), objected), limits(whole)),
    steps: () => stepsFor(whole),
    read(answers) {
      if (answers.how === LEAVE) return undefined;
      const cut = cutIn(whole, answers);
      return { keep: cut.kept.map(({ title }) => title), ...(answers.how === NUMBERS && changed(whole, cut)) };
    },
  }),
});

/** By the titles in the file, which the cut names them by. */
const slicesOf = ({ values }: Initiative): readonly Slice[] =>
  (values.slices ?? []).flatMap(({ title, must, effort, share }) =>
    title === undefined ? [] : [{ title, must: must ?? false, effort, share }],
  );

/** Without slices there is nothing to choose from yet. */
async function writeSlices({ folder, initiative }: Objected): Promise<void> {
  const title = titleAbout(cutSlices.title(), { initiative });
  const prompt = t('It has no slices to choose from yet. The objection is saved and open.');
  const picked = await pickOne(title, prompt, [
    {
      value: 'write',
      label: t('Write the slices in the record'),
      detail: t(
        'List the smaller versions: title, must-have or not, effort, share of the outcome. Then answer the objection.',
      ),
    },
    { value: LEAVE, label: t('Leave the objection open') },
  ]);
  if (picked === 'write') await openAtSlices(folder.uriOf(initiative), initiative);
}

/** Opens the record at its slices; where it has none, with two of them to be filled in. */
async function openAtSlices(uri: vscode.Uri, { source, broken, readOnly }: Initiative): Promise<void> {
  const editor = await vscode.window.showTextDocument(uri);
  const { document } = editor;
  const there = source.locate(['slices'], 'pair');
  if (there) {
    const at = document.positionAt(there.start);
    editor.selection = new vscode.Selection(at, at);
    editor.revealRange(new vscode.Range(at, at));
    return;
  }
  const fields = broken || readOnly || document.getText() !== source.text ? undefined : fieldsPart(source.text, false);
  const { slices } = fieldsOf('initiative');
  if (!fields?.closed || !slices?.fields) return;
  const snippet = new vscode.SnippetString(`slices:${mapsSnippet(slices)}\n`);
  await editor.insertSnippet(snippet, document.positionAt(fields.end));
}

function stepsFor(whole: Whole): Step[] {
  const kept = smallest(whole);
  const choices = whole.slices.map((slice, index): Choice => {
    return { ...sliceChoice(slice, whole), value: String(index), picked: kept.includes(slice) };
  });
  return [
    pickStep(
      'keep',
      t('Which slices do you want to keep? The smallest set that reaches the outcome is checked.'),
      () => choices,
      {
        many: true,
        needed: true,
      },
    ),
    pickStep(
      'how',
      (answers) => effectOf(whole, cutIn(whole, answers)),
      (answers) => howChoices(whole, cutIn(whole, answers)),
    ),
  ];
}

/** Where all of it fits the appetite, the appetite does not tell what to cut: then no more than the outcome needs. */
function smallest({ slices, appetite, people, scales }: Whole): readonly Slice[] {
  const most = appetiteEffort(appetite, people, scales.effortUnit);
  const effort = cutOf(slices, () => true).effort;
  const binds = most !== undefined && effort !== undefined && effort > most;
  return smallestSet(slices, binds ? { appetiteEffort: most } : {}).kept;
}

/** The time it is worth, and what people think it takes. */
function limits({ appetite, item, numbers, scales }: Whole): string {
  return spaced(
    appetite && t('Appetite: {0}.', oneLine(appetite)),
    numbers.effort !== undefined && t('Effort: {0} {1}.', numbers.effort, scales.effortUnit),
    spreadWords('effort', item),
  );
}

function sliceChoice({ title, must, effort, share }: Slice, { scales }: Whole): Omit<Choice, 'value'> {
  const description = dotted(
    must && t('must-have'),
    effort !== undefined && `${effort} ${scales.effortUnit}`,
    share !== undefined && t('{0}% of the outcome', share),
  );
  return { label: title, description };
}

function cutIn({ slices }: Whole, { keep = [] }: Answers): Cut {
  const kept = new Set(typeof keep === 'string' ? [keep] : keep);
  return cutOf(slices, (slice) => kept.has(String(slices.indexOf(slice))));
}

/** What the cut does to effort, outcome and score, in one line. */
function effectOf({ numbers, scales, slices }: Whole, cut: Cut): string {
  const before = riceScore(numbers);
  const after = slicedNumbers(numbers, cut).score;
  return spaced(
    t('{0} of {1} slices.', cut.kept.length, slices.length),
    cut.effort === undefined
      ? t('Their effort is unknown, because one of them has no effort yet.')
      : t('Effort {0} → {1} {2}.', numbers.effort ?? '?', rounded(cut.effort), scales.effortUnit),
    cut.share !== undefined && t('{0}% of the outcome.', rounded(cut.share)),
    after !== undefined && t('RICE {0} → {1}.', before === undefined ? '?' : rounded(before), rounded(after)),
  );
}

/** To whole numbers where they are large enough: decimals of a score lie. */
const rounded = (value: number): number => (value >= 10 ? Math.round(value) : Math.round(value * 10) / 10);

/** The numbers that the cut changes, as far as they are known. */
function changed({ numbers }: Whole, cut: Cut): { readonly reach?: number; readonly effort?: number } {
  const { reach, effort } = slicedNumbers(numbers, cut).numbers;
  return {
    ...(reach === undefined || reach === numbers.reach ? {} : { reach: Math.round(reach * 100) / 100 }),
    ...(effort === undefined || effort === numbers.effort ? {} : { effort }),
  };
}

function howChoices(whole: Whole, cut: Cut): Choice[] {
  const { reach, effort } = changed(whole, cut);
  const words = joined(reach !== undefined && t('reach {0}', reach), effort !== undefined && t('effort {0}', effort));
  const asNumbers: Choice = {
    value: NUMBERS,
    label: t('Cut, and set the new numbers as agreed'),
    detail: t('Answers the objection as scoped down and writes {0}.', words),
  };
  return [
    ...(words === '' ? [] : [asNumbers]),
    {
      value: CUT,
      label: t('Cut, and leave the numbers as they are'),
      detail: t('Answers the objection as scoped down.'),
    },
    { value: LEAVE, label: t('Cut nothing'), detail: t('The objection stays open.') },
  ];
}
