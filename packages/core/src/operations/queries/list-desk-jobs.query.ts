import type { DeskJob, DeskJobList, Page } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { INSTANCES, reachedBy } from '../../overview/index.js';
import { firesTimers, timersOf } from '../timers-of-job.js';
import { INSTALLATION, Reader, readPage, type UserActor } from '../../platform/index.js';

/**
 * Jobs that failed for good or are tried again, with what they are about. Who administers or runs the whole
 * administration sees all of them; who runs a part of it those of its units' records.
 */
@Injectable()
export class ListDeskJobs {
  constructor(private readonly reader: Reader) {}

  execute(wanted: DeskJobList, actor: UserActor): Promise<Page<DeskJob>> {
    return readPage<DeskJob>(
      this.reader,
      `with job as materialized (
         select o.*, case when o.failed_at is null then 'retrying' else 'failed' end as state from outbox o
          where (o.administration_id = $1 or o.administration_id = '${INSTALLATION}' and $2::uuid[] is null)
            and o.done_at is null and (o.failed_at is not null or o.sends > 1)),
       about as (
         select j.id, i.kind, i.id as record,
                coalesce(jsonb_build_object('vi', coalesce(t.title, r.title)), c.names) as title
           from job j
           join timer m on ${firesTimers('j')} and m.administration_id = j.administration_id
            and m.id = any(${timersOf('j')})
           join ${INSTANCES} on i.administration_id = m.administration_id and i.id = m.instance_id
          where ${reachedBy('$2')})
       select j.id, j.name, j.key, j.state, j.sends, j.created_at as "createdAt", j.failed_at as "failedAt",
              case when j.failed_at is null then j.resend_at end as "nextAt", j.error,
              coalesce(
                (select jsonb_build_object('title', case when a.title ->> 'vi' is null then '{"vi": "–"}'::jsonb else a.title end,
                    'link', '/' || (case a.kind when 'review-cycle' then 'review-cycles' else a.kind || 's' end)
                      || '/' || a.record || '/show')
                   from about a where a.id = j.id order by a.record limit 1),
                (select jsonb_build_object('title', jsonb_build_object('vi', m.subject), 'link', '/operations/mail')
                   from mail m where j.name = 'notices.send-mail' and m.administration_id = j.administration_id
                    and m.id = (j.payload ->> 'mailId')::uuid),
                (select jsonb_build_object('title', s.names, 'link', '/operations/schedules')
                   from schedule s where j.name = 'operations.run-schedule' and s.administration_id = j.administration_id
                    and s.id = (j.payload ->> 'scheduleId')::uuid)) as about,
              count(*) over ()::int as total
         from job j
        where ($3::text is null or j.state = $3) and ($2::uuid[] is null or exists (select from about a where a.id = j.id))
        order by j.failed_at desc nulls last, j.id desc`,
      [actor.administrationId, actor.unitIds === 'all' ? null : actor.unitIds, wanted.state ?? null],
      wanted,
    );
  }
}
