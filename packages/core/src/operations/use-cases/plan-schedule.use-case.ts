import type { CreateSchedule as Command, EditSchedule, ScheduleKind } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError, type Instant } from '../../shared/index.js';
import { nextOccurrence } from '../domain/occurrences.js';
import { Schedules, type Schedule } from '../persistence/schedules.repository.js';
import { scheduleEntry } from '../schedule-history.js';

interface Target {
  readonly id: string;
  readonly revision: number;
}

/** Rhythms that make sense for each kind. */
const rhythms: Readonly<Record<ScheduleKind, readonly Command['rule']['every'][]>> = {
  'start-cycle': ['month', 'quarter'],
  'monthly-check': ['month'],
  digest: ['working-day'],
};

/** The digest every administration begins with. */
const DIGEST: Command = {
  kind: 'digest',
  names: { vi: 'Bản tin việc hằng ngày', en: 'Daily digest' },
  rule: { every: 'working-day', workingDay: 1, at: '08:00' },
};

/**
 * Administrators and the secretariat make schedules, change, pause and resume them. A changed or resumed one goes on
 * from now: what it missed meanwhile is not caught up. Refused: a rhythm that does not go with the kind, a start of
 * cycles without a template, a second digest.
 */
@Injectable()
export class PlanSchedule {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  create(command: Command, call: Call): Promise<{ id: string; revision: number }> {
    return this.unitOfWork.run(call, async (tx) => {
      const made = await this.insert(tx, command);
      if (made === undefined) throw new DomainError('SCHEDULE_DIGEST_EXISTS');
      return made;
    });
  }

  /** System: the schedules an administration begins with, where it has none of the kind. */
  async createReady(call: Call): Promise<void> {
    await this.unitOfWork.run(call, (tx) => this.insert(tx, DIGEST));
  }

  edit(command: EditSchedule & Target, call: Call): Promise<{ revision: number }> {
    const { names, rule, reason } = command;
    return this.change(command, call, 'schedule.changed', reason, async (tx, schedule) => {
      await this.check(tx, { ...command, kind: schedule.kind });
      const startCycle = schedule.kind === 'start-cycle' ? (command.startCycle ?? null) : null;
      return { ...schedule, names, rule, startCycle, ...(await this.next(tx, rule)) };
    });
  }

  pause(command: Target & { readonly reason: string }, call: Call): Promise<{ revision: number }> {
    return this.change(command, call, 'schedule.paused', command.reason, (tx, schedule) => {
      if (schedule.pausedAt !== null) throw new DomainError('SCHEDULE_PAUSED');
      return { ...schedule, pausedAt: tx.now };
    });
  }

  resume(
    command: Target & { readonly reason?: string | undefined },
    call: Call,
  ): Promise<{ revision: number }> {
    return this.change(command, call, 'schedule.resumed', command.reason, async (tx, schedule) => {
      if (schedule.pausedAt === null) throw new DomainError('SCHEDULE_NOT_PAUSED');
      return { ...schedule, pausedAt: null, ...(await this.next(tx, schedule.rule)) };
    });
  }

  private async insert(
    tx: Transaction,
    { kind, names, rule, startCycle }: Command,
  ): Promise<{ id: string; revision: number } | undefined> {
    await this.check(tx, { kind, rule, startCycle });
    const schedule: Schedule = {
      id: tx.ids.next(),
      kind,
      names,
      rule,
      startCycle: kind === 'start-cycle' ? (startCycle ?? null) : null,
      ...(await this.next(tx, rule)),
      pausedAt: null,
      revision: 1,
    };
    if (!(await tx.use(Schedules).insert(schedule))) return undefined;
    tx.history([scheduleEntry(schedule, 'schedule.created')]);
    return { id: schedule.id, revision: 1 };
  }

  private change(
    { id, revision }: Target,
    call: Call,
    action: string,
    reason: string | undefined,
    step: (tx: Transaction, schedule: Schedule) => Schedule | Promise<Schedule>,
  ): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, async (tx) => {
      const schedules = tx.use(Schedules);
      const earlier = await schedules.getForUpdate(id);
      if (earlier.revision !== revision)
        throw new DomainError('REVISION_CONFLICT', {
          expected: revision,
          current: earlier.revision,
          record: JSON.stringify(earlier),
        });
      const next = { ...(await step(tx, earlier)), revision: revision + 1 };
      await schedules.save(next);
      tx.history([scheduleEntry(next, action, { reason, earlier })]);
      return { revision: next.revision };
    });
  }

  private async check(
    tx: Transaction,
    { kind, rule, startCycle }: Pick<Command, 'kind' | 'rule' | 'startCycle'>,
  ): Promise<void> {
    if (!rhythms[kind].includes(rule.every)) throw new DomainError('SCHEDULE_RHYTHM');
    if (kind !== 'start-cycle') return;
    if (startCycle === undefined) throw new DomainError('SCHEDULE_NEEDS_TEMPLATE');
    const template = await tx.rows('select from review_cycle where administration_id = $1 and id = $2', [
      tx.administrationId,
      startCycle.templateCycleId,
    ]);
    if (template.length === 0) throw new DomainError('SCHEDULE_NEEDS_TEMPLATE');
  }

  private async next(
    tx: Transaction,
    rule: Command['rule'],
  ): Promise<{ readonly nextDueAt: Instant; readonly nextPeriod: string }> {
    const calendar = await this.calendars.of(tx, tx.administrationId);
    const { dueAt, periodKey } = nextOccurrence(rule, tx.now, { calendar, zone: this.calendars.zone });
    return { nextDueAt: dueAt, nextPeriod: periodKey };
  }
}
