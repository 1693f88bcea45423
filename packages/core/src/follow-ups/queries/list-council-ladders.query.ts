import type { CouncilLadder } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import { dayAt, DomainError, type Instant } from '../../shared/index.js';
import { councilRecords, offeredNow } from '../council-records.js';
import { isOfTeam } from '../own-supervision.js';

/** What the council did about each requirement and recommendation of a supervision, and what its team may do next. */
@Injectable()
export class ListCouncilLadders {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(id: string, actor: UserActor, now: Instant): Promise<{ items: CouncilLadder[] }> {
    const unitIds = actor.unitIds === 'all' ? null : actor.unitIds;
    const [supervision] = await this.reader.rows<{ memberIds: string[] }>(
      `select member_ids as "memberIds" from supervision
        where administration_id = $1 and id = $2 and ($3::uuid[] is null or unit_ids && $3)`,
      [actor.administrationId, id, unitIds],
    );
    if (supervision === undefined) throw new DomainError('NOT_FOUND');
    const own = isOfTeam(actor, supervision);
    const records = await councilRecords(this.reader, actor.administrationId, id, {
      unitIds,
      today: dayAt(now, this.calendars.zone),
    });
    return {
      items: records.map((record) => ({
        record: { kind: record.kind, id: record.id },
        title: record.title,
        unit: record.unit,
        ended: record.ended,
        taken: [...record.taken],
        offered: own ? offeredNow(record, now) : [],
      })),
    };
  }
}
