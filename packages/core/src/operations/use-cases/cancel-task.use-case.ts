import { Injectable } from '@nestjs/common';
import { Reader, type Call } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { EndTask, type TaskChanged } from '../../tasks/index.js';

/**
 * At the operator's desk a task that is not to be done any more is cancelled, or withdrawn where its procedure knows
 * that only; with the reason. Requirements of a supervision are its team's to end.
 */
@Injectable()
export class CancelTask {
  constructor(
    private readonly reader: Reader,
    private readonly endTask: EndTask,
  ) {}

  async execute(
    { id, revision, reason }: { readonly id: string; readonly revision: number; readonly reason: string },
    call: Call,
  ): Promise<TaskChanged> {
    const [task] = await this.reader.rows<{ kind: string; cancels: boolean }>(
      `select t.kind, v.content #> array['states', i.state, 'on', 'cancel'] is not null as cancels
         from task t join procedure_instance i on i.administration_id = t.administration_id and i.id = t.id
         join procedure_version v on v.id = i.procedure_version_id
        where t.administration_id = $1 and t.id = $2`,
      [call.actor.administrationId, id],
    );
    if (task === undefined) throw new DomainError('NOT_FOUND');
    if (task.kind === 'requirement') throw new DomainError('FORBIDDEN');
    const event = task.cancels ? 'cancel' : 'withdraw';
    return this.endTask.execute({ id, revision, reason, event, operator: true }, call);
  }
}
