import type { Transaction } from '../../platform/index.js';
import type { Extension } from '../domain/extension.js';

export const extensionColumns = `x.id, x.task_id as "taskId", x.number, x.state, x.from_due_on as "fromDueOn",
  x.asked_due_on as "askedDueOn", x.asked_phrase as "askedPhrase", x.reason, x.after_deadline as "afterDeadline",
  x.requested_by as "requestedBy", x.requested_at as "requestedAt", x.countered_due_on as "counteredDueOn",
  x.decision_reason as "decisionReason", x.decided_by as "decidedBy", x.decided_at as "decidedAt",
  x.answer_reason as "answerReason", x.answered_at as "answeredAt"`;

/** Requests for more time. Their task is locked by whoever writes them. */
export class Extensions {
  constructor(private readonly tx: Transaction) {}

  /** All of these tasks, oldest first. */
  list(taskIds: readonly string[]): Promise<Extension[]> {
    return this.tx.rows<Extension>(
      `select ${extensionColumns} from task_extension x
        where x.administration_id = $1 and x.task_id = any($2::uuid[]) order by x.task_id, x.number`,
      [this.tx.administrationId, taskIds],
    );
  }

  /** The new request, or the new state of one that was there. */
  async save(extension: Extension): Promise<void> {
    await this.tx.rows(
      `insert into task_extension (administration_id, id, task_id, number, state, from_due_on, asked_due_on,
         asked_phrase, reason, after_deadline, requested_by, requested_at, countered_due_on, decision_reason,
         decided_by, decided_at, answer_reason, answered_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
       on conflict (id) do update set state = excluded.state, countered_due_on = excluded.countered_due_on,
         decision_reason = excluded.decision_reason, decided_by = excluded.decided_by,
         decided_at = excluded.decided_at, answer_reason = excluded.answer_reason,
         answered_at = excluded.answered_at`,
      [
        this.tx.administrationId,
        extension.id,
        extension.taskId,
        extension.number,
        extension.state,
        extension.fromDueOn,
        extension.askedDueOn,
        extension.askedPhrase,
        extension.reason,
        extension.afterDeadline,
        extension.requestedBy,
        extension.requestedAt,
        extension.counteredDueOn,
        extension.decisionReason,
        extension.decidedBy,
        extension.decidedAt,
        extension.answerReason,
        extension.answeredAt,
      ],
    );
  }
}
