/** An acknowledgement: whether one person can explain why an initiative is done, or has a question or an objection. */
import { t } from '../base/l10n.ts';
import type { Lookup } from '../records/face.ts';
import * as f from '../records/field.ts';
import { kind } from '../records/kind.ts';
import type { Wait } from '../records/wait.ts';
import { ENGINEERS } from '../records/wait.ts';
import { gist } from '../text/markdownText.ts';

const states = {
  'can-explain': { label: () => t('Can explain why') },
  question: { label: () => t('Has a question') },
  objection: { label: () => t('Objects') },
} as const;

/** What somebody said of knowing why, in words. */
export const ackWords = (state: keyof typeof states): string => states[state].label();

/** Once somebody has said whether they can explain it, whoever works on it is asked the same. */
export function ackWaits(
  { id, values: { team = [] } }: { id: string; values: { team?: readonly string[] } },
  around: Lookup,
): readonly Wait[] {
  const given = around.children(id, 'ack').flatMap(({ values }) => (values.by as string | undefined) ?? []);
  if (given.length === 0) return [];
  const of = team.filter((member) => !given.includes(member));
  if (team.length > 0 && of.length === 0) return [];
  return [{ of, roles: ENGINEERS, except: given, verb: 'ack', words: t('Say whether you can explain why') }];
}

export const ack = kind({
  name: 'ack',
  icon: 'thumbsup',
  personal: 'ack',
  ownCommand: true,
  place: {
    name: 'acks',
    label: () => t('Can Explain Why'),
    icon: 'thumbsup',
    isLast: true,
  },
  label: () => t('Acknowledgement'),
  labels: () => t('Acknowledgements'),
  help: () => t('Whether one person can explain why an initiative matters, or has a question or an objection.'),
  bodyHelp: () => t('In their own words (optional).'),
  fields: {
    initiative: f.required(f.reference(() => t('The initiative it is about.'), 'initiative')),
    by: f.required(f.member(() => t('Who says this.'))),
    state: f.required(
      f.oneOf(() => t('Whether they can explain it.'), ['can-explain', 'question', 'objection'], states),
    ),
  },
  describe: ({ state }) => ackWords(state),
  named: ({ id, values: { by } }) => t('Acknowledgement by {0}', by ?? id),
  look: ({ values: { by, state } }, name, around) => ({
    label: by === undefined ? name : around.memberName(by),
    description: ackWords(state),
    icon: state === 'can-explain' ? 'thumbsup' : state === 'question' ? 'question' : 'stop',
    state,
  }),
  lines: ({ values: { state }, body }) => [ackWords(state), gist(body)],
  starts: ['initiative', 'by', 'state'],
});
