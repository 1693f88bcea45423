// I7 of files: whatever a row says is kept, is kept, with those very bytes.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Gives how many files there are. */
export async function checkEvidence({ query, evidence, report }) {
  const rows = await query(`select id, encode(sha256, 'hex') as sha256, size::int from evidence`);
  for (const { id, sha256, size } of rows) {
    const bytes = await readFile(join(evidence.path, 'files', sha256.slice(0, 2), sha256)).catch(
      () => undefined,
    );
    if (bytes === undefined) report.lost('I7', `evidence ${id} has no file`);
    else if (bytes.length !== size || createHash('sha256').update(bytes).digest('hex') !== sha256)
      report.wrong('I7', `the file of evidence ${id} is not what was given`);
  }
  return rows.length;
}
