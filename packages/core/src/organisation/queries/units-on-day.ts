/**
 * `placed`: the units of administration $1 that exist on day $2 (today by business time where null), each with its
 * place in the tree. A unit whose parent does not exist on that day stands as a root. `line` holds its ancestors
 * and itself, `path` sorts parents before children and siblings by peer group, then code.
 */
export const unitsOnDay = `
  with recursive held as materialized (
    select u.id, u.code, u.revision, v.names, v.short_name as "shortName", v.unit_type as "unitType", v.parent_id,
           v.valid_from as "validFrom", v.valid_to as "validTo", v.search,
           case when g.id is not null then json_build_object('id', g.id, 'code', g.code, 'names', g.names) end
             as "peerGroup",
           to_char(coalesce(g.sort, 99999), 'FM00000') || ' ' || u.code as sort_key
      from administration a
      join unit u on u.administration_id = a.id
      join unit_version v on v.administration_id = u.administration_id and v.unit_id = u.id
       and v.valid_from <= coalesce($2::date, (business_now() at time zone a.time_zone)::date)
       and (v.valid_to is null or v.valid_to > coalesce($2::date, (business_now() at time zone a.time_zone)::date))
      left join peer_group g on g.administration_id = v.administration_id and g.id = v.peer_group_id
     where a.id = $1),
  placed as (
    select h.*, null::json as parent, 0 as depth, array[h.sort_key collate "C"] as path, array[h.id] as line
      from held h left join held p on p.id = h.parent_id where p.id is null
    union all
    select h.*, json_build_object('id', t.id, 'code', t.code, 'names', t.names), t.depth + 1,
           t.path || (h.sort_key collate "C"), t.line || h.id
      from placed t join held h on h.parent_id = t.id)`;
