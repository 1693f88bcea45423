import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CalendarFollowers, CALENDARS, type Calendars } from '../calendar/index.js';
import { notify } from '../notices/index.js';
import { FollowCalendar, WorkflowEngine, type InWords } from '../workflow/index.js';
import { recommendationTables } from './queries/recommendation-row.js';

/** Deadlines for an answer to a recommendation follow the calendar while it waits for one. */
@Injectable()
export class RecommendationsFollowCalendar implements OnModuleInit {
  constructor(
    private readonly followers: CalendarFollowers,
    private readonly engine: WorkflowEngine,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  onModuleInit(): void {
    this.followers.add(
      new FollowCalendar<InWords>(this.engine, this.calendars, {
        kind: 'recommendation',
        rows: (sql, administrationId) =>
          sql.rows(
            `select r.id, r.title, jsonb_build_object('vi', r.addressee) as of, r.phrase, r.reading,
                    r.due_on as "dueOn", r.opened_at as "openedAt"
               from ${recommendationTables}
              where r.administration_id = $1 and i.state = 'sent' and r.due_on is not null
                and r.phrase is not null and r.reading is not null and not r.reading ? 'override'
              order by r.due_on, r.id`,
            [administrationId],
          ),
        tell: (tx, moves, reason) =>
          notify(
            tx,
            moves.map(({ row: { id, title, dueOn: earlier }, dueOn }) => ({
              to: { role: ['committee', 'secretariat'] },
              kind: 'recommendation.deadline-moved',
              params: { title, dueOn, earlier, reason },
              link: `/recommendations/${id}/show`,
            })),
          ),
      }),
    );
  }
}
