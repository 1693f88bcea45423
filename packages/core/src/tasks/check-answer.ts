import type { TaskAnswer } from '@nhip/contracts';
import { INSTALLATION, type Transaction } from '../platform/index.js';
import { DomainError } from '../shared/index.js';

/** The answer itself; refuses an answer without a cause or a text (TASK_ANSWER_EMPTY), or with a cause not on the list (TASK_CAUSE_UNKNOWN). */
export async function checkAnswer(tx: Transaction, answer: TaskAnswer | null): Promise<TaskAnswer> {
  if (answer === null || answer.causes.length === 0 || answer.text.trim() === '')
    throw new DomainError('TASK_ANSWER_EMPTY');
  const known = await tx.rows<{ code: string }>(
    `select code from cause
      where administration_id in ($1, '${INSTALLATION}') and code = any($2::text[]) and retired_at is null`,
    [tx.administrationId, answer.causes],
  );
  const unknown = answer.causes.find((code) => !known.some((cause) => cause.code === code));
  if (unknown !== undefined) throw new DomainError('TASK_CAUSE_UNKNOWN', { code: unknown });
  return answer;
}
