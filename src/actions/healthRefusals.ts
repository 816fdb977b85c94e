/** Why something cannot be done in a remote health check, and what to do about it. */
import { BecauseError } from '../core/base/errors.ts';
import { plural, t } from '../core/base/l10n.ts';
import type { outcome } from '../core/health/rounds.ts';

/** Throws where so few take part that nothing of it could be shown. */
export function checkPeople(people: number, least: number): void {
  if (people >= least) return;
  throw new BecauseError(
    'bad-input',
    plural(people, 'Only {0} person takes part in health checks.', 'Only {0} people take part in health checks.'),
    { next: t('It needs {0}. Ask the others to choose “Take Part”, and to push.', least) },
  );
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
export function notYet(found: ReturnType<typeof outcome>): BecauseError {
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
  if (found.state === 'unfit') {
    const { liar } = found;
    return new BecauseError(
      'bad-input',
      liar === undefined
        ? t('The parts do not fit together: one is wrong.')
        : t('The part of {0} does not fit the others.', liar),
      { next: liar === undefined ? t('With one more part, it can be told which.') : t('Ask them to add it again.') },
    );
  }
  return new BecauseError('bad-input', t('The totals are impossible: somebody sent something other than answers.'), {
    next: t('Nobody can tell who. Start another check.'),
  });
}
