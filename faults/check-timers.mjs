// Invariants over what the clock sets off: each timer fires once, never early, and what it sends arrives once.

/**
 * I5 and I6. Gives how many effects there were and how late the latest came, in milliseconds; `outboxKnows`: false
 * where a proof has taken away what the outbox knows.
 */
export async function checkTimers({ query, clock, report, outboxKnows }) {
  const timers = await query(
    `select t.id, t.instance_id as instance, t.kind || '.' || t.event as action, t.state, t.due_at, t.fired_at,
            t.generation = i.generation as current, o.done_at
       from timer t join procedure_instance i on i.id = t.instance_id
       left join (
         select carried.id::bigint as timer_id, max(done_at) as done_at from outbox
          cross join lateral (
            select payload ->> 'timerId' as id where payload ? 'timerId'
            union all select jsonb_array_elements_text(payload -> 'timerIds')) carried
          where name like 'workflow.fire-timer%' group by 1) o on o.timer_id = t.id`,
  );
  const entries = await query(
    `select subject_id as instance, action, at from history where actor = 'system:workflow.fire-timer'`,
  );
  const placeOf = ({ instance, action }) => `${instance} ${action}`;
  const done = new Map();
  for (const entry of entries) done.set(placeOf(entry), [...(done.get(placeOf(entry)) ?? []), entry.at]);
  const fired = new Map();
  for (const timer of timers.filter(({ state }) => state === 'fired'))
    fired.set(placeOf(timer), [...(fired.get(placeOf(timer)) ?? []), timer]);

  const [{ now }] = await query('select business_now() as now');
  let latest = 0;
  for (const { id, state, due_at, fired_at, done_at } of timers) {
    if (state === 'armed' && due_at <= now)
      report.lost('I5', `timer ${id} was due at ${due_at.toISOString()}`);
    if (fired_at !== null && fired_at < due_at) report.wrong('I5', `timer ${id} fired before it was due`);
    if (fired_at !== null)
      latest = Math.max(latest, (done_at?.getTime() ?? clock.realOf(fired_at)) - clock.realOf(due_at));
  }
  for (const [place, some] of fired) {
    const effects = done.get(place) ?? [];
    if (effects.length > some.length)
      report.duplicated('I5', `${place}: ${some.length} timers and ${effects.length} entries in history`);
    // Of those whose instance was not armed anew since, each must have arrived.
    const current = some.filter((timer) => timer.current);
    const since = Math.min(...current.map(({ fired_at }) => fired_at.getTime()));
    const arrived = effects.filter((at) => at.getTime() >= since).length;
    if (current.length > arrived) report.lost('I5', `${place}: ${current.length} timers, ${arrived} arrived`);
  }
  // What an effect does further has an action of its own, which is no timer's.
  const sent = new Set(timers.map(({ action }) => action));
  for (const { instance, action } of entries)
    if (sent.has(action) && !fired.has(placeOf({ instance, action })))
      report.wrong('I5', `${instance} ${action}: happened without a timer`);

  const undone = await query('select key, sends, failed_at, error from outbox where done_at is null');
  for (const { key, sends, failed_at, error } of outboxKnows ? undone : [])
    report.lost('I6', `${key} is not done after ${sends} sendings${failed_at ? ', given up' : ''}: ${error}`);
  const [{ effects, resent }] = await query(
    `select count(*) filter (where done_at is not null)::int as effects,
            count(*) filter (where sends > 1)::int as resent from outbox`,
  );
  return { effects, resent, lateness: Math.round(latest) };
}
