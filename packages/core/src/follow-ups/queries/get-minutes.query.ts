import type { MinutesView } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import { dayAt, DomainError, type Instant } from '../../shared/index.js';
import { unitAs } from '../../tasks/index.js';

/** Elements of a list of the minutes, in their order, with `unit` for `unitId`. */
const withUnits = (list: string): string => `coalesce((
  select jsonb_agg(one.entry - 'unitId' || jsonb_build_object('unit', ${unitAs(`(one.entry ->> 'unitId')::uuid`)})
                   order by one.place)
    from jsonb_array_elements(m.${list}) with ordinality as one(entry, place)), '[]')`;

/** The minutes of a conference, by its conclusion; not written yet: empty. For those who see drafts, and when issued for all. */
@Injectable()
export class GetMinutes {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(conclusionId: string, actor: UserActor, now: Instant): Promise<MinutesView> {
    const [row] = await this.reader.rows<MinutesView>(
      `select c.id as "conclusionId", m.secretary, coalesce(m.agenda, '[]') as agenda,
              ${withUnits('attendance')} as attendance, coalesce(m.course, '') as course,
              ${withUnits('opinions')} as opinions, coalesce(m.revision, 0) as revision
         from conclusion c
         left join conference_minutes m on m.administration_id = c.administration_id and m.conclusion_id = c.id
        where c.administration_id = $1 and c.id = $3 and ($4 or c.state = 'issued') and $2::date is not null`,
      [actor.administrationId, dayAt(now, this.calendars.zone), conclusionId, actor.unitIds === 'all'],
    );
    if (row === undefined) throw new DomainError('NOT_FOUND');
    return row;
  }
}
