import { Injectable } from '@nestjs/common';
import { notify } from '../notices/index.js';
import type { Transaction } from '../platform/index.js';
import { ENDED, taskTables } from '../tasks/index.js';
import type { RunResult } from './run-result.js';

/** Counts what is overdue or has no deadline, and tells the secretariat. */
@Injectable()
export class CheckMonth {
  async tell(tx: Transaction): Promise<RunResult> {
    const [counts] = await tx.rows<Record<'overdue' | 'undated' | 'missing', number>>(
      `select count(*) filter (where coalesce(t.handed_in_at, $2::timestamptz) >= t.due_at)::int as overdue,
              count(*) filter (where t.due_at is null and t.recurrence is null)::int as undated,
              (select count(*)::int from submission s
                 join procedure_instance i on i.administration_id = s.administration_id and i.id = s.id
                where s.administration_id = $1 and i.state in ('open', 'returned')
                  and (i.deadlines #>> '{due,at}')::timestamptz <= $2) as missing
         from ${taskTables} where t.administration_id = $1 and not ${ENDED} and i.state <> 'suspended'`,
      [tx.administrationId, tx.now],
    );
    const result = counts ?? { overdue: 0, undated: 0, missing: 0 };
    await notify(tx, [
      {
        to: { role: 'secretariat' },
        kind: 'schedule.monthly-check',
        params: result,
        link: '/tasks?tab=overdue',
      },
    ]);
    return result;
  }
}
