/**
 * SQL for the cycle before cycle `c`: the one it was copied from, else the newest launched one whose period ended
 * earlier, of the same criteria set where there is one. What that left open is on the agenda of `c`.
 */
export const previousCycleId = (c: string): string => `coalesce(${c}.previous_cycle_id, (
  select e.id from review_cycle e
    join criteria_set_version ev on ev.id = e.criteria_set_version_id
    join criteria_set_version cv on cv.id = ${c}.criteria_set_version_id
   where e.administration_id = ${c}.administration_id and e.id <> ${c}.id and e.launched_at is not null
     and e.period ->> 'end' < ${c}.period ->> 'end'
   order by ev.set_id = cv.set_id desc, e.period ->> 'end' desc, e.launched_at desc limit 1))`;

/**
 * SQL: whether open task `t` stands on every agenda until it is done, because it is of no cycle: a requirement of a
 * supervision, or a directive of a conclusion outside the cycles.
 */
export const standingTask = (t: string): string =>
  `(${t}.cycle_id is null and ${t}.source_kind in ('supervision', 'conclusion'))`;
