import { stateOf, type Fact } from '../workflow/index.js';

/** Tasks proposed for criticism on which the committee has not decided since. */
export const markedForCriticism: Fact = async (tx, ids) => {
  const rows = await tx.rows<{ id: string; kind: string }>(
    `select distinct on (task_id) task_id as id, kind from task_step
      where administration_id = $1 and task_id = any($2::uuid[])
        and kind in ('marked-for-criticism', 'criticised', 'spared')
      order by task_id, number desc`,
    [tx.administrationId, ids],
  );
  return new Map(rows.map(({ id, kind }) => [id, kind === 'marked-for-criticism']));
};

/** Cycles all of whose explanations are accepted or otherwise ended. */
export const settled: Fact = async (tx, cycleIds) => {
  const rows = await tx.rows<{ id: string }>(
    `select distinct t.cycle_id as id from task t
       join procedure_instance i on i.id = t.id
       ${stateOf('i', 'st')}
      where t.administration_id = $1 and t.cycle_id = any($2::uuid[]) and t.kind = 'explanation'
        and not st.final`,
    [tx.administrationId, cycleIds],
  );
  const open = new Set(rows.map(({ id }) => id));
  return new Map(cycleIds.map((id) => [id, !open.has(id)]));
};
