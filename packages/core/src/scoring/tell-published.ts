import { notify } from '../notices/index.js';
import type { Transaction } from '../platform/index.js';

interface Published {
  readonly id: string;
  readonly code: string;
  readonly unitIds: string[];
}

/** Tells the people of every unit of these cycles that the results can be seen. */
export async function tellPublished(tx: Transaction, cycleIds: readonly string[]): Promise<void> {
  const cycles = await tx.rows<Published>(
    `select c.id, c.code, array_agg(p.unit_id) as "unitIds"
       from review_cycle c
       join cycle_participant p on p.administration_id = c.administration_id and p.cycle_id = c.id
      where c.administration_id = $1 and c.id = any($2::uuid[]) and p.status = 'active'
      group by c.id`,
    [tx.administrationId, cycleIds],
  );
  await notify(
    tx,
    cycles.map(({ id, code, unitIds }) => ({
      to: { role: ['unit-officer', 'unit-leader'], unitIds },
      kind: 'scores.published',
      params: { cycle: code },
      link: `/review-cycles/${id}/show/scores`,
    })),
  );
}
