import type { SupervisionItem, SupervisionView } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import { dayAt, DomainError, type Instant } from '../../shared/index.js';
import { supervisionColumns } from './supervision-row.js';

type Row = SupervisionItem &
  Pick<
    SupervisionView,
    | 'chairPosition'
    | 'place'
    | 'figures'
    | 'summary'
    | 'members'
    | 'reportTasks'
    | 'presentedOn'
    | 'presentedTo'
  >;

/** One supervision whole; its requirements and recommendations are lists of their own. */
@Injectable()
export class GetSupervision {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(id: string, actor: UserActor, now: Instant): Promise<SupervisionView> {
    const [row] = await this.reader.rows<Row>(
      `select ${supervisionColumns}, s.chair_position as "chairPosition", s.place, s.figures, s.summary,
              s.presented_on as "presentedOn", s.presented_to as "presentedTo",
              array(select p.task_id from supervision_report p
                      join task t on t.administration_id = p.administration_id and t.id = p.task_id
                     where p.administration_id = s.administration_id and p.supervision_id = s.id
                       and ($4::uuid[] is null or t.unit_id = any($4))
                     order by array_position(s.unit_ids, t.unit_id), t.opened_at) as "reportTasks",
              coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'name', p.full_name) order by p.full_name)
                          from account a join person p on p.id = a.person_id
                         where a.id = any(s.member_ids)), '[]') as members
         from supervision s
        where s.administration_id = $1 and s.id = $6 and ($4::uuid[] is null or s.unit_ids && $4)`,
      [
        actor.administrationId,
        dayAt(now, this.calendars.zone),
        now,
        actor.unitIds === 'all' ? null : actor.unitIds,
        actor.id,
        id,
      ],
    );
    if (row === undefined) throw new DomainError('NOT_FOUND');
    return { ...row, flags: row.periodEnd > row.heldOn ? ['PERIOD_FUTURE'] : [] };
  }
}
