/** A digest as a mail to begin with: an address that mail programs open. */
import { t } from '../base/l10n.ts';
import type { Digest } from './digest.ts';

/** Characters of such an address that every system still hands on. */
const MOST = 1800;

/** The address of a new mail; a digest too long for one is to be pasted, and the mail says so. */
export function mailTo({ title, markdown }: Digest): string {
  // What keeps hosts from finding references in it is of no use in a mail.
  const whole = addressOf(title, markdown.replaceAll('\u200B', ''));
  return whole.length <= MOST ? whole : addressOf(title, t('The digest is in your clipboard: paste it here.'));
}

const addressOf = (subject: string, body: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
