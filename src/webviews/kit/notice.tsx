/** What a person should know before they trust a page, and what stands there while it has nothing to show. */
import { t } from '../../core/base/l10n.ts';
import { Button } from './button.tsx';

/** Why something failed, in words and not in color alone. */
export function Problem({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : (
    <p class="problem">
      <span aria-hidden="true">⚠ </span>
      {text}
    </p>
  );
}

interface EmptyProps {
  /** Why there is nothing, as a sentence; without one, the records are still read. */
  readonly trouble: string | undefined;
  readonly onRetry: () => void;
}

/** A page that has no answer from its host, yet or any more. */
export function Empty({ trouble, onRetry }: EmptyProps) {
  if (trouble === undefined) return <p class="empty">{t('Reading the records…')}</p>;
  return (
    <div class="empty">
      <Problem text={trouble} />
      <Button primary onClick={onRetry}>
        {t('Try Again')}
      </Button>
    </div>
  );
}
