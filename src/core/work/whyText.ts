/** Whys in sentences: how one is known, and what it names. */
import { plural, t } from '../base/l10n.ts';
import { oneLine } from '../text/foreignText.ts';
import { shortHash } from './commitText.ts';
import type { Reverted, Via, Why } from './why.ts';

/** What a why names, for a sentence: keys and ids, and no id of what is sensitive. */
export function whyNames({ initiatives, problems, evidence }: Why): string {
  const all = [initiatives, problems, evidence.filter(({ withheld }) => !withheld)];
  const names = (all.find((each) => each.length > 0) ?? []).map(({ shownId }) => oneLine(shownId)).join(', ');
  return names === '' && evidence.length > 0 ? t('sensitive evidence') : names;
}

/** How the why is known, as a sentence about the step it is known by. */
export function viaText(via: Via): readonly string[] {
  const sentence = sentenceOf(via);
  return sentence === undefined ? [] : [sentence];
}

function sentenceOf(via: Via): string | undefined {
  switch (via.kind) {
    case 'trailers':
      return t('Its trailers say what it is for.');
    case 'link':
      return linkText(via);
    case 'pull-request':
      return t('A link record says what it is for: {0}.', oneLine(via.link.id));
    // What it takes back is told in any case.
    case 'revert':
      return undefined;
    case 'subject':
      return t('{0} stands in its subject.', via.keys.map(oneLine).join(', '));
    case 'body':
      return t('{0} stands in its message.', via.keys.map(oneLine).join(', '));
    case 'merge':
      return via.keys.length === 0
        ? t('The message of the merge says what it is for.')
        : t('{0} stands in the message of the merge.', via.keys.map(oneLine).join(', '));
    case 'merged-branch':
      return t('It came from the branch {0}.', oneLine(via.branch));
    case 'branch':
      return t('It is work of the branch {0}.', oneLine(via.branch));
    case 'file':
      return t('The commit says no why; the file is linked: {0}.', oneLine(via.link.id));
  }
}

function linkText({ link, by }: Extract<Via, { kind: 'link' }>): string {
  const [id, hash] = [oneLine(link.id), shortHash(oneLine(link.values.commit ?? ''))];
  switch (by) {
    case 'hash':
      return t('A link record says what it is for: {0}.', id);
    case 'patch':
      return t('A link record says what it is for: {0}, of {1}, which changed the same.', id, hash);
    case 'picked':
      return t('A link record says what it is for: {0}, of {1}, from which it was picked.', id, hash);
  }
}

/** What a commit takes back, and why that was there. */
export function revertText({ hash, title, why }: Reverted): string {
  const what = [hash && shortHash(hash), title && `“${oneLine(title)}”`].filter(Boolean).join(' ');
  const names = whyNames(why);
  if (what === '') return t('It takes back what was for {0}.', names);
  return names === ''
    ? t('It reverts {0}, which names no reason.', what)
    : t('It reverts {0}, which was for {1}.', what, names);
}

/** What a commit names and nobody has. */
export function unknownText({ unknown }: Why): readonly string[] {
  if (unknown.length === 0) return [];
  const names = unknown.map(oneLine).join(', ');
  return [plural(unknown.length, 'It names {1}, which no record has.', 'It names {1}, which no records have.', names)];
}
