/** Answering an objection: by the way that fits its kind, or with words. */
import type * as vscode from 'vscode';
import { l10n } from 'vscode';
import { answerObjection } from '../../actions/object.ts';
import { nameOf } from '../../core/face/names.ts';
import type { Objection } from '../../core/kinds/all.ts';
import type { Choice } from '../ask/quickInput.ts';
import { ask } from '../ask/quickInput.ts';
import { brief, knownInitiative, recordMeant, signed } from '../ask/subject.ts';
import type { Gather } from '../commands/commands.ts';
import { actionCommand } from '../commands/commands.ts';
import type { Opens } from '../commands/live.ts';
import { leadOn } from './objectionWays.ts';

type Input = Parameters<typeof answerObjection.run>[1];

/** The answer that is found on the way, rather than said. */
const WAY = '=way';

/** `Because: Answer Objection`, wherever it is called from. */
export const answerCommand: Opens = (live) => actionCommand(live, answerObjection, signed(gather(live.memory)));

function gather(memory: vscode.Memento): Gather<Input> {
  return async (workspace, given, source, named) => {
    const located = await recordMeant(workspace, {
      id: given.id,
      source,
      named,
      kind: 'objection',
      fits: ({ values }) => values.state === 'open' || values.state === 'validating',
      none: l10n.t('There is no open objection.'),
      title: answerObjection.title(),
      prompt: l10n.t('Which objection?'),
    });
    if (!located) return undefined;
    const { folder, record } = located;
    const asked = await ask(memory, {
      key: `answerObjection:${folder.root.toString()}:${record.id}`,
      title: `${answerObjection.title()}: ${brief(nameOf(record))}`,
      steps: [
        {
          kind: 'pick' as const,
          name: 'state',
          prompt: l10n.t('What is the answer?'),
          choices: () => [...wayChoices(record), ...stateChoices(record)],
        },
        {
          kind: 'text' as const,
          name: 'reason',
          prompt: l10n.t('In which words? Whoever objected reads this.'),
          when: ({ state }: { state?: unknown }) => state !== WAY,
          validate: (text: string) => (text.trim() === '' ? l10n.t('This cannot be empty.') : undefined),
        },
      ].filter(({ name }) => !(name in given)),
    });
    if (!asked) return undefined;
    const { initiative, kind } = record.values;
    if (asked.answers.state === WAY && initiative !== undefined && kind !== undefined) {
      await asked.forget();
      const about = { folder, initiative: knownInitiative(folder, initiative) };
      await leadOn({ ...about, workspace, memory, objection: record.id }, kind);
      return undefined;
    }
    const input = answerObjection.input.parse({ ...asked.answers, ...given, id: record.id });
    return { folder, input, done: () => asked.forget() };
  };
}

/** What leads to an answer of this kind of objection. */
function wayChoices({ values }: Objection): Choice[] {
  const labels = {
    'too-complex': l10n.t('Choose the slices to keep…'),
    'debt-first': l10n.t('Score the debt…'),
    'no-need': l10n.t('Look at the evidence, or plan a validation…'),
    other: undefined,
  };
  const label = values.kind && values.initiative !== undefined ? labels[values.kind] : undefined;
  return label === undefined ? [] : [{ value: WAY, icon: 'arrow-right', label }];
}

function stateChoices({ values }: Objection): Choice[] {
  const byKind: { readonly [kind: string]: Choice } = {
    'too-complex': { value: 'scoped-down', label: l10n.t('It was scoped down') },
    'debt-first': { value: 'debt-scored', label: l10n.t('The debt was scored') },
    'no-need': { value: 'evidence-shown', label: l10n.t('The evidence shows the need') },
  };
  const own = byKind[values.kind ?? ''];
  return [
    ...(own ? [own] : []),
    {
      value: 'upheld',
      label: l10n.t('The objection is right'),
      detail: l10n.t('The initiative does not go on as it was planned.'),
    },
    { value: 'withdrawn', label: l10n.t('Whoever objected takes it back') },
  ];
}
