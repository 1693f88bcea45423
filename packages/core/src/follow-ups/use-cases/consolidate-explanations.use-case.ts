import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { notify } from '../../notices/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { canonicalJson, dayAt, DomainError } from '../../shared/index.js';
import { countExplanations, explanationLines } from '../queries/explanations.js';

interface Command {
  readonly cycleId: string;
  readonly note: string;
}

/** The secretariat consolidates the explanations of a cycle: the list as it stands is kept and the committee told. */
@Injectable()
export class ConsolidateExplanations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(command: Command, call: Call): Promise<{ id: string; number: number }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  private async step(tx: Transaction, { cycleId, note }: Command): Promise<{ id: string; number: number }> {
    const [cycle] = await tx.rows(
      'select from review_cycle where administration_id = $1 and id = $2 for update',
      [tx.administrationId, cycleId],
    );
    if (cycle === undefined) throw new DomainError('NOT_FOUND');
    const zone = this.calendars.zone;
    const lines = await explanationLines(tx, {
      administrationId: tx.administrationId,
      cycleId,
      unitIds: null,
      today: dayAt(tx.now, zone),
      now: tx.now,
      calendar: await this.calendars.of(tx, tx.administrationId),
      zone,
    });
    const counts = countExplanations(lines);
    const contentHash = createHash('sha256').update(canonicalJson(lines)).digest('hex');
    const id = tx.ids.next();
    const [inserted] = await tx.rows<{ number: number }>(
      `insert into consolidation (id, administration_id, cycle_id, number, note, counts, content, content_hash, at)
       select $2, $1, $3, 1 + count(*), $4, $5::jsonb, $6::jsonb, $7, $8 from consolidation
        where administration_id = $1 and cycle_id = $3
       returning number`,
      [
        tx.administrationId,
        id,
        cycleId,
        note,
        JSON.stringify(counts),
        JSON.stringify(lines),
        contentHash,
        tx.now,
      ],
    );
    const number = inserted?.number ?? 1;
    tx.history([
      {
        stream: `cycle/${cycleId}`,
        subject: { kind: 'consolidation', id },
        revision: 1,
        action: 'explanations.consolidated',
        reason: note || undefined,
        after: { cycleId, number, counts, contentHash },
      },
    ]);
    await notify(tx, [
      {
        to: { role: 'committee' },
        kind: 'consolidation.made',
        params: { answered: counts.answered, total: counts.total },
        link: `/conclusions/cycles/${cycleId}/explanations`,
      },
    ]);
    return { id, number };
  }
}
