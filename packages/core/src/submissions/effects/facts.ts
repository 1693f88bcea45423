import type { Fact } from '../../workflow/index.js';

/** Fact `submissions.none-accepted`: no submission of the cycle was accepted, so its launch can be taken back. */
export const noneAccepted: Fact = async (tx, ids) => {
  const rows = await tx.rows<{ id: string }>(
    `select distinct cycle_id as id from submission
      where administration_id = $1 and cycle_id = any($2::uuid[]) and accepted_at is not null`,
    [tx.administrationId, ids],
  );
  const accepted = new Set(rows.map(({ id }) => id));
  return new Map(ids.map((id) => [id, !accepted.has(id)]));
};

/** Fact `submissions.settled`: every submission of the cycle is accepted, missing or out of it. */
export const allSettled: Fact = async (tx, ids) => {
  const rows = await tx.rows<{ id: string }>(
    `select distinct s.cycle_id as id from submission s
       join procedure_instance i on i.administration_id = s.administration_id and i.id = s.id
      where s.administration_id = $1 and s.cycle_id = any($2::uuid[])
        and i.state in ('open', 'returned', 'submitted', 'approved')`,
    [tx.administrationId, ids],
  );
  const unsettled = new Set(rows.map(({ id }) => id));
  return new Map(ids.map((id) => [id, !unsettled.has(id)]));
};
