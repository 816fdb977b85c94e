/** `Because: Adoption Calculator`: how a feature is adopted, from numbers you type or a CSV of events; a result is one click away. */
import { type AdoptionNumbers, adoptionSentence } from '../../core/adoption/adoptionMarkdown.ts';
import { fieldsOfInput } from '../../core/base/input.ts';
import { t } from '../../core/base/l10n.ts';
import { adoptionRequest } from '../../core/outline/requests.ts';
import { adoption } from '../../questions/adoption.ts';
import { readAnswers, stepFor } from '../ask/fieldSteps.ts';
import { ask } from '../ask/quickInput.ts';
import { initiativeClicked, pickOne } from '../ask/subject.ts';
import { toldUses, waysToUse } from '../ask/toldUses.ts';
import { callFor } from '../commands/calls.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Live, Opens } from '../commands/live.ts';
import { folderMeant } from '../commands/meant.ts';
import type { Folder } from '../workspace/folder.ts';
import { countEvents } from './eventFile.ts';

const title = () => t('Adoption Calculator');

export const adoptionCommand: Opens = (live) =>
  gestureCommand(adoptionRequest, async (input, source) => {
    const { workspace } = live;
    await workspace.ready();
    const clicked = initiativeClicked(workspace, source);
    const folder = clicked?.folder ?? folderMeant(workspace, { address: input?.folder, source });
    const place = { live, folder, title: title() };
    const way = input?.file === undefined ? await pickWay() : 'file';
    if (way === undefined) return undefined;
    const numbers = way === 'file' ? await countEvents(place, input?.file) : await askNumbers(live, folder);
    return numbers && use(folder, numbers, input?.id ?? clicked?.initiative.id);
  });

const pickWay = () =>
  pickOne(title(), t('Where do the numbers come from?'), [
    {
      value: 'file',
      icon: 'file',
      label: t('A CSV file of events'),
      detail: t('A row for each event: who, what and when.'),
    },
    { value: 'typed', icon: 'edit', label: t('Type them'), detail: t('Skip what you do not know.') },
  ]);

async function askNumbers(live: Live, folder: Folder): Promise<AdoptionNumbers | undefined> {
  const fields = fieldsOfInput(adoption.input);
  const place = { workspace: live.workspace, folder, me: undefined };
  const asked = await ask(live.memory, {
    key: `adoption:${folder.root}`,
    title: title(),
    steps: fields.flatMap((field) => stepFor(place, field) ?? []),
  });
  await asked?.forget();
  return asked && readAnswers(fields, asked.answers);
}

/** Tells the numbers, and does with them what the person wants, until they record a result or turn away. */
async function use(folder: Folder, numbers: AdoptionNumbers, initiative: string | undefined) {
  const answer = await folder.because.ask(adoption, numbers as Parameters<typeof adoption.answer>[1]);
  const text = { title: adoption.title(), markdown: answer.markdown };
  const record = {
    value: RECORD,
    icon: 'graph-line',
    label: t('Record a Result…'),
    detail: numbers.file ? t('With these numbers, and the name and hash of the file.') : t('With these numbers.'),
  };
  const choices = [...waysToUse(toldUses), record];
  const told = { what: 'adoption', title: text.title, input: numbers } as const;
  for (;;) {
    const picked = await pickOne(title(), adoptionSentence(answer), choices);
    if (picked === RECORD) await callFor(folder, 'recordResult', resultOf(numbers, initiative));
    if (picked === undefined || picked === RECORD) return answer;
    await toldUses[picked as keyof typeof toldUses].done(text, folder, told);
  }
}

const RECORD = 'record';

/** What a result says of it. */
function resultOf(
  { eligible, exposed, activated, used, usedAgain, satisfied, file }: AdoptionNumbers,
  initiative: string | undefined,
) {
  const counts = { eligible, exposed, activated, used, usedAgain, satisfied };
  return {
    ...(initiative !== undefined && { initiative }),
    adoption: Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== undefined)),
    ...(file && { source: { file: file.name, sha256: file.sha256 } }),
  };
}
