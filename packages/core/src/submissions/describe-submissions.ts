import type { Transaction } from '../platform/index.js';
import type { Instant } from '../shared/index.js';

interface Record {
  readonly id: string;
  readonly cycleId: string;
  readonly unitId: string;
  readonly late: boolean;
  readonly locked: boolean;
  readonly submittedAt: Instant | null;
  readonly approvedAt: Instant | null;
  readonly acceptedAt: Instant | null;
  /** Count and SHA-256 of the figures of the last save. */
  readonly lastSave: { readonly side: string; readonly count: number; readonly sha256: string } | null;
  readonly messages: number;
}

/** The whole record of a submission as history keeps it; its figures are versions of their own. */
export async function describeSubmissions(tx: Transaction, ids: readonly string[]) {
  const rows = await tx.rows<Record>(
    `select id, cycle_id as "cycleId", unit_id as "unitId", late, locked, submitted_at as "submittedAt",
            approved_at as "approvedAt", accepted_at as "acceptedAt", last_save as "lastSave",
            (select count(*)::int from figure_message m
              where m.administration_id = s.administration_id and m.submission_id = s.id) as messages
       from submission s where administration_id = $1 and id = any($2::uuid[])`,
    [tx.administrationId, ids],
  );
  return new Map(
    rows.map((record) => [record.id, { stream: `cycle/${record.cycleId}/${record.unitId}`, record }]),
  );
}
