/** The members of the team, to choose from. */
import type { Library } from '../../core/library/library.ts';
import type { Choice } from './steps.ts';

/** Every member, in the order of because.yml. */
export const memberChoices = ({ members }: Library): readonly Choice[] =>
  members.flatMap(({ id, name, role }): Choice[] =>
    id === undefined ? [] : [{ value: id, label: name ?? id, description: role ?? '' }],
  );
