import { draftDocumentedConclusion, type DraftDocumentedConclusion as Command } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError, type Day } from '../../shared/index.js';
import { Conclusions, type Conclusion } from '../persistence/conclusions.repository.js';
import { readItems } from '../read-items.js';
import { recordConclusion } from '../record-conclusion.js';

/** The secretariat drafts a conclusion, of a cycle or of none, with its items. Refused: a cycle that is none. */
@Injectable()
export class DraftConclusion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(command: Command, call: Call): Promise<{ id: string; revision: number }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  private async step(tx: Transaction, input: Command): Promise<{ id: string; revision: number }> {
    const { items: typed, ...command } = draftDocumentedConclusion.parse(input);
    if (command.cycleId) {
      const [cycle] = await tx.rows('select from review_cycle where administration_id = $1 and id = $2', [
        tx.administrationId,
        command.cycleId,
      ]);
      if (cycle === undefined) throw new DomainError('NOT_FOUND');
    }
    const heldOn = command.heldOn as Day;
    const conclusion: Conclusion = {
      id: tx.ids.next(),
      cycleId: command.cycleId ?? null,
      title: command.title,
      number: null,
      heldOn,
      issuedOn: null,
      place: command.place ?? null,
      chair: command.chair ?? null,
      chairPosition: command.chairPosition ?? null,
      summary: command.summary,
      illustrative: command.illustrative,
      state: 'draft',
      createdAt: tx.now,
      issuedAt: null,
      revision: 1,
    };
    const calendar = await this.calendars.of(tx, tx.administrationId);
    const items = readItems(typed, { documentDay: heldOn, calendar, zone: this.calendars.zone }, tx.ids);
    const conclusions = tx.use(Conclusions);
    await conclusions.insert(conclusion);
    await conclusions.replaceItems(conclusion.id, items);
    recordConclusion(tx, 'conclusion.drafted', { conclusion, items });
    return { id: conclusion.id, revision: 1 };
  }
}
