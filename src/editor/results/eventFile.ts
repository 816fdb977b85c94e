/** A CSV of events: which file, which columns, read with its progress in sight, and which events mean what. */
import * as vscode from 'vscode';
import { type AdoptionNumbers, countedFile } from '../../core/adoption/adoptionMarkdown.ts';
import { type ColumnSeen, columnsIn, guessedColumns } from '../../core/adoption/columns.ts';
import { countedIn } from '../../core/adoption/counted.ts';
import { type ByteSource, type Form, headOf } from '../../core/adoption/csvRows.ts';
import { type Columns, type Events, readEvents, troubleName } from '../../core/adoption/events.ts';
import { BecauseError } from '../../core/base/errors.ts';
import { plural, t } from '../../core/base/l10n.ts';
import { typedNumber } from '../../core/scoring/factors.ts';
import { dotted } from '../../core/text/joined.ts';
import { ask } from '../ask/quickInput.ts';
import { type Answers, type Choice, pickStep, textStep } from '../ask/steps.ts';
import type { Live } from '../commands/live.ts';
import { withProgress } from '../door/messages.ts';
import { platform } from '../platform/node.ts';
import { bytesAt } from '../workspace/bytes.ts';
import type { Folder } from '../workspace/folder.ts';

interface Place {
  readonly live: Live;
  readonly folder: Folder;
  readonly title: string;
}

/** What a file of events counts; undefined where the person turned away. Throws what reading it throws. */
export async function countEvents(place: Place, address: string | undefined): Promise<AdoptionNumbers | undefined> {
  const uri = address === undefined ? await pickFile(place) : vscode.Uri.parse(address, true);
  if (!uri) return undefined;
  const source = await bytesAt(uri);
  const { form, rows } = await headOf(source);
  const columns = await askColumns(place, source.name, columnsIn(rows));
  const events = columns && (await read(place, source, { columns, form }));
  if (!events) return undefined;
  if (events.who.length === 0) throw nothingRead(events);
  return askMeanings(place, events);
}

async function pickFile({ folder }: Place): Promise<vscode.Uri | undefined> {
  const [uri] =
    (await vscode.window.showOpenDialog({
      defaultUri: folder.root,
      filters: { [t('Events as CSV')]: ['csv', 'tsv', 'txt'], [t('All files')]: ['*'] },
      openLabel: t('Read'),
      title: t('A CSV file with a row for each event: who, what and when'),
    })) ?? [];
  return uri;
}

/** Asks which column says what, each with what stands in its first rows. */
async function askColumns(place: Place, file: string, columns: readonly ColumnSeen[]): Promise<Columns | undefined> {
  if (columns.length < 3) {
    const what = columns.length === 0 ? t('{0} is empty.', file) : t('{0} has fewer than three columns.', file);
    throw new BecauseError('bad-input', what, {
      next: t('Save it as CSV with a row for each event: who, what and when.'),
    });
  }
  const guessed = guessedColumns(columns);
  const step = (name: keyof Columns, prompt: string, ...before: readonly (keyof Columns)[]) =>
    pickStep(name, prompt, (answers) => columnChoices(columns, guessed[name], taken(answers, before)));
  const asked = await ask(place.live.memory, {
    key: `adoption:columns:${place.folder.root}:${columns.map(({ name }) => name).join()}`,
    title: `${place.title}: ${file}`,
    steps: [
      step('user', t('Which column says who did it?')),
      step('event', t('Which column says what happened?'), 'user'),
      step('time', t('Which column says when?'), 'user', 'event'),
    ],
  });
  await asked?.forget();
  return (
    asked && { user: Number(asked.answers.user), event: Number(asked.answers.event), time: Number(asked.answers.time) }
  );
}

/** What the answers before this one took: whoever goes back may choose it again. */
const taken = (answers: Answers, before: readonly string[]): ReadonlySet<string> =>
  new Set(before.flatMap((name) => answers[name] ?? []));

const columnChoices = (
  columns: readonly ColumnSeen[],
  guess: number | undefined,
  others: ReadonlySet<string>,
): readonly Choice[] =>
  columns
    .map(({ name, examples }, at) => ({
      value: String(at),
      label: name || t('Column {0}', at + 1),
      description: examples.join(' · '),
      picked: at === guess,
    }))
    .filter(({ value }) => !others.has(value));

