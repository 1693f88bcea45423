// I5 of what happens by itself: every period once, none missed, none twice, whoever died while it began.

const ENDED = ['done', 'passed-over'];

/** Gives how many runs there were. */
export async function checkSchedules({ query, report }) {
  const late = await query('select names, next_due_at from schedule where next_due_at <= business_now()');
  for (const { names, next_due_at } of late)
    report.lost('I5', `schedule ${names.vi} was due at ${next_due_at.toISOString()}`);
  const runs = await query(
    `select s.kind, s.names, r.period_key, r.outcome, r.result, r.error from schedule_run r
       join schedule s on s.id = r.schedule_id order by s.id, r.period_key`,
  );
  for (const { names, period_key, outcome, error } of runs)
    if (!ENDED.includes(outcome))
      report.lost('I5', `schedule ${names.vi}, ${period_key}: ${outcome} ${JSON.stringify(error)}`);
  await checkStarts(query, runs, report);
  checkDays(runs, report);
  return runs.length;
}

/** A cycle for each period and its announcement to each person; no more. */
async function checkStarts(query, runs, report) {
  const begun = runs.filter(({ kind, outcome }) => kind === 'start-cycle' && outcome !== 'passed-over');
  const starts = begun.filter(({ outcome }) => outcome === 'done');
  const cycles = await query(
    `select c.id, c.code, i.state,
            (select count(*)::int from submission s where s.cycle_id = c.id) as submissions,
            (select count(*)::int from cycle_participant p where p.cycle_id = c.id) as participants
       from review_cycle c join procedure_instance i on i.id = c.id where c.code like 'LICH%'`,
  );
  const byId = new Map(cycles.map((cycle) => [cycle.id, cycle]));
  for (const { result, period_key } of starts) {
    const cycle = byId.get(result?.cycleId);
    if (cycle === undefined) report.lost('I5', `the cycle of ${period_key} is not there`);
    else if (cycle.submissions < cycle.participants || cycle.state === 'prepared')
      report.lost('I5', `cycle ${cycle.code} was not launched`);
    else if (cycle.submissions > cycle.participants)
      report.duplicated('I5', `cycle ${cycle.code} was launched more than once`);
  }
  if (cycles.length > begun.length)
    report.duplicated('I5', `${begun.length} starts of cycles, and ${cycles.length} cycles`);
  const told = await query(
    `select link, account_id, count(*)::int as count from notice
      where kind = 'schedule.cycle-started' group by 1, 2`,
  );
  for (const { link, count } of told)
    if (count > 1) report.duplicated('I5', `${link} was announced ${count} times to one person`);
  const links = new Set(told.map(({ link }) => link));
  if (links.size < starts.length)
    report.lost('I5', `${starts.length} cycles began, ${links.size} were announced`);
}

/** The digest: a run for each working day since the first. There are no holidays in these weeks. */
function checkDays(runs, report) {
  const days = runs.filter(({ kind }) => kind === 'digest').map(({ period_key }) => period_key);
  const last = days.at(-1);
  for (let day = days[0]; day < last; day = nextDay(day))
    if (!isWeekend(day) && !days.includes(day)) report.lost('I5', `no digest of ${day}`);
}

const nextDay = (day) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const isWeekend = (day) => [0, 6].includes(new Date(day).getUTCDay());
