// Invariants over what was recorded: gapless, chained, and leading by allowed steps to the state that is stored.
import { createHash } from 'node:crypto';

/** I3, I4, I7 and the recomputed chain of I10. */
export async function checkHistory({ query, report }) {
  const entries = await query(
    `select administration_id, stream, seq::int, subject_kind, subject_id, revision::int, action, actor, on_behalf_of,
            reason, (extract(epoch from at) * 1000000)::bigint::text as at,
            (extract(epoch from recorded_at) * 1000000)::bigint::text as recorded_at, body, prev, hash
       from history order by administration_id, stream, seq`,
  );
  checkChains(entries, report);
  const heads = await query('select administration_id, stream, seq::int, hash from history_head');
  const last = new Map(entries.map((entry) => [streamOf(entry), entry]));
  for (const head of heads) {
    const entry = last.get(streamOf(head));
    if (head.seq > 0 && (entry?.seq !== head.seq || !entry.hash.equals(head.hash)))
      report.wrong('I10', `the head of ${head.stream} is not its last entry`);
  }
  await checkRecords(query, entries, report);
  return entries.length;
}

const streamOf = ({ administration_id, stream }) => `${administration_id} ${stream}`;

function checkChains(entries, report) {
  let before;
  for (const entry of entries) {
    const first = before === undefined || streamOf(before) !== streamOf(entry);
    const prev = first ? sha256(Buffer.from(entry.stream)) : before.hash;
    if (entry.seq !== (first ? 1 : before.seq + 1)) report.wrong('I3', `${entry.stream}#${entry.seq}: a gap`);
    if (!entry.prev.equals(prev)) report.wrong('I10', `${entry.stream}#${entry.seq}: not chained`);
    if (!entry.hash.equals(hashOf(entry))) report.wrong('I10', `${entry.stream}#${entry.seq}: another hash`);
    before = entry;
  }
}

const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

function field(value) {
  const bytes = Buffer.from(String(value));
  const length = Buffer.alloc(8);
  length.writeBigInt64BE(BigInt(bytes.length));
  return Buffer.concat([length, bytes]);
}

const hashOf = (entry) =>
  sha256(
    entry.prev,
    ...[
      entry.administration_id,
      entry.stream,
      entry.seq,
      entry.subject_kind,
      entry.subject_id,
      entry.revision,
      entry.action,
      entry.actor,
      entry.on_behalf_of,
      entry.reason,
      entry.at,
      entry.recorded_at,
    ].map(field),
    sha256(Buffer.from(entry.body)),
  );

/** Each record's revisions from 1 without a gap, each step one that its procedure's version allows, up to what is stored. */
async function checkRecords(query, entries, report) {
  const records = new Map();
  for (const entry of entries) {
    const name = `${entry.administration_id} ${entry.subject_kind} ${entry.subject_id}`;
    records.set(name, [...(records.get(name) ?? []), entry]);
  }
  for (const [name, some] of records) {
    some.sort((one, other) => one.revision - other.revision);
    if (some.some(({ revision }, index) => revision !== index + 1))
      report.wrong('I3', `${name}: revisions with a gap`);
  }
  const instances = await query(
    `select i.administration_id, i.kind, i.id, i.state, i.revision::int, v.content, v.version
       from procedure_instance i join procedure_version v on v.id = i.procedure_version_id`,
  );
  for (const { administration_id, kind, id, state, revision, content } of instances) {
    const told = `${kind} ${id}`;
    const some = records.get(`${administration_id} ${kind} ${id}`) ?? [];
    if (some.length !== revision) report.wrong('I3', `${told}: revision ${revision}, ${some.length} entries`);
    let reached = content.initial;
    for (const entry of some) {
      const after = JSON.parse(entry.body).after.state;
      const arrows = Object.values(content.states[reached]?.on ?? {});
      if (after !== reached && !arrows.some(({ to }) => to === after))
        report.wrong('I4', `${told}: no way leads from ${reached} to ${after}`);
      reached = after;
    }
    if (reached !== state) report.wrong('I4', `${told}: history leads to ${reached}, stored is ${state}`);
    if (content.states[state] === undefined)
      report.wrong('I7', `${told}: its procedure knows no state ${state}`);
  }
  for (const [table, kind] of [
    ['task', 'task'],
    ['submission', 'submission'],
    ['review_cycle', 'review-cycle'],
    ['recommendation', 'recommendation'],
  ]) {
    const orphans = await query(
      `select coalesce(r.id, i.id) as id from ${table} r
         full join (select id from procedure_instance where kind = $1) i on i.id = r.id
        where r.id is null or i.id is null`,
      [kind],
    );
    for (const { id } of orphans) report.wrong('I7', `${kind} ${id} is half there`);
  }
}
