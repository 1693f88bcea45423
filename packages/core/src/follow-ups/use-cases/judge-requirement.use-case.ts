import type { DecideExtension as ExtensionDecision, DeadlineInput } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import {
  DecideExtension,
  EndTask,
  JudgeTask,
  MoveTaskDeadline,
  type TaskChanged,
} from '../../tasks/index.js';
import { ownSupervision } from '../own-supervision.js';

interface Target {
  /** The supervision. */
  readonly id: string;
  readonly taskId: string;
  readonly revision?: number | undefined;
}

/** The team judges what a unit did about a requirement, gives it another deadline, or ends it; also after the supervision was presented. */
@Injectable()
export class JudgeRequirement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly judge: JudgeTask,
    private readonly end: EndTask,
    private readonly move: MoveTaskDeadline,
    private readonly extension: DecideExtension,
  ) {}

  accept(target: Target & { readonly reason?: string | undefined }, call: Call): Promise<TaskChanged> {
    return this.run(target, call, (tx) => this.judge.acceptStep(tx, { ...target, id: target.taskId }));
  }

  acceptPart(
    target: Target & { readonly reason: string; readonly deadline?: DeadlineInput | undefined },
    call: Call,
  ): Promise<TaskChanged> {
    return this.run(target, call, (tx) => this.judge.acceptPartStep(tx, { ...target, id: target.taskId }));
  }

  decideExtension(target: Target & ExtensionDecision, call: Call): Promise<TaskChanged> {
    return this.run(target, call, (tx) => this.extension.step(tx, { ...target, id: target.taskId }));
  }

  return(
    target: Target & { readonly reason: string; readonly deadline?: DeadlineInput | undefined },
    call: Call,
  ): Promise<TaskChanged> {
    return this.run(target, call, (tx) => this.judge.returnStep(tx, { ...target, id: target.taskId }));
  }

  withdraw(target: Target & { readonly reason: string }, call: Call): Promise<TaskChanged> {
    return this.run(target, call, (tx) =>
      this.end.step(tx, { ...target, id: target.taskId, event: 'withdraw' }),
    );
  }

  moveDeadline(
    target: Target & { readonly reason: string; readonly deadline: DeadlineInput },
    call: Call,
  ): Promise<TaskChanged> {
    return this.run(target, call, (tx) => this.move.step(tx, { ...target, id: target.taskId }));
  }

  private run(
    { id, taskId }: Target,
    call: Call,
    act: (tx: Transaction) => Promise<TaskChanged>,
  ): Promise<TaskChanged> {
    return this.unitOfWork.run(call, async (tx) => {
      await ownSupervision(tx, id);
      const [task] = await tx.rows(
        `select from task where administration_id = $1 and id = $2 and source_kind = 'supervision' and source_id = $3`,
        [tx.administrationId, taskId, id],
      );
      if (task === undefined) throw new DomainError('NOT_FOUND');
      return act(tx);
    });
  }
}
