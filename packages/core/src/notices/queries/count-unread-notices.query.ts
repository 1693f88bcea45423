import type { UnreadNotices } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, type UserActor } from '../../platform/index.js';

@Injectable()
export class CountUnreadNotices {
  constructor(private readonly reader: Reader) {}

  async execute(caller: Pick<UserActor, 'administrationId' | 'id'>): Promise<UnreadNotices> {
    const [row] = await this.reader.rows<UnreadNotices>(
      `select count(*)::int as unread from notice
        where administration_id = $1 and account_id = $2 and read_at is null`,
      [caller.administrationId, caller.id],
    );
    return { unread: row?.unread ?? 0 };
  }
}
