/** `Because: Object`: what kind of objection, in whose words, and then the way that answers such an objection. */
import type * as vscode from 'vscode';
import { l10n } from 'vscode';
import { object } from '../../actions/object.ts';
import type { Choice } from '../ask/quickInput.ts';
import { ask } from '../ask/quickInput.ts';
import { initiativeMeant, signed, titleAbout } from '../ask/subject.ts';
import type { Gather } from '../commands/commands.ts';
import { actionCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { leadOn, type ObjectionKind } from './objectionWays.ts';

type Input = Parameters<typeof object.run>[1];

/** `Because: Object`, wherever it is called from. */
export const objectCommand: Opens = (live) => actionCommand(live, object, signed(gather(live.memory)));

function gather(memory: vscode.Memento): Gather<Input> {
  return async (workspace, given, source, named) => {
    const about = await initiativeMeant(workspace, {
      id: given.initiative,
      source,
      named,
      title: object.title(),
      prompt: l10n.t('What should not go on as it is planned?'),
    });
    if (!about) return undefined;
    const { folder, initiative } = about;
    const asked = await ask(memory, {
      key: `object:${folder.root.toString()}:${initiative.id}`,
      title: titleAbout(object.title(), about),
      steps: [
        {
          kind: 'pick' as const,
          name: 'kind',
          prompt: l10n.t('What is your objection?'),
          choices: kindChoices,
        },
        {
          kind: 'text' as const,
          name: 'text',
          prompt: l10n.t('In your words. It is written down and stays open until somebody answers it.'),
          validate: (text: string) => (text.trim() === '' ? l10n.t('Say what you object to.') : undefined),
        },
      ].filter(({ name }) => !(name in given)),
    });
    if (!asked) return undefined;
    const input = object.input.parse({ ...asked.answers, ...given, initiative: initiative.id });
    return {
      folder,
      input,
      // The objection stands from here on: turning away from what follows leaves it open.
      done: async (output) => {
        await asked.forget();
        const objection = (output as { id: string }).id;
        await leadOn({ workspace, memory, folder, initiative, objection }, input.kind);
      },
    };
  };
}

function kindChoices(): (Choice & { value: ObjectionKind })[] {
  return [
    {
      value: 'too-complex',
      label: l10n.t('Too complex'),
      detail: l10n.t('Leads to the smallest version that still reaches the outcome.'),
    },
    {
      value: 'debt-first',
      label: l10n.t('Fix technical debt first'),
      detail: l10n.t('Leads to scoring that debt, so that both stand in one ranking.'),
    },
    {
      value: 'no-need',
      label: l10n.t('Customers don’t need this'),
      detail: l10n.t('Leads to the evidence for and against, or to planning a validation.'),
    },
    { value: 'other', label: l10n.t('Something else'), detail: l10n.t('Stays open until somebody answers it.') },
  ];
}
