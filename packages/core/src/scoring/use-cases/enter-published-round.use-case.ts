import { createHash } from 'node:crypto';
import type { EnterPublishedRound as Command } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { checkRevision } from '../../organisation/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { canonicalJson, FieldFaults } from '../../shared/index.js';
import { scoredCycle } from '../queries/cycle-figures.js';

export interface EnteredPublishedRound {
  readonly revision: number;
  readonly units: number;
}

type EnterCommand = Command & {
  readonly cycleId: string;
  /** What was seen when entering: 0 where nothing was entered yet. */
  readonly revision: number;
};

/**
 * Secretariat. The round before this cycle, as it was published elsewhere, for movement: what was entered before is
 * replaced, history keeps who entered what. A unit counts in the peer group it had on the last day of that round.
 * Refused: units that are unknown or stand twice, each named; what somebody else has replaced meanwhile.
 */
@Injectable()
export class EnterPublishedRound {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: EnterCommand, call: Call): Promise<EnteredPublishedRound> {
    return this.unitOfWork.run(call, (tx) => step(tx, command), { long: true });
  }
}

async function step(
  tx: Transaction,
  { cycleId, revision, items, ...round }: EnterCommand,
): Promise<EnteredPublishedRound> {
  const cycle = await scoredCycle(tx, tx.administrationId, cycleId);
  await refuseBadUnits(tx, items, round.period.end);
  const key = [tx.administrationId, cycleId];
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 12))', [cycleId]);
  const [before] = await tx.rows<{ revision: number }>(
    'select revision from published_round where administration_id = $1 and cycle_id = $2',
    key,
  );
  checkRevision(revision, before ?? { revision: 0 });
  const criteriaSetVersionId = round.sameCriteria ? cycle.criteriaSetVersionId : null;
  const [entered] = await tx.rows<{ revision: number }>(
    `insert into published_round (administration_id, cycle_id, names, period, criteria_set_version_id, source, revision)
     values ($1, $2, $3::jsonb, $4::jsonb, $5, $6::jsonb, 1)
     on conflict (administration_id, cycle_id) do update
       set names = excluded.names, period = excluded.period, source = excluded.source,
           criteria_set_version_id = excluded.criteria_set_version_id, revision = published_round.revision + 1
     returning revision`,
    [
      ...key,
      JSON.stringify(round.names),
      JSON.stringify(round.period),
      criteriaSetVersionId,
      JSON.stringify(round.source),
    ],
  );
  if (entered === undefined) throw new Error('published_round gave no row');
  await tx.rows('delete from published_score where administration_id = $1 and cycle_id = $2', key);
  await tx.rows(
    `insert into published_score (administration_id, cycle_id, unit_id, peer_group_id, points, rank)
     select $1, $2, unit_id, v.peer_group_id, points, rank
       from unnest($4::uuid[], $5::numeric[], $6::int[]) as i(unit_id, points, rank)
      cross join lateral (
        select peer_group_id from unit_version v
         where v.administration_id = $1 and v.unit_id = i.unit_id
         order by v.valid_from <= $3::date and (v.valid_to is null or v.valid_to > $3::date) desc,
                  abs(v.valid_from - $3::date) limit 1) v`,
    [
      ...key,
      round.period.end,
      items.map(({ unitId }) => unitId),
      items.map(({ points }) => points ?? null),
      items.map(({ rank }) => rank ?? null),
    ],
  );
  const sha256 = createHash('sha256').update(canonicalJson(items)).digest('hex');
  tx.history([
    {
      stream: `cycle/${cycleId}`,
      subject: { kind: 'published-round', id: cycleId },
      revision: entered.revision,
      action: 'published-round.entered',
      after: { cycleId, ...round, count: items.length, sha256 },
    },
  ]);
  return { revision: entered.revision, units: items.length };
}

async function refuseBadUnits(tx: Transaction, items: Command['items'], on: string): Promise<void> {
  const ids = items.map(({ unitId }) => unitId);
  const rows = await tx.rows<{ id: string }>(
    'select id from unit where administration_id = $1 and id = any($2::uuid[])',
    [tx.administrationId, ids],
  );
  const known = new Set(rows.map(({ id }) => id));
  const faults = ids.flatMap((id, index) =>
    known.has(id) && ids.indexOf(id) === index
      ? []
      : [{ path: `items.${index}.unitId`, code: 'UNIT_UNKNOWN', params: { code: id, on } }],
  );
  if (faults.length > 0) throw new FieldFaults(faults);
}
