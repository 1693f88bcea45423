import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { WorkflowEngine } from '../engine.js';
import { Instances } from '../persistence/instances.repository.js';

interface FiredTimer {
  readonly instanceId: string;
  readonly name: string;
  readonly event: string;
  readonly generation: number;
}

/**
 * The sweeper's system actor sends a fired timer's event to its instance. A timer whose instance has moved on
 * or whose deadline was moved since (an older generation) does nothing.
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
      `select instance_id as "instanceId", name, event, generation from timer where administration_id = $1 and id = $2`,
      [tx.administrationId, timerId],
    );
    if (timer === undefined) return;
    const [instance] = await tx.use(Instances).lock([timer.instanceId]);
    if (instance?.generation !== timer.generation) return;
    await this.engine.act(tx, {
      ids: [timer.instanceId],
      event: timer.event,
      action: `${instance.kind}.${timer.event}`,
      params: { timer: timer.name },
    });
  }
}
