import type { ExplanationsView } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import { dayAt, type Instant } from '../../shared/index.js';
import { countExplanations, explanationLines } from './explanations.js';

/** The list of explanations of a cycle as it stands now, and the lists reported so far. */
@Injectable()
export class ListExplanations {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(cycleId: string, actor: UserActor, now: Instant): Promise<ExplanationsView> {
    const zone = this.calendars.zone;
    const { administrationId } = actor;
    const lines = await explanationLines(this.reader, {
      administrationId,
      cycleId,
      unitIds: actor.unitIds === 'all' ? null : actor.unitIds,
      today: dayAt(now, zone),
      now,
      calendar: await this.calendars.of(this.reader, administrationId),
      zone,
    });
    const consolidations = await this.reader.rows<ExplanationsView['consolidations'][number]>(
      `select id, number, at, note, counts from consolidation
        where administration_id = $1 and cycle_id = $2 and $3::boolean order by number desc`,
      [administrationId, cycleId, actor.unitIds === 'all'],
    );
    return { cycleId, counts: countExplanations(lines), items: lines, consolidations };
  }
}
