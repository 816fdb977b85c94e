/** `Because: Say Thanks`: whom for what, as commits and records suggest; the words are one's own. */
import { thank } from '../../actions/thank.ts';
import { t } from '../../core/base/l10n.ts';
import type { Participant } from '../../core/credit/partsIn.ts';
import { memberName } from '../../core/face/names.ts';
import type { Initiative } from '../../core/kinds/all.ts';
import { creditParts, partWords } from '../../core/kinds/credit.ts';
import { joined } from '../../core/text/joined.ts';
import { participants } from '../../questions/participants.ts';
import { gesture, type Meant } from '../ask/gesture.ts';
import { type Choice, grouped, pickStep } from '../ask/steps.ts';
import type { Folder } from '../workspace/folder.ts';

export const thankCommand = gesture(thank, {
  async ways({ folder, record: initiative, me }: Meant<Initiative>) {
    const people = await folder.because.ask(participants, { initiative: initiative.id });
    const others = people.filter(({ id }) => id !== me);
    const partsOf = (to: unknown) => others.find(({ id }) => id === to)?.parts ?? [];
    return {
      steps: (plain) => [
        pickStep('to', t('Who do you want to thank?'), () => choicesOf(folder, others, me)),
        pickStep('for', t('What did they do?'), ({ to }) => partChoices(partsOf(to)), { many: true, needed: true }),
        plain.text,
      ],
    };
  },
});

/** Who took part, by name and never by how much; then everybody else. */
function choicesOf({ library }: Folder, people: readonly Participant[], me: string | undefined): Choice[] {
  const known = new Set(people.map(({ id }) => id));
  const others = [...library.memberIds].filter((id) => !known.has(id) && id !== me);
  return grouped(
    [t('Took part'), people.map(participantChoice)],
    [t('Others'), others.map((id) => ({ value: id, label: memberName(library, id) ?? id }))],
  );
}

const participantChoice = ({ id, name, parts, isThanked }: Participant): Choice => ({
  value: id,
  label: name,
  ...(isThanked && { description: t('thanked already') }),
  detail: joined(...parts.map(({ words }) => words)),
});

/** Every part, those that are known of checked. */
const partChoices = (parts: Participant['parts']): Choice[] =>
  creditParts.map((part) => ({
    value: part,
    label: partWords(part),
    picked: parts.some((each) => each.for === part),
  }));
