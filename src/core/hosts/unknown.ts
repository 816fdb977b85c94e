/** A host that nobody knows: it has repositories, and its pages are not guessed. */
import { t } from '../base/l10n.ts';
import { host } from './host.ts';
import { usualTemplates } from './templates.ts';

export const unknown = host({
  kind: 'unknown',
  words: [],
  place: () => undefined,
  namesByPath: true,
  requestName: () => t('pull request'),
  templates: usualTemplates('', 'docs', '.github'),
  hidden: 'comment',
});
