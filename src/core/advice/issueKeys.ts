/** Advice on issue keys that no text could hold as such: they would never light up, and nobody would know why. */
import { t } from '../base/l10n.ts';
import { isKeyShaped, isPrefix } from '../keys/keys.ts';
import type { Advice, ContextRecord } from '../records/record.ts';
import { boundedAdvice } from './advice.ts';

/** Advice on the `issues` of an initiative. */
export function issueAdvice(record: ContextRecord<{ readonly issues?: readonly string[] }>): Advice[] {
  return advice(record, 'issues', record.values.issues, isKeyShaped, keyIn, (key) =>
    t(
      '“{0}” does not look like an issue key, so it will not be found in text. Write keys as PAY-142, #123, owner/repo#123 or AB#123.',
      key,
    ),
  );
}

/** Advice on the `keys` of because.yml. */
export function prefixAdvice(record: ContextRecord<{ readonly keys?: readonly string[] }>): Advice[] {
  const isRight = (prefix: string) => isPrefix(prefix.replace(/-$/, ''));
  return advice(record, 'keys', record.values.keys, isRight, prefixIn, (prefix) =>
    t('“{0}” is not a prefix of issue keys. Write PAY for PAY-142, "#" for #123, or "AB#" for AB#123.', prefix),
  );
}

function advice(
  record: ContextRecord,
  name: string,
  values: readonly string[] | undefined,
  isRight: (value: string) => boolean,
  meant: (value: string) => string | undefined,
  message: (value: string) => string,
): Advice[] {
  const isList = Array.isArray(record.source.raw[name]);
  const wrong = [...(values ?? []).entries()].flatMap(([index, value]) =>
    isRight(value) ? [] : { value, field: isList ? [name, index] : [name] },
  );
  return boundedAdvice(record, wrong, ({ value, field }): Advice => {
    const other = meant(value);
    return {
      code: 'dark-key',
      severity: 'warning',
      message: message(value.length > 60 ? `${value.slice(0, 60)}…` : value),
      span: record.source.locate(field, 'value') ?? { start: 0, end: 3 },
      field,
      instead: other !== undefined && isRight(other) ? [other] : [],
      dismissible: name === 'issues',
    };
  });
}

/** Where trackers show an issue, with what its key is made of. */
const ISSUE_PAGE = /^https?:\/\/[^/]+\/(.+?)\/(?:-\/)?(?:issues|work_items)\/(\d+)(?:[/?#]|$)/i;
const AZURE_PAGE = /\/_workitems\/edit\/(\d+)(?:[/?#]|$)/i;
const JIRA_PAGE = /\/browse\/([A-Za-z]\w*-\d+)(?:[/?#]|$)/;
/** A key with words behind it, or without its hyphen. */
const LOOSE = /^(?:([A-Za-z]\w*-\d+)\b.*|([A-Z][A-Z]+)[ _]?(\d+))$/s;

/** The key that a page, a number or a longer text means. */
function keyIn(text: string): string | undefined {
  const [, path, number] = ISSUE_PAGE.exec(text) ?? [];
  if (path !== undefined) return `${path}#${number}`;
  const [, item] = AZURE_PAGE.exec(text) ?? [];
  if (item !== undefined) return `AB#${item}`;
  const [, browsed] = JIRA_PAGE.exec(text) ?? [];
  if (browsed !== undefined) return browsed;
  if (/^\d+$/.test(text)) return `#${text}`;
  const [, key, head, digits] = LOOSE.exec(text) ?? [];
  return key ?? (head === undefined ? undefined : `${head}-${digits}`);
}

/** What `PAY-142` or `#12` begins with. */
function prefixIn(text: string): string | undefined {
  const [, word, hash] = /^(?:([A-Za-z]\w*)-\d+|(\w*#)\d+)$/.exec(text) ?? [];
  return word ?? hash;
}
