/** `Because: Sprint Digest`: to read, copy, save or mail. */
import * as vscode from 'vscode';
import { fieldsOfInput } from '../../core/base/input.ts';
import { t } from '../../core/base/l10n.ts';
import type { Digest } from '../../core/digest/digest.ts';
import { mailOf } from '../../core/digest/mail.ts';
import { recordsTaken } from '../../core/library/inputs.ts';
import { currentSprint } from '../../core/library/query.ts';
import { type DigestRequest, digestRequest } from '../../core/outline/requests.ts';
import { sprintDigest } from '../../questions/sprintDigest.ts';
import { browse } from '../ask/browser.ts';
import { recordChoices } from '../ask/fieldSteps.ts';
import { locatedByName, pickOne } from '../ask/subject.ts';
import { toldUses, type Way, waysToUse } from '../ask/toldUses.ts';
import { gestureCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { folderMeant, locatedOf } from '../commands/meant.ts';
import type { Folder } from '../workspace/folder.ts';
import type { Workspace } from '../workspace/workspace.ts';

export const digestCommand: Opens = ({ workspace }) =>
  gestureCommand(digestRequest, async (input, source) => {
    await workspace.ready();
    const { folder: address, as, ...given } = input ?? {};
    const folder = folderMeant(workspace, { address, source, given });
    const sprint = await sprintMeant(workspace, folder, { id: given.sprint, source });
    const use = sprint && (as ?? (await pickUse()));
    if (!use) return undefined;
    const digest = await folder.because.ask(sprintDigest, { sprint });
    await uses[use].done(digest, folder, { what: 'digest', title: digest.title, input: { sprint } });
    return { sprint, markdown: digest.markdown };
  });

type Use = NonNullable<DigestRequest['as']>;

const uses: { readonly [U in Use]: Way<Digest> } = {
  ...toldUses,
  mail: {
    label: () => t('Mail'),
    icon: 'mail',
    done: async (digest) => {
      const { address, toPaste } = mailOf(digest);
      if (toPaste !== undefined) await vscode.env.clipboard.writeText(toPaste);
      await browse(address);
    },
  },
};

async function pickUse(): Promise<Use | undefined> {
  const picked = await pickOne(sprintDigest.title(), t('What do you want to do with it?'), waysToUse(uses));
  return picked as Use | undefined;
}

/** The sprint that was clicked on or named, else the one that is picked, the current one first. */
async function sprintMeant(
  workspace: Workspace,
  folder: Folder,
  { id, source }: { readonly id: string | undefined; readonly source: unknown },
): Promise<string | undefined> {
  const [taken] = fieldsOfInput(sprintDigest.input).flatMap((one) => recordsTaken(one) ?? []);
  if (!taken) throw new Error('A digest is of a sprint.');
  const clicked = locatedOf(workspace, source);
  const record = locatedByName({ folder, taken, id, clicked });
  if (record) return record.id;
  const current = currentSprint(folder.library, folder.because.now())?.id;
  const choices = recordChoices({ workspace, folder, me: undefined }, taken);
  const sorted = [...choices].sort((a, b) => Number(b.value === current) - Number(a.value === current));
  return pickOne(sprintDigest.title(), t('Which sprint?'), sorted);
}
