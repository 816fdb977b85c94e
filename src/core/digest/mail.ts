/** A digest as a mail to begin with: an address that mail programs open. */
import { t } from '../base/l10n.ts';
import type { Digest } from './digest.ts';

/** Characters of such an address that every system still hands on. */
const MOST = 1800;

interface Mail {
  readonly address: string;
  /** What is to be pasted into it from the clipboard, and the mail says so; undefined where all of it is in the address. */
  readonly toPaste: string | undefined;
}

/** A new mail with a digest in it. */
export function mailOf({ title, markdown }: Digest): Mail {
  // What keeps hosts from finding references in it is of no use in a mail.
  const text = markdown.replaceAll('\u200B', '');
  const address = addressOf(title, text);
  if (address.length <= MOST) return { address, toPaste: undefined };
  return { address: addressOf(title, t('The digest is in your clipboard: paste it here.')), toPaste: text };
}

const addressOf = (subject: string, body: string): string =>
  `mailto:?subject=${encodeURIComponent(subject.toWellFormed())}&body=${encodeURIComponent(body.toWellFormed())}`;
