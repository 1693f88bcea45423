/**
 * `placed`: the units of administration $1 that exist on day $2 (today by business time where null), each with its
 * place in the tree. A unit whose parent does not exist on that day stands as a root. `line` holds its ancestors
 * and itself, `path` sorts parents before children and siblings by peer group, then code. Walks the index on
 * parents, so that a country of 3,321 communes is read in milliseconds.
 */
export const unitsOnDay = `
  with recursive day as materialized (
    select coalesce($2::date, (business_now() at time zone time_zone)::date) as it from administration where id = $1),
  placed as (
    select v.unit_id as id, u.code, u.revision, v.names, v.short_name, v.unit_type, v.parent_id, v.peer_group_id,
           v.valid_from, v.valid_to, v.search, day.it as on_day, 0 as depth, array[v.unit_id] as line,
           array[(${sortKey()}) collate "C"] as path
      from day
      join unit_version v on v.administration_id = $1 and ${holds('v', 'day.it')}
      join unit u on u.administration_id = $1 and u.id = v.unit_id
      left join peer_group g on g.administration_id = $1 and g.id = v.peer_group_id
     where v.parent_id is null or not exists (
             select from unit_version p
              where p.administration_id = $1 and p.unit_id = v.parent_id and ${holds('p', 'day.it')})
    union all
    select v.unit_id, u.code, u.revision, v.names, v.short_name, v.unit_type, v.parent_id, v.peer_group_id,
           v.valid_from, v.valid_to, v.search, t.on_day, t.depth + 1, t.line || v.unit_id,
           t.path || ((${sortKey()}) collate "C")
      from placed t
      join unit_version v on v.administration_id = $1 and v.parent_id = t.id and ${holds('v', 't.on_day')}
      join unit u on u.administration_id = $1 and u.id = v.unit_id
      left join peer_group g on g.administration_id = $1 and g.id = v.peer_group_id)`;

/** One row of `placed` under the name `f` as the reader gets it; made for the rows of a page only. */
export const unitJson = `
  json_build_object(
    'id', f.id, 'code', f.code, 'revision', f.revision, 'names', f.names, 'shortName', f.short_name,
    'unitType', f.unit_type, 'depth', f.depth, 'validFrom', f.valid_from, 'validTo', f.valid_to,
    'parent', (select json_build_object('id', u.id, 'code', u.code, 'names', v.names)
                 from unit u join unit_version v on v.administration_id = $1 and v.unit_id = u.id
                  and ${holds('v', 'f.on_day')}
                where u.administration_id = $1 and u.id = f.parent_id),
    'peerGroup', (select json_build_object('id', g.id, 'code', g.code, 'names', g.names)
                    from peer_group g where g.administration_id = $1 and g.id = f.peer_group_id))`;

function holds(version: string, on: string): string {
  return `${version}.valid_from <= ${on} and (${version}.valid_to is null or ${version}.valid_to > ${on})`;
}

function sortKey(): string {
  return `to_char(coalesce(g.sort, 99999), 'FM00000') || ' ' || u.code`;
}
