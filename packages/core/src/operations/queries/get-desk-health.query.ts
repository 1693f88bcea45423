import type { DeskHealth } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { INSTALLATION, Reader, type UserActor } from '../../platform/index.js';

/** A worker signs every few seconds; after so many it is taken for gone. */
const ALIVE_SECONDS = 30;

/** How the machinery stands: workers, due deadlines, outbox and mail of the administration, in one statement. */
@Injectable()
export class GetDeskHealth {
  constructor(private readonly reader: Reader) {}

  async execute({ administrationId }: UserActor): Promise<DeskHealth> {
    const [row] = await this.reader.rows<DeskHealth>(HEALTH, [administrationId, INSTALLATION]);
    if (row === undefined) throw new Error('the health of the installation gave no row');
    return row;
  }
}

const time = (value: string): string =>
  `to_char((${value}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const HEALTH = `
  with jobs as (
    select o.* from outbox o
     where o.administration_id in ($1, $2) and o.done_at is null and o.queue <> 'mail'),
  posts as (
    select m.* from mail m where m.administration_id = $1)
  select business_now() as now,
    (select json_build_object(
        'alive', count(*) filter (where seen_at > clock_timestamp() - interval '${ALIVE_SECONDS} seconds'),
        'lastSeenAt', ${time('max(seen_at)')}) from worker_process) as workers,
    (select json_build_object('late', count(*), 'oldestDueAt', ${time('min(due_at)')}) from timer
      where administration_id = $1 and state = 'armed' and due_at <= business_now()) as timers,
    (select json_build_object(
        'waiting', count(*) filter (where failed_at is null),
        'lagSeconds', coalesce(extract(epoch from clock_timestamp() - min(created_at) filter (where failed_at is null)), 0)::int,
        'retrying', count(*) filter (where failed_at is null and sends > 1),
        'failed', count(*) filter (where failed_at is not null)) from jobs) as outbox,
    (select json_build_object(
        'configured', coalesce((select configured from mail_server), false),
        'waiting', count(*) filter (where state = 'waiting'),
        'oldestWaitingSeconds', coalesce((select extract(epoch from clock_timestamp() - min(o.created_at))::int
           from outbox o where o.administration_id = $1 and o.queue = 'mail' and o.done_at is null), 0),
        'sentToday', count(*) filter (where sent_at > clock_timestamp() - interval '1 day'),
        'refused', count(*) filter (where state = 'refused'),
        'lastSentAt', ${time('max(sent_at)')},
        'lastFailedAt', (select ${time('last_failed_at')} from mail_server),
        'lastError', (select last_error from mail_server)) from posts) as mail`;
