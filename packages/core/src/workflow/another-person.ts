import { actorName } from '../platform/index.js';
import type { Fact } from './registries.js';

/** Name of the fact, which every level of approval asks for where there are several. */
export const ANOTHER_PERSON = 'workflow.another-person';

/**
 * Whether who acts now did not yet take this instance a step on since it came to its levels of approval: nobody
 * approves twice, nor what they put forward themselves. Read from history, which nobody can change.
 */
export const isAnotherPerson: Fact = async (tx, ids) => {
  const rows = await tx.rows<{ id: string; holds: boolean }>(
    `with level as (
       select i.id, i.kind, array(
         select s.key from json_each(v.content -> 'states') s, json_each(s.value -> 'on') a
          where (a.value -> 'guards')::jsonb ? $4) as states
         from procedure_instance i join procedure_version v on v.id = i.procedure_version_id
        where i.administration_id = $1 and i.id = any($2::uuid[]))
     select l.id, not exists (
       select from history h
        where h.administration_id = $1 and h.subject_kind = l.kind and h.subject_id = l.id::text and h.actor = $3
          and h.body::jsonb -> 'before' ? 'state'
          and h.revision > (
            select coalesce(max(o.revision), 0) from history o
             where o.administration_id = $1 and o.subject_kind = l.kind and o.subject_id = l.id::text
               and not (o.body::jsonb -> 'after' ->> 'state' = any(l.states)))) as holds
       from level l`,
    [tx.administrationId, ids, actorName(tx.actor), ANOTHER_PERSON],
  );
  return new Map(rows.map(({ id, holds }) => [id, holds]));
};
