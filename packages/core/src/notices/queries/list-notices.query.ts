import { searchKey, type NoticeItem, type NoticeList, type Page } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, readPage, type UserActor } from '../../platform/index.js';

/** The caller's own notices of this administration, newest first. */
@Injectable()
export class ListNotices {
  constructor(private readonly reader: Reader) {}

  async execute(
    filter: NoticeList,
    caller: Pick<UserActor, 'administrationId' | 'id'>,
  ): Promise<Page<NoticeItem>> {
    return readPage<NoticeItem>(
      this.reader,
      `select id, kind, params, link, at, read_at as "readAt", count(*) over ()::int as total
         from notice
        where administration_id = $1 and account_id = $2
          and ($3::boolean is null or (read_at is null) = $3)
          and ($4::text is null or strpos(search_key(params::text), $4) > 0)
        order by at desc, id desc`,
      [caller.administrationId, caller.id, filter.unread ?? null, filter.q ? searchKey(filter.q) : null],
      filter,
    );
  }
}
