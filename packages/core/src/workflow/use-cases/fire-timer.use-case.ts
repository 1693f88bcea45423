import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import type { PlannedTimer } from '../domain/plan-timers.js';
import { WorkflowEngine } from '../engine.js';
import { Instances } from '../persistence/instances.repository.js';

interface FiredTimer extends PlannedTimer {
  readonly instanceId: string;
  readonly generation: number;
  /** The same moment was armed once more since. */
  readonly renewed: boolean;
}

/**
 * The sweeper's system actor sends a fired timer's event to its instance. A timer of an older generation does nothing,
 * unless the instance in its new state asks for the very same one.
 */
@Injectable()
export class FireTimer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
  ) {}

  execute({ timerId }: { readonly timerId: number }, call: Call): Promise<void> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, timerId));
  }

  private async step(tx: Transaction, timerId: number): Promise<void> {
    const [timer] = await tx.rows<FiredTimer>(
      `select instance_id as "instanceId", name, event, due_at as "dueAt", generation,
              exists (select from timer n where n.instance_id = t.instance_id and n.name = t.name
                         and n.due_at = t.due_at and n.generation > t.generation) as renewed
         from timer t where administration_id = $1 and id = $2`,
      [tx.administrationId, timerId],
    );
    if (timer === undefined) return;
    const [instance] = await tx.use(Instances).lock([timer.instanceId]);
    if (instance === undefined) return;
    const stale = instance.generation !== timer.generation;
    if (stale && (timer.renewed || !(await this.engine.asksFor(tx, instance, timer)))) return;
    await this.engine.act(tx, {
      ids: [timer.instanceId],
      event: timer.event,
      action: `${instance.kind}.${timer.event}`,
    });
  }
}
