import { periodLabel, type StartCycleParams } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../calendar/index.js';
import { notify } from '../notices/index.js';
import { Reader, UnitOfWork, type Call } from '../platform/index.js';
import { CreateReviewCycle, LaunchReviewCycle } from '../review-cycles/index.js';
import { dayAt, DomainError } from '../shared/index.js';
import { cyclePeriod } from './domain/cycle-period.js';
import type { RunResult } from './run-result.js';

/** Starts the cycle of a period as a copy of the template, with the days to collect figures counted from today. */
@Injectable()
export class StartScheduledCycle {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly create: CreateReviewCycle,
    private readonly launch: LaunchReviewCycle,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  /** @param id of the command; what it did once is not done again */
  async start(params: StartCycleParams, periodKey: string, call: Call, id: string): Promise<RunResult> {
    const { actor, now } = call;
    const calendar = await this.calendars.of(this.reader, actor.administrationId);
    const { code, period } = cyclePeriod(
      periodKey,
      await this.presetOf(params, actor.administrationId),
      params,
    );
    const dueOn = calendar.addWorkingDays(dayAt(now, this.calendars.zone), params.collectingDays);
    const command = (step: string): Call => ({
      actor,
      now,
      command: { key: `${id}-${step}`, type: `schedule.${step}-cycle`, fingerprint: id },
    });
    const cycle = await this.create.execute(
      {
        code,
        names: {
          vi: `Rà soát ${periodLabel(period, 'vi')}`,
          en: `Review of ${periodLabel(period, 'en')}`,
        },
        period,
        copyOf: params.templateCycleId,
        stages: [{ stage: 'collecting', dueOn }],
      },
      command('create'),
    );
    if (params.launch) await this.launch.execute({ id: cycle.id }, command('launch')).catch(unlessLaunched);
    await this.unitOfWork.run(command('tell'), (tx) =>
      notify(tx, [
        {
          to: { role: ['secretariat', 'committee'] },
          kind: params.launch ? 'schedule.cycle-started' : 'schedule.cycle-prepared',
          params: { cycle: code, dueOn },
          link: `/review-cycles/${cycle.id}/show`,
        },
      ]),
    );
    return { cycleId: cycle.id, code };
  }

  private async presetOf(
    { templateCycleId }: StartCycleParams,
    administrationId: string,
  ): Promise<'calendar' | 'decree-09'> {
    const [template] = await this.reader.rows<{ preset: string }>(
      `select period ->> 'preset' as preset from review_cycle where administration_id = $1 and id = $2`,
      [administrationId, templateCycleId],
    );
    if (template === undefined) throw new DomainError('SCHEDULE_NEEDS_TEMPLATE');
    return template.preset === 'decree-09' ? 'decree-09' : 'calendar';
  }
}

/** Between two attempts somebody launched it by hand: what was to happen has happened. */
function unlessLaunched(error: unknown): void {
  if (!(error instanceof DomainError && error.code === 'CYCLE_NOT_PREPARED')) throw error;
}
