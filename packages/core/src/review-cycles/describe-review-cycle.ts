import type { Transaction } from '../platform/index.js';
import { ReviewCycles } from './persistence/review-cycles.repository.js';

interface Participants {
  readonly cycleId: string;
  readonly active: string[];
  readonly excused: string[];
  readonly dues: Record<string, unknown>;
}

/** The whole record of a cycle as history keeps it: its columns and who takes part. */
export async function describeReviewCycles(tx: Transaction, ids: readonly string[]) {
  const cycles = await tx.use(ReviewCycles).listByIds(ids);
  const participants = await tx.rows<Participants>(
    `select cycle_id as "cycleId",
            coalesce(array_agg(unit_id order by unit_id) filter (where status = 'active'), '{}') as active,
            coalesce(array_agg(unit_id order by unit_id) filter (where status = 'excused'), '{}') as excused,
            coalesce(jsonb_object_agg(unit_id, due) filter (where due is not null), '{}') as dues
       from cycle_participant where administration_id = $1 and cycle_id = any($2::uuid[]) group by cycle_id`,
    [tx.administrationId, ids],
  );
  const byCycle = new Map(participants.map(({ cycleId, ...rest }) => [cycleId, rest]));
  return new Map(
    cycles.map(({ administrationId: _, ...record }) => [
      record.id,
      { stream: `cycle/${record.id}`, record: { ...record, ...byCycle.get(record.id) } },
    ]),
  );
}
