/** Makes a batch of changes, and stops for good, or until it is woken, before one of the calls that change the disk. */
import type { BecauseError } from '../../src/core/base/errors.ts';
import { NodeFiles } from '../../src/store/nodeFiles.ts';
import { batch } from './batch.ts';
import { watchDisk } from './disk.ts';

const [root = '', at = '', signal = 'SIGKILL'] = process.argv.slice(2);
const files = new NodeFiles(root);

watchDisk((_, index) => {
  if (index === Number(at)) process.kill(process.pid, signal);
});
await files.write(batch).then(
  () => process.stdout.write('written'),
  ({ code }: BecauseError) => process.stdout.write(code),
);