/** Reads the file; undefined where the person calls it off. */
async function read(place: Place, source: ByteSource, how: { readonly columns: Columns; readonly form: Form }) {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: t('Reading {0}', source.name),
    cancellable: true,
  };
  return withProgress(options, async (say, signal): Promise<Events | undefined> => {
    let told = 0;
    const onProgress = (rows: number, part: number) => {
      const percent = Math.floor(part * 100);
      if (percent === told) return;
      told = percent;
      say(t('{0}%, {1} rows', percent, rows.toLocaleString('en-US')));
    };
    const { zone } = place.folder.library.teamFile?.values.hours ?? {};
    try {
      return await readEvents(source, { ...how, zone, hasher: platform.sha256, signal, onProgress });
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
  });
}

/** Asks which events mean what, and how many there are who could use it. */
async function askMeanings(place: Place, events: Events): Promise<AdoptionNumbers | undefined> {
  const file = countedFile(events);
  const left = file.unread.reduce((all, { count }) => all + count, 0);
  const known = dotted(
    plural(file.events, '{0} event of {1}', '{0} events of {1}', plural(file.people, '{0} person', '{0} people')),
    left > 0 && plural(left, '{0} row left out', '{0} rows left out'),
  );
  const step = (name: string, prompt: string, ...before: readonly string[]) =>
    pickStep(name, prompt, (answers) => eventChoices(events, taken(answers, before)), {
      many: true,
      needed: name === 'used',
    });
  const asked = await ask(place.live.memory, {
    key: `adoption:events:${place.folder.root}:${events.sha256}`,
    // What was read stands here: a question that takes several has room for few words.
    title: `${file.name}: ${known}`,
    steps: [
      step('used', t('Which events mean that a person used it?')),
      step('exposed', t('Which mean that they saw it? (optional)'), 'used'),
      step('activated', t('Which mean that they began with it? (optional)'), 'used', 'exposed'),
      countStep('eligible', t('How many people could use it?'), String(events.people)),
      countStep('satisfied', t('How many of those who came back are satisfied? (optional)')),
      countStep('population', t('How many people do you have in all, including those it is not for? (optional)')),
    ],
  });
  if (!asked) return undefined;
  await asked.forget();
  const { answers } = asked;
  const list = (name: string): readonly string[] => [answers[name] ?? []].flat();
  const { funnel, daily, monthly, days, adopters } = countedIn(events, {
    used: list('used'),
    exposed: list('exposed'),
    activated: list('activated'),
  });
  const number = (name: string) => (answers[name] ? typedNumber(String(answers[name])) : undefined);
  return {
    eligible: number('eligible'),
    ...funnel,
    satisfied: number('satisfied'),
    population: number('population'),
    daily,
    monthly,
    days,
    people: adopters,
    file,
  };
}

/** The events that do not yet mean something else, those that happen most first. */
function eventChoices({ names, what }: Events, others: ReadonlySet<string>): readonly Choice[] {
  const counts = new Uint32Array(names.length);
  for (const each of what) counts[each] = (counts[each] ?? 0) + 1;
  return names
    .map((name, at) => ({ name, count: counts[at] ?? 0 }))
    .filter(({ name }) => !others.has(name))
    .sort((a, b) => b.count - a.count)
    .map(({ name, count }) => ({ value: name, label: name, description: plural(count, '{0} event', '{0} events') }));
}

const countStep = (name: string, prompt: string, value?: string) =>
  textStep(name, prompt, {
    ...(value !== undefined && { value: () => value }),
    validate: (text) =>
      text.trim() === '' || (Number.isSafeInteger(typedNumber(text)) && typedNumber(text) >= 0)
        ? undefined
        : t('Give a whole number, or leave it empty.'),
  });

function nothingRead(events: Events): BecauseError {
  const { name, unread } = countedFile(events);
  const why = unread.map(({ trouble, rows }) => dotted(troubleName(trouble), rows)).join('; ');
  return new BecauseError(
    'bad-input',
    why ? t('No row of {0} could be read: {1}.', name, why) : t('{0} has no events yet.', name),
    {
      next: unread.some(({ trouble }) => trouble === 'time')
        ? t('Choose another column, or write times such as 2026-11-23T09:30Z.')
        : t('Choose other columns, or save it as CSV with a row for each event.'),
    },
  );
}
