/** `npm run check`: format and lint, types, exports that nobody uses, the manifest against the code, and the documentation against the kinds and rules. */
import * as path from 'node:path';
import { guideDocComplaints } from './guideDoc.ts';
import { manifestComplaints } from './manifest.ts';
import { root } from './paths.ts';
import { recordsDocComplaints } from './recordsDoc.ts';
import { exitCode, say } from './say.ts';

const tools = [
  { name: 'format and lint', program: 'biome', args: ['check', '--error-on-warnings'] },
  { name: 'types', program: 'tsc', args: ['--project', '.'] },
  { name: 'types of pages', program: 'tsc', args: ['--project', 'src/webviews'] },
  { name: 'exports that nobody uses', program: 'knip', args: ['--no-progress'] },
] as const;

/** Runs every check, shows what each says, and rejects when one failed. */
export async function check(): Promise<void> {
  const failed: string[] = [];
  for (const { name, program, args } of tools) {
    say(`  ${name}`);
    const code = await exitCode(path.join(root, 'node_modules', '.bin', program), args, { cwd: root });
    if (code !== 0) failed.push(name);
  }
  const comparisons = {
    'manifest and code': manifestComplaints,
    'documentation of records': recordsDocComplaints,
    'documentation of priorities': guideDocComplaints,
  };
  for (const [name, complaintsOf] of Object.entries(comparisons)) {
    say(`  ${name}`);
    const complaints = complaintsOf();
    for (const complaint of complaints) say(`    ${complaint}`);
    if (complaints.length > 0) failed.push(name);
  }
  if (failed.length > 0) throw new Error(`these checks found something: ${failed.join(', ')}.`);
}

if (import.meta.main) {
  await check().catch((error: unknown) => {
    say(`✖ ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  });
}
