/** The people an action writes down: who asks, and whom the input names. */
import type { Because } from '../because.ts';
import { BecauseError } from '../core/base/errors.ts';
import { t } from '../core/base/l10n.ts';
import { nearest } from '../core/wording/nearest.ts';

/**
 * The member who asks, for what must say by whom it is. Throws `no-member` where nobody knows; where because.yml names no
 * members, anybody is one who says who they are.
 */
export async function memberAsking(because: Because): Promise<string> {
  await because.ready();
  const me = await because.me();
  const { memberIds } = because.library;
  if (me !== undefined && (memberIds.size === 0 || memberIds.has(me))) return me;
  const message =
    me === undefined ? t('Because does not know who you are.') : t('{0} is not a member of the team.', me);
  const details =
    memberIds.size === 0
      ? {
          next: t('Add the members of your team to because.yml.'),
          remedy: { verb: 'setUp', title: t('Set Up Because') },
        }
      : {
          next: t('Run “Because: Set My Identity…”, or add yourself to because.yml.'),
          remedy: { verb: 'chooseMe', title: t('Set My Identity') },
        };
  throw new BecauseError('no-member', message, details);
}

/** The id, where it is a member's or because.yml names none. Throws `bad-input`, with who may have been meant. */
export function memberNamed({ library }: Because, id: string): string {
  if (library.memberIds.size === 0 || library.memberIds.has(id)) return id;
  const [meant] = nearest(id, library.memberIds);
  throw new BecauseError('bad-input', t('{0} is not a member of the team.', id), {
    next: meant === undefined ? t('Add them to because.yml.') : t('Did you mean {0}?', meant),
  });
}
