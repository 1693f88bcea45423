import { Injectable } from '@nestjs/common';
import { Reader, type UserActor } from '../../platform/index.js';

/** How many findings nobody has settled, for rows of a list: by cycle and unit. */
@Injectable()
export class CountOpenFindings {
  constructor(private readonly reader: Reader) {}

  /** For each place in the order given. */
  async execute(
    places: readonly { readonly cycleId: string; readonly unitId: string }[],
    actor: Pick<UserActor, 'administrationId'>,
  ): Promise<number[]> {
    if (places.length === 0) return [];
    const rows = await this.reader.rows<{ count: number }>(
      `select count(f.id)::int as count
         from unnest($2::uuid[], $3::uuid[]) with ordinality as p(cycle, unit, place)
         left join finding f on f.administration_id = $1 and f.cycle_id = p.cycle and f.unit_id = p.unit
          and f.state in ('open', 'explained')
        group by p.place order by p.place`,
      [actor.administrationId, places.map(({ cycleId }) => cycleId), places.map(({ unitId }) => unitId)],
    );
    return rows.map(({ count }) => count);
  }

  /** Of a whole cycle, within the units the person reaches. */
  async ofCycle(cycleId: string, actor: UserActor): Promise<number> {
    const [row] = await this.reader.rows<{ count: number }>(
      `select count(*)::int as count from finding
        where administration_id = $1 and cycle_id = $2 and state in ('open', 'explained')
          and ($3::uuid[] is null or unit_id = any($3))`,
      [actor.administrationId, cycleId, actor.unitIds === 'all' ? null : actor.unitIds],
    );
    return row?.count ?? 0;
  }
}
