/** The button that keeps the ranking as it stands. */
import { t } from '../../../core/base/l10n.ts';
import { Button } from '../../kit/button.tsx';
import { announce } from '../../kit/live.tsx';
import { Problem } from '../../kit/notice.tsx';
import { useActing } from '../../kit/work.ts';
import { type Scope, useSession } from './model/session.ts';

/** Takes a snapshot of what is shown. */
export function SnapshotButton({ scope }: { readonly scope: Scope }) {
  const { busy, problem, act } = useActing(useSession());
  const about = {
    sprint: scope.kind === 'sprint' ? scope.id : undefined,
    quarter: scope.kind === 'quarter' ? scope.quarter : undefined,
  };
  const take = async (): Promise<void> => {
    if (await act('takeSnapshot', about)) announce(t('Snapshot taken: see Compare.'));
  };
  return (
    <>
      <Button disabled={busy} onClick={() => void take()}>
        {t('Take Snapshot')}
      </Button>
      <Problem text={problem} />
    </>
  );
}
