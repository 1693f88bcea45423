import { Injectable } from '@nestjs/common';
import { job } from '../../jobs/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import type { PlannedTimer } from '../domain/plan-timers.js';
import { WorkflowEngine } from '../engine.js';
import { fireTimer } from '../jobs.js';
import { Instances, type Instance } from '../persistence/instances.repository.js';

interface FiredTimer extends PlannedTimer {
  readonly instanceId: string;
  readonly kind: string;
  readonly generation: number;
  /** The same moment was armed once more since. */
  readonly renewed: boolean;
}

/**
 * The sweeper's system actor sends the events of fired timers to their instances, all in one transaction. A timer of
 * an older generation does nothing, unless the instance in its new state asks for the very same one. Where one of
 * several cannot be done, none is, and each gets a job of its own, so that it keeps nobody else waiting.
 */
@Injectable()
export class FireTimers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
  ) {}

  async execute({ timerIds }: { readonly timerIds: readonly number[] }, given: Call): Promise<void> {
    // In history timers have one name, whether they came alone or with others.
    const actor = {
      kind: 'system',
      id: fireTimer.name,
      administrationId: given.actor.administrationId,
    } as const;
    const call = { ...given, actor };
    try {
      await this.unitOfWork.run(call, (tx) => this.step(tx, timerIds));
    } catch (error) {
      if (timerIds.length === 1 || passes(error)) throw error;
      await this.takeApart(timerIds, call).catch(() => Promise.reject(error));
    }
  }

  private takeApart(timerIds: readonly number[], call: Call): Promise<void> {
    return this.unitOfWork.run(call, async (tx) =>
      tx.enqueue(timerIds.map((timerId) => job(fireTimer, String(timerId), { timerId }))),
    );
  }

  private async step(tx: Transaction, timerIds: readonly number[]): Promise<void> {
    const timers = await tx.rows<FiredTimer>(
      `select instance_id as "instanceId", kind, name, event, due_at as "dueAt", generation,
              exists (select from timer n where n.instance_id = t.instance_id and n.name = t.name
                         and n.due_at = t.due_at and n.generation > t.generation) as renewed
         from timer t where administration_id = $1 and id = any($2::bigint[]) order by due_at, id`,
      [tx.administrationId, timerIds],
    );
    // Of several timers of one instance each meets it as the one before left it.
    for (let rest = timers; rest.length > 0;) {
      const firsts = new Map(rest.toReversed().map((timer) => [timer.instanceId, timer]));
      await this.send(
        tx,
        rest.filter((timer) => firsts.get(timer.instanceId) === timer),
      );
      rest = rest.filter((timer) => firsts.get(timer.instanceId) !== timer);
    }
  }

  /** Of each instance one timer. */
  private async send(tx: Transaction, timers: readonly FiredTimer[]): Promise<void> {
    const held = await tx.use(Instances).lock(timers.map(({ instanceId }) => instanceId));
    const instances = new Map(held.map((instance) => [instance.id, instance]));
    const events = new Map<string, FiredTimer[]>();
    for (const timer of timers) {
      if (!(await this.stands(tx, instances.get(timer.instanceId), timer))) continue;
      const action = `${timer.kind}.${timer.event}`;
      events.set(action, [...(events.get(action) ?? []), timer]);
    }
    for (const [action, some] of events)
      await this.engine.act(tx, {
        ids: some.map(({ instanceId }) => instanceId),
        event: some[0]?.event ?? '',
        action,
      });
  }

  private async stands(tx: Transaction, instance: Instance | undefined, timer: FiredTimer): Promise<boolean> {
    if (instance === undefined) return false;
    if (instance.generation === timer.generation) return true;
    return !timer.renewed && (await this.engine.asksFor(tx, instance, timer));
  }
}

/** Whether the database only says “not now” (lost, busy, locked, restarting): all of them are sent again together. */
function passes(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof DomainError) return false;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^(08|25P|40|53|55|57|E[A-Z])/.test(code);
}
