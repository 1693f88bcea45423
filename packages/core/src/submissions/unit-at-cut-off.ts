/**
 * Joins the unit of submission (or part in a cycle) `s` as `v`: as it was on the cut-off day of cycle `c`, or, where it did not exist then, as
 * it was nearest to that day. Whoever takes part has a form, also a unit merged meanwhile.
 */
export const UNIT_AT_CUT_OFF = `
  cross join lateral (
    select n.* from unit_version n
     where n.administration_id = s.administration_id and n.unit_id = s.unit_id
     order by n.valid_from <= (c.period->>'asOf')::date
              and (n.valid_to is null or n.valid_to > (c.period->>'asOf')::date) desc,
              abs(n.valid_from - (c.period->>'asOf')::date) limit 1) v`;
