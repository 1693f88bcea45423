// Invariants over what people sent: each acknowledged command happened once, each refused one never.

/** Rows by a key made of them. */
function groupBy(rows, keyOf) {
  const groups = new Map();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

/** Commands that make tasks, each with their title; `wanted` of the command says how many. */
const taskTitles = {
  assign: ({ key }) => `Việc ${key}`,
  'issue-conclusion': ({ title }) => title,
};

/** Scoring unchanged figures again writes nothing. */
const silent = new Set(['score']);

/** I1 and I2; besides, what was answered again under the same key was the same answer. */
export async function checkCommands({ query, clients, report }) {
  const logged = await query(
    `select split_part(key, '~', 1) as key, actor, (extract(epoch from at) * 1000)::bigint::text as at from command_log`,
  );
  const entries = await query(
    `select actor, (extract(epoch from at) * 1000)::bigint::text as at, count(*)::int as count from history
      where actor like 'user:%' and subject_kind <> 'session' group by 1, 2`,
  );
  // What makes tasks names them by its own key.
  const tasks = await query(
    `select title, count(*)::int as count from task where title ~ '^(Việc|Kết luận) ' group by 1`,
  );
  const momentOf = ({ actor, at }) => `${actor} ${at}`;
  const byKey = groupBy(logged, ({ key }) => key);
  const momentsInHistory = new Set(entries.map(momentOf));
  const momentsInLog = new Set(logged.map(momentOf));
  const assigned = new Map(tasks.map(({ title, count }) => [title, count]));

  for (const client of clients) {
    for (const command of client.commands) {
      const { key, kind, outcome, status } = command;
      const rows = byKey.get(key) ?? [];
      const told = `${kind} of ${client.name}, key ${key}`;
      if (rows.length > 1) report.duplicated('I1', `${told}: done ${rows.length} times`);
      if (outcome === 'ok') {
        if (rows.length === 0) report.lost('I1', `${told}: acknowledged, and not there`);
        else if (!silent.has(kind) && !momentsInHistory.has(momentOf(rows[0])))
          report.lost('I1', `${told}: acknowledged, and without an entry in history`);
      }
      if (outcome === 'fail' && rows.length > 0)
        report.wrong('I2', `${told}: refused with ${status}, and done`);
      if (kind in taskTitles) {
        const count = assigned.get(taskTitles[kind](command)) ?? 0;
        const { wanted } = command;
        if (count > wanted) report.duplicated('I1', `${told}: ${count} tasks instead of ${wanted}`);
        if (count < wanted && (outcome === 'ok' || count > 0))
          report.lost('I1', `${told}: ${count} tasks instead of ${wanted}`);
      }
      if (command.again?.same === false)
        report.wrong('I1', `${told}: sent again it was answered otherwise (${command.again.status})`);
    }
  }
  const strangers = entries.filter((entry) => !momentsInLog.has(momentOf(entry)));
  for (const { actor, at } of strangers.slice(0, 3))
    report.wrong('I1', `history holds what ${actor} did at ${at}, and no command stands for it`);
}

/** I11 and I12: nobody was told of an error without a fault, waited long without one, or saw what is not theirs. */
export function checkAnswers({ clients, nemesis, stalls, report, figures }) {
  const attempts = clients.flatMap((client) => client.attempts);
  for (const { at, ms, status, text, path } of attempts)
    if (status >= 500 && !nemesis.covers(at, path) && !nemesis.covers(at + ms, path))
      report.wrong('I11', `${status} without a fault near by: ${text}`);
  const stalled = ({ at, ms }) => stalls.some(({ from, to }) => from < at + ms && to > at);
  const quiet = attempts.filter(
    (attempt) =>
      attempt.status !== undefined && !nemesis.covers(attempt.at, attempt.path) && !stalled(attempt),
  );
  const times = quiet.map(({ ms }) => ms).sort((one, other) => one - other);
  const p99 = times[Math.floor(times.length * 0.99)] ?? 0;
  figures.quiet = { attempts: times.length, p99: Math.round(p99), stalls: stalls.length };
  if (times.length >= 300 && p99 >= 250)
    report.wrong('I11', `p99 without a fault is ${p99.toFixed(0)} ms, and is to be below 250`);
  for (const client of clients)
    for (const { path, unit } of client.trespasses.slice(0, 3))
      report.wrong('I12', `${client.name} was shown unit ${unit} by ${path}`);
}
