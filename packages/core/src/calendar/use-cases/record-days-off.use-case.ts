import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import type { Day } from '../../shared/index.js';
import type { CalendarDay } from '../domain/calendar-day.js';

/**
 * An administrator (or the installation) records days off, in-lieu days and swaps. Days that say what was
 * recorded already are left alone; the others become new versions. Gives how many were new.
 */
@Injectable()
export class RecordDaysOff {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    command: { readonly days: readonly CalendarDay[]; readonly reason?: string },
    call: Call,
  ): Promise<{ recorded: number }> {
    return this.unitOfWork.run(call, (tx) => recordDaysOff(tx, command.days, command.reason));
  }
}

export async function recordDaysOff(
  tx: Transaction,
  days: readonly CalendarDay[],
  reason?: string,
  removed: readonly Day[] = [],
): Promise<{ recorded: number }> {
  const [calendar] = await tx.rows<{ revision: number }>(
    `insert into calendar (administration_id, revision) values ($1, 0)
     on conflict (administration_id) do update set revision = calendar.revision returning revision`,
    [tx.administrationId],
  );
  const columns = [
    tx.administrationId,
    days.map((one) => one.day),
    days.map((one) => one.kind),
    days.map((one) => one.name),
    days.map((one) => one.nameEn ?? null),
    days.map((one) => one.confidence),
    days.map((one) => one.source ?? null),
  ];
  const given = `unnest($2::date[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
    as given(day, kind, name, name_en, confidence, source)`;
  await tx.rows(
    `update calendar_day c set superseded_at = clock_timestamp() from ${given}
      where c.administration_id = $1 and c.day = given.day and c.superseded_at is null
        and (c.kind, c.name, c.name_en, c.confidence, c.source)
            is distinct from (given.kind, given.name, given.name_en, given.confidence, given.source)`,
    columns,
  );
  const written = await tx.rows<{ day: string }>(
    `insert into calendar_day (administration_id, day, kind, name, name_en, confidence, source)
     select $1, given.* from ${given}
      where not exists (select from calendar_day c
        where c.administration_id = $1 and c.day = given.day and c.superseded_at is null)
     returning day`,
    columns,
  );
  const takenBack = await tx.rows<{ day: Day }>(
    `update calendar_day set superseded_at = clock_timestamp()
      where administration_id = $1 and day = any($2::date[]) and superseded_at is null
        and not day = any($3::date[]) returning day`,
    [tx.administrationId, removed, days.map((one) => one.day)],
  );
  if (written.length + takenBack.length === 0) return { recorded: 0 };
  const changed = new Set(written.map((row) => row.day));
  const revision = (calendar?.revision ?? 0) + 1;
  await tx.rows('update calendar set revision = $2 where administration_id = $1', [
    tx.administrationId,
    revision,
  ]);
  tx.history([
    {
      stream: 'calendar',
      subject: { kind: 'calendar', id: tx.administrationId },
      revision,
      action: 'calendar.days-off-recorded',
      reason,
      after: {
        days: days.filter((one) => changed.has(one.day)),
        ...(takenBack.length > 0 && { removed: takenBack.map(({ day }) => day) }),
      },
    },
  ]);
  return { recorded: written.length + takenBack.length };
}
