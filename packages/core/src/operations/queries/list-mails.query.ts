import { searchKey, type MailItem, type MailList, type Page } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, readPage, type UserActor } from '../../platform/index.js';

/** What was sent or is to be sent, to whom and when; newest first. Of a part of the administration: to its people. */
@Injectable()
export class ListMails {
  constructor(private readonly reader: Reader) {}

  execute(wanted: MailList, actor: UserActor): Promise<Page<MailItem>> {
    return readPage<MailItem>(
      this.reader,
      `select m.id, m.kind, m.subject, m.state, m.queued_at as "queuedAt", m.sent_at as "sentAt",
              m.message_id as "messageId", m.attempts, m.error,
              jsonb_build_object('id', a.id, 'userName', a.user_name, 'fullName', p.full_name) as account,
              count(*) over ()::int as total
         from mail m join account a on a.id = m.account_id join person p on p.id = a.person_id
        where m.administration_id = $1 and ($3::text is null or m.state = $3)
          and ($2::uuid[] is null or exists (select from role_assignment r
                where r.administration_id = m.administration_id and r.account_id = a.id and r.unit_id = any($2)))
          and ($4::text is null or strpos(search_key(concat_ws(' ', m.subject, a.user_name, p.full_name)), $4) > 0)
        order by m.queued_at desc, m.id desc`,
      [
        actor.administrationId,
        actor.unitIds === 'all' ? null : actor.unitIds,
        wanted.state ?? null,
        wanted.q ? searchKey(wanted.q) : null,
      ],
      wanted,
    );
  }
}
