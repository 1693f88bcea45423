import { takeCouncilStep, type TakeCouncilStep as Command } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, readDeadline, type Calendars } from '../../calendar/index.js';
import { notify, type NewNotice } from '../../notices/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { dayAt, DomainError, valueOrThrow, type Day } from '../../shared/index.js';
import { councilRecords, standingOf, type CouncilRecord } from '../council-records.js';
import { nextStep, timeToExplain } from '../domain/council-ladder.js';
import { ownSupervision } from '../own-supervision.js';

/**
 * The team takes the next of the council's seven steps about a requirement or recommendation that is not done, by a
 * document; also after the supervision was presented. Refused: a record that has ended, and as nextStep says.
 */
@Injectable()
export class TakeCouncilStep {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(
    { id, command }: { readonly id: string; readonly command: Command },
    call: Call,
  ): Promise<{ number: number }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, id, command));
  }

  private async step(tx: Transaction, id: string, input: Command): Promise<{ number: number }> {
    const { record: asked, documentNumber, complex, note, step, onDay: given } = takeCouncilStep.parse(input);
    // The supervision is locked: of two steps at once the second sees the first.
    await ownSupervision(tx, id);
    const today = dayAt(tx.now, this.calendars.zone);
    const records = await councilRecords(tx, tx.administrationId, id, { unitIds: null, today });
    const record = records.find(({ kind, id: recordId }) => kind === asked.kind && recordId === asked.id);
    if (record === undefined) throw new DomainError('NOT_FOUND');
    if (record.ended) throw new DomainError('COUNCIL_STEP_DONE', { title: record.title });
    const onDay = (given ?? today) as Day;
    valueOrThrow(nextStep(standingOf(record, tx.now), { step, onDay, note }, today));
    const taken = {
      id: tx.ids.next(),
      number: (record.taken.at(-1)?.number ?? 0) + 1,
      step,
      onDay,
      documentNumber,
      note,
      answerBy: step === 'explanation-session' ? await this.answerBy(tx, onDay, complex) : null,
    };
    await tx.rows(
      `insert into ladder_step (administration_id, id, supervision_id, record_kind, record_id, number, step, on_day,
         document_number, note, answer_by, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        tx.administrationId,
        taken.id,
        id,
        record.kind,
        record.id,
        taken.number,
        step,
        onDay,
        documentNumber,
        note,
        taken.answerBy,
        tx.now,
      ],
    );
    tx.history([
      {
        stream: `supervision/${id}`,
        subject: { kind: 'council-step', id: taken.id },
        revision: 1,
        action: 'supervision.council-step-taken',
        reason: note || undefined,
        after: { ...taken, supervisionId: id, record: { kind: record.kind, id: record.id } },
      },
    ]);
    await notify(tx, noticesOf(record, id, taken));
    return { number: taken.number };
  }

  private async answerBy(tx: Transaction, onDay: Day, complex: boolean): Promise<Day | null> {
    const { dueOn } = readDeadline(timeToExplain(complex), {
      documentDay: onDay,
      calendar: await this.calendars.of(tx, tx.administrationId),
      zone: this.calendars.zone,
    });
    return dueOn;
  }
}

/** A requirement is the unit's to do, a recommendation the authority's. */
function noticesOf(
  { kind, id, title, unitId }: CouncilRecord,
  supervisionId: string,
  taken: { readonly onDay: Day; readonly documentNumber: string; readonly answerBy: Day | null },
): NewNotice[] {
  const { onDay, documentNumber, answerBy } = taken;
  const told: NewNotice['to'][] =
    kind === 'requirement' && unitId !== null
      ? [{ role: ['unit-leader', 'unit-officer'], unitIds: [unitId] }, { role: 'committee' }]
      : [{ role: ['committee', 'secretariat'] }];
  return told.map((to) => ({
    to,
    kind: answerBy === null ? ('council.step-taken' as const) : ('council.answer-by' as const),
    params: { title, documentNumber, onDay, ...(answerBy !== null && { dueOn: answerBy }) },
    link: kind === 'recommendation' ? `/recommendations/${id}/show` : `/supervisions/${supervisionId}/show`,
  }));
}
