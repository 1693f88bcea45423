import type { Names } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { tokenHash } from '../../people/index.js';
import { Reader } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import type { FeedTask } from '../domain/feed-event.js';
import { feedCalendar } from '../feed-calendar.js';
import { ENDED, taskTables } from './task-row.js';

/** Deadlines older than so many days are no longer in the feed. */
const DAYS_BACK = 400;
const MOST = 5_000;

interface Feed {
  readonly administrationId: string;
  readonly unitId: string;
  readonly language: 'vi' | 'en';
  readonly unitNames: Names;
}

/** A unit's task deadlines as an iCalendar text, for whoever knows the token; any other token is NOT_FOUND. */
@Injectable()
export class ReadTaskFeed {
  constructor(private readonly reader: Reader) {}

  /** @param taskAddress where a task is opened in the console */
  async execute(token: string, taskAddress: (id: string) => string): Promise<string> {
    const [feed] = await this.reader.rows<Feed>(
      `select f.administration_id as "administrationId", f.unit_id as "unitId", f.language,
              (select v.names from unit_version v
                where v.administration_id = f.administration_id and v.unit_id = f.unit_id
                order by v.valid_from desc limit 1) as "unitNames"
         from task_feed f where f.token_hash = $1 and f.revoked_at is null`,
      [tokenHash(token)],
    );
    if (feed === undefined) throw new DomainError('NOT_FOUND');
    const tasks = await this.reader.rows<FeedTask>(
      `select t.id, t.title, t.product, t.phrase, t.due_on as "dueOn", t.original_due_on as "originalDueOn",
              t.unit_id <> $2 as coordinating, i.state, ${ENDED} as ended, i.revision,
              st.names as "stateNames",
              coalesce((select max(h.at) from history h where h.administration_id = t.administration_id
                and h.subject_kind = 'task' and h.subject_id = t.id::text), t.opened_at) as "changedAt"
         from ${taskTables}
        where t.administration_id = $1 and (t.unit_id = $2 or t.co_unit_ids && array[$2::uuid])
          and coalesce(t.due_on, t.original_due_on) >= (business_now()::date - ${DAYS_BACK})
        order by coalesce(t.due_on, t.original_due_on) desc, t.id limit ${MOST}`,
      [feed.administrationId, feed.unitId],
    );
    return feedCalendar(tasks, { ...feed, taskAddress });
  }
}
