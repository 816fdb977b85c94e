/** Why something cannot be done in a remote health check, and what to do about it. */
import { MOST, type Outcome, type Participant } from '../core/ballots/round.ts';
import { takesSeals } from '../core/ballots/sealing.ts';
import { BecauseError } from '../core/base/errors.ts';
import { plural, t } from '../core/base/l10n.ts';
import { partsTrouble } from '../core/health/apart.ts';

/** Throws where so few take part that nothing of it could be shown, or so many that an envelope would be too large a file. */
export function checkPeople(people: number, least: number): void {
  if (people > MOST) {
    throw new BecauseError('bad-input', t('At most {0} people can take part in a remote health check.', MOST), {
      next: t('Archive the keys of those who do not take part.'),
    });
  }
  if (people >= least) return;
  throw new BecauseError(
    'bad-input',
    plural(people, 'Only {0} person takes part in health checks.', 'Only {0} people take part in health checks.'),
    { next: t('It needs {0}. Ask the others to choose “Take Part”, and to push.', least) },
  );
}

/** Throws where somebody's key is none that anything may be sealed to. */
export function checkUsable(people: readonly Participant[]): void {
  const unusable = people.flatMap(({ member, key }) => (takesSeals(key) ? [] : member));
  if (unusable.length === 0) return;
  throw new BecauseError(
    'bad-input',
    t('The key of {0} cannot be used: anyone could read what it encrypts.', unusable.join(', ')),
    {
      next: t(
        'Archive the record of that key. If a check was started with it, archive that too and start another one.',
      ),
    },
  );
}

/** Why one takes no part: nobody can tell which key is one's own. */
export const severalKeys = (files: readonly string[]): BecauseError =>
  new BecauseError('bad-input', t('You have several keys: {0}.', files.join(', ')), {
    next: t('Archive those you did not make.'),
  });

/** Why no part is added beside one over another list of answers: one's own former part, or that of somebody. */
export function otherList(by: string | undefined): BecauseError {
  const happened =
    by === undefined
      ? t('You already added your part for a different list of answers.')
      : t('The part of {0} is for a different list of answers.', by);
  return new BecauseError('bad-input', happened, {
    next: t('Two lists could reveal a single person’s answers. Find out who changed the record of the check.'),
  });
}

/** Why a part cannot be made: answers that changed, and those that cannot be opened. */
export function troubled(changed: readonly string[], unopened: readonly string[]): BecauseError {
  if (changed.length > 0) {
    return new BecauseError(
      'bad-input',
      t('The answers of {0} changed after the check was closed.', changed.join(', ')),
      {
        next: t('Pull first. If that does not help, restore their files from git.'),
      },
    );
  }
  return new BecauseError(
    'bad-input',
    t('Your share of the answers of {0} cannot be decrypted.', unopened.join(', ')),
    {
      next: t('They are damaged, or not theirs. Archive this check and start another one.'),
    },
  );
}

/** Why a check cannot be revealed. */
export function notYet(found: Exclude<Outcome, { state: 'done' }> | undefined): BecauseError {
  if (!found) return new BecauseError('bad-input', t('This health check is not closed yet.'));
  if (found.state === 'waiting') {
    return new BecauseError(
      'bad-input',
      plural(found.missing, '{0} more part is needed.', '{0} more parts are needed.'),
      {
        next: t('Ask the others to add theirs, and to push.'),
      },
    );
  }
  const { happened, next } = partsTrouble(found, (member) => member);
  return new BecauseError('bad-input', happened, { next });
}
