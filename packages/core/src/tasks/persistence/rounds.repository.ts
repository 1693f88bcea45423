import type { RoundVerdict, TaskAnswer } from '@nhip/contracts';
import type { Transaction } from '../../platform/index.js';
import type { Task } from './tasks.repository.js';

/** Rounds of a task: what was handed in, and how it was judged. The task is locked by whoever writes them. */
export class Rounds {
  constructor(private readonly tx: Transaction) {}

  async handIn(task: Task, answer: TaskAnswer): Promise<void> {
    const { actor, administrationId, now } = this.tx;
    await this.tx.rows(
      `insert into task_round (administration_id, task_id, number, answer, handed_in_at, account_id, due_on)
       select $1, $2, count(*) + 1, $3::jsonb, $4, $5, $6 from task_round
        where administration_id = $1 and task_id = $2`,
      [
        administrationId,
        task.id,
        JSON.stringify(answer),
        now,
        actor.kind === 'user' ? actor.id : null,
        task.dueOn,
      ],
    );
  }

  /** The verdict on the last round. */
  async judge(taskId: string, verdict: RoundVerdict, reason: string | undefined): Promise<void> {
    await this.tx.rows(
      `update task_round r set verdict = $3, reason = $4, judged_at = $5
        where administration_id = $1 and task_id = $2 and verdict is null
          and number = (select max(number) from task_round where administration_id = $1 and task_id = $2)`,
      [this.tx.administrationId, taskId, verdict, reason ?? null, this.tx.now],
    );
  }
}
