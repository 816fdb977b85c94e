/** Links that open records, one after the other with a dot between them. */
import { Fragment } from 'preact';
import { LinkButton } from '../../kit/button.tsx';
import { useSession } from './session.ts';

interface Props {
  readonly records: readonly { readonly id: string; readonly title: string }[];
}

export function RecordLinks({ records }: Props) {
  const session = useSession();
  return (
    <>
      {records.map(({ id, title }, index) => (
        <Fragment key={id}>
          {index === 0 ? null : ' · '}
          <LinkButton onClick={() => session.run('openRecord', id)}>{title}</LinkButton>
        </Fragment>
      ))}
    </>
  );
}
