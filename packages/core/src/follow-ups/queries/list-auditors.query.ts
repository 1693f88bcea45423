import type { SupervisionMember } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import { dayAt, type Instant } from '../../shared/index.js';

/** Who may be of a supervision's team: everybody who is auditor of the administration today, by name. */
@Injectable()
export class ListAuditors {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(actor: UserActor, now: Instant): Promise<{ items: SupervisionMember[] }> {
    const items = await this.reader.rows<SupervisionMember>(
      `select a.id, p.full_name as name
         from account a join person p on p.id = a.person_id
        where a.disabled_at is null
          and exists (select from role_assignment r
                       where r.administration_id = $1 and r.account_id = a.id and r.role = 'auditor'
                         and r.valid_from <= $2::date and (r.valid_to is null or r.valid_to > $2::date))
        order by p.full_name, a.id`,
      [actor.administrationId, dayAt(now, this.calendars.zone)],
    );
    return { items };
  }
}
