import type { Fact } from '../workflow/index.js';

/** Fact `review-cycles.has-participants`: some unit takes part. */
export const hasParticipants: Fact = async (tx, ids) => {
  const rows = await tx.rows<{ id: string }>(
    `select distinct cycle_id as id from cycle_participant
      where administration_id = $1 and cycle_id = any($2::uuid[]) and status = 'active'`,
    [tx.administrationId, ids],
  );
  return new Map(rows.map(({ id }) => [id, true]));
};
