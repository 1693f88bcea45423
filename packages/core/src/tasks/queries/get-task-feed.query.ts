import type { TaskFeedView } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { reaches, Reader, type UserActor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';

/** Whether a unit has a calendar address, who made it and when. */
@Injectable()
export class GetTaskFeed {
  constructor(private readonly reader: Reader) {}

  async execute(unitId: string, actor: UserActor): Promise<TaskFeedView> {
    if (!reaches(actor, unitId)) throw new DomainError('NOT_FOUND');
    const [feed] = await this.reader.rows<NonNullable<TaskFeedView['feed']>>(
      `select f.made_at as "madeAt", f.language,
              (select p.full_name from account a join person p on p.id = a.person_id where a.id = f.made_by) as "madeBy"
         from task_feed f where f.administration_id = $1 and f.unit_id = $2 and f.revoked_at is null`,
      [actor.administrationId, unitId],
    );
    return { feed: feed ?? null };
  }
}
