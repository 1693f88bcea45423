import type { ProcedureStanding } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, type UserActor } from '../../platform/index.js';
import { INSTANCES, reachedBy } from './instance-reach.js';

/** How many records stand in each state of a procedure, over all its versions, of those the reader may open. */
@Injectable()
export class CountInstances {
  constructor(private readonly reader: Reader) {}

  async execute({ id }: { readonly id: string }, actor: UserActor): Promise<ProcedureStanding> {
    const states = await this.reader.rows<ProcedureStanding['states'][number]>(
      `select i.state, count(*)::int as count from ${INSTANCES}
        where i.administration_id = $1
          and (v.code, v.kind) = (select code, kind from procedure_version where id = $2)
          and ${reachedBy('$3')}
        group by i.state`,
      [actor.administrationId, id, actor.unitIds === 'all' ? null : actor.unitIds],
    );
    return { states };
  }
}
