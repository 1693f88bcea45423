import type { PublishedRoundView } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, type Actor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';

/** The round before a cycle as it was published elsewhere. Throws NOT_FOUND where none was entered. */
@Injectable()
export class GetPublishedRound {
  constructor(private readonly reader: Reader) {}

  async execute(
    { cycleId }: { readonly cycleId: string },
    { administrationId }: Pick<Actor, 'administrationId'>,
  ): Promise<PublishedRoundView> {
    const [round] = await this.reader.rows<Omit<PublishedRoundView, 'items'>>(
      `select names, period, criteria_set_version_id is not null as "sameCriteria", source, revision
         from published_round where administration_id = $1 and cycle_id = $2`,
      [administrationId, cycleId],
    );
    if (round === undefined) throw new DomainError('NOT_FOUND');
    const items = await this.reader.rows<PublishedRoundView['items'][number]>(
      `select p.unit_id as "unitId", json_build_object('code', u.code, 'names', v.names) as unit,
              p.peer_group_id as "groupId", trim_scale(p.points)::text as points, p.rank
         from published_score p
         join unit u on u.administration_id = p.administration_id and u.id = p.unit_id
        cross join lateral (
          select names from unit_version v
           where v.administration_id = p.administration_id and v.unit_id = p.unit_id
           order by v.valid_from desc limit 1) v
        where p.administration_id = $1 and p.cycle_id = $2 order by p.rank nulls last, u.code`,
      [administrationId, cycleId],
    );
    return { ...round, items };
  }
}
