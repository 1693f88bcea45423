import type { Transaction } from '../../platform/index.js';
import type { Deadline } from '../../workflow/index.js';
import { Submissions } from '../persistence/submissions.repository.js';

/** A unit of a cycle with its submission, if it has one, and the deadline that holds for it. */
export interface Participant {
  readonly cycleId: string;
  readonly unitId: string;
  readonly active: boolean;
  readonly submissionId: string | null;
  readonly state: string | null;
  /** Of the submission as it is now. */
  readonly due: Deadline | null;
  /** The unit's own deadline while it is still ahead. */
  readonly ownDeadline: Deadline | null;
  /** The stage's deadline, or the unit's own while that is still ahead; null where there is none. */
  readonly deadline: Deadline | null;
}

/** Their submissions are locked from here on. */
export async function participantsOf(tx: Transaction, cycleIds: readonly string[]): Promise<Participant[]> {
  await tx.use(Submissions).lockOfCycles(cycleIds);
  return tx.rows(
    `with cycle as materialized (
       select id, deadlines -> state as deadline from procedure_instance
        where administration_id = $1 and id = any($2::uuid[]))
     select p.cycle_id as "cycleId", p.unit_id as "unitId", p.status = 'active' as active, s.id as "submissionId",
            i.state, i.deadlines->'due' as due,
            case when (p.due->>'at')::timestamptz > $3 then p.due end as "ownDeadline",
            case when (p.due->>'at')::timestamptz > $3 then p.due else cycle.deadline end as deadline
       from cycle_participant p
       join cycle on cycle.id = p.cycle_id
       left join submission s on s.administration_id = p.administration_id and s.cycle_id = p.cycle_id
        and s.unit_id = p.unit_id
       left join procedure_instance i on i.administration_id = s.administration_id and i.id = s.id
      where p.administration_id = $1 and p.cycle_id = any($2::uuid[]) order by p.cycle_id, p.unit_id`,
    [tx.administrationId, cycleIds, tx.now],
  );
}

export const deadlinesOf = (participants: readonly Participant[]) =>
  new Map(
    participants.flatMap(({ submissionId, deadline }) =>
      submissionId === null || deadline === null ? [] : [[submissionId, { due: deadline }] as const],
    ),
  );
