import type { NoticeItem, NoticeList, Page } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, type UserActor } from '../../platform/index.js';

/** The caller's own notices of this administration, newest first. */
@Injectable()
export class ListNotices {
  constructor(private readonly reader: Reader) {}

  async execute(
    filter: NoticeList,
    caller: Pick<UserActor, 'administrationId' | 'id'>,
  ): Promise<Page<NoticeItem>> {
    const rows = await this.reader.rows<NoticeItem & { total: number }>(
      `select id, kind, params, link, at, read_at as "readAt", count(*) over ()::int as total
         from notice
        where administration_id = $1 and account_id = $2
          and ($3::boolean is null or (read_at is null) = $3)
          and ($4::text is null or strpos(lower(params::text), lower($4)) > 0)
        order by at desc, id desc limit $5 offset $6`,
      [
        caller.administrationId,
        caller.id,
        filter.unread ?? null,
        filter.q || null,
        filter.perPage,
        (filter.page - 1) * filter.perPage,
      ],
    );
    return { items: rows.map(({ total: _total, ...item }) => item), total: rows[0]?.total ?? 0 };
  }
}
