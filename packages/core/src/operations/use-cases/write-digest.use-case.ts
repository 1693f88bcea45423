import type { RoleName } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { queueMails } from '../../notices/index.js';
import { GetOverview } from '../../overview/index.js';
import { Reader, UnitOfWork, type Call, type UserActor } from '../../platform/index.js';
import type { Day } from '../../shared/index.js';
import { digestOf } from '../domain/digest.js';

interface Assignment {
  readonly id: string;
  readonly role: RoleName;
  readonly unitIds: readonly string[] | null;
  readonly language: 'vi' | 'en';
}

/** System: one person's digest of a day, out of the homes of the roles they hold here; at most one a day. */
@Injectable()
export class WriteDigest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly overview: GetOverview,
  ) {}

  async execute(
    { accountId, on }: { readonly accountId: string; readonly on: string },
    call: Call,
  ): Promise<void> {
    const { administrationId } = call.actor;
    const assignments = await this.reader.rows<Assignment>(ASSIGNMENTS, [administrationId, accountId, on]);
    const homes = await Promise.all(
      assignments.map(({ id, role, unitIds }) => {
        const actor: UserActor = {
          kind: 'user',
          id: accountId,
          administrationId,
          role,
          assignmentId: id,
          unitIds: unitIds ?? 'all',
        };
        return this.overview.execute(actor, call.now);
      }),
    );
    const language = assignments[0]?.language ?? 'vi';
    const digest = digestOf(
      homes.flatMap(({ cards }) => cards),
      on,
      language,
    );
    await this.unitOfWork.run(call, async (tx) => {
      if (digest === undefined) return;
      await queueMails(tx, [
        {
          ...digest,
          id: tx.ids.next(),
          accountId,
          kind: 'digest',
          noticeId: null,
          digestOn: on as Day,
          language,
        },
      ]);
    });
  }
}

/** Roles of the day with the units they reach; none for an account that wants no mail. */
const ASSIGNMENTS = `
  with recursive held as (
    select r.id, r.role, r.unit_id, a.language from role_assignment r join account a on a.id = r.account_id
     where r.administration_id = $1 and r.account_id = $2 and a.mail_on and a.disabled_at is null
       and r.valid_from <= $3::date and (r.valid_to is null or r.valid_to > $3::date)),
  reach as (
    select id as assignment_id, unit_id from held where unit_id is not null
    union
    select r.assignment_id, v.unit_id from reach r
      join unit_version v on v.administration_id = $1 and v.parent_id = r.unit_id
       and v.valid_from <= $3::date and (v.valid_to is null or v.valid_to > $3::date))
  select id, role, language,
         case when unit_id is not null then (select array_agg(unit_id) from reach where assignment_id = held.id) end as "unitIds"
    from held order by id`;
