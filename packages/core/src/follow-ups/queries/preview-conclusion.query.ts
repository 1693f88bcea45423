import type { ConclusionPreview, TaskItem } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import { dayAt, DomainError, type Instant } from '../../shared/index.js';
import { unitAs } from '../../tasks/index.js';
import {
  conclusionColumns,
  conclusionItems,
  type Conclusion,
} from '../persistence/conclusions.repository.js';
import { plannedTasks } from '../planned-tasks.js';

/** What issuing the draft would assign now, for those who write and issue it. */
@Injectable()
export class PreviewConclusion {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(id: string, actor: UserActor, now: Instant): Promise<ConclusionPreview> {
    const { administrationId } = actor;
    const [conclusion] = await this.reader.rows<Conclusion>(
      `select ${conclusionColumns} from conclusion where administration_id = $1 and id = $2`,
      [administrationId, id],
    );
    if (conclusion === undefined || actor.unitIds !== 'all') throw new DomainError('NOT_FOUND');
    const items = await conclusionItems(this.reader, administrationId, id);
    const planned = await plannedTasks(this.reader, administrationId, conclusion, items);
    const units = await this.reader.rows<{ unit: TaskItem['unit'] | null }>(
      `select ${unitAs('k.id')} as unit from unnest($3::uuid[]) as k(id) where $1::uuid is not null`,
      [administrationId, dayAt(now, this.calendars.zone), [...new Set(planned.map(({ unitId }) => unitId))]],
    );
    const unitOf = new Map(units.flatMap(({ unit }) => (unit === null ? [] : [[unit.id, unit] as const])));
    const given = new Set(planned.map(({ item }) => item.number));
    return {
      tasks: planned.flatMap(({ item, unitId, explains }) => {
        const unit = unitOf.get(unitId);
        const { number, kind, title, dueOn } = item;
        return unit === undefined
          ? []
          : [{ item: number, kind, title, unit, dueOn, explains: [...explains] }];
      }),
      withoutTasks: items
        .filter(({ kind, number }) => kind !== 'information' && !given.has(number))
        .map(({ number }) => number),
      overdue: items.filter(({ dueAt }) => dueAt !== null && dueAt <= now).map(({ number }) => number),
    };
  }
}
