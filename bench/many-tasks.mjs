/** Tasks like those there are, so many, spread over units, due days and states: rows alone, by the database itself. */
export async function manyTasks(client, office, unitIds, count) {
  await client.query(`set session_replication_role = replica`);
  const { rows } = await client.query(
    `select string_agg(quote_ident(attname), ', ') as names from pg_attribute
      where attrelid = 'task'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
        and attname not in ('id', 'unit_id', 'title', 'due_on', 'due_at', 'original_due_on', 'original_due_at')`,
  );
  const columns = rows[0].names;
  await client.query(
    `with model as (select * from task limit 1),
     made as (
       insert into task (id, unit_id, title, due_on, due_at, original_due_on, original_due_at, ${columns})
       select gen_random_uuid(), ($1::uuid[])[1 + n % $2], 'Nhiệm vụ số ' || n, day, day + 1, day, day + 1, ${columns}
         from model cross join generate_series(1, $3) n
        cross join lateral (select date '2022-08-01' + n * 7919 % 180 as day) d
       returning id, due_on)
     insert into procedure_instance (id, administration_id, kind, procedure_version_id, state, entered_at, deadlines,
       generation, revision)
     select made.id, i.administration_id, 'task', i.procedure_version_id,
            (array['assigned', 'received', 'in-progress', 'reported', 'accepted'])[1 + abs(hashtext(made.id::text)) % 5],
            i.entered_at, i.deadlines, 1, 1
       from made cross join (select * from procedure_instance where kind = 'task' limit 1) i`,
    [unitIds, unitIds.length, count],
  );
  await client.query('set session_replication_role = origin');
  await client.query('vacuum analyze task, procedure_instance');
}
